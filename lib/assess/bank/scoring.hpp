// The rules of scoring that a bank chooses among (contract 2).
#pragma once

#include <assess/base/fraction.hpp>
#include <assess/diag/source.hpp>

#include <optional>
#include <string_view>

namespace assess {

enum class Progression { sequential, open };
enum class EmptyArea { exclude, met };
enum class NotApplicable { tailored, any, never };
enum class SatisfiedCounts { one, score };
std::string_view progression_name(Progression value);
std::string_view empty_area_name(EmptyArea value);
std::string_view not_applicable_name(NotApplicable value);
std::string_view satisfied_counts_name(SatisfiedCounts value);

struct Scoring {
  Progression progression = Progression::sequential;
  EmptyArea empty_area = EmptyArea::exclude;
  NotApplicable not_applicable = NotApplicable::tailored;
  SatisfiedCounts satisfied_counts = SatisfiedCounts::one;
  std::optional<Located<Fraction>> weights_sum;
};

}  // namespace assess
