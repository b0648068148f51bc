#include <assess/cohort/builder.hpp>

#include <algorithm>
#include <cassert>
#include <utility>

namespace assess {

CohortBuilder::CohortBuilder(CohortBank bank)
    : bank_(std::move(bank)), areas_(bank_.areas.size()) {}

void CohortBuilder::add(const CohortMember& member) {
  assert(member.areas.size() == areas_.size());
  add_to(all_, member.level, member.total);
  add_to(by_variant_[member.variant], member.level, member.total);
  add_to(by_size_[std::string(size_class_name(member.size))], member.level, member.total);
  add_to(by_division_[member.division], member.level, member.total);
  for (std::size_t i = 0; i < areas_.size(); ++i) {
    if (member.areas[i] != not_asked) areas_[i].add(member.areas[i]);
  }
  if (member.finished.empty()) return;
  ++finished_;
  if (first_.empty() || member.finished < first_) first_ = member.finished;
  if (member.finished > last_) last_ = member.finished;
}

void CohortBuilder::add_to(Group& group, int level, GridValue total) const {
  if (group.levels.empty()) group.levels.resize(bank_.levels.size() + 1);
  ++group.levels[static_cast<std::size_t>(level)];
  group.total.add(total);
}

CohortGroup CohortBuilder::taken(Group& group) const {
  CohortGroup out{std::exchange(group.levels, {}), group.total.take()};
  out.levels.resize(bank_.levels.size() + 1);  // of nobody
  return out;
}

CohortGroups CohortBuilder::taken(Groups& groups) const {
  CohortGroups out;
  for (auto& [key, group] : groups) out.emplace(key, taken(group));
  groups.clear();
  return out;
}

Cohort CohortBuilder::take() {
  Cohort out{.bank = bank_,
             .all = taken(all_),
             .by_variant = taken(by_variant_),
             .by_size = taken(by_size_),
             .by_division = taken(by_division_),
             .areas = {},
             .finished = std::exchange(finished_, 0),
             .first = std::exchange(first_, {}),
             .last = std::exchange(last_, {})};
  for (DistributionBuilder& area : areas_) out.areas.push_back(area.take());
  return out;
}

}  // namespace assess
