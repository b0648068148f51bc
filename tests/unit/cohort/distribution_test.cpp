#include <assess/cohort/distribution.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace assess {
namespace {

Distribution of(const std::vector<GridValue>& values) {
  DistributionBuilder builder;
  for (const GridValue value : values) builder.add(value);
  return builder.take();
}

// By the words of the definition: each member's value in turn, is it the one?
Fraction naive_quantile(std::vector<GridValue> values, std::size_t part, std::size_t of_all) {
  std::sort(values.begin(), values.end());
  for (const GridValue candidate : values) {
    const auto at_or_below = static_cast<std::size_t>(std::count_if(
        values.begin(), values.end(), [&](GridValue value) { return value <= candidate; }));
    if (at_or_below * of_all >= values.size() * part) return from_grid(candidate);
  }
  return {};
}

TEST_CASE("a value is rounded half up onto the grid") {
  CHECK(on_grid(Fraction(0)) == 0);
  CHECK(on_grid(Fraction(4, 5)) == 8'000);
  CHECK(on_grid(Fraction(1, 3)) == 3'333);
  CHECK(on_grid(Fraction(1, 20'000)) == 1);
  CHECK(on_grid(Fraction(99'999, 2'000'000'000)) == 0);
  CHECK(on_grid(Fraction(5)) == 50'000);
  CHECK(from_grid(8'000) == Fraction(4, 5));
}

TEST_CASE("a value too long for the machine is rounded as a short one") {
  std::mt19937 random(7);
  for (int i = 0; i < 200; ++i) {
    const Fraction value(static_cast<std::int64_t>(random() % 100'000), 99'991);
    Fraction near = value;
    for (int j = 0; j < 12; ++j) near = near * Fraction(1'000'003, 1'000'033);
    CAPTURE(near.exact());
    const std::string rounded = near.rounded(4);
    CHECK(from_grid(on_grid(near)) == *Fraction::parse(rounded));
    CHECK(from_grid(on_grid(value)) == *Fraction::parse(value.rounded(4)));
  }
}

TEST_CASE("one member is its own mean, quartiles and ends") {
  const Distribution one = of({8'152});
  CHECK(one.count() == 1);
  for (const Fraction& figure : {one.mean(), one.minimum(), one.maximum(), one.quantile(1, 4),
                                 one.median(), one.quantile(3, 4)}) {
    CHECK(figure == Fraction(8'152, 10'000));
  }
  CHECK(one.rank_of(8'151) == Fraction(0));
  CHECK(one.rank_of(8'152) == Fraction(1, 2));
  CHECK(one.rank_of(8'153) == Fraction(1));
}

TEST_CASE("quartiles are those of the definition") {
  CHECK(of({1, 2, 3, 4}).quantile(1, 4) == from_grid(1));
  CHECK(of({1, 2, 3, 4}).median() == from_grid(2));
  CHECK(of({1, 2, 3, 4}).quantile(3, 4) == from_grid(3));
  CHECK(of({5, 5, 5, 9}).quantile(3, 4) == from_grid(5));
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    std::vector<GridValue> values(1 + random() % 40);
    const GridValue spread = 1 + static_cast<GridValue>(random() % 30);
    for (GridValue& value : values) value = static_cast<GridValue>(random()) % spread;
    const Distribution distribution = of(values);
    for (const std::size_t part : {1U, 2U, 3U}) {
      CHECK(distribution.quantile(static_cast<int>(part), 4) == naive_quantile(values, part, 4));
    }
  }
}

TEST_CASE("mean and rank are those of a naive count") {
  std::mt19937 random(2);
  for (int round = 0; round < 200; ++round) {
    std::vector<GridValue> values(1 + random() % 1'000);
    for (GridValue& value : values) value = static_cast<GridValue>(random()) % 500;
    const Distribution distribution = of(values);
    Fraction sum;
    for (const GridValue value : values) sum += from_grid(value);
    const auto count = static_cast<std::int64_t>(values.size());
    CHECK(distribution.count() == count);
    CHECK(distribution.mean() == sum / Fraction(count));
    const auto asked = static_cast<GridValue>(random()) % 500;
    const auto below =
        std::count_if(values.begin(), values.end(), [&](GridValue value) { return value < asked; });
    const auto equal = std::count(values.begin(), values.end(), asked);
    CHECK(distribution.rank_of(asked) == Fraction(2 * below + equal, 2 * count));
  }
}

TEST_CASE("a histogram counts everybody once, the upper end with the last step") {
  const Distribution distribution = of({0, 999, 1'000, 1'999, 29'999, 30'000});
  const auto counts = distribution.histogram(1'000, 30);
  CHECK(counts.size() == 30);
  CHECK(counts[0] == 2);
  CHECK(counts[1] == 2);
  CHECK(counts[29] == 2);
  CHECK(Distribution().histogram(1'000, 2) == std::vector<std::int64_t>{0, 0});
}

}  // namespace
}  // namespace assess
