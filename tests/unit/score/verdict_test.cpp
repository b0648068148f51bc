#include "support/score_samples.hpp"
#include <assess/score/verdict.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess::test {
namespace {

// Two areas on two levels; level 1 is what `key` says, level 2 is not answered.
struct Case {
  Bank bank;
  Scored result;

  explicit Case(const std::string& a, const std::string& b = "D", const std::string& next = {})
      : bank(planned_bank({.areas = {{"a", ""}, {"b", ""}},
                           .questions = {{"p", "a", 1}, {"q", "b", 1}, {"r", "a", 2}},
                           .thresholds = {Fraction(4, 5), Fraction(4, 5)}})) {
    const auto choice = [&](const Question& question) {
      return question.level == 2 ? next : question.id.value == "p" ? a : b;
    };
    result = scored(bank, chosen(bank, choice));
  }

  Verdict judged(const Gates& gates) const { return judge(result.sheet, result.card, gates); }
};

GateResult only_gate(const Verdict& verdict) {
  REQUIRE(verdict.gates.size() == 1);
  CHECK(verdict.passed == verdict.gates.front().passed);
  CHECK(verdict.gates.front().op == ">=");
  return verdict.gates.front();
}

TEST_CASE("where nothing is demanded nothing is missed") {
  CHECK(Gates{}.is_empty());
  const Verdict verdict = Case("A").judged({});
  CHECK(verdict.passed);
  CHECK(verdict.gates.empty());
}

TEST_CASE("any one demand makes gates") {
  CHECK_FALSE(Gates{.min_level = 0}.is_empty());
  CHECK_FALSE(Gates{.min_total = Fraction(0)}.is_empty());
  CHECK_FALSE(Gates{.min_areas = {{"a", Fraction(0)}}}.is_empty());
  CHECK_FALSE(Gates{.require_complete = true}.is_empty());
}

TEST_CASE("the gate on the level looks at the attained one") {
  const GateResult met = only_gate(Case("D").judged({.min_level = 1}));
  CHECK(met.target == "level");
  CHECK(met.limit == "1");
  CHECK(met.actual == "1");
  CHECK(met.passed);
  const GateResult missed = only_gate(Case("D").judged({.min_level = 2}));
  CHECK(missed.limit == "2");
  CHECK(missed.actual == "1");
  CHECK_FALSE(missed.passed);
}

TEST_CASE("the gate on the total is compared exactly") {
  const Case half("A");
  CHECK(only_gate(half.judged({.min_total = Fraction(1, 2)})).passed);
  const GateResult missed =
      only_gate(half.judged({.min_total = Fraction(50'000'001, 100'000'000)}));
  CHECK_FALSE(missed.passed);
  CHECK(missed.target == "total");
  CHECK(missed.actual == "0.50000000");
}

TEST_CASE("a total just below the limit does not look like it") {
  const Case result("A");  // 0.5
  const GateResult gate = only_gate(result.judged({.min_total = Fraction(504, 1000)}));
  CHECK(gate.limit == "0.504");
  CHECK(gate.actual == "0.500");
}

TEST_CASE("the gate on an area looks at its own total") {
  const Case result("A", "D");
  const GateResult met = only_gate(result.judged({.min_areas = {{"b", Fraction(1)}}}));
  CHECK(met.target == "b");
  CHECK(met.passed);
  CHECK(met.actual == "1.00");
  const GateResult missed = only_gate(result.judged({.min_areas = {{"a", Fraction(1, 10)}}}));
  CHECK_FALSE(missed.passed);
  CHECK(missed.actual == "0.00");
}

TEST_CASE("a gate on an area that is tailored out has nothing to compare and is missed") {
  const Bank bank = Case("D").bank;
  const Scored result = scored(bank, chosen(bank, [](const Question&) { return "D"; }, {"b"}));
  const Verdict verdict =
      judge(result.sheet, result.card, {.min_areas = {{"b", Fraction(0)}, {"a", Fraction(0)}}});
  REQUIRE(verdict.gates.size() == 2);
  CHECK_FALSE(verdict.gates[0].actual.has_value());
  CHECK_FALSE(verdict.gates[0].passed);
  CHECK(verdict.gates[1].passed);
  CHECK_FALSE(verdict.passed);
}

TEST_CASE("completeness is asked of the open levels that were begun") {
  const GateResult open = only_gate(Case("D", "").judged({.require_complete = true}));
  CHECK_FALSE(open.passed);
  CHECK(open.target == "complete");
  CHECK(open.actual == "1");
  CHECK(open.limit == "2");
  CHECK(only_gate(Case("A", "A").judged({.require_complete = true})).passed);
  // Level 2 has opened and is untouched, then answered.
  CHECK(only_gate(Case("D", "D").judged({.require_complete = true})).limit == "2");
  CHECK(only_gate(Case("D", "D", "A").judged({.require_complete = true})).limit == "3");
}

TEST_CASE("nothing answered at all is not complete") {
  CHECK_FALSE(only_gate(Case("", "").judged({.require_complete = true})).passed);
}

TEST_CASE("gates come in one order, and one that is missed is enough") {
  const Verdict verdict = Case("D").judged({.min_level = 2,
                                            .min_total = Fraction(1),
                                            .min_areas = {{"b", Fraction(1)}, {"a", Fraction(1)}},
                                            .require_complete = true});
  std::string order;
  for (const GateResult& gate : verdict.gates) order += gate.target + (gate.passed ? "+ " : "- ");
  CHECK(order == "level- total+ b+ a+ complete+ ");
  CHECK_FALSE(verdict.passed);
}

}  // namespace
}  // namespace assess::test
