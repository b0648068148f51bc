// How one figure is spread over many members: exact counts on a fixed grid, so that the
// distributions of parts add up to that of the whole, bit by bit, in any order.
#pragma once

#include <assess/base/fraction.hpp>

#include <cstdint>
#include <vector>

namespace assess {

// A value as a cohort keeps it: in ten-thousandths, rounded half up when the member is made.
// Rounded from the start, because that alone is both mergeable and bounded: five levels have 50,001
// values, however many members there are, while exact fractions are almost as many as the members.
// Twice the decimals that people are shown.
using GridValue = std::uint32_t;
inline constexpr std::int64_t grid_units = 10'000;
GridValue on_grid(const Fraction& value);  // of a value that is not negative
Fraction from_grid(GridValue value);

class Distribution {
 public:
  struct Entry {
    GridValue value = 0;
    std::uint32_t count = 0;
    friend bool operator==(const Entry&, const Entry&) = default;
  };

  Distribution() = default;
  // Rising values, each with a count over 0.
  explicit Distribution(std::vector<Entry> entries) : entries_(std::move(entries)) {}

  const std::vector<Entry>& entries() const { return entries_; }
  bool is_empty() const { return entries_.empty(); }
  std::int64_t count() const;

  // The share of members strictly below plus half of those equal; of a distribution that is not
  // empty, as all that follows.
  Fraction rank_of(GridValue value) const;

  Fraction mean() const;
  Fraction minimum() const { return from_grid(entries_.front().value); }
  Fraction maximum() const { return from_grid(entries_.back().value); }

  // The smallest value with at least `part`/`of` of the members at or below it.
  Fraction quantile(int part, int of) const;
  Fraction median() const { return quantile(1, 2); }

  // Members by step of `width`: the first from 0, each without its upper end but the last of
  // `steps`, to which all that lies above belongs too.
  std::vector<std::int64_t> histogram(GridValue width, std::size_t steps) const;

  friend Distribution merged(const Distribution& a, const Distribution& b);
  friend bool operator==(const Distribution&, const Distribution&) = default;

 private:
  std::vector<Entry> entries_;
};

// Collects values in any order. They wait in a list, and are sorted in when there are as many as
// it is worth.
class DistributionBuilder {
 public:
  void add(GridValue value);
  Distribution take();  // what was collected; the builder is empty then

 private:
  void sort_in();

  std::vector<GridValue> waiting_;
  Distribution sorted_;
};

}  // namespace assess
