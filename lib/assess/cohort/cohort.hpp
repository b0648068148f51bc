// Statistics over many members that can be merged: what a part knows is exact counts, so the merge
// of parts equals the cohort of the whole, bit by bit, in any order and grouping.
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/cohort/distribution.hpp>
#include <assess/cohort/member.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assess {

// What a cohort knows of its bank: enough to be read without it.
struct CohortBank {
  struct Level {
    Fraction threshold;
    Text title;
    friend bool operator==(const Level&, const Level&) = default;
  };
  struct Variant {
    std::string id;
    Text title;
    friend bool operator==(const Variant&, const Variant&) = default;
  };
  struct Area {
    std::string id;
    Text title;
    int section = 0;  // its number, 0 for none
    bool is_lowest = false;
    friend bool operator==(const Area&, const Area&) = default;
  };
  std::string id;
  std::string version;
  Text title;
  std::vector<Level> levels;
  std::vector<Variant> variants;
  std::vector<Area> areas;  // the sections and the lowest areas, in the bank's order

  std::string name() const { return id + "@" + version; }
  friend bool operator==(const CohortBank&, const CohortBank&) = default;
};
CohortBank cohort_bank(const Bank& bank);

// The areas of the bank that a cohort has figures of, parallel to `CohortBank::areas`.
std::vector<AreaId> cohort_areas(const Bank& bank);

struct CohortGroup {
  std::vector<std::int64_t> levels;  // members by attained level, from 0 for none
  Distribution total;

  std::int64_t count() const { return total.count(); }
  friend bool operator==(const CohortGroup&, const CohortGroup&) = default;
};

// By id of the variant, name of the size class, division; empty for those that say nothing.
using CohortGroups = std::map<std::string, CohortGroup>;

struct Cohort {
  CohortBank bank;
  CohortGroup all;
  CohortGroups by_variant;
  CohortGroups by_size;
  CohortGroups by_division;
  std::vector<Distribution> areas;  // own totals, parallel to `CohortBank::areas`
  std::int64_t finished = 0;        // members whose diagnosis is finished
  std::string first;                // the earliest day on which one was, and the latest
  std::string last;

  std::int64_t count() const { return all.count(); }
  friend bool operator==(const Cohort&, const Cohort&) = default;
};

// A count has 32 bits; no country has as many enterprises.
inline constexpr std::int64_t max_cohort_members = 4'000'000'000;

// Why two cohorts cannot become one.
enum class MergeObstacle {
  other_bank,      // of another id or version
  other_contents,  // the same version, but other levels, variants or areas
  too_many,        // together more than `max_cohort_members`
};
std::optional<MergeObstacle> merge_obstacle(const Cohort& a, const Cohort& b);

// Of two between which there is no obstacle.
Cohort merged(const Cohort& a, const Cohort& b);

// The group of a member that says `key`, or nullptr.
const CohortGroup* find_group(const CohortGroups& groups, const std::string& key);

}  // namespace assess
