// `assess schema`: the JSON Schema of the files that are read and of the results.
#include "banks.hpp"
#include "cli.hpp"
#include "output.hpp"
#include <assess/diag/rules.hpp>
#include <assess/schema/schema.hpp>

namespace assess::cmd {
namespace {

ExitCode write_answers_schema(const SchemaOptions& options, Language language, Env& env) {
  BankShelf shelf(env);
  std::shared_ptr<const LoadedBank> loaded;
  if (!options.banks.empty()) {
    loaded = usable_bank(options.banks.front(), options.common, shelf, env);
    if (!loaded) return ExitCode::cannot;
  }
  env.out.write(schema::answers_schema(loaded ? loaded->bank.get() : nullptr, language));
  return ExitCode::yes;
}

}  // namespace

ExitCode run(const SchemaOptions& options, Env& env) {
  // For machines: its language follows only --lang and ASSESS_LANG.
  const Language language = options.common.language.value_or(Language::en);
  Diagnostics diagnostics;
  if (options.of == "answers") return write_answers_schema(options, language, env);
  if (options.of != "bank" && options.of != "result") {
    diagnostics.report(rules::cli_bad_value, std::nullopt, "WHAT",
                       Text{"bank、answers 或 result", "bank, answers or result"}, options.of);
  } else if (!options.banks.empty()) {
    diagnostics.report(rules::cli_usage, std::nullopt,
                       Text{"`--bank` 只用于 `assess schema answers`",
                            "`--bank` goes with `assess schema answers` only"});
  } else {
    env.out.write(options.of == "bank" ? schema::bank_schema(language) : schema::result_schema());
    return ExitCode::yes;
  }
  say(diagnostics, options.common, env);
  return ExitCode::cannot;
}

}  // namespace assess::cmd
