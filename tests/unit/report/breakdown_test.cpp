#include "support/generated.hpp"
#include "support/samples.hpp"
#include "support/score_samples.hpp"
#include <assess/report/breakdown.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

namespace assess::test {
namespace {

using namespace report;

std::vector<std::optional<AreaId>> all_topics(const Bank& bank) {
  std::vector<std::optional<AreaId>> out{std::nullopt};
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    out.push_back(AreaId{static_cast<std::uint32_t>(i)});
  }
  return out;
}

// The score of an area, or of the level, as the scorecard has it.
std::optional<Fraction> card_score(const Diagnosis& diagnosis, const Breakdown& breakdown) {
  const LevelScore& level = diagnosis.card.levels[breakdown.level];
  if (!breakdown.area) return level.score;
  const auto place = diagnosis.sheet->find(*breakdown.area);
  return place ? level.areas[*place].score : std::nullopt;
}

template <typename Things, typename Value>
Fraction sum(const Things& things, Value value) {
  Fraction out = 0;
  for (const auto& thing : things) out += value(thing);
  return out;
}

// What holds of every breakdown, whatever the rules of the bank.
void check_tree(const Diagnosis& diagnosis, const Breakdown& breakdown) {
  CHECK(breakdown.score == card_score(diagnosis, breakdown));
  CHECK(has_part(breakdown.part) == breakdown.score.has_value());
  if (!breakdown.score) {
    CHECK(breakdown.children.empty());
    CHECK(breakdown.way.empty());
    return;
  }
  const Worth& worth = breakdown.worth;
  CHECK(worth.gained == worth.share * *breakdown.score);
  CHECK(worth.gained + worth.missed == worth.share);
  Fraction product = 1;
  for (const AreaPart& step : breakdown.way) product = product * step.weight;
  CHECK(product == worth.share);
  if (breakdown.children.empty()) return;
  const auto& children = breakdown.children;
  CHECK(sum(children, [](const AreaPart& c) { return c.weight; }) == Fraction(1));
  CHECK(sum(children, [](const AreaPart& c) { return c.weight * *c.score; }) == *breakdown.score);
  CHECK(sum(children, [](const AreaPart& c) { return c.worth.gained; }) == worth.gained);
  CHECK(sum(children, [](const AreaPart& c) { return c.worth.missed; }) == worth.missed);
}

// What holds where every point comes from a question.
void check_questions(const Breakdown& breakdown) {
  const auto& questions = breakdown.questions;
  CHECK(std::is_sorted(questions.begin(), questions.end(), [](const auto& a, const auto& b) {
    return a.worth.missed != b.worth.missed ? a.worth.missed > b.worth.missed
                                            : a.question.index < b.question.index;
  }));
  if (!breakdown.score) return;
  const Worth& worth = breakdown.worth;
  CHECK(sum(questions, [](const QuestionPart& q) { return q.within; }) == Fraction(1));
  CHECK(sum(questions, [](const QuestionPart& q) {
          return q.within * q.score.value_or(Fraction(0));
        }) == *breakdown.score);
  CHECK(sum(questions, [](const QuestionPart& q) { return q.worth.share; }) == worth.share);
  CHECK(sum(questions, [](const QuestionPart& q) { return q.worth.gained; }) == worth.gained);
  CHECK(sum(questions, [](const QuestionPart& q) { return q.worth.missed; }) == worth.missed);
}

TEST_CASE("all figures agree with the scorecard on generated sheets of the shipped bank") {
  const auto bank = std::make_shared<const Bank>(shipped_bank().bank);
  int scored = 0;
  for (std::uint32_t number = 0; number < 12; ++number) {
    CAPTURE(number);
    const Diagnosis diagnosis = diagnosed(bank, generated_answers(*bank, number));
    for (std::size_t level = 0; level < bank->levels.size(); ++level) {
      for (const auto& topic : all_topics(*bank)) {
        const Breakdown breakdown = find_breakdown(diagnosis, topic, level);
        check_tree(diagnosis, breakdown);
        check_questions(breakdown);
        scored += breakdown.score ? 1 : 0;
      }
    }
  }
  CHECK(scored > 500);
}

// A tree with weights of every kind, questions of different weights, and areas that ask nothing at
// one of the two levels.
BankPlan uneven_plan() {
  return {.areas = {{"a", "", Fraction(2)},
                    {"b", "a", Fraction(3)},
                    {"c", "a", Fraction(1, 3)},
                    {"d", "", Fraction(5)},
                    {"e", "d"},
                    {"f", "d", Fraction(0)},
                    {"g", ""}},
          .questions = {{"b1", "b"},
                        {"b2", "b", 1, Fraction(2)},
                        {"b3", "b", 2},
                        {"c1", "c"},
                        {"e1", "e"},
                        {"e2", "e", 2, Fraction(1, 2)},
                        {"e3", "e", 2},
                        {"f1", "f"},
                        {"f2", "f", 2},
                        {"g1", "g", 2}},
          .thresholds = {Fraction(1, 4), Fraction(4, 5)}};
}

TEST_CASE("they agree under every rule of scoring, with n/a, tailoring and weights of 0") {
  constexpr std::array<const char*, 6> keys{"A", "B", "C", "D", "", "n/a"};
  int met = 0;
  int weightless = 0;
  for (std::size_t seed = 0; seed < 120; ++seed) {
    CAPTURE(seed);
    BankPlan plan = uneven_plan();
    const bool is_met = seed % 2 == 0;
    plan.scoring.empty_area = is_met ? EmptyArea::met : EmptyArea::exclude;
    plan.scoring.progression = seed % 3 == 0 ? Progression::open : Progression::sequential;
    plan.scoring.not_applicable = NotApplicable::any;
    const auto bank = std::make_shared<const Bank>(planned_bank(plan));
    std::size_t at = seed;
    const Choice choice = [&](const Question&) {
      at = (at * 31 + 7) % 10007;
      return std::string(keys[at % keys.size()]);
    };
    const std::vector<std::string> tailored =
        seed % 5 == 0 ? std::vector<std::string>{"c"} : std::vector<std::string>{};
    const Diagnosis diagnosis = diagnosed(bank, chosen(*bank, choice, tailored));
    for (std::size_t level = 0; level < 2; ++level) {
      for (const auto& topic : all_topics(*bank)) {
        const Breakdown breakdown = find_breakdown(diagnosis, topic, level);
        check_tree(diagnosis, breakdown);
        if (!is_met) check_questions(breakdown);
        met += breakdown.part == Part::met ? 1 : 0;
        weightless += breakdown.part == Part::weightless ? 1 : 0;
      }
    }
  }
  CHECK(met > 10);
  CHECK(weightless > 10);
}

std::string part_in(const Diagnosis& diagnosis, std::string_view area, std::size_t level) {
  return std::string(
      part_name(find_breakdown(diagnosis, diagnosis.bank->find_area(area), level).part));
}

std::string left_out(const Breakdown& breakdown, const Bank& bank) {
  std::string out;
  for (const LeftOut& entry : breakdown.left_out) {
    out += bank.area(entry.area).id.value + " " + std::string(part_name(entry.part)) + ", ";
  }
  return out;
}

TEST_CASE("an area without a part says why, and who gave their weight to others") {
  BankPlan plan = uneven_plan();
  plan.scoring.not_applicable = NotApplicable::any;
  plan.areas.push_back({"h", "d", std::nullopt});
  plan.questions.push_back({"h1", "h"});
  const auto bank = std::make_shared<const Bank>(planned_bank(plan));
  const Choice choice = [](const Question& question) {
    return std::string(question.id.value == "e1" ? "n/a" : question.level == 1 ? "B" : "");
  };
  const Diagnosis diagnosis = diagnosed(bank, chosen(*bank, choice, {"c"}));
  CHECK(part_in(diagnosis, "b", 0) == "scored");
  CHECK(part_in(diagnosis, "c", 0) == "tailored");
  CHECK(part_in(diagnosis, "e", 0) == "not_applicable");
  CHECK(part_in(diagnosis, "d", 0) == "weightless");  // only f is scored
  CHECK(part_in(diagnosis, "f", 0) == "scored");
  CHECK(part_in(diagnosis, "g", 0) == "nothing_asked");
  CHECK(part_in(diagnosis, "h", 0) == "out_of_variant");
  const Breakdown area = find_breakdown(diagnosis, bank->find_area("a"), 0);
  CHECK(left_out(area, *bank) == "d weightless, g nothing_asked, c tailored, ");
  CHECK(area.worth.share == Fraction(1));
  const Breakdown whole = find_breakdown(diagnosis, std::nullopt, 0);
  CHECK(left_out(whole, *bank) == "d weightless, g nothing_asked, ");
  // f has a score, and no part in anything.
  const Breakdown weightless = find_breakdown(diagnosis, bank->find_area("f"), 0);
  CHECK(weightless.score->exact() == "1/2");
  CHECK(weightless.worth.share == Fraction(0));
  CHECK(weightless.questions.at(0).within == Fraction(1));
}

TEST_CASE("nothing of a level that is not open is explained, tailoring is") {
  const auto bank = std::make_shared<const Bank>(planned_bank(uneven_plan()));
  const Diagnosis diagnosis =
      diagnosed(bank, chosen(*bank, [](const Question&) { return "A"; }, {"c"}));
  CHECK(part_in(diagnosis, "b", 1) == "not_open");
  CHECK(part_in(diagnosis, "c", 1) == "tailored");
  const Breakdown whole = find_breakdown(diagnosis, std::nullopt, 1);
  CHECK(part_name(whole.part) == "not_open");
  CHECK(whole.questions.empty());
}

TEST_CASE("a question that is n/a is listed and has no part") {
  BankPlan plan = uneven_plan();
  plan.scoring.not_applicable = NotApplicable::any;
  const auto bank = std::make_shared<const Bank>(planned_bank(plan));
  const Choice choice = [](const Question& question) {
    return std::string(question.id.value == "b1" ? "n/a" : question.id.value == "b2" ? "C" : "");
  };
  const Diagnosis diagnosis = diagnosed(bank, chosen(*bank, choice));
  const Breakdown breakdown = find_breakdown(diagnosis, bank->find_area("b"), 0);
  REQUIRE(breakdown.questions.size() == 2);
  CHECK(bank->question(breakdown.questions[0].question).id.value == "b2");
  CHECK(breakdown.questions[0].within == Fraction(1));
  CHECK_FALSE(breakdown.questions[1].score);
  CHECK(breakdown.questions[1].worth.share == Fraction(0));
}

}  // namespace
}  // namespace assess::test
