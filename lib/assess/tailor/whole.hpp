// Fractions as whole numbers of one unit, for those who add them up again and again.
#pragma once

#include <assess/base/fraction.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace assess {

struct Whole {
  std::int64_t per_one = 1;  // how many of the unit are 1
  std::vector<std::int64_t> numbers;
};

// In the coarsest unit that they have in common; none may be negative. nullopt when that takes a
// number beyond `most_whole`.
inline constexpr std::int64_t most_whole = std::int64_t{1} << 31;
std::optional<Whole> in_whole_numbers(const std::vector<Fraction>& values);

}  // namespace assess
