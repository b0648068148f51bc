#include "support/cohort_samples.hpp"
#include <assess/cohort/place.hpp>
#include <assess/render/cohort.hpp>

#include <doctest/doctest.h>

#include <algorithm>

namespace assess {
namespace {

using test::cohort_of;
using test::sample_members;

// The members dealt out to `parts` cohorts.
std::vector<Cohort> split(const std::vector<CohortMember>& members, std::size_t parts,
                          std::mt19937& random) {
  std::vector<std::vector<CohortMember>> hands(parts);
  for (const CohortMember& member : members) hands[random() % parts].push_back(member);
  std::vector<Cohort> out;
  for (const auto& hand : hands) out.push_back(cohort_of(hand));
  return out;
}

// Any two that are left become one, until one is left.
Cohort merged_in_any_way(std::vector<Cohort> parts, std::mt19937& random) {
  while (parts.size() > 1) {
    std::shuffle(parts.begin(), parts.end(), random);
    const Cohort last = std::move(parts.back());
    parts.pop_back();
    REQUIRE_FALSE(merge_obstacle(parts.back(), last));
    parts.back() = merged(parts.back(), last);
  }
  return std::move(parts.front());
}

TEST_CASE("parts merge to the cohort of the whole, however they are split and grouped") {
  std::mt19937 random(11);
  for (std::uint32_t round = 0; round < 300; ++round) {
    CAPTURE(round);
    const auto members = sample_members(round, random() % 200);
    const Cohort whole = cohort_of(members);
    const Cohort again = merged_in_any_way(split(members, 1 + random() % 7, random), random);
    CHECK(again == whole);
    CHECK(render::cohort_json(again) == render::cohort_json(whole));
  }
}

TEST_CASE("merging is commutative and associative, and an empty cohort changes nothing") {
  for (std::uint32_t round = 0; round < 50; ++round) {
    const Cohort a = cohort_of(sample_members(3 * round, 40));
    const Cohort b = cohort_of(sample_members(3 * round + 1, 25));
    const Cohort c = cohort_of(sample_members(3 * round + 2, 60));
    CHECK(merged(a, b) == merged(b, a));
    CHECK(merged(merged(a, b), c) == merged(a, merged(b, c)));
    CHECK(merged(a, cohort_of({})) == a);
    CHECK(merged(cohort_of({}), a) == a);
  }
}

TEST_CASE("the order in which members join makes no difference") {
  auto members = sample_members(5, 2'000);
  const Cohort whole = cohort_of(members);
  std::mt19937 random(6);
  std::shuffle(members.begin(), members.end(), random);
  CHECK(cohort_of(members) == whole);
}

TEST_CASE("every member is in the whole and in one group of each kind") {
  const Cohort cohort = cohort_of(sample_members(9, 500));
  CHECK(cohort.count() == 500);
  for (const CohortGroups* groups : {&cohort.by_variant, &cohort.by_size, &cohort.by_division}) {
    Distribution total;
    std::vector<std::int64_t> levels(4);
    for (const auto& [key, group] : *groups) {
      total = merged(total, group.total);
      for (std::size_t i = 0; i < levels.size(); ++i) levels[i] += group.levels[i];
    }
    CHECK(total == cohort.all.total);
    CHECK(levels == cohort.all.levels);
  }
}

TEST_CASE("a builder is as new when it was taken from") {
  CohortBuilder builder(test::sample_cohort_bank());
  const auto members = sample_members(1, 30);
  for (const CohortMember& member : members) builder.add(member);
  const Cohort first = builder.take();
  CHECK(builder.take() == cohort_of({}));
  for (const CohortMember& member : members) builder.add(member);
  CHECK(builder.take() == first);
}

TEST_CASE("cohorts of different banks are not merged") {
  const Cohort ours = cohort_of(sample_members(1, 3));
  Cohort other = ours;
  other.bank.version = "1.0.1";
  CHECK(merge_obstacle(ours, other) == MergeObstacle::other_bank);
  other = ours;
  other.bank.levels[1].threshold = Fraction(7, 10);
  CHECK(merge_obstacle(ours, other) == MergeObstacle::other_contents);
  other = ours;
  other.all.total = Distribution({{0, 4'000'000'000U}});
  CHECK(merge_obstacle(ours, other) == MergeObstacle::too_many);
  CHECK_FALSE(merge_obstacle(ours, ours));
}

TEST_CASE("a member is placed among all, among its kind, and by area") {
  CohortMember low = sample_members(1, 1).front();
  low.variant = "discrete";
  low.size = SizeClass::small;
  low.division = "C34";
  low.total = 5'000;
  low.areas = {5'000, not_asked, 10'000, 0};
  CohortMember high = low;
  high.variant = "process";
  high.total = 15'000;
  high.areas = {20'000, not_asked, 10'000, not_asked};
  const Cohort cohort = cohort_of({low, low, low, high});

  const Placement placed = place(cohort, high);
  REQUIRE(placed.all);
  CHECK(placed.all->among == 4);
  CHECK(placed.all->rank == Fraction(7, 8));
  CHECK(placed.all->median == Fraction(1, 2));
  CHECK(placed.variant->among == 1);
  CHECK(placed.variant->rank == Fraction(1, 2));
  CHECK(placed.size->among == 4);
  CHECK(placed.division->among == 4);
  CHECK(placed.areas[0]->rank == Fraction(7, 8));
  CHECK_FALSE(placed.areas[1]);
  CHECK(placed.areas[2]->rank == Fraction(1, 2));
  CHECK_FALSE(placed.areas[3]);
}

TEST_CASE("nobody can be placed among nobody, nor in a group that it does not name") {
  CohortMember member = sample_members(1, 1).front();
  member.division.clear();
  member.size = SizeClass::not_stated;
  const Placement alone = place(cohort_of({}), member);
  CHECK_FALSE(alone.all);
  CHECK_FALSE(alone.variant);
  const Placement placed = place(cohort_of({member}), member);
  CHECK(placed.all);
  CHECK_FALSE(placed.division);
  CHECK_FALSE(placed.size);
}

TEST_CASE("sizes and divisions are told by what people write") {
  CHECK(size_class_of("中型") == SizeClass::medium);
  CHECK(size_class_of(" Large ") == SizeClass::large);
  CHECK(size_class_of("微型企业") == SizeClass::micro);
  CHECK(size_class_of("") == SizeClass::not_stated);
  CHECK(size_class_of("200 人") == SizeClass::other);
  CHECK(division_of("C3411") == "C34");
  CHECK(division_of(" c34") == "C34");
  CHECK(division_of("C3") == "");
  CHECK(division_of("3411") == "");
  CHECK(division_of("Z99") == "");
  CHECK(division_of("") == "");
}

}  // namespace
}  // namespace assess
