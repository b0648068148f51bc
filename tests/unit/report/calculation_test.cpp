#include "support/generated.hpp"
#include "support/score_samples.hpp"
#include <assess/report/calculation.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace assess::test {
namespace {

using namespace report;

// The formulas of an area at the first level, one a line.
std::string formulas(const BankPlan& plan, std::string_view area, const Choice& choice) {
  const auto bank = std::make_shared<const Bank>(planned_bank(plan));
  const Diagnosis diagnosis = diagnosed(bank, chosen(*bank, choice));
  std::string out;
  for (const Calculation& entry :
       calculations(diagnosis, find_breakdown(diagnosis, bank->find_area(area), 0))) {
    out += entry.formula + "\n";
  }
  return out;
}

BankPlan plan() {
  return {.areas = {{"top", "", Fraction(3)},
                    {"a", "top", Fraction(2)},
                    {"b", "top"},
                    {"rest", ""},
                    {"r", "rest"}},
          .questions = {{"a1", "a"}, {"a2", "a"}, {"a3", "a"}, {"b1", "b"}, {"r1", "r"}},
          .thresholds = {Fraction(4, 5)}};
}

Choice all(const std::string& key) {
  return [key](const Question&) { return key; };
}

TEST_CASE("a leaf is the mean of its questions, as they are listed") {
  const Choice choice = [](const Question& question) {
    return std::string(question.id.value == "a2" ? "A" : question.id.value == "a3" ? "C" : "D");
  };
  CHECK(formulas(plan(), "a", choice) ==
        "(0 + 0.8 + 1) / 3 = 0.6\n"
        "0.75 × 2/3 = 0.5\n"
        "0.5 × 0.6 = 0.3\n");
}

TEST_CASE("questions of different weights are weighed, and one alone needs no brackets") {
  BankPlan weighed = plan();
  weighed.questions[1].weight = Fraction(1, 2);
  weighed.questions[2].weight = Fraction(1, 3);
  const Choice choice = [](const Question& question) {
    return std::string(question.id.value == "a1" ? "A" : "B");
  };
  const std::string a = formulas(weighed, "a", choice);
  CHECK(a.substr(0, a.find('\n')) == "(1 × 0 + 0.5 × 0.5 + 1/3 × 0.5) / (11/6) = 5/22 ≈ 0.227273");
  const std::string b = formulas(weighed, "b", choice);
  CHECK(b.substr(0, b.find('\n')) == "0.5 / 1 = 0.5");
}

TEST_CASE("an inner area and a level are the weighted sums of what lies right below") {
  const Choice choice = [](const Question& question) {
    return std::string(question.area.index == 1 ? "C" : "B");
  };
  CHECK(formulas(plan(), "top", choice) ==
        "2/3 × 0.8 + 1/3 × 0.5 = 0.7\n"
        "0.75 × 0.7 = 0.525\n");
  CHECK(formulas(plan(), "", choice) == "0.75 × 0.7 + 0.25 × 0.5 = 0.65\n");
}

TEST_CASE("what is too long to stand there exactly is rounded, and says so") {
  BankPlan odd = plan();
  odd.areas[1].weight = Fraction(1000003);
  odd.areas[2].weight = Fraction(1000033);
  const std::string text = formulas(odd, "top", all("D"));
  CHECK(text.substr(0, text.find('\n')) == "0.499993 × 1 + 0.500007 × 1 ≈ 1");
}

TEST_CASE("a rounded number does not look like the threshold, nor like full marks") {
  BankPlan odd = plan();
  odd.areas[1].weight = Fraction(99999999);
  odd.areas[2].weight = Fraction(1, 7);
  const Choice choice = [](const Question& question) {
    return std::string(question.area.index == 1 ? "C" : "A");
  };
  const std::string text = formulas(odd, "top", choice);
  CHECK(text.find("≈ 0.8\n") == std::string::npos);
  CHECK(text.find("≈ 0.800000\n") == std::string::npos);
  CHECK(text.find("1.000000") == std::string::npos);
}

TEST_CASE("what has no score has no calculation") {
  CHECK(formulas(plan(), "a", all("D")).find("1") != std::string::npos);
  BankPlan empty = plan();
  empty.questions.erase(empty.questions.begin() + 3);
  CHECK(formulas(empty, "b", all("D")).empty());
  // Nor has one that counts as met without a question, but for its part.
  empty.scoring.empty_area = EmptyArea::met;
  CHECK(formulas(empty, "b", all("D")) == "0.75 × 1/3 = 0.25\n0.25 × 1 = 0.25\n");
}

}  // namespace
}  // namespace assess::test
