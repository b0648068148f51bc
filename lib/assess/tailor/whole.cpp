#include <assess/tailor/whole.hpp>

#include <numeric>

namespace assess {

std::optional<Whole> in_whole_numbers(const std::vector<Fraction>& values) {
  Whole out;
  for (const Fraction& value : values) {
    const auto pair = value.in_64_bits();
    if (!pair || pair->numerator > most_whole || pair->denominator > most_whole) {
      return std::nullopt;
    }
    if (out.per_one % pair->denominator == 0) continue;
    out.per_one = std::lcm(out.per_one, pair->denominator);  // both up to 2^31
    if (out.per_one > most_whole) return std::nullopt;
  }
  out.numbers.reserve(values.size());
  for (const Fraction& value : values) {
    const auto pair = *value.in_64_bits();
    out.numbers.push_back(pair.numerator * (out.per_one / pair.denominator));  // up to 2^62
    if (out.numbers.back() > most_whole) return std::nullopt;
  }
  return out;
}

}  // namespace assess
