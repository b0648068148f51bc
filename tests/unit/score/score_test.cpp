// The rules of scoring, one by one.
#include "support/score_samples.hpp"
#include <assess/score/score.hpp>

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

using Given = std::map<std::string, std::string>;

Scored score_of(const Bank& bank, const Given& given, std::vector<std::string> tailored = {}) {
  const auto choice = [&](const Question& question) {
    const auto found = given.find(question.id.value);
    return found == given.end() ? std::string() : found->second;
  };
  return scored(bank, chosen(bank, choice, std::move(tailored)));
}

Scoring rules_of(Progression progression, EmptyArea empty = EmptyArea::exclude) {
  return {.progression = progression, .empty_area = empty, .not_applicable = NotApplicable::any};
}

TEST_CASE("a leaf is the mean of its questions by their weights") {
  const Bank bank =
      planned_bank({.areas = {{"a", ""}}, .questions = {{"p", "a"}, {"q", "a", 1, Fraction(3)}}});
  CHECK(score_of(bank, {{"p", "D"}, {"q", "B"}}).level_score(1) == "5/8");
}

TEST_CASE("a question without an answer counts 0 and leaves the level incomplete") {
  const Bank bank = planned_bank({.areas = {{"a", ""}},
                                  .questions = {{"p", "a"}, {"q", "a"}},
                                  .thresholds = {Fraction(1, 2)}});
  const Scored result = score_of(bank, {{"p", "D"}});
  CHECK(result.level_score(1) == "1/2");
  CHECK_FALSE(result.level(1).is_complete());
  CHECK_FALSE(result.level(1).is_satisfied);
  CHECK(result.card.total.exact() == "1/2");
  CHECK(result.area_level("a") == "0");
  CHECK(score_of(bank, {{"p", "D"}, {"q", "A"}}).card.attained == 1);
}

TEST_CASE("n/a drops the question from its mean and counts as done") {
  const Bank bank = planned_bank({.areas = {{"a", ""}}, .questions = {{"p", "a"}, {"q", "a"}}});
  const Scored result = score_of(bank, {{"p", "C"}, {"q", "n/a"}});
  CHECK(result.level_score(1) == "4/5");
  CHECK(result.level(1).is_satisfied);
  CHECK(result.level(1).tally.not_applicable == 1);
  CHECK(result.level(1).tally.answered == 1);
}

TEST_CASE("an area whose questions are all n/a is treated like one with nothing to ask") {
  for (const auto& [empty, expected] :
       {std::pair{EmptyArea::exclude, "1/2"}, std::pair{EmptyArea::met, "7/8"}}) {
    const Bank bank = planned_bank({.areas = {{"a", "", 1}, {"b", "", 3}},
                                    .questions = {{"p", "a"}, {"q", "b"}},
                                    .scoring = rules_of(Progression::sequential, empty)});
    const Scored result = score_of(bank, {{"p", "B"}, {"q", "n/a"}});
    CHECK(result.level_score(1) == expected);
    CHECK(result.area_level("b") == "null");
  }
}

TEST_CASE("the weights of siblings make up for an empty area at each tier") {
  const Bank bank =
      planned_bank({.areas = {{"a", "", 1}, {"b", "a", 9}, {"c", "a", 1}, {"d", "", 1}},
                    .questions = {{"p", "b", 2}, {"q", "c", 1}, {"r", "d", 1}}});
  const Scored result = score_of(bank, {{"q", "B"}, {"r", "D"}});
  CHECK(result.area_score(1, "b") == "null");
  CHECK(result.area_score(1, "a") == "1/2");
  CHECK(result.level_score(1) == "3/4");
}

TEST_CASE("nothing scored at all is null in both modes, and never 0") {
  for (const EmptyArea empty : {EmptyArea::exclude, EmptyArea::met}) {
    const Bank bank = planned_bank({.areas = {{"a", ""}},
                                    .questions = {{"p", "a"}},
                                    .scoring = rules_of(Progression::sequential, empty)});
    const Scored result = score_of(bank, {{"p", "n/a"}});
    CHECK(result.level_score(1) == "null");
    CHECK(result.area_score(1, "a") == "null");
    CHECK_FALSE(result.level(1).is_satisfied);
    CHECK(result.card.attained == 0);
    CHECK(result.card.total.exact() == "0");
    CHECK(result.area_level("a") == "null");
  }
}

TEST_CASE("an enterprise with everything tailored out has no scores and no level") {
  const Bank bank = planned_bank({.areas = {{"a", "", 1, 1}}, .questions = {{"p", "a"}}});
  const Scored result = score_of(bank, {{"p", "D"}}, {"a"});
  CHECK(result.level_score(1) == "null");
  CHECK(result.card.attained == 0);
  CHECK(result.card.total.exact() == "0");
  REQUIRE(result.card.sections.size() == 1);
  CHECK(result.card.sections[0].state == SectionState::tailored);
}

