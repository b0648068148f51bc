#include "batch_cohort.hpp"

#include "cohorts.hpp"
#include "past.hpp"
#include <assess/render/cohort.hpp>
#include <assess/report/member.hpp>

#include <fmt/format.h>

#include <utility>

namespace assess::cmd {

void BatchCohort::join(const Diagnosed& diagnosed, Diagnostics& diagnostics) {
  if (path_.empty()) return;
  const RunFile& file = diagnosed.file;
  const bool is_scored = file.outcome != Outcome::unreadable;
  if (is_scored) {
    ++scored_;
    if (!scored_bank_) scored_bank_ = file.diagnosis->bank;
  }
  if (is_last_valid_) {
    hold(diagnosed);
  } else if (is_scored) {
    add(file.diagnosis->bank, file.path, member_of(*file.diagnosis), diagnostics);
  }
}

void BatchCohort::hold(const Diagnosed& diagnosed) {
  const auto past = past_of(diagnosed);
  auto attempt = past ? attempt_of(*past) : std::nullopt;
  if (!attempt) return;
  attempts_.push_back(*std::move(attempt));
  // One that was finished under another version of its bank stands, though it cannot be scored now.
  const RunFile& file = diagnosed.file;
  Held& held = held_.emplace_back();
  if (file.outcome == Outcome::unreadable) return;
  held = {file.diagnosis->bank, file.path, member_of(*file.diagnosis)};
}

void BatchCohort::add_last_valid(Diagnostics& diagnostics) {
  for (const std::size_t place : last_valid(attempts_)) {
    const Held& held = held_[place];
    if (held.bank) add(held.bank, held.path, held.member, diagnostics);
  }
  // That nobody counts is a result too, which a file of an earlier run must not hide.
  if (!builder_ && scored_bank_) start(*scored_bank_, {});
}

void BatchCohort::start(const Bank& bank, const std::string& path) {
  bank_ = cohort_bank(bank);
  first_ = path;
  builder_.emplace(*bank_);
}

void BatchCohort::add(const std::shared_ptr<const Bank>& bank, const std::string& path,
                      const CohortMember& member, Diagnostics& diagnostics) {
  if (has_other_bank_) return;
  if (!builder_) start(*bank, path);
  if (bank != last_bank_) {
    has_other_bank_ = !is_of_bank(cohort_bank(*bank), path, *bank_, first_, diagnostics);
    last_bank_ = bank;
  }
  if (has_other_bank_) return;
  builder_->add(member);
  ++members_;
}

void BatchCohort::write(Env& env, Diagnostics& diagnostics) {
  if (is_last_valid_) add_last_valid(diagnostics);
  if (!builder_ || has_other_bank_) return;
  env.files.write(path_, render::cohort_json(builder_->take()), diagnostics);
}

std::string BatchCohort::summary(Language language) const {
  if (!is_last_valid_ || has_other_bank_) return {};
  const std::size_t left_out = scored_ - members_;
  return language == Language::zh
             ? fmt::format("；同行统计计入 {}，未计入 {}", members_, left_out)
             : fmt::format("; cohort: {} counted, {} left out", members_, left_out);
}

}  // namespace assess::cmd
