// The sums behind a breakdown, written out so that a person can check them by hand.
#pragma once

#include <assess/base/language.hpp>
#include <assess/report/breakdown.hpp>

#include <string>
#include <vector>

namespace assess::report {

// `0.06 × 1 + 0.94 × 0.5 = 0.53`. Numbers stand there exactly, as decimals or fractions; where they
// would be too long they are rounded, and the sign is `≈`.
struct Calculation {
  Words what;
  std::string formula;
};

// Of the score, from what lies right below it; of an area also of its part in the level, and of
// what it brings in. Empty where nothing is scored.
std::vector<Calculation> calculations(const Diagnosis& diagnosis, const Breakdown& breakdown);

}  // namespace assess::report
