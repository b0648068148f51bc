// Where one member stands among the others of a cohort.
#pragma once

#include <assess/cohort/cohort.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace assess {

// Among some members. Whether the one that is placed is one of them makes no difference to how its
// rank is told: it is then one of the equal ones.
struct Rank {
  std::int64_t among = 0;  // over 0
  Fraction value;          // of the member, as on the grid
  Fraction rank;           // 0..1: the share strictly below it plus half of those equal
  Fraction median;         // of those it is compared with
};

struct Placement {
  // Of the total. Absent where there is nobody to be compared with, or the member does not say
  // which group it belongs to.
  std::optional<Rank> all;
  std::optional<Rank> variant;
  std::optional<Rank> size;
  std::optional<Rank> division;
  // Of the own totals of areas, parallel to `CohortBank::areas`; absent likewise, and where the
  // member has none.
  std::vector<std::optional<Rank>> areas;
};

// A member of the same bank.
Placement place(const Cohort& cohort, const CohortMember& member);

}  // namespace assess
