#include <assess/score/weighted_mean.hpp>

#include <numeric>

namespace assess {
namespace {

// False when the result does not fit.
bool multiply(std::int64_t a, std::int64_t b, std::int64_t& out) {
  return !__builtin_mul_overflow(a, b, &out);
}

bool add_up(std::int64_t a, std::int64_t b, std::int64_t& out) {
  return !__builtin_add_overflow(a, b, &out);
}

}  // namespace

void WeightedMean::add(const Fraction& weight, const Fraction& value) {
  leave_whole_numbers();
  weights_ += weight;
  sum_ += weight * value;
}

void WeightedMean::add(const SheetArea& area, const Fraction& score) {
  if (!area.units) return add(area.weight, score);
  if (is_whole_ && add_whole(*area.units, score)) return;
  add(Fraction(*area.units), score);
}

// Changes nothing when it says false.
bool WeightedMean::add_whole(std::int64_t weight, const Fraction& value) {
  const auto small = value.in_64_bits();
  if (!small) return false;
  std::int64_t own = 1;    // what the denominator so far is to be multiplied by
  std::int64_t other = 1;  // and that of the value
  if (small->denominator != denominator_) {
    const std::int64_t divisor = std::gcd(denominator_, small->denominator);
    own = small->denominator / divisor;
    other = denominator_ / divisor;
  }
  std::int64_t weights = 0;
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  std::int64_t part = 0;
  const bool fits = add_up(whole_weights_, weight, weights) &&
                    multiply(small->numerator, weight, part) && multiply(part, other, part) &&
                    multiply(numerator_, own, numerator) && add_up(numerator, part, numerator) &&
                    multiply(denominator_, own, denominator);
  if (!fits) return false;
  whole_weights_ = weights;
  numerator_ = numerator;
  denominator_ = denominator;
  return true;
}

void WeightedMean::leave_whole_numbers() {
  if (!is_whole_) return;
  is_whole_ = false;
  weights_ = whole_weights_;
  sum_ = Fraction(numerator_, denominator_);
}

std::optional<Fraction> WeightedMean::value() const {
  if (!is_whole_) return weights_ == Fraction(0) ? std::nullopt : std::optional(sum_ / weights_);
  if (whole_weights_ == 0) return std::nullopt;
  std::int64_t denominator = 0;
  if (multiply(denominator_, whole_weights_, denominator)) return Fraction(numerator_, denominator);
  return Fraction(numerator_, denominator_) / Fraction(whole_weights_);
}

}  // namespace assess
