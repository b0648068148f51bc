// `assess score`: reads answer files, scores them, judges them by the gates.
#include "cohorts.hpp"
#include "diagnose.hpp"
#include "gate_areas.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "workers.hpp"
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <utility>

namespace assess::cmd {
namespace {

std::vector<const Bank*> scored_by(const Run& run) {
  std::vector<const Bank*> banks;
  for (const RunFile& file : run.files) {
    if (file.diagnosis) banks.push_back(file.diagnosis->bank.get());
  }
  return banks;
}

// A file of another bank than the cohort's has no place in it; that is said.
void place_files(const Cohort& cohort, const std::string& cohort_path, Run& run,
                 Diagnostics& diagnostics) {
  for (RunFile& file : run.files) {
    if (!file.diagnosis) continue;
    file.placement = place_in(cohort, cohort_path, *file.diagnosis, file.path, diagnostics);
  }
}

ExitCode code_of(const Run& run, bool exit_zero) {
  ExitCode code = ExitCode::yes;
  for (const RunFile& file : run.files) {
    if (file.outcome == Outcome::unreadable) code = worst(code, ExitCode::cannot);
    if (file.outcome == Outcome::failed && !exit_zero) code = worst(code, ExitCode::no);
  }
  return code;
}

// The files of the run with their findings, those of a bank in front of the first file that asked
// for it.
void collect(std::vector<Diagnosed>& diagnosed, Run& run) {
  std::vector<const LoadedBank*> told;
  const auto append = [&](const std::vector<Finding>& findings) {
    run.findings.insert(run.findings.end(), findings.begin(), findings.end());
  };
  for (std::size_t i = 0; i < diagnosed.size(); ++i) {
    const LoadedBank* bank = diagnosed[i].bank.get();
    if (bank != nullptr && bank->has_errors() &&
        std::find(told.begin(), told.end(), bank) == told.end()) {
      told.push_back(bank);
      append(bank->findings);
    }
    run.files[i].findings.begin = run.findings.size();
    append(std::exchange(diagnosed[i].findings, {}));
    run.files[i].findings.end = run.findings.size();
  }
}

std::vector<const LoadedBank*> banks_of(const std::vector<Diagnosed>& diagnosed) {
  std::vector<const LoadedBank*> banks;
  for (const Diagnosed& entry : diagnosed) {
    const LoadedBank* bank = entry.bank.get();
    if (bank != nullptr && std::find(banks.begin(), banks.end(), bank) == banks.end()) {
      banks.push_back(bank);
    }
  }
  return banks;
}

std::vector<Diagnosed> diagnose_all(const std::vector<InputFile>& files,
                                    const std::string& bank_path, const ScoreOptions& options,
                                    BankShelf& shelf, Env& env) {
  std::vector<Diagnosed> diagnosed(files.size());
  Progress progress(files.size(), options.common, env);
  Workers(std::min(options.input.jobs, static_cast<int>(files.size())))
      .run(files.size(), [&](std::size_t i, std::size_t) {
        diagnosed[i] = diagnose(files[i], bank_path, Depth::score, options.gates, shelf, env);
        progress.step();
      });
  return diagnosed;
}

}  // namespace

ExitCode run(const ScoreOptions& options, Env& env) {
  Run result;
  result.command = "score";
  result.has_gates = !options.gates.is_empty();
  Diagnostics diagnostics;
  BankShelf shelf(env);
  const std::string bank_path = shelf.resolve_option(options.input.banks, diagnostics);
  std::optional<Cohort> cohort;
  if (!options.cohort.empty()) cohort = load_cohort(options.cohort, env, diagnostics);
  const auto inputs = diagnostics.has_errors()
                          ? std::nullopt
                          : find_inputs(options.input, Wanted::answers, env, diagnostics);
  std::vector<Diagnosed> diagnosed;
  if (inputs) {
    result.skipped = inputs->skipped;
    diagnosed = diagnose_all(inputs->files, bank_path, options, shelf, env);
    for (Diagnosed& entry : diagnosed) result.files.push_back(std::move(entry.file));
    tell_choices(banks_of(diagnosed), options.common, env);
    check_gate_areas(options.gates, scored_by(result), diagnostics);
    if (cohort) place_files(*cohort, options.cohort, result, diagnostics);
  }
  result.exit_code = code_of(result, options.exit_zero);
  if (diagnostics.has_errors()) result.exit_code = ExitCode::cannot;
  result.findings = resolve(SourceMap(), diagnostics);
  collect(diagnosed, result);
  return write_outputs(result, options.outputs, render::score_formats(), options.common,
                       options.findings, env);
}

}  // namespace assess::cmd
