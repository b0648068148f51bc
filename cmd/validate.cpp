// `assess validate`: every fault of banks and answer files in one run.
#include "diagnose.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "watch.hpp"
#include "workers.hpp"
#include <assess/bank/read.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>

namespace assess::cmd {
namespace {

Diagnosed validate_bank(const InputFile& input, BankShelf& shelf) {
  Diagnosed out;
  out.bank = input.is_stdin
                 ? std::make_shared<const LoadedBank>(shelf.load_text(input.path, input.text))
                 : shelf.load(input.path);
  out.file.path = input.path;
  out.file.schema = bank_schema;
  out.findings = out.bank->told;
  out.file.outcome = has_errors(out.findings) ? Outcome::faulty : Outcome::clean;
  return out;
}

// A bank that is only needed for answers is none that somebody wants to hear about.
BankShelf::Purpose purpose_of(const InputList& inputs) {
  const bool has_bank =
      std::any_of(inputs.files.begin(), inputs.files.end(),
                  [](const InputFile& input) { return input.schema == Schema::bank; });
  return has_bank ? BankShelf::Purpose::checking_banks : BankShelf::Purpose::using_banks;
}

// What --severity asked for; `off` takes the finding out.
void apply_severities(const FindingOptions& options, std::vector<Finding>& findings) {
  for (const auto& [rule, severity] : options.severities) {
    if (severity) {
      for (Finding& finding : findings) {
        if (finding.rule == rule) finding.severity = *severity;
      }
    } else {
      std::erase_if(findings, [&id = rule](const Finding& finding) { return finding.rule == id; });
    }
  }
}

ExitCode code_of(const Run& run, const FindingOptions& options, bool could_look) {
  if (!could_look) return ExitCode::cannot;
  if (!options.fail_level) return ExitCode::yes;
  const bool fails =
      std::any_of(run.findings.begin(), run.findings.end(), [&](const Finding& finding) {
        return finding.severity >= *options.fail_level && !finding.suppressed;
      });
  return fails ? ExitCode::no : ExitCode::yes;
}

// A file that cannot even be read is no answer about its content.
bool is_unread(const Finding& finding) {
  return finding.rule == rules::cannot_read.id || finding.rule == rules::not_a_file.id;
}

// One run. Adds the paths of the banks that were used.
ExitCode validate_once(const ValidateOptions& options, Env& env,
                       std::vector<std::string>& bank_paths) {
  Run result;
  result.command = "validate";
  Diagnostics diagnostics;
  const std::string bank_path = BankShelf(env).resolve_option(options.input.banks, diagnostics);
  const auto inputs = diagnostics.has_errors()
                          ? std::nullopt
                          : find_inputs(options.input, Wanted::banks_and_answers, env, diagnostics);
  if (inputs) {
    result.skipped = inputs->skipped;
    BankShelf shelf(env, purpose_of(*inputs));
    std::vector<Diagnosed> diagnosed(inputs->files.size());
    Progress progress(diagnosed.size(), options.common, env);
    Workers(std::min(options.input.jobs, static_cast<int>(diagnosed.size())))
        .run(diagnosed.size(), [&](std::size_t i, std::size_t) {
          const InputFile& input = inputs->files[i];
          diagnosed[i] = input.schema == Schema::bank
                             ? validate_bank(input, shelf)
                             : diagnose(input, bank_path, Depth::check, {}, shelf, env);
          progress.step();
        });
    std::vector<const LoadedBank*> banks;
    for (Diagnosed& entry : diagnosed) {
      const LoadedBank* bank = entry.bank.get();
      if (bank != nullptr && std::find(banks.begin(), banks.end(), bank) == banks.end()) {
        banks.push_back(bank);
      }
      std::move(entry.findings.begin(), entry.findings.end(), std::back_inserter(result.findings));
      result.files.push_back(std::move(entry.file));
    }
    tell_choices(banks, options.common, env);
    for (const LoadedBank* bank : banks) bank_paths.push_back(bank->path);
  }
  const bool could_look = !diagnostics.has_errors() &&
                          std::none_of(result.findings.begin(), result.findings.end(), is_unread);
  apply_severities(options.findings, result.findings);
  result.exit_code = code_of(result, options.findings, could_look);
  const auto general = resolve(SourceMap(), diagnostics);
  result.findings.insert(result.findings.begin(), general.begin(), general.end());
  return write_outputs(result, options.outputs, render::validate_formats(), options.common,
                       options.findings, env);
}

}  // namespace

ExitCode run(const ValidateOptions& options, Env& env) {
  const OneRun once = [&](std::vector<std::string>& banks) {
    return validate_once(options, env, banks);
  };
  if (options.watch) return watch(options.input, options.outputs, options.common, once, env);
  std::vector<std::string> banks;
  return once(banks);
}

}  // namespace assess::cmd
