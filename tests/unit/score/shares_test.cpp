#include "support/score_samples.hpp"
#include <assess/score/shares.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace assess::test {
namespace {

struct Shared {
  std::vector<Response> responses;
  Scored scored;
  LevelShares shares;
};

Shared shares_of(const Bank& bank, const Answers& answers, std::size_t level) {
  Shared out{respond(bank, answers), scored(bank, answers), {}};
  out.shares = shares(out.scored.sheet, out.responses, out.scored.card.levels[level]);
  return out;
}

// What the questions gain, and what they miss, in all.
std::pair<Fraction, Fraction> sums(const LevelShares& shares) {
  Fraction gained = 0;
  Fraction missed = 0;
  for (const QuestionShare& question : shares.questions) {
    gained += question.gained;
    missed += question.missed();
  }
  return {gained, missed};
}

TEST_CASE("the worked case of contract 2: each question has its part in the level") {
  // Discrete, all D but production at B: 制造 loses 0.48 * 0.5 of its 0.77.
  const Bank& bank = five_level_bank();
  const Answers answers = chosen(
      bank,
      [&](const Question& question) {
        if (question.level > 1) return std::string();
        const auto section = bank.section_of(question.area);
        return std::string(bank.area(*section).id.value == "production" ? "B" : "D");
      },
      {}, "discrete");
  const Shared result = shares_of(bank, answers, 0);
  const LevelScore& level = result.scored.level(1);
  CHECK(level.score->exact() == "1019/1250");  // 0.8152
  CHECK(sums(result.shares).first.exact() == level.score->exact());
  const std::size_t production = result.scored.place("production");
  CHECK(result.shares.areas[production].exact() == "231/625");  // 0.77 * 0.48
  CHECK(result.shares.missed(level, production).exact() == "231/1250");
  CHECK(sums(result.shares).second == Fraction(1) - *level.score);
}

TEST_CASE("what is gained adds up to the score on any sheet") {
  const Bank& bank = five_level_bank();
  constexpr std::array<const char*, 5> options{"A", "B", "C", "D", ""};
  for (int seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    int at = seed;
    const std::vector<std::string> tailored =
        seed % 3 == 0 ? std::vector<std::string>{"logistics"} : std::vector<std::string>{};
    const Answers answers = chosen(
        bank,
        [&](const Question& question) {
          at = (at * 7 + 11 + question.level) % 1009;
          return std::string(question.level == 1 ? options[static_cast<std::size_t>(at % 5)] : "");
        },
        tailored, seed % 2 == 0 ? "discrete" : "process");
    const Shared result = shares_of(bank, answers, 0);
    const LevelScore& level = result.scored.level(1);
    CHECK(sums(result.shares).first == *level.score);
    Fraction lowest = 0;
    Fraction missed = 0;
    for (std::size_t i = 0; i < result.scored.sheet.areas.size(); ++i) {
      if (!result.scored.sheet.areas[i].children.empty()) continue;
      lowest += result.shares.areas[i];
      missed += result.shares.missed(level, i);
    }
    CHECK(lowest == Fraction(1));
    CHECK(missed == Fraction(1) - *level.score);
  }
}

TEST_CASE("a level that is not open is made of nothing") {
  const Bank& bank = five_level_bank();
  const Shared result = shares_of(bank,
                                  chosen(
                                      bank, [](const Question&) { return "A"; }, {}, "discrete"),
                                  1);
  CHECK(result.shares.questions.empty());
  for (const Fraction& share : result.shares.areas) CHECK(share == Fraction(0));
}

TEST_CASE("within an area its own score is the whole") {
  const Bank& bank = five_level_bank();
  const Answers answers = chosen(
      bank,
      [](const Question& question) {
        return std::string(question.level > 1 ? "" : question.id.value.back() == '1' ? "B" : "C");
      },
      {"logistics"}, "discrete");
  const Shared result = shares_of(bank, answers, 0);
  const LevelScore& level = result.scored.level(1);
  for (std::size_t i = 0; i < result.scored.sheet.areas.size(); ++i) {
    const LevelShares within = shares_within(result.scored.sheet, result.responses, level, i);
    CHECK(within.areas[i] == Fraction(1));
    const auto [gained, missed] = sums(within);
    CHECK(gained == *level.areas[i].score);
    CHECK(missed == Fraction(1) - *level.areas[i].score);
    // Times the part of the area it is what the questions have in the level.
    std::size_t found = 0;
    for (const QuestionShare& question : result.shares.questions) {
      if (found == within.questions.size()) break;
      if (question.question != within.questions[found].question) continue;
      CHECK(within.questions[found++].share * result.shares.areas[i] == question.share);
    }
    CHECK(found == within.questions.size());
  }
}

TEST_CASE("the weights at a level are those of the areas that are scored") {
  const BankPlan plan{
      .areas = {{"top", ""}, {"a", "top", Fraction(3)}, {"b", "top", Fraction(2)}, {"c", "top"}},
      .questions = {{"q1", "a"}, {"q2", "b", 2}, {"q3", "c"}},
      .thresholds = {Fraction(4, 5), Fraction(4, 5)}};
  const Bank bank = planned_bank(plan);
  const Shared result = shares_of(bank, chosen(bank, [](const Question&) { return "D"; }), 0);
  std::string weights;
  for (const int level : {1, 2}) {
    for (const Fraction& weight : weights_at(result.scored.sheet, result.scored.level(level))) {
      weights += weight.exact() + " ";
    }
  }
  CHECK(weights == "1 3/4 0 1/4 1 0 1 0 ");
}

TEST_CASE("n/a questions have no part, and areas without questions hand theirs on") {
  BankPlan plan{.areas = {{"top", ""}, {"a", "top", Fraction(3)}, {"b", "top"}, {"c", "top"}},
                .questions = {{"q1", "a"}, {"q2", "a", 1, Fraction(3)}, {"q3", "b"}, {"q4", "b"}},
                .thresholds = {Fraction(4, 5)}};
  plan.scoring.not_applicable = NotApplicable::any;
  const Choice choice = [](const Question& question) {
    return std::string(question.id.value == "q3" ? "n/a" : "D");
  };
  const auto told = [&] {
    const Bank bank = planned_bank(plan);
    const Shared result = shares_of(bank, chosen(bank, choice), 0);
    std::string out;
    for (const QuestionShare& question : result.shares.questions) {
      out += bank.question(question.question).id.value + " " + question.share.exact() + " ";
    }
    return out + sums(result.shares).first.exact();
  };
  CHECK(told() == "q1 3/16 q2 9/16 q4 1/4 1");
  // Where an empty area counts as met it keeps its part, which no question gains.
  plan.scoring.empty_area = EmptyArea::met;
  CHECK(told() == "q1 3/20 q2 9/20 q4 1/5 4/5");
}

}  // namespace
}  // namespace assess::test
