// A weighted mean, exact. As long as 64 bits hold it, it is added up in whole numbers over one
// denominator, which nothing reduces until the end.
#pragma once

#include <assess/base/fraction.hpp>
#include <assess/tailor/tailor.hpp>

#include <cstdint>
#include <optional>

namespace assess {

class WeightedMean {
 public:
  void add(const Fraction& weight, const Fraction& value);

  // An area among its siblings, with the score of it. Not to be mixed with the other.
  void add(const SheetArea& area, const Fraction& score);

  // Absent when there was nothing to add, or all of it weighs 0.
  std::optional<Fraction> value() const;

 private:
  bool add_whole(std::int64_t weight, const Fraction& value);
  void leave_whole_numbers();

  bool is_whole_ = true;
  // Of whole numbers: the sum is a quotient of two.
  std::int64_t whole_weights_ = 0;
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
  // Of others.
  Fraction weights_;
  Fraction sum_;
};

}  // namespace assess
