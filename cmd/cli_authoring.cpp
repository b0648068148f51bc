// The rows of the commands for authors of question banks.
#include "cli_table.hpp"
#include "cli_words.hpp"
#include "cli_words_authoring.hpp"
#include "cli_words_diagnosis.hpp"
#include <assess/diag/rules.hpp>

namespace assess::cmd {
namespace {

using G = GivenWords;

Command collect_schema(Given& given) {
  return SchemaOptions{given.common, given.words.topic, banks_of(given)};
}

Command collect_bank_diff(Given& given) {
  const GivenWords& words = given.words;
  InputOptions answers{.paths = words.answers};
  return BankDiffOptions{given.common, words.old_bank, words.new_bank, std::move(answers),
                         wants_json(given)};
}

Command collect_migrate(Given& given) {
  const GivenWords& words = given.words;
  const std::string output = words.outputs.empty() ? std::string() : words.outputs.back();
  if (words.in_place && !output.empty()) {
    given.faults.report(
        rules::cli_usage, std::nullopt,
        Text{"`--in-place` 和 `-o` 只能用一个", "`--in-place` and `-o` do not go together"});
  }
  // The submitted file is a record, so what is made of it is another file.
  if (words.reopen && words.in_place) {
    given.faults.report(rules::cli_usage, std::nullopt,
                        Text{"`--reopen` 要另存为新文件（`-o`），不能与 `--in-place` 同用",
                             "`--reopen` writes a new file (`-o`), and does not go with "
                             "`--in-place`"});
  }
  return MigrateOptions{given.common,   words.file,    words.to,     words.from,       output,
                        words.in_place, words.dry_run, words.reopen, wants_json(given)};
}

}  // namespace

CommandRow schema_row() {
  return {"schema",
          words::schema,
          {{"WHAT", "", words::schema_of, &G::topic, {}, true},
           {"--bank", "BANK", words::schema_bank, &G::bank}},
          collect_schema};
}

CommandRow bank_diff_row() {
  return {"bank diff",
          words::bank_diff,
          {{"OLD", "", words::old_bank, &G::old_bank, {}, true},
           {"NEW", "", words::new_bank, &G::new_bank, {}, true},
           {"--answers", "PATH", words::diff_answers, &G::answers},
           {"-f,--format", "FORMAT", words::plain_format, &G::format}},
          collect_bank_diff};
}

CommandRow migrate_row() {
  return {"migrate",
          words::migrate,
          {{"FILE", "", words::answer_file, &G::file, {}, true},
           {"--to", "BANK", words::migrate_to, &G::to, {}, true},
           {"--from", "BANK", words::migrate_from, &G::from},
           {"-o,--output", "FILE", words::migrate_output, &G::outputs},
           {"--in-place", "", words::in_place, &G::in_place},
           {"-n,--dry-run", "", words::dry_run, &G::dry_run},
           {"--reopen", "", words::reopen, &G::reopen},
           {"-f,--format", "FORMAT", words::plain_format, &G::format}},
          collect_migrate};
}

}  // namespace assess::cmd