const BankPlan& three_levels() {
  static const BankPlan plan{.areas = {{"a", ""}},
                             .questions = {{"p", "a", 1}, {"q", "a", 2}, {"r", "a", 3}},
                             .thresholds = {Fraction(4, 5), Fraction(4, 5), Fraction(4, 5)}};
  return plan;
}

TEST_CASE("in sequence answers to levels that are not open change nothing") {
  const Bank bank = planned_bank(three_levels());
  const Scored with = score_of(bank, {{"p", "B"}, {"q", "D"}, {"r", "D"}});
  const Scored without = score_of(bank, {{"p", "B"}});
  CHECK(with.card.total == without.card.total);
  CHECK(with.card.attained == 0);
  CHECK(with.level_score(2) == "null");
  CHECK(with.area_score(2, "a") == "null");
  CHECK_FALSE(with.level(2).is_open);
  CHECK_FALSE(with.level(2).is_satisfied);
  CHECK_FALSE(with.level(3).is_open);
  CHECK(with.area_level("a") == without.area_level("a"));
  CHECK(with.card.current_level() == without.card.current_level());
  CHECK(with.level(2).tally.answered == 1);  // kept, so that it can be reported
}

TEST_CASE("in sequence a level opens when the one before it is satisfied, and not before") {
  const Bank bank = planned_bank(three_levels());
  const Scored result = score_of(bank, {{"p", "C"}});
  CHECK(result.level(2).is_open);
  CHECK(result.level_score(2) == "0");
  CHECK_FALSE(result.level(3).is_open);
  CHECK(result.card.total.exact() == "1");
  CHECK(result.card.current_level() == 1);
}

TEST_CASE(
    "a level that asks nothing of anybody is passed through by areas and attained by nobody") {
  BankPlan plan{.areas = {{"a"}, {"b"}},
                .questions = {{"p", "a"}, {"q", "b"}, {"r", "a", 3}},
                .thresholds = {Fraction(3, 5), Fraction(3, 5), Fraction(3, 5)}};
  const Bank bank = planned_bank(plan);
  const Scored good = score_of(bank, {{"p", "D"}, {"q", "D"}});
  CHECK(good.card.attained == 1);
  CHECK(good.card.total.exact() == "1");
  CHECK(good.level_score(2) == "null");
  CHECK_FALSE(good.level(3).is_open);
  CHECK(good.area_level("a") == "2");
  CHECK(good.area_total("a") == "2");
  const Scored half = score_of(bank, {{"p", "D"}, {"q", "A"}});
  CHECK(half.area_level("a") == "1");  // level 2 is not open
  CHECK(half.area_level("b") == "0");
}

TEST_CASE("where all levels are open each is scored, and a gap ends the run") {
  BankPlan plan = three_levels();
  plan.scoring = rules_of(Progression::open);
  const Scored result = score_of(planned_bank(plan), {{"p", "C"}, {"q", "B"}, {"r", "C"}});
  CHECK(result.card.attained == 1);
  CHECK(result.card.total.exact() == "5/2");
  CHECK(result.level(3).is_satisfied);
}

TEST_CASE("a satisfied level may count as its score") {
  BankPlan plan = three_levels();
  plan.scoring = rules_of(Progression::open);
  plan.scoring.satisfied_counts = SatisfiedCounts::score;
  const Scored result = score_of(planned_bank(plan), {{"p", "C"}, {"q", "B"}, {"r", "D"}});
  CHECK(result.card.total.exact() == "23/10");
  plan.scoring.progression = Progression::sequential;
  CHECK(score_of(planned_bank(plan), {{"p", "C"}, {"q", "B"}}).card.total.exact() == "3/2");
}

TEST_CASE("an area passes through a level that asks it nothing") {
  const Bank bank = planned_bank(
      {.areas = {{"a", ""}, {"b", ""}},
       .questions = {{"p", "a", 1}, {"r", "a", 3}, {"x", "b", 1}, {"y", "b", 2}, {"z", "b", 3}},
       .thresholds = {Fraction(1, 2), Fraction(1, 2), Fraction(1, 2)}});
  CHECK(score_of(bank, {{"p", "D"}, {"x", "D"}}).area_level("a") == "2");
  const Given two{{"p", "D"}, {"x", "D"}, {"y", "D"}};
  CHECK(score_of(bank, two).area_level("a") == "2");
  Given three = two;
  three["r"] = "D";
  CHECK(score_of(bank, three).area_level("a") == "3");
  CHECK(score_of(bank, {{"p", "A"}, {"x", "D"}}).area_level("a") == "0");
}

TEST_CASE("where all levels are open an area that is asked has a level, empty levels or not") {
  BankPlan plan{.areas = {{"a", ""}},
                .questions = {{"p", "a", 1}, {"r", "a", 3}},
                .thresholds = {Fraction(1, 2), Fraction(1, 2), Fraction(1, 2)},
                .scoring = rules_of(Progression::open)};
  const Bank bank = planned_bank(plan);
  CHECK(score_of(bank, {{"p", "D"}}).area_level("a") == "2");
  CHECK(score_of(bank, {{"p", "D"}, {"r", "D"}}).area_level("a") == "3");
  CHECK(score_of(bank, {{"p", "n/a"}, {"r", "D"}}).area_level("a") == "3");
  CHECK(score_of(bank, {{"p", "D"}, {"r", "D"}}).area_total("a") == "2");
}

