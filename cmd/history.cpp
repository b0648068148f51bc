// `assess history`: the diagnoses of each enterprise, which of them are valid and which one counts.
#include "output.hpp"
#include "past.hpp"

#include <algorithm>
#include <utility>

namespace assess::cmd {
namespace {

// Each once, in the order of their first use.
std::vector<const LoadedBank*> banks_of(const std::vector<PastFile>& files) {
  std::vector<const LoadedBank*> banks;
  for (const PastFile& file : files) {
    const LoadedBank* bank = file.bank.get();
    const bool is_known = std::find(banks.begin(), banks.end(), bank) != banks.end();
    if (bank != nullptr && !is_known) banks.push_back(bank);
  }
  return banks;
}

void take(std::vector<PastFile> files, const std::string& as_of, Run& run) {
  std::vector<PastDiagnosis> diagnoses;
  for (PastFile& file : files) {
    // A file with broken seals is on the list: what it asks for was answered.
    if (!file.diagnosis) run.exit_code = ExitCode::cannot;
    if (file.diagnosis) diagnoses.push_back(*std::move(file.diagnosis));
    std::move(file.findings.begin(), file.findings.end(), std::back_inserter(run.findings));
    run.files.push_back({.path = file.path});
  }
  run.history = make_history(std::move(diagnoses), as_of);
}

}  // namespace

ExitCode run(const HistoryOptions& options, Env& env) {
  Run result;
  result.command = "history";
  result.history.as_of = options.as_of;
  Diagnostics diagnostics;
  BankShelf shelf(env);
  const std::string bank_path = shelf.resolve_option(options.input.banks, diagnostics);
  const auto inputs = diagnostics.has_errors()
                          ? std::nullopt
                          : find_inputs(options.input, Wanted::answers, env, diagnostics);
  if (inputs) {
    result.skipped = inputs->skipped;
    auto files = read_past_files(inputs->files, bank_path, options.common, shelf, env);
    tell_choices(banks_of(files), options.common, env);
    take(std::move(files), options.as_of, result);
  }
  if (diagnostics.has_errors()) result.exit_code = ExitCode::cannot;
  const auto general = resolve(SourceMap(), diagnostics);
  result.findings.insert(result.findings.begin(), general.begin(), general.end());
  return write_outputs(result, options.outputs, render::history_formats(), options.common, {}, env);
}

}  // namespace assess::cmd
