#include "cohort_samples.hpp"

#include <algorithm>
#include <utility>

namespace assess::test {
namespace {

// Numbers below `bound` by a rule of ours: the distributions of the library differ by maker.
std::int64_t below(std::int64_t bound, std::mt19937& random) {
  return static_cast<std::int64_t>(random()) % bound;
}

Fraction score(std::mt19937& random) {
  const std::int64_t parts = below(2, random) == 0 ? 7 : 99'991;
  return {below(parts, random), parts};
}

}  // namespace

CohortBank sample_cohort_bank() {
  return {.id = "sample",
          .version = "1.0.0",
          .title = {"样例题库", "Sample bank"},
          .levels = {{Fraction(4, 5), {"规划级", "Planning"}},
                     {Fraction(4, 5), {"规范级", "Standardised"}},
                     {Fraction(4, 5), {"集成级", "Integrated"}}},
          .variants = {{"discrete", {"离散型", "Discrete"}}, {"process", {"流程型", "Process"}}},
          .areas = {{"people", {"人员", "People"}, 1, false},
                    {"strategy", {"组织战略", "Strategy"}, 0, true},
                    {"skills", {"人员技能", "Skills"}, 0, true},
                    {"safety", {"安全", "Safety"}, 2, true}}};
}

CohortMember sample_member(std::mt19937& random) {
  CohortMember member;
  member.variant = below(3, random) == 0 ? "process" : "discrete";
  member.size = all_size_classes.at(static_cast<std::size_t>(below(6, random)));
  constexpr std::array divisions{"", "C26", "C34", "C35", "C39"};
  member.division = divisions.at(static_cast<std::size_t>(below(5, random)));
  member.level = static_cast<int>(below(4, random));
  member.total = on_grid(Fraction(member.level) + (member.level < 3 ? score(random) : Fraction(0)));
  for (int i = 0; i < 4; ++i) {
    if (below(5, random) == 0) {
      member.areas.push_back(not_asked);
    } else {
      member.areas.push_back(on_grid(Fraction(below(3, random)) + score(random)));
    }
  }
  if (below(2, random) == 0) {
    member.finished = "2026-0" + std::to_string(1 + below(9, random)) + "-15";
  }
  return member;
}

std::vector<CohortMember> sample_members(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<CohortMember> out(count);
  std::generate(out.begin(), out.end(), [&] { return sample_member(random); });
  return out;
}

Cohort cohort_of(const std::vector<CohortMember>& members) {
  CohortBuilder builder(sample_cohort_bank());
  for (const CohortMember& member : members) builder.add(member);
  return builder.take();
}

}  // namespace assess::test
