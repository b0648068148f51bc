// Banks with weights and scores of all kinds, small and large, against a second way to score.
#include "support/naive.hpp"
#include <assess/score/score.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

// The same numbers on every machine.
class Dice {
 public:
  std::size_t below(std::size_t bound) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33) % bound;
  }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <typename Thing>
  const Thing& one_of(const std::vector<Thing>& things) {
    return things[below(things.size())];
  }

 private:
  std::uint64_t state_ = 20261123;
};

Fraction number(const char* text) {
  return *Fraction::parse(text);
}

// From whole numbers on to what 31, 64 and 128 bits do not hold.
struct Numbers {
  std::string name;
  bool have_points;     // groups of questions that are added up in whole numbers
  bool have_fractions;  // and such that are not
  std::vector<Fraction> weights;
  std::vector<std::pair<std::string, Fraction>> scale{
      {"A", 0}, {"B", Fraction(1, 2)}, {"C", Fraction(4, 5)}, {"D", 1}};
};

std::vector<Numbers> kinds() {
  return {
      {"whole", true, false, {1, 2, 3, 7}},
      {"thirds and sevenths",
       true,
       false,
       {1, Fraction(1, 3), Fraction(1, 7), Fraction(7, 10), Fraction(2, 9)},
       {{"A", 0}, {"B", Fraction(1, 3)}, {"C", Fraction(6, 7)}, {"D", 1}}},
      {"primes of which two are too many",
       true,
       true,
       {1, Fraction(1, 46337), Fraction(1, 46349), Fraction(3, 65521)},
       {{"A", 0}, {"B", Fraction(1, 9973)}, {"C", Fraction(9966, 9967)}, {"D", 1}}},
      {"weights beyond 31 bits",
       true,
       true,
       {1, Fraction(1, 2147483659), Fraction(4294967311), Fraction(1, 1000003), Fraction(5, 7)}},
      {"scores beyond 31 bits",
       false,
       true,
       {1, 2, Fraction(1, 3)},
       {{"A", 0},
        {"B", Fraction(1, 2147483659)},
        {"C", Fraction(4294967290, 4294967291)},
        {"D", 1}}},
      {"beyond 64 and 128 bits",
       false,
       true,
       {1, number("1/2305843009213693951"), number("123456789012345678901234567890"),
        number("1/170141183460469231731687303715884105727"), Fraction(1, 3)},
       {{"A", 0}, {"B", number("1/618970019642690137449562111")}, {"C", Fraction(4, 5)}, {"D", 1}}},
  };
}

BankPlan random_plan(const Numbers& numbers, Dice& dice) {
  BankPlan plan{.areas = {{"a", ""},
                          {"b", "a"},
                          {"c", "a"},
                          {"d", "a"},
                          {"e", ""},
                          {"f", "e"},
                          {"g", "f"},
                          {"h", "f"},
                          {"i", ""}},
                .thresholds = {Fraction(1, 3), Fraction(1, 2), Fraction(4, 5)},
                .scale = numbers.scale};
  for (PlannedArea& area : plan.areas) {
    area.weight = dice.one_of(numbers.weights);
    if (area.parent.empty()) continue;  // one at least weighs something there
    if (dice.one_in(12)) area.weight = Fraction(0);
    if (dice.one_in(20)) area.weight.reset();
  }
  int count = 0;
  for (int level = 1; level <= 3; ++level) {
    for (const char* area : {"b", "c", "d", "g", "h", "i"}) {
      for (std::size_t left = dice.below(4); left > 0; --left) {
        plan.questions.push_back(
            {"q" + std::to_string(++count), area, level, dice.one_of(numbers.weights)});
      }
    }
  }
  plan.scoring.progression = dice.one_in(2) ? Progression::open : Progression::sequential;
  plan.scoring.empty_area = dice.one_in(2) ? EmptyArea::met : EmptyArea::exclude;
  plan.scoring.satisfied_counts = dice.one_in(2) ? SatisfiedCounts::score : SatisfiedCounts::one;
  plan.scoring.not_applicable = NotApplicable::any;
  return plan;
}

// Mostly good answers, so that higher levels open; a level may be n/a as a whole.
std::map<std::string, std::string> random_answers(const BankPlan& plan, Dice& dice) {
  const std::vector<std::string> usual{"D", "D", "D", "D", "C", "C", "B", "A", "n/a", ""};
  std::map<std::string, std::string> out;
  const auto nothing_at = static_cast<int>(dice.below(12));
  for (const PlannedQuestion& question : plan.questions) {
    const std::string key = question.level == nothing_at ? "n/a" : dice.one_of(usual);
    if (!key.empty()) out[question.id] = key;
  }
  return out;
}

// Which of the two ways to add up a sheet takes.
struct Ways {
  int groups_in_points = 0;
  int groups_in_fractions = 0;
  int areas_in_units = 0;

  void count(const Sheet& sheet) {
    for (const auto& level : sheet.groups) {
      for (const QuestionGroup& group : level) {
        ++(group.has_points ? groups_in_points : groups_in_fractions);
      }
    }
    for (const SheetArea& area : sheet.areas) areas_in_units += area.units ? 1 : 0;
  }
};

Ways compare_with_naive(const Numbers& numbers, Dice& dice) {
  Ways ways;
  for (int round = 0; round < 30; ++round) {
    const BankPlan plan = random_plan(numbers, dice);
    const Bank bank = planned_bank(plan);
    const auto answers = random_answers(plan, dice);
    std::set<std::string> tailored;
    for (const char* area : {"b", "d", "f", "h", "i"}) {
      if (dice.one_in(6)) tailored.insert(area);
    }
    const auto choice = [&](const Question& question) {
      const auto found = answers.find(question.id.value);
      return found == answers.end() ? std::string() : found->second;
    };
    const Scored result = scored(bank, chosen(bank, choice, {tailored.begin(), tailored.end()}));
    CAPTURE(numbers.name);
    CAPTURE(round);
    CHECK(described(result) == Naive(plan, tailored, answers).described());
    ways.count(result.sheet);
  }
  return ways;
}

TEST_CASE("banks of random numbers score as the naive way does, small numbers or large") {
  Dice dice;
  for (const Numbers& numbers : kinds()) {
    const Ways ways = compare_with_naive(numbers, dice);
    CAPTURE(numbers.name);
    CHECK((ways.groups_in_points > 0) == numbers.have_points);
    CHECK((ways.groups_in_fractions > 0) == numbers.have_fractions);
    CHECK(ways.areas_in_units > 0);
  }
}

}  // namespace
}  // namespace assess::test
