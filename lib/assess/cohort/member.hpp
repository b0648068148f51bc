// One enterprise as a cohort sees it, and the classes by which members are told apart. Each has a
// bounded number of values, whatever the answer files say: that is what keeps a cohort small.
#pragma once

#include <assess/cohort/distribution.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

// 企业规模, the four classes of the statistics on enterprises.
enum class SizeClass { large, medium, small, micro, other, not_stated };
inline constexpr std::array all_size_classes{SizeClass::large, SizeClass::medium,
                                             SizeClass::small, SizeClass::micro,
                                             SizeClass::other, SizeClass::not_stated};

// `large`, `medium`, `small`, `micro`, `other`; empty for not stated.
std::string_view size_class_name(SizeClass size);

// What an answer file says as `size`: `中型`, `中`, `medium` in any case; blanks around it do not
// count. What is none of the four classes is `other`, nothing at all is not stated.
SizeClass size_class_of(std::string_view written);

// The division of a code of GB/T 4754, its letter and two digits: `C34` of `C3411`. Empty when the
// code has no such beginning.
std::string division_of(std::string_view code);

// The mark of an area that no open level asks of the enterprise, beside its values.
inline constexpr GridValue not_asked = 0xFFFF'FFFF;

// Held by the million where only the last of an enterprise counts: its figures are on the grid.
struct CohortMember {
  std::string variant;   // id, or empty for a bank without variants
  std::string division;  // as of `division_of`
  std::string finished;  // ISO 8601; empty: not finished
  SizeClass size = SizeClass::not_stated;
  int level = 0;  // attained
  GridValue total = 0;
  // The own total of each area of the cohort's bank (`CohortBank::areas`): its attained level plus
  // its score at the next one; or `not_asked`.
  std::vector<GridValue> areas;
};

}  // namespace assess