TEST_CASE("an area that no open level asks anything of has no level") {
  const Bank bank = planned_bank({.areas = {{"a", ""}, {"b", ""}},
                                  .questions = {{"p", "a", 1}, {"q", "b", 2}},
                                  .thresholds = {Fraction(1, 2), Fraction(1, 2)}});
  CHECK(score_of(bank, {{"p", "A"}}).area_level("b") == "null");
  CHECK(score_of(bank, {{"p", "D"}}).area_level("b") == "1");
  CHECK(score_of(bank, {{"p", "D"}, {"q", "D"}}).area_level("b") == "2");
}

TEST_CASE("weights may be written in any way that keeps their proportions") {
  for (const auto& [one, two, three] :
       {std::tuple{"1", "2", "3"}, std::tuple{"0.1", "0.2", "0.3"}, std::tuple{"10%", "20%", "30%"},
        std::tuple{"1/6", "1/3", "1/2"}, std::tuple{"5", "1000%", "15.0"}}) {
    const Bank bank = planned_bank({.areas = {{"a", "", Fraction::parse(one)},
                                              {"b", "", Fraction::parse(two)},
                                              {"c", "", Fraction::parse(three)}},
                                    .questions = {{"p", "a"}, {"q", "b"}, {"r", "c"}}});
    CHECK(score_of(bank, {{"p", "D"}, {"q", "B"}, {"r", "C"}}).level_score(1) == "11/15");
  }
}

TEST_CASE("three thirds are exactly one") {
  const Fraction third(1, 3);
  const Bank bank = planned_bank({.areas = {{"a", "", third}, {"b", "", third}, {"c", "", third}},
                                  .questions = {{"p", "a"}, {"q", "b"}, {"r", "c"}},
                                  .thresholds = {Fraction(1)}});
  CHECK(score_of(bank, {{"p", "D"}, {"q", "D"}, {"r", "D"}}).card.attained == 1);
}

TEST_CASE("scores may be thirds, and two thirds reach a threshold of 2/3") {
  Bank bank = planned_bank({.areas = {{"a", ""}},
                            .questions = {{"p", "a"}, {"q", "a"}},
                            .thresholds = {Fraction(2, 3)}});
  for (Question& question : bank.questions) question.options[1].score = Fraction(1, 3);
  const Scored result = score_of(bank, {{"p", "B"}, {"q", "D"}});
  CHECK(result.level_score(1) == "2/3");
  CHECK(result.level(1).is_satisfied);
}

TEST_CASE("weights beyond 128 bits give exact scores") {
  const std::string zeros(150, '0');
  const Bank bank = planned_bank({.areas = {{"a", "", Fraction::parse("1" + zeros)},
                                            {"b", "", Fraction::parse("1" + zeros.substr(1) + "1")},
                                            {"c", "", Fraction::parse("1/3" + zeros)}},
                                  .questions = {{"p", "a"}, {"q", "b"}, {"r", "c"}}});
  const Scored all = score_of(bank, {{"p", "C"}, {"q", "C"}, {"r", "C"}});
  CHECK(all.level_score(1) == "4/5");
  CHECK(all.card.attained == 1);
  const Scored less = score_of(bank, {{"p", "C"}, {"q", "C"}, {"r", "B"}});
  CHECK_FALSE(less.level(1).is_satisfied);
  CHECK(less.level(1).score->rounded(20) == "0.80000000000000000000");
}

TEST_CASE("a section counts the questions of the level worked on") {
  BankPlan plan{.areas = {{"a", "", 1, 1}, {"b", "a"}, {"c", "a"}, {"d", "", 1, 2}},
                .questions = {{"p", "b"}, {"q", "c"}, {"r", "d"}, {"s", "b", 2}},
                .thresholds = {Fraction(1, 2), Fraction(1, 2)}};
  const Bank bank = planned_bank(plan);
  const Scored begun = score_of(bank, {{"p", "D"}}, {"c"});
  REQUIRE(begun.card.sections.size() == 2);
  CHECK(begun.card.sections[0].level == 1);
  CHECK(begun.card.sections[0].tally.questions == 1);
  CHECK(begun.card.sections[0].tailored == 1);
  CHECK(begun.card.sections[0].state == SectionState::completed);
  CHECK(begun.card.sections[1].state == SectionState::not_started);
  const Scored next = score_of(bank, {{"p", "D"}, {"q", "D"}, {"r", "D"}});
  CHECK(next.card.sections[0].level == 2);
  CHECK(next.card.sections[0].state == SectionState::not_started);
  CHECK(next.card.sections[1].state == SectionState::nothing_asked);
  CHECK(score_of(bank, {{"p", "D"}}).card.sections[0].state == SectionState::in_progress);
}

}  // namespace
}  // namespace assess::test
