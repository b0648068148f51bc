#include <assess/cohort/distribution.hpp>

#include <algorithm>
#include <cassert>
#include <utility>

namespace assess {

GridValue on_grid(const Fraction& value) {
  return static_cast<GridValue>(value.in_units(grid_units));
}

Fraction from_grid(GridValue value) {
  return {std::int64_t{value}, grid_units};
}

std::int64_t Distribution::count() const {
  std::int64_t count = 0;
  for (const Entry& entry : entries_) count += entry.count;
  return count;
}

Fraction Distribution::rank_of(GridValue value) const {
  std::int64_t halves = 0;  // two for a member below, one for an equal one
  for (const Entry& entry : entries_) {
    if (entry.value > value) break;
    halves += std::int64_t{entry.count} * (entry.value < value ? 2 : 1);
  }
  return {halves, 2 * count()};
}

Fraction Distribution::mean() const {
  // 20 levels of 10,000 units for 4,000,000,000 members are 50 bits.
  std::int64_t sum = 0;
  for (const Entry& entry : entries_) sum += std::int64_t{entry.value} * entry.count;
  return {sum, count() * grid_units};
}

Fraction Distribution::quantile(int part, int of) const {
  const std::int64_t wanted = count() * part;
  std::int64_t reached = 0;
  for (const Entry& entry : entries_) {
    reached += entry.count;
    if (reached * of >= wanted) return from_grid(entry.value);
  }
  return maximum();
}

std::vector<std::int64_t> Distribution::histogram(GridValue width, std::size_t steps) const {
  std::vector<std::int64_t> counts(steps);
  for (const Entry& entry : entries_) {
    counts[std::min<std::size_t>(entry.value / width, steps - 1)] += entry.count;
  }
  return counts;
}

Distribution merged(const Distribution& a, const Distribution& b) {
  if (a.is_empty()) return b;
  if (b.is_empty()) return a;
  std::vector<Distribution::Entry> out;
  out.reserve(a.entries_.size() + b.entries_.size());
  auto left = a.entries_.begin();
  auto right = b.entries_.begin();
  while (left != a.entries_.end() || right != b.entries_.end()) {
    if (right == b.entries_.end() || (left != a.entries_.end() && left->value < right->value)) {
      out.push_back(*left++);
    } else if (left == a.entries_.end() || right->value < left->value) {
      out.push_back(*right++);
    } else {
      out.push_back({left->value, left->count + right->count});
      ++left;
      ++right;
    }
  }
  out.shrink_to_fit();
  return Distribution(std::move(out));
}

void DistributionBuilder::add(GridValue value) {
  waiting_.push_back(value);
  constexpr std::size_t few = 256;
  if (waiting_.size() >= std::max(few, sorted_.entries().size())) sort_in();
}

Distribution DistributionBuilder::take() {
  sort_in();
  waiting_.shrink_to_fit();
  return std::exchange(sorted_, {});
}

void DistributionBuilder::sort_in() {
  std::sort(waiting_.begin(), waiting_.end());
  std::vector<Distribution::Entry> entries;
  for (const GridValue value : waiting_) {
    if (entries.empty() || entries.back().value != value) entries.push_back({value, 0});
    ++entries.back().count;
  }
  waiting_.clear();
  sorted_ = merged(sorted_, Distribution(std::move(entries)));
}

}  // namespace assess
