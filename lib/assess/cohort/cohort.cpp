#include <assess/cohort/cohort.hpp>

#include <algorithm>
#include <cassert>

namespace assess {
namespace {

CohortGroup merged(const CohortGroup& a, const CohortGroup& b) {
  CohortGroup out{a.levels, merged(a.total, b.total)};
  for (std::size_t i = 0; i < out.levels.size(); ++i) out.levels[i] += b.levels[i];
  return out;
}

CohortGroups merged(const CohortGroups& a, const CohortGroups& b) {
  CohortGroups out = a;
  for (const auto& [key, group] : b) {
    const auto [place, is_new] = out.try_emplace(key, group);
    if (!is_new) place->second = merged(place->second, group);
  }
  return out;
}

}  // namespace

std::vector<AreaId> cohort_areas(const Bank& bank) {
  std::vector<AreaId> out;
  for (std::uint32_t i = 0; i < bank.areas.size(); ++i) {
    if (bank.areas[i].section || bank.areas[i].is_leaf()) out.push_back(AreaId{i});
  }
  return out;
}

CohortBank cohort_bank(const Bank& bank) {
  CohortBank out{.id = bank.id.value,
                 .version = bank.version,
                 .title = bank.title,
                 .levels = {},
                 .variants = {},
                 .areas = {}};
  for (const Level& level : bank.levels) out.levels.push_back({level.threshold.value, level.title});
  for (const Variant& variant : bank.variants) {
    out.variants.push_back({variant.id.value, variant.title});
  }
  for (const AreaId id : cohort_areas(bank)) {
    const Area& area = bank.area(id);
    out.areas.push_back(
        {area.id.value, area.title, area.section ? area.section->value : 0, area.is_leaf()});
  }
  return out;
}

std::optional<MergeObstacle> merge_obstacle(const Cohort& a, const Cohort& b) {
  if (a.bank.name() != b.bank.name()) return MergeObstacle::other_bank;
  if (a.bank != b.bank) return MergeObstacle::other_contents;
  if (a.count() + b.count() > max_cohort_members) return MergeObstacle::too_many;
  return std::nullopt;
}

Cohort merged(const Cohort& a, const Cohort& b) {
  assert(!merge_obstacle(a, b));
  Cohort out{.bank = a.bank,
             .all = merged(a.all, b.all),
             .by_variant = merged(a.by_variant, b.by_variant),
             .by_size = merged(a.by_size, b.by_size),
             .by_division = merged(a.by_division, b.by_division),
             .areas = {},
             .finished = a.finished + b.finished,
             .first = std::min(a.first, b.first),
             .last = std::max(a.last, b.last)};
  if (a.first.empty() || b.first.empty()) out.first = std::max(a.first, b.first);
  for (std::size_t i = 0; i < a.areas.size(); ++i) {
    out.areas.push_back(merged(a.areas[i], b.areas[i]));
  }
  return out;
}

const CohortGroup* find_group(const CohortGroups& groups, const std::string& key) {
  const auto found = groups.find(key);
  return found == groups.end() ? nullptr : &found->second;
}

}  // namespace assess
