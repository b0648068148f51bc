// What holds for every bank and every answer, tried on many of them.
#include "support/score_samples.hpp"
#include <assess/score/score.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
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

 private:
  std::uint64_t state_ = 20200924;
};

BankPlan random_plan(Dice& dice) {
  BankPlan plan{.areas = {{"a", ""}, {"b", "a"}, {"c", "a"}, {"d", ""}, {"e", "d"}, {"f", ""}}};
  for (PlannedArea& area : plan.areas)
    area.weight = Fraction(1 + static_cast<std::int64_t>(dice.below(9)));
  plan.thresholds = {Fraction(1, 2), Fraction(3, 5), Fraction(4, 5)};
  int number = 0;
  for (int level = 1; level <= 3; ++level) {
    for (const char* area : {"b", "c", "e", "f"}) {
      for (std::size_t left = dice.below(3); left > 0; --left) {
        plan.questions.push_back({"q" + std::to_string(++number), area, level,
                                  Fraction(1 + static_cast<std::int64_t>(dice.below(3)))});
      }
    }
  }
  plan.scoring.progression = dice.below(2) == 0 ? Progression::open : Progression::sequential;
  plan.scoring.empty_area = dice.below(2) == 0 ? EmptyArea::met : EmptyArea::exclude;
  plan.scoring.satisfied_counts =
      dice.below(2) == 0 ? SatisfiedCounts::score : SatisfiedCounts::one;
  return plan;
}

// Mostly good answers, so that higher levels open.
std::vector<std::string> random_answers(const BankPlan& plan, Dice& dice) {
  const std::vector<std::string> keys{"D", "D", "D", "C", "C", "B", "A", "", "n/a"};
  std::vector<std::string> out;
  for (std::size_t i = 0; i < plan.questions.size(); ++i) out.push_back(keys[dice.below(9)]);
  return out;
}

Answers given(const Bank& bank, const std::vector<std::string>& keys,
              const std::vector<std::string>& tailored) {
  std::size_t next = 0;
  return chosen(
      bank, [&](const Question&) { return keys[next++]; }, tailored);
}

bool is_not_below(const std::optional<Fraction>& after, const std::optional<Fraction>& before) {
  return !before || (after && *after >= *before);
}

bool nothing_fell(const Scorecard& before, const Scorecard& after) {
  bool holds = after.attained >= before.attained && after.total >= before.total;
  for (std::size_t i = 0; i < before.levels.size(); ++i) {
    holds = holds && is_not_below(after.levels[i].score, before.levels[i].score);
    holds = holds && after.levels[i].is_open >= before.levels[i].is_open;
    for (std::size_t area = 0; area < before.areas.size(); ++area) {
      holds = holds &&
              is_not_below(after.levels[i].areas[area].score, before.levels[i].areas[area].score);
    }
  }
  for (std::size_t area = 0; area < before.areas.size(); ++area) {
    holds = holds && after.areas[area].level >= before.areas[area].level;
    holds = holds && is_not_below(after.areas[area].total, before.areas[area].total);
  }
  return holds;
}

TEST_CASE("raising an answer lowers no score, no level and no total") {
  Dice dice;
  int raised = 0;
  for (int round = 0; round < 60; ++round) {
    const BankPlan plan = random_plan(dice);
    const Bank bank = planned_bank(plan);
    const std::vector<std::string> keys = random_answers(plan, dice);
    const std::vector<std::string> tailored =
        dice.below(2) == 0 ? std::vector<std::string>{} : std::vector<std::string>{"c"};
    const Scorecard before = scored(bank, given(bank, keys, tailored)).card;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const std::string ladder = "ABCD";
      if (keys[i] == "n/a" || keys[i] == "D") continue;
      std::vector<std::string> better = keys;
      better[i] = keys[i].empty() ? "A" : ladder.substr(ladder.find(keys[i]) + 1, 1);
      CAPTURE(round);
      CAPTURE(plan.questions[i].id);
      CHECK(nothing_fell(before, scored(bank, given(bank, better, tailored)).card));
      ++raised;
    }
  }
  CHECK(raised > 100);
}

std::string by_name(const Scored& result) {
  std::string out = std::to_string(result.card.attained) + " " + result.card.total.exact();
  for (const char* area : {"a", "b", "c", "d", "e", "f"}) {
    out += std::string(" ") + area + result.weight(area) + ":" + result.area_level(area) + ":" +
           result.area_total(area);
    for (int level = 1; level <= 3; ++level) out += "," + result.area_score(level, area);
  }
  return out;
}

TEST_CASE("the order of questions, siblings and answers changes nothing") {
  Dice dice;
  for (int round = 0; round < 60; ++round) {
    const BankPlan plan = random_plan(dice);
    const std::vector<std::string> keys = random_answers(plan, dice);
    const auto choice = [&](const Question& question) {
      const auto number = static_cast<std::size_t>(std::stoi(question.id.value.substr(1)));
      return keys[number - 1];
    };
    const Bank bank = planned_bank(plan);
    BankPlan other = plan;
    std::reverse(other.questions.begin(), other.questions.end());
    const auto& old = plan.areas;
    other.areas = {old[5], old[3], old[4], old[0], old[2], old[1]};
    const Bank turned = planned_bank(other);
    Answers answers = chosen(turned, choice);
    std::reverse(answers.answers.begin(), answers.answers.end());
    CAPTURE(round);
    CHECK(by_name(scored(turned, answers)) == by_name(scored(bank, chosen(bank, choice))));
  }
}

TEST_CASE("multiplying all weights among siblings changes nothing") {
  Dice dice;
  for (int round = 0; round < 20; ++round) {
    const BankPlan plan = random_plan(dice);
    const std::vector<std::string> keys = random_answers(plan, dice);
    BankPlan scaled = plan;
    for (PlannedArea& area : scaled.areas) area.weight = *area.weight * Fraction(22, 7);
    for (PlannedQuestion& question : scaled.questions) {
      question.weight = question.weight * Fraction(1, 3);
    }
    const Bank bank = planned_bank(plan);
    const Bank other = planned_bank(scaled);
    CAPTURE(round);
    CHECK(by_name(scored(other, given(other, keys, {}))) ==
          by_name(scored(bank, given(bank, keys, {}))));
  }
}

}  // namespace
}  // namespace assess::test
