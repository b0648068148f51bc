#include "batch_cohort.hpp"

#include "cohorts.hpp"
#include <assess/render/cohort.hpp>
#include <assess/report/member.hpp>

namespace assess::cmd {

void BatchCohort::join(const RunFile& file, Diagnostics& diagnostics) {
  if (path_.empty() || has_other_bank_ || file.outcome == Outcome::unreadable) return;
  const Diagnosis& diagnosis = *file.diagnosis;
  if (!builder_) {
    bank_ = cohort_bank(*diagnosis.bank);
    first_ = file.path;
    builder_.emplace(*bank_);
  }
  if (diagnosis.bank != last_bank_) {
    has_other_bank_ =
        !is_of_bank(cohort_bank(*diagnosis.bank), file.path, *bank_, first_, diagnostics);
    last_bank_ = diagnosis.bank;
  }
  if (!has_other_bank_) builder_->add(member_of(diagnosis));
}

void BatchCohort::write(Env& env, Diagnostics& diagnostics) {
  if (!builder_ || has_other_bank_) return;
  env.files.write(path_, render::cohort_json(builder_->take()), diagnostics);
}

}  // namespace assess::cmd
