#include <assess/cohort/place.hpp>

namespace assess {
namespace {

std::optional<Rank> rank_in(const Distribution& others, GridValue own) {
  if (others.is_empty()) return std::nullopt;
  return Rank{others.count(), from_grid(own), others.rank_of(own), others.median()};
}

std::optional<Rank> rank_in(const CohortGroups& groups, const std::string& key, GridValue own) {
  const CohortGroup* group = key.empty() ? nullptr : find_group(groups, key);
  return group == nullptr ? std::nullopt : rank_in(group->total, own);
}

}  // namespace

Placement place(const Cohort& cohort, const CohortMember& member) {
  Placement out{
      .all = rank_in(cohort.all.total, member.total),
      .variant = rank_in(cohort.by_variant, member.variant, member.total),
      .size = rank_in(cohort.by_size, std::string(size_class_name(member.size)), member.total),
      .division = rank_in(cohort.by_division, member.division, member.total),
      .areas = {}};
  for (std::size_t i = 0; i < cohort.areas.size(); ++i) {
    const GridValue own = member.areas[i];
    out.areas.push_back(own == not_asked ? std::nullopt : rank_in(cohort.areas[i], own));
  }
  return out;
}

}  // namespace assess
