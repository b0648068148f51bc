#include "past.hpp"

#include "progress.hpp"
#include <assess/base/date.hpp>
#include <assess/diag/rules.hpp>
#include <assess/diagnosis/seal.hpp>

#include <algorithm>
#include <set>

namespace assess::cmd {
namespace {

bool concerns_history(const Finding& finding) {
  return finding.severity == Severity::error || finding.rule == rules::answers_uscc_check.id;
}

// Sealed under another version of its bank and not changed since: its result stands as recorded.
bool was_of_another_bank(const Diagnosis& diagnosis) {
  const auto& seals = diagnosis.answers.seals;
  return !seals.empty() &&
         seals.front().bank != diagnosis.bank->id.value + "@" + diagnosis.bank->version &&
         seals_hold(diagnosis.answers);
}

PastDiagnosis with_recorded_result(PastDiagnosis past, const Diagnosis& diagnosis) {
  past.bank = diagnosis.answers.seals.front().bank;
  if (!past.result) return past;
  const int level = diagnosis.answers.finish->level;
  past.result->level = level;
  past.result->total = diagnosis.answers.finish->total;
  past.result->level_title = {};
  for (const Level& known : diagnosis.bank->levels) {
    if (known.number.value == level) past.result->level_title = known.title;
  }
  return past;
}

}  // namespace

std::optional<PastDiagnosis> past_of(const Diagnosed& diagnosed) {
  const std::string& path = diagnosed.file.path;
  if (diagnosed.file.diagnosis) return assess::past_of(*diagnosed.file.diagnosis, path);
  if (!diagnosed.unsealed) return std::nullopt;
  PastDiagnosis past = assess::past_of(*diagnosed.unsealed, path);
  if (was_of_another_bank(*diagnosed.unsealed))
    return with_recorded_result(std::move(past), *diagnosed.unsealed);
  past.seals_hold = false;
  past.result.reset();  // neither what is recorded nor what is computed now was submitted
  return past;
}

std::vector<PastFile> read_past_files(const std::vector<InputFile>& inputs,
                                      const std::string& bank_path, const CommonOptions& common,
                                      BankShelf& shelf, Env& env) {
  std::vector<PastFile> files;
  std::set<const LoadedBank*> told;
  Progress progress(inputs.size(), common, env);
  for (const InputFile& input : inputs) {
    const Diagnosed diagnosed = diagnose(input, bank_path, Depth::score, {}, shelf, env);
    PastFile file{.path = input.path,
                  .diagnosis = past_of(diagnosed),
                  .findings = {},
                  .bank = diagnosed.bank};
    const LoadedBank* bank = diagnosed.bank.get();
    if (bank != nullptr && bank->has_errors() && told.insert(bank).second) {
      file.findings = bank->findings;
    }
    std::copy_if(diagnosed.findings.begin(), diagnosed.findings.end(),
                 std::back_inserter(file.findings), concerns_history);
    if (diagnosed.unsealed && file.diagnosis && file.diagnosis->seals_hold) {
      std::erase_if(file.findings, [](const Finding& finding) {
        return finding.rule == rules::seal_changed.id;  // only the bank has changed
      });
    }
    files.push_back(std::move(file));
    progress.step();
  }
  return files;
}

std::optional<EarlierDiagnoses> find_earlier(const ReportOptions& options, const InputFile& self,
                                             const Diagnosis& diagnosis,
                                             const std::string& bank_path, BankShelf& shelf,
                                             Env& env, Diagnostics& diagnostics) {
  InputOptions input{.paths = {options.history}, .allow_empty = true};
  auto inputs = find_inputs(input, Wanted::answers, env, diagnostics);
  if (!inputs || diagnostics.has_errors()) return std::nullopt;
  if (!self.is_stdin) {
    const std::string identity = env.files.identity(self.path);
    std::erase_if(inputs->files,
                  [&](const InputFile& file) { return env.files.identity(file.path) == identity; });
  }
  const PastDiagnosis present = past_of(diagnosis, self.path);
  EarlierDiagnoses out;
  std::vector<PastDiagnosis> all;
  for (PastFile& file : read_past_files(inputs->files, bank_path, options.common, shelf, env)) {
    const bool may_be_missing = !file.diagnosis || is_same_enterprise(*file.diagnosis, present);
    if (may_be_missing) {
      std::move(file.findings.begin(), file.findings.end(), std::back_inserter(out.findings));
    }
    out.is_complete = out.is_complete && file.diagnosis;
    if (file.diagnosis) all.push_back(*std::move(file.diagnosis));
  }
  // A report does not look at the clock: without a date of its own no day is in the future.
  const std::string as_of = options.date ? iso_date(*options.date) : "9999-12-31";
  out.diagnoses = earlier_than(present, make_history(std::move(all), as_of));
  return out;
}

}  // namespace assess::cmd
