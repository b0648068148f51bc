// `assess bank new`: a small bank for an author to begin with.
#include "output.hpp"
#include <assess/bank/check.hpp>
#include <assess/base/utf8.hpp>
#include <assess/diag/nouns.hpp>
#include <assess/diag/rules.hpp>
#include <assess/form/starter_bank.hpp>
#include <assess/schema/schema.hpp>

namespace assess::cmd {
namespace {

constexpr const char* schema_name = "bank-1.schema.json";

// For editors: the first line of each file names the schema beside `bank.yaml`.
void add_schema(std::vector<form::StarterFile>& bank, Language language) {
  for (form::StarterFile& file : bank) {
    const bool is_below = file.path.find('/') != std::string::npos;
    file.text = schema::modeline((is_below ? "../" : "") + std::string(schema_name)) + file.text;
  }
  bank.insert(bank.begin(), {schema_name, schema::bank_schema(language)});
}

// `bank.yaml` comes last, so that a bank that is cut short is none.
void write_bank(const std::string& folder, const std::vector<form::StarterFile>& bank, Env& env,
                Diagnostics& diagnostics) {
  if (!env.files.make_folder(folder, diagnostics)) return;
  if (!env.files.make_folder(join_path(folder, "questions"), diagnostics)) return;
  for (const form::StarterFile& file : bank) {
    if (!env.files.write(join_path(folder, file.path), file.text, diagnostics)) return;
  }
}

}  // namespace

ExitCode run(const BankNewOptions& options, Env& env) {
  const CommonOptions& common = options.common;
  Diagnostics diagnostics;
  const std::string folder = options.folder.empty() ? options.id : options.folder;
  if (!is_good_id(options.id)) {
    diagnostics.report(rules::bank_bad_id, std::nullopt, nouns::bank.text(), options.id);
  } else if (env.files.kind(folder) != PathKind::missing) {
    auto& fault = diagnostics.report(rules::form_exists, std::nullopt, folder);
    fault.help = {"换一个标识，或用 `-o 文件夹` 写到别处",
                  "choose another id, or another place by `-o FOLDER`"};
  } else {
    auto bank =
        form::starter_bank({.id = options.id, .title = options.title, .language = common.spoken});
    add_schema(bank, common.spoken);
    write_bank(folder, bank, env, diagnostics);
  }
  say(diagnostics, common, env);
  if (diagnostics.has_errors()) return ExitCode::cannot;
  if (common.quiet == 0) {
    const bool is_zh = common.spoken == Language::zh;
    env.err.write(safe_lines(
        (is_zh ? "已写入 " : "wrote ") + folder +
        (is_zh ? "；检查：assess validate " : "; to check it: assess validate ") + folder + "\n"));
  }
  return ExitCode::yes;
}

}  // namespace assess::cmd
