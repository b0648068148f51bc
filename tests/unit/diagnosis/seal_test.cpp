#include "support/generated.hpp"
#include "support/score_samples.hpp"
#include <assess/diagnosis/flow.hpp>
#include <assess/diagnosis/seal.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <string>

namespace assess::test {
namespace {

BankPlan two_levels() {
  return {.areas = {{"top", ""}, {"a", "top", Fraction(3)}, {"b", "top"}},
          .questions = {{"q1", "a"}, {"q2", "b"}, {"r1", "a", 2}, {"r2", "b", 2}},
          .thresholds = {Fraction(4, 5), Fraction(4, 5)}};
}

// A diagnosis as its answers say it, with what follows from them.
struct Case {
  Bank bank = planned_bank(two_levels());
  Answers answers;

  explicit Case(const Choice& choice) { answers = chosen(bank, choice); }

  Sheet sheet() const { return tailor(bank, answers); }
  std::vector<Response> responses() const { return respond(bank, answers); }
  Scorecard card() const { return score(sheet(), responses()); }
  Flow flow() const {
    const Sheet own = sheet();
    return find_flow(own, answers, responses(), card());
  }
  void submit(int level) {
    const Sheet own = sheet();
    answers.seals.push_back(make_seal(own, answers, responses(), level, "2026-11-22"));
  }
  std::string faults() const {
    Diagnostics diagnostics;
    const Sheet own = sheet();
    check_seals(own, answers, responses(), card(), diagnostics);
    std::string out;
    for (const Diagnostic& fault : diagnostics.all()) {
      out += std::string(fault.rule) + ": " + fault.message.en + "\n";
    }
    return out;
  }
};

Choice level_one(const std::string& key) {
  return [key](const Question& question) { return question.level == 1 ? key : ""; };
}

TEST_CASE("a diagnosis goes from level to level, to the indicators, to the end") {
  Case at(level_one(""));
  CHECK(at.flow().next == NextStep::answer);
  CHECK(at.flow().missing.size() == 2);
  at = Case(level_one("D"));
  CHECK(at.flow().next == NextStep::submit);
  at.submit(1);
  CHECK(at.faults() == "");
  CHECK(at.flow().next == NextStep::answer);
  CHECK(*at.flow().level == 1);
  CHECK(at.flow().last_reached);
  for (Answer& answer :
       chosen(at.bank, [](const Question& q) { return q.level == 2 ? "B" : ""; }).answers) {
    if (answer.option) at.answers.answers.push_back(answer);
  }
  CHECK(at.flow().next == NextStep::submit);
  at.submit(2);
  CHECK(at.faults() == "");
  CHECK_FALSE(at.flow().last_reached);
  CHECK(at.flow().next == NextStep::finish);  // this bank has no indicators
  at.answers.finish = make_finish(at.answers, at.card(), "2026-11-23");
  CHECK(at.faults() == "");
  CHECK(at.flow().next == NextStep::none);
  CHECK(at.answers.finish->level == 1);
  CHECK(at.answers.finish->total.exact() == "3/2");
}

TEST_CASE("a level that is not reached ends the row") {
  Case at(level_one("B"));
  at.submit(1);
  CHECK_FALSE(at.flow().level);
  CHECK(at.flow().next == NextStep::finish);
}

TEST_CASE("indicators count once value and formula are there") {
  Case at(level_one("B"));
  at.bank.indicators.resize(2);
  at.bank.indicators[0].id.value = "one";
  at.bank.indicators[1].id.value = "two";
  at.submit(1);
  CHECK(at.flow().next == NextStep::indicators);
  const auto gaps = [&] {
    std::string out;
    for (const MissingIndicator& missing : at.flow().missing_indicators) {
      out += missing.id + std::to_string(static_cast<int>(missing.gap)) + " ";
    }
    return out;
  };
  CHECK(gaps() == "one0 two0 ");
  at.answers.indicators = {{{"one", {}}, "", "12", ""}, {{"two", {}}, "", "", "a / b"}};
  CHECK(gaps() == "one2 two1 ");
  at.answers.indicators = {{{"one", {}}, "", "0", "无"}, {{"two", {}}, "", "无", "a / b"}};
  CHECK(gaps() == "two3 ");
  at.answers.indicators[1].formula = "无";
  CHECK(at.flow().next == NextStep::finish);
}

TEST_CASE("what is changed after a level was submitted is named") {
  const auto changed = [](const std::function<void(Case&)>& change) {
    Case at(level_one("D"));
    at.submit(1);
    change(at);
    return at.faults();
  };
  CHECK(changed([](Case& at) { at.answers.answers[0].option->value = "C"; }) ==
        "seal/changed: level 1 was submitted, and the answer to q1 has been changed from `D` to "
        "`C`\n");
  CHECK(changed([](Case& at) { at.answers.answers[1].option.reset(); }) ==
        "seal/changed: level 1 was submitted, and the answer to q2 has been changed from `D` to "
        "`–`\n");
  CHECK(changed([](Case& at) {
          at.answers.tailored.push_back({"b", {}});
        }).starts_with("seal/changed: level 1 was submitted, and the tailoring"));
  CHECK(changed([](Case& at) {
          at.bank.version = "9.9";
        }).starts_with("seal/changed: level 1 was submitted, and the bank"));
  // Notes and evidence may be added at any time.
  CHECK(changed([](Case& at) { at.answers.answers[0].note = "later"; }) == "");
}

TEST_CASE("a seal that was tampered with does not hold") {
  const auto broken = [](const std::function<void(Case&)>& change) {
    Case at(level_one("D"));
    at.submit(1);
    change(at);
    return at.faults().starts_with("seal/broken: ");
  };
  CHECK(broken([](Case& at) { at.answers.seals[0].answers[0].second = "A"; }));
  CHECK(broken([](Case& at) { at.answers.seals[0].date = "2026-11-01"; }));
  CHECK(broken([](Case& at) { at.answers.seals[0].level.value = 2; }));
  CHECK(broken([](Case& at) { at.answers.seals[0].sha256.value = std::string(64, '0'); }));
  CHECK(broken([](Case& at) { at.answers.seals.push_back(at.answers.seals[0]); }));
  CHECK(broken([](Case& at) {
    at.answers.finish = make_finish(at.answers, at.card(), "2026-11-23");
    at.answers.finish->total = 5;
  }));
  CHECK(broken([](Case& at) {
    at.answers.finish = make_finish(at.answers, at.card(), "2026-11-23");
    at.answers.indicators.push_back({{"x", {}}, "", "1", "y"});
  }));
  CHECK(broken([](Case& at) {
    at.answers.finish = Finish{"2026-11-23", 5, 5, {}};
    at.answers.finish->sha256.value = finish_digest(at.answers, *at.answers.finish);
  }));
  CHECK(broken([](Case& at) {
    at.answers.seals.clear();
    at.answers.finish = make_finish(at.answers, at.card(), "2026-11-23");
  }));
}

TEST_CASE("seals hold whatever bank is at hand, as long as nothing was changed") {
  Case at(level_one("D"));
  at.submit(1);
  CHECK(seals_hold(at.answers));
  at.answers.finish = make_finish(at.answers, at.card(), "2026-11-23");
  at.bank.version = "9.9";
  CHECK(seals_hold(at.answers));
  at.answers.finish->level = 2;
  CHECK_FALSE(seals_hold(at.answers));
  at.answers.finish.reset();
  at.answers.answers[0].option->value = "A";
  CHECK_FALSE(seals_hold(at.answers));
}

TEST_CASE("seals of different records differ") {
  Seal one{.level = {1, {}}, .date = "d", .bank = "b", .variant = "v"};
  one.answers = {{"q1", "A"}, {"q2", "B"}};
  Seal two = one;
  CHECK(seal_digest(one) == seal_digest(two));
  two.answers = {{"q1", "A"}, {"q", "2B"}};
  CHECK(seal_digest(one) != seal_digest(two));
  two = one;
  two.variant = "";
  two.bank = "bv";
  CHECK(seal_digest(one) != seal_digest(two));
}

}  // namespace
}  // namespace assess::test
