#include <assess/score/weighted_mean.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

SheetArea area_of(std::int64_t units) {
  return {.area = {}, .parent = {}, .children = {}, .weight = Fraction(units), .units = units};
}

std::string shown(const WeightedMean& mean) {
  const auto value = mean.value();
  return value ? value->exact() : "null";
}

TEST_CASE("a mean of nothing, and one of what weighs nothing, is absent") {
  WeightedMean mean;
  CHECK(shown(mean) == "null");
  mean.add(area_of(0), Fraction(1, 2));
  CHECK(shown(mean) == "null");
  WeightedMean other;
  other.add(Fraction(0), Fraction(1, 2));
  CHECK(shown(other) == "null");
}

TEST_CASE("scores over one denominator and over several are added up exactly") {
  WeightedMean mean;
  mean.add(area_of(3), Fraction(7, 10));
  mean.add(area_of(1), Fraction(3, 10));
  CHECK(shown(mean) == "3/5");
  mean.add(area_of(4), Fraction(1, 3));
  CHECK(shown(mean) == "7/15");
  mean.add(area_of(2), Fraction(1));
  CHECK(shown(mean) == "43/75");
}

// Denominators that have nothing in common: their product outgrows 64 bits on the way, and 128.
TEST_CASE("a mean that outgrows its whole numbers goes on in fractions") {
  const std::vector<std::int64_t> primes{2147483629, 2147483587, 2147483579,
                                         2147483563, 2147483549, 2147483543};
  for (std::size_t count = 1; count <= primes.size(); ++count) {
    WeightedMean mean;
    Fraction sum;
    Fraction weights;
    for (std::size_t i = 0; i < count; ++i) {
      const auto units = static_cast<std::int64_t>(i) + 1;
      const Fraction score(primes[i] - units, primes[i]);
      mean.add(area_of(units), score);
      sum += Fraction(units) * score;
      weights += Fraction(units);
    }
    CAPTURE(count);
    CHECK(shown(mean) == (sum / weights).exact());
  }
}

TEST_CASE("a score that 64 bits do not hold is added up as the others are") {
  const Fraction tiny = *Fraction::parse("1/170141183460469231731687303715884105727");
  WeightedMean mean;
  mean.add(area_of(1), Fraction(1, 2));
  mean.add(area_of(2), tiny);
  mean.add(area_of(1), Fraction(1, 2));
  CHECK(shown(mean) == ((Fraction(1) + Fraction(2) * tiny) / Fraction(4)).exact());
}

}  // namespace
}  // namespace assess::test
