// The commands for banks, as rows.
#include "cli_table.hpp"
#include "cli_words.hpp"
#include "cli_words_bank.hpp"

namespace assess::cmd {
namespace {

using G = GivenWords;

const OptionRow plain_format{"-f,--format", "FORMAT", words::plain_format, &G::format};
const OptionRow bank_operand{"BANK", "", words::bank_operand, &G::topic, {}, true};

std::vector<OptionRow> bank_fmt_rows() {
  return {{"PATH", "", words::bank_fmt_paths, &G::paths},
          {"--check", "", words::check, &G::check},
          {"--diff", "", words::diff, &G::diff},
          {"--files-from", "FILE", words::files_from, &G::files_from},
          {"-0,--null", "", words::null_separated, &G::null_separated},
          {"--exclude", "GLOB", words::exclude, &G::exclude},
          {"--allow-empty", "", words::allow_empty, &G::allow_empty},
          {"--skip-others", "", words::fmt_skip_others, &G::skip_others},
          {"--stdin-filename", "NAME", words::stdin_name, &G::stdin_name}};
}

Command collect_bank_show(Given& given) {
  return BankShowOptions{given.common, given.words.topic, wants_json(given)};
}

Command collect_bank_stats(Given& given) {
  return BankStatsOptions{given.common, given.words.topic, wants_json(given)};
}

Command collect_bank_list(Given& given) {
  return BankListOptions{given.common, wants_json(given)};
}

Command collect_bank_fmt(Given& given) {
  using Mode = BankFormatOptions::Mode;
  const GivenWords& words = given.words;
  return BankFormatOptions{given.common, inputs_of(given),
                           words.diff ? Mode::diff : (words.check ? Mode::check : Mode::write)};
}

Command collect_bank_new(Given& given) {
  const auto& outputs = given.words.outputs;
  return BankNewOptions{given.common, given.words.topic,
                        outputs.empty() ? std::string() : outputs.back(), given.words.title};
}

}  // namespace

std::vector<CommandRow> bank_command_rows() {
  return {
      {"bank", words::bank, {}, nullptr},
      {"bank show", words::bank_show, {bank_operand, plain_format}, collect_bank_show},
      {"bank stats", words::bank_stats, {bank_operand, plain_format}, collect_bank_stats},
      bank_diff_row(),
      {"bank list", words::bank_list, {plain_format}, collect_bank_list},
      {"bank new",
       words::bank_new,
       {{"ID", "", words::bank_new_id, &G::topic, {}, true},
        {"-o,--output", "FOLDER", words::bank_new_folder, &G::outputs},
        {"--title", "TEXT", words::bank_new_title, &G::title}},
       collect_bank_new},
      {"bank fmt", words::bank_fmt, bank_fmt_rows(), collect_bank_fmt},
  };
}

}  // namespace assess::cmd
