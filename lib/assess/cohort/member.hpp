// One enterprise as a cohort sees it, and the classes by which members are told apart. Each has a
// bounded number of values, whatever the answer files say: that is what keeps a cohort small.
#pragma once

#include <assess/base/fraction.hpp>

#include <array>
#include <optional>
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

struct CohortMember {
  // By which several diagnoses of one enterprise are known: its normalised code, else its name. The
  // cohort does not keep it.
  std::string enterprise;
  std::string variant;  // id, or empty for a bank without variants
  SizeClass size = SizeClass::not_stated;
  std::string division;  // as of `division_of`
  int level = 0;         // attained
  Fraction total;
  // The own total of each area of the cohort's bank (`CohortBank::areas`): its attained level plus
  // its score at the next one. Absent where no open level asks anything of the enterprise.
  std::vector<std::optional<Fraction>> areas;
  std::string finished;  // ISO 8601; empty: not finished
};

}  // namespace assess
