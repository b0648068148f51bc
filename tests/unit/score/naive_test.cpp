// Small sheets, answered in every way there is, against a second way to score.
#include "support/naive.hpp"

#include <assess/score/score.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace assess::test {
namespace {

struct Shape {
  std::string name;
  BankPlan plan;
  std::vector<std::string> tailorable;
  std::vector<std::string> choices;  // besides no answer at all
};

// Every answer of every question in turn, like the wheels of a counter. False after the last.
bool advance(std::vector<std::size_t>& wheels, std::size_t positions) {
  for (std::size_t& wheel : wheels) {
    if (++wheel < positions) return true;
    wheel = 0;
  }
  return false;
}

std::map<std::string, std::string> answers_of(const Shape& shape,
                                              const std::vector<std::size_t>& wheels) {
  std::map<std::string, std::string> out;
  for (std::size_t i = 0; i < wheels.size(); ++i) {
    if (wheels[i] > 0) out[shape.plan.questions[i].id] = shape.choices[wheels[i] - 1];
  }
  return out;
}

// The first case in which the two differ, or nothing; `cases` counts them.
std::string first_difference(const Shape& shape, const std::set<std::string>& tailored,
                             int& cases) {
  const Bank bank = planned_bank(shape.plan);
  std::vector<std::size_t> wheels(shape.plan.questions.size());
  do {
    const auto answers = answers_of(shape, wheels);
    const auto choice = [&](const Question& question) {
      const auto found = answers.find(question.id.value);
      return found == answers.end() ? std::string() : found->second;
    };
    const Scored result = scored(bank, chosen(bank, choice, {tailored.begin(), tailored.end()}));
    const std::string ours = described(result);
    const std::string naive = Naive(shape.plan, tailored, answers).described();
    ++cases;
    if (ours == naive) continue;
    std::string out = shape.name;
    for (const auto& [question, key] : answers) out.append(" ").append(question + "=" + key);
    for (const std::string& area : tailored) out += " without " + area;
    return out + "\nours:\n" + ours + "naive:\n" + naive;
  } while (advance(wheels, shape.choices.size() + 1));
  return {};
}

void compare_in_all_modes(Shape shape) {
  int cases = 0;
  for (const auto progression : {Progression::sequential, Progression::open}) {
    for (const auto empty_area : {EmptyArea::exclude, EmptyArea::met}) {
      for (const auto counts : {SatisfiedCounts::one, SatisfiedCounts::score}) {
        const bool says_little_new =
            counts == SatisfiedCounts::score &&
            (progression == Progression::sequential || empty_area == EmptyArea::met);
        if (says_little_new) continue;
        shape.plan.scoring.progression = progression;
        shape.plan.scoring.empty_area = empty_area;
        shape.plan.scoring.satisfied_counts = counts;
        shape.plan.scoring.not_applicable = NotApplicable::any;
        for (unsigned mask = 0; mask < 1U << shape.tailorable.size(); ++mask) {
          std::set<std::string> tailored;
          for (std::size_t i = 0; i < shape.tailorable.size(); ++i) {
            if ((mask >> i & 1U) != 0) tailored.insert(shape.tailorable[i]);
          }
          const std::string difference = first_difference(shape, tailored, cases);
          REQUIRE_MESSAGE(difference.empty(), difference);
        }
      }
    }
  }
  CHECK(cases > 500);
}

TEST_CASE("one area on two levels scores as the naive way does") {
  compare_in_all_modes({"one area",
                        {.areas = {{"a", ""}},
                         .questions = {{"p", "a", 1}, {"q", "a", 1, 3}, {"r", "a", 2}},
                         .thresholds = {Fraction(4, 5), Fraction(1, 2)}},
                        {"a"},
                        {"B", "C", "D", "n/a"}});
}

TEST_CASE("two tiers on two levels score as the naive way does") {
  compare_in_all_modes({"two tiers",
                        {.areas = {{"a", "", 3}, {"b", "a", 2}, {"c", "a", 1}, {"d", "", 1}},
                         .questions = {{"p", "b", 1}, {"q", "c", 1}, {"r", "d", 1}, {"s", "b", 2}},
                         .thresholds = {Fraction(1, 2), Fraction(4, 5)}},
                        {"b", "d"},
                        {"B", "D", "n/a"}});
}

TEST_CASE("an area asked at levels 1 and 3 only scores as the naive way does") {
  compare_in_all_modes({"levels 1 and 3",
                        {.areas = {{"a", "", 2}, {"b", "", 5}},
                         .questions = {{"p", "a", 1}, {"q", "b", 1}, {"r", "b", 2}, {"s", "a", 3}},
                         .thresholds = {Fraction(1, 2), Fraction(1, 2), Fraction(1)}},
                        {"a", "b"},
                        {"D", "n/a"}});
}

TEST_CASE("a level that nobody is asked anything at scores as the naive way does") {
  compare_in_all_modes(
      {"empty levels",
       {.areas = {{"a", ""}, {"b", ""}},
        .questions = {{"p", "a", 1}, {"q", "b", 3}, {"r", "a", 3}},
        .thresholds = {Fraction(1, 2), Fraction(1, 2), Fraction(1, 2), Fraction(1, 2)}},
       {"a", "b"},
       {"B", "D", "n/a"}});
}

TEST_CASE("areas without weight score as the naive way does") {
  compare_in_all_modes({"no weight",
                        {.areas = {{"a", "", 1},
                                   {"b", "a", 0},
                                   {"c", "a", 2},
                                   {"d", "", 1},
                                   {"e", "d", std::nullopt},
                                   {"f", "d", 1}},
                         .questions = {{"p", "b", 1}, {"q", "c", 1}, {"r", "e", 1}, {"s", "f", 1}},
                         .thresholds = {Fraction(1, 2), Fraction(1, 2)}},
                        {"c", "f"},
                        {"B", "D"}});
}

TEST_CASE("three tiers with a branch of uneven depth score as the naive way does") {
  compare_in_all_modes({"three tiers",
                        {.areas = {{"a", "", Fraction(1, 3)},
                                   {"b", "a", Fraction(7, 10)},
                                   {"c", "b", 1},
                                   {"d", "b", 4},
                                   {"e", "a", Fraction(3, 10)},
                                   {"f", "", Fraction(2, 3)}},
                         .questions = {{"p", "c", 1}, {"q", "d", 1}, {"r", "e", 2}, {"s", "f", 1}},
                         .thresholds = {Fraction(3, 5), Fraction(4, 5)}},
                        {"b", "c", "e"},
                        {"B", "D"}});
}

}  // namespace
}  // namespace assess::test
