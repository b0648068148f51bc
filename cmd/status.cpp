// `assess status`: where a self-diagnosis stands, and what comes next.
#include "diagnose.hpp"
#include "output.hpp"
#include <assess/diag/rules.hpp>
#include <assess/render/status.hpp>

namespace assess::cmd {

ExitCode run(const StatusOptions& options, Env& env) {
  Diagnostics diagnostics;
  BankShelf shelf(env);
  const std::string bank_path = shelf.resolve_option(options.input.banks, diagnostics);
  const auto inputs = diagnostics.has_errors()
                          ? std::nullopt
                          : find_inputs(options.input, Wanted::answers, env, diagnostics);
  if (inputs && inputs->files.size() != 1) {
    diagnostics.report(
        rules::cli_usage, std::nullopt,
        Text{"`status` 一次只看一份答卷", "`status` looks at one answer file at a time"});
  }
  if (!inputs || diagnostics.has_errors()) {
    say(diagnostics, options.common, env);
    return ExitCode::cannot;
  }
  const InputFile& input = inputs->files.front();
  const Diagnosed diagnosed = diagnose(input, bank_path, Depth::score, {}, shelf, env);
  tell_bank(diagnosed.bank.get(), options.common, env);
  if (!diagnosed.file.diagnosis) {
    say(diagnosed.findings, options.common, env);
    return ExitCode::cannot;
  }
  const Diagnosis& diagnosis = *diagnosed.file.diagnosis;
  env.out.write(options.json
                    ? render::status_json(diagnosis, input.path)
                    : render::status_text(diagnosis, input.path, context_for(options.common, env)));
  return ExitCode::yes;
}

}  // namespace assess::cmd
