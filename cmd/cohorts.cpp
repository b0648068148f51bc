#include "cohorts.hpp"

#include <assess/cohort/read.hpp>
#include <assess/diag/rules.hpp>
#include <assess/report/member.hpp>

namespace assess::cmd {

std::optional<Cohort> load_cohort(const std::string& path, Env& env, Diagnostics& diagnostics) {
  const auto bytes = env.files.read(path, diagnostics, cohort_limits::bytes);
  return bytes ? read_cohort(*bytes, path, diagnostics) : std::nullopt;
}

bool is_of_bank(const CohortBank& bank, const std::string& path, const CohortBank& first,
                const std::string& first_path, Diagnostics& diagnostics) {
  if (bank == first) return true;
  const std::string ours = bank.name();
  const std::string theirs = first.name();
  const Text reason =
      ours == theirs
          ? Text{"题库都是 " + ours + "，其中的等级、企业类型或能力项却不一样",
                 "both are of the bank " + ours + ", but with other levels, variants or areas"}
          : Text{"题库分别是 " + theirs + " 和 " + ours,
                 "the one is of the bank " + theirs + ", the other of " + ours};
  diagnostics.report(rules::cohort_other_bank, std::nullopt, first_path, path, reason);
  return false;
}

std::optional<Placement> place_in(const Cohort& cohort, const std::string& cohort_path,
                                  const Diagnosis& diagnosis, const std::string& path,
                                  Diagnostics& diagnostics) {
  if (!is_of_bank(cohort_bank(*diagnosis.bank), path, cohort.bank, cohort_path, diagnostics)) {
    return std::nullopt;
  }
  return place(cohort, member_of(diagnosis));
}

}  // namespace assess::cmd
