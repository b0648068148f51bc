#include "support/generated.hpp"
#include "support/score_samples.hpp"
#include <assess/report/standing.hpp>

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>

namespace assess::test {
namespace {

// Two areas of weight 3 and 1, with two questions each, at one level.
BankPlan small_plan() {
  return {.areas = {{"top", ""}, {"big", "top", Fraction(3)}, {"small", "top"}},
          .questions = {{"b1", "big"}, {"b2", "big"}, {"s1", "small"}, {"s2", "small"}},
          .thresholds = {Fraction(4, 5)}};
}

Diagnosis diagnosis_of(const BankPlan& plan, const Choice& choice) {
  const auto bank = std::make_shared<const Bank>(planned_bank(plan));
  return diagnosed(bank, chosen(*bank, choice));
}

Choice all(const std::string& key) {
  return [key](const Question&) { return key; };
}

std::string names(const Diagnosis& diagnosis, const std::vector<std::size_t>& places) {
  std::string out;
  for (const std::size_t place : places) {
    out += diagnosis.bank->area(diagnosis.sheet->areas[place].area).id.value + " ";
  }
  return out;
}

TEST_CASE("gaps come in the order of what their next option is worth") {
  const Diagnosis diagnosis = diagnosis_of(small_plan(), [](const Question& question) {
    return std::string(question.id.value == "b1" ? "C" : question.id.value == "s2" ? "D" : "A");
  });
  const report::Standing standing = report::find_standing(diagnosis);
  std::string gaps;
  for (const report::Gap& gap : standing.gaps) {
    const Question& question = diagnosis.bank->question(gap.share.question);
    gaps += question.id.value + ">" + question.options[gap.better].key.value + " " +
            gap.worth.exact() + " ";
  }
  CHECK(gaps == "b2>B 3/16 b1>D 3/40 s1>B 1/16 ");
  CHECK(names(diagnosis, standing.weaknesses) == "big small ");
  CHECK(names(diagnosis, standing.strengths) == "");
}

TEST_CASE("the steps to the next level are the fewest that reach it, exactly") {
  const Diagnosis diagnosis = diagnosis_of(small_plan(), all("B"));
  const report::Standing standing = report::find_standing(diagnosis);
  // 0.5 and twice 3/8 * 0.3 and twice 1/8 * 0.3: only all four reach 0.8.
  REQUIRE(standing.steps_to_next);
  CHECK(standing.steps_to_next->count == 4);
  CHECK(standing.steps_to_next->score.exact() == "4/5");
  const report::Standing far = report::find_standing(diagnosis_of(small_plan(), all("A")));
  CHECK_FALSE(far.steps_to_next);
  CHECK(far.score_after_all_steps.exact() == "1/2");
}

TEST_CASE("a question without an answer is worth its whole part") {
  const Diagnosis diagnosis = diagnosis_of(small_plan(), [](const Question& question) {
    return std::string(question.id.value == "b1" ? "" : "D");
  });
  const report::Standing standing = report::find_standing(diagnosis);
  REQUIRE(standing.gaps.size() == 1);
  CHECK_FALSE(standing.gaps[0].chosen);
  CHECK(standing.gaps[0].worth.exact() == "3/8");
  CHECK(standing.first_steps.empty());
  CHECK(names(diagnosis, standing.weaknesses) == "");
  CHECK(names(diagnosis, standing.strengths) == "small ");
}

// Three areas with one question at each of two levels.
BankPlan three_areas() {
  return {
      .areas = {{"top", ""}, {"a", "top", Fraction(4)}, {"b", "top"}, {"c", "top"}},
      .questions =
          {{"a1", "a"}, {"b1", "b"}, {"c1", "c"}, {"a2", "a", 2}, {"b2", "b", 2}, {"c2", "c", 2}},
      .thresholds = {Fraction(4, 5), Fraction(4, 5)}};
}

Choice by_id(std::map<std::string, std::string> keys) {
  return [keys = std::move(keys)](const Question& question) {
    const auto found = keys.find(question.id.value);
    return found == keys.end() ? std::string() : found->second;
  };
}

TEST_CASE("who just passes is no strength, and who fails is the first weakness") {
  // The heavy area at its threshold loses most of all.
  const Diagnosis diagnosis =
      diagnosis_of(three_areas(), by_id({{"a1", "C"}, {"b1", "D"}, {"c1", "B"}}));
  const report::Standing standing = report::find_standing(diagnosis);
  CHECK(names(diagnosis, standing.strengths) == "b ");
  CHECK(names(diagnosis, standing.weaknesses) == "c ");
}

TEST_CASE("without an answer an area is not weak") {
  const Diagnosis diagnosis = diagnosis_of(three_areas(), by_id({{"a1", "B"}, {"b1", "D"}}));
  CHECK(names(diagnosis, report::find_standing(diagnosis).weaknesses) == "a ");
}

TEST_CASE("where nobody passes the level worked on, the attained one shows the strengths") {
  const Diagnosis diagnosis = diagnosis_of(
      three_areas(),
      by_id({{"a1", "C"}, {"b1", "D"}, {"c1", "D"}, {"a2", "A"}, {"b2", "A"}, {"c2", "B"}}));
  const report::Standing standing = report::find_standing(diagnosis);
  CHECK(standing.worked == 1);
  CHECK(standing.strong_level == 0);
  CHECK(names(diagnosis, standing.strengths) == "c b ");
  CHECK(standing.worked_gaps.empty());
}

TEST_CASE("before the next level is begun, the attained one shows what is weak in it") {
  const Diagnosis diagnosis =
      diagnosis_of(three_areas(), by_id({{"a1", "D"}, {"b1", "B"}, {"c1", "D"}}));
  const report::Standing standing = report::find_standing(diagnosis);
  REQUIRE(standing.worked_gaps.size() == 1);
  CHECK(standing.worked_gaps[0].worth.exact() == "1/20");
  CHECK(standing.gaps.size() == 3);
  CHECK(names(diagnosis, standing.behind) == "b ");
}

TEST_CASE("with all levels attained nothing is left to do") {
  const Diagnosis diagnosis = diagnosis_of(small_plan(), all("D"));
  const report::Standing standing = report::find_standing(diagnosis);
  CHECK_FALSE(standing.next);
  CHECK(standing.gaps.empty());
  CHECK(standing.weaknesses.empty());
  CHECK(names(diagnosis, standing.strengths) == "big small ");
}

}  // namespace
}  // namespace assess::test
