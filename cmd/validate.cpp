// `assess validate`: every fault of banks and answer files in one run.
#include "diagnose.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "watch.hpp"
#include "workers.hpp"
#include <assess/bank/read.hpp>

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
BankChecks checks_for(const InputList& inputs) {
  const bool has_bank =
      std::any_of(inputs.files.begin(), inputs.files.end(),
                  [](const InputFile& input) { return input.schema == Schema::bank; });
  return has_bank ? BankChecks::all : BankChecks::for_scoring;
}

// What --severity asked for; `off` takes the finding out. Why there is no answer about a file is
// not a matter of taste.
void apply_severities(const FindingOptions& options, std::vector<Finding>& findings) {
  for (const auto& [rule, severity] : options.severities) {
    const auto is_meant = [&id = rule](const Finding& finding) {
      return finding.rule == id && !is_unread(finding);
    };
    if (!severity) {
      std::erase_if(findings, is_meant);
      continue;
    }
    for (Finding& finding : findings) {
      if (is_meant(finding)) finding.severity = *severity;
    }
  }
}

// Adds the file with its findings.
void add_file(Diagnosed entry, const FindingOptions& options, Run& run) {
  apply_severities(options, entry.findings);
  entry.file.findings.begin = run.findings.size();
  std::move(entry.findings.begin(), entry.findings.end(), std::back_inserter(run.findings));
  entry.file.findings.end = run.findings.size();
  run.files.push_back(std::move(entry.file));
}

void tell_fail_level(const FindingOptions& options, const CommonOptions& common, Env& env) {
  if (common.verbose == 0) return;
  std::string out = "assess: ";
  out.append(Words{"从此级别起返回 1：", "fails from this severity on: "}.in(common.spoken));
  out.append(options.fail_level ? severity_name(*options.fail_level) : "never");
  env.err.write(out + "\n");
}

ExitCode code_of(const Run& run, const Diagnostics& diagnostics) {
  const auto& findings = run.findings;
  const bool is_cut_short =
      diagnostics.has_errors() || std::any_of(findings.begin(), findings.end(), is_unread);
  if (is_cut_short) return ExitCode::cannot;
  const bool fails = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return counts_against(finding, run);
  });
  return fails ? ExitCode::no : ExitCode::yes;
}

std::vector<Diagnosed> check(const InputList& inputs, const std::string& bank_path,
                             const ValidateOptions& options, BankShelf& shelf, Env& env) {
  std::vector<Diagnosed> diagnosed(inputs.files.size());
  Progress progress(diagnosed.size(), options.common, env);
  Workers(std::min(options.input.jobs, static_cast<int>(diagnosed.size())))
      .run(diagnosed.size(), [&](std::size_t i, std::size_t) {
        const InputFile& input = inputs.files[i];
        diagnosed[i] = input.schema == Schema::bank
                           ? validate_bank(input, shelf)
                           : diagnose(input, bank_path, Depth::check, {}, shelf, env);
        progress.step();
      });
  return diagnosed;
}

// Under -v: by what was judged.
void tell_grounds(const std::vector<Diagnosed>& diagnosed, const ValidateOptions& options,
                  Env& env) {
  std::vector<const LoadedBank*> banks;
  for (const Diagnosed& entry : diagnosed) {
    const LoadedBank* bank = entry.bank.get();
    if (bank != nullptr && std::find(banks.begin(), banks.end(), bank) == banks.end()) {
      banks.push_back(bank);
    }
  }
  tell_choices(banks, options.common, env);
  tell_fail_level(options.findings, options.common, env);
}

// One run. Adds the paths of the banks that were used.
ExitCode validate_once(const ValidateOptions& options, Env& env,
                       std::vector<std::string>& bank_paths) {
  Run result;
  result.command = "validate";
  result.fail_level = options.findings.fail_level;
  Diagnostics diagnostics;
  const std::string bank_path = BankShelf(env).resolve_option(options.input.banks, diagnostics);
  const auto inputs = diagnostics.has_errors()
                          ? std::nullopt
                          : find_inputs(options.input, Wanted::banks_and_answers, env, diagnostics);
  // What belongs to no file stands in front.
  result.findings = resolve(SourceMap(), diagnostics);
  if (inputs) {
    result.skipped = inputs->skipped;
    BankShelf shelf(env, checks_for(*inputs));
    auto diagnosed = check(*inputs, bank_path, options, shelf, env);
    tell_grounds(diagnosed, options, env);
    for (const Diagnosed& entry : diagnosed) {
      if (entry.bank) bank_paths.push_back(entry.bank->path);
    }
    for (Diagnosed& entry : diagnosed) add_file(std::move(entry), options.findings, result);
  }
  result.exit_code = code_of(result, diagnostics);
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
