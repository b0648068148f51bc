// The verdict: the gates that a user set, and whether a scorecard meets them. Compared exactly.
#pragma once

#include <assess/base/fraction.hpp>
#include <assess/base/language.hpp>
#include <assess/score/score.hpp>

#include <optional>
#include <string>
#include <vector>

namespace assess {

// What is demanded; all of it optional.
struct Gates {
  struct AreaMinimum {
    std::string area;
    Fraction minimum;
  };
  std::optional<int> min_level;
  std::optional<Fraction> min_total;
  // Against the area's own total: its attained level plus its score at the next, in the units of
  // the total (0.8 asks for the threshold of level 1, 1.5 for level 1 and half of level 2).
  std::vector<AreaMinimum> min_areas;
  // Every question of the open levels is answered; the level that opened last may be untouched.
  bool require_complete = false;

  bool is_empty() const {
    return !min_level && !min_total && min_areas.empty() && !require_complete;
  }
};

// One gate and how it came out. Limit and actual value as people read them: decimals enough to tell
// them apart.
struct GateResult {
  std::string target;  // `level`, `total`, `complete`, or the id of an area
  Text name;           // the same in words
  std::string op = ">=";
  std::string limit;
  std::optional<std::string> actual;  // absent when there is nothing to compare: the gate is missed
  bool passed = false;
};

struct Verdict {
  std::vector<GateResult> gates;
  bool passed = true;  // true also when nothing was demanded
};

// Areas that the bank does not have are the caller's to refuse beforehand.
Verdict judge(const Sheet& sheet, const Scorecard& card, const Gates& gates);

}  // namespace assess
