// Members of a cohort made by rule from a number.
#pragma once

#include <assess/cohort/builder.hpp>

#include <cstdint>
#include <random>
#include <vector>

namespace assess::test {

// Three levels, two variants, a section with two lowest areas below it and one that is lowest.
CohortBank sample_cohort_bank();

// With many equal values and many that are nearly so; some without size, division, areas or end.
CohortMember sample_member(std::mt19937& random);

std::vector<CohortMember> sample_members(std::uint32_t seed, std::size_t count);

Cohort cohort_of(const std::vector<CohortMember>& members);

}  // namespace assess::test
