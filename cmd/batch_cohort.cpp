#include "batch_cohort.hpp"

#include "cohorts.hpp"
#include "past.hpp"
#include <assess/render/cohort.hpp>
#include <assess/report/member.hpp>

#include <fmt/format.h>

#include <utility>

namespace assess::cmd {

BatchCohort::Candidate BatchCohort::candidate(const Diagnosed& diagnosed) const {
  Candidate out;
  if (path_.empty()) return out;
  if (is_last_valid_) {
    const auto past = past_of(diagnosed);
    out.attempt = past ? attempt_of(*past) : std::nullopt;
  }
  // One that was finished under another version of its bank stands, though it cannot be scored now.
  const RunFile& file = diagnosed.file;
  out.is_scored = file.outcome != Outcome::unreadable;
  if (!out.is_scored) return out;
  out.bank = file.diagnosis->bank;
  out.path = file.path;
  if (!is_last_valid_ || out.attempt) out.member = member_of(*file.diagnosis);
  return out;
}

void BatchCohort::join(Candidate candidate, Diagnostics& diagnostics) {
  if (candidate.is_scored) {
    ++scored_;
    if (!scored_bank_) scored_bank_ = candidate.bank;
  }
  if (is_last_valid_ && candidate.attempt) {
    attempts_.push_back(*std::move(candidate.attempt));
    Held& held = held_.emplace_back();
    if (!candidate.is_scored) return;
    held = {std::move(candidate.bank), std::move(candidate.path), *std::move(candidate.member)};
  } else if (!is_last_valid_ && candidate.is_scored) {
    add(candidate.bank, candidate.path, *candidate.member, diagnostics);
  }
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
