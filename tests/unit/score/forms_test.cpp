// The same bank and answers written in other ways have the same result.
#include "support/samples.hpp"
#include <assess/render/render.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

// The whole result as JSON.
std::string result_of(const std::string& bank, const std::string& answers) {
  Run run;
  run.command = "score";
  run.files.push_back({.path = "a.yaml", .outcome = Outcome::scored});
  run.files.back().diagnosis = diagnose(bank, answers);
  return render::score_json(run, {});
}

std::string all_replaced(std::string text,
                         const std::vector<std::pair<std::string, std::string>>& pieces) {
  for (const auto& [from, to] : pieces) text = replaced(std::move(text), from, to);
  return text;
}

TEST_CASE("decimals, per cent, whole numbers and fractions give the same result") {
  const std::string free = replaced(small_bank_text(), ", weights_sum: 100", "");
  const std::string expected = result_of(free, small_answers_text());
  const std::vector<std::vector<std::pair<std::string, std::string>>> forms{
      {{"{piece: 40, flow: 100}", "{piece: 0.4, flow: 1}"}, {"{piece: 60}", "{piece: 0.6}"}},
      {{"{piece: 40, flow: 100}", "{piece: 40%, flow: 1}"}, {"{piece: 60}", "{piece: 60%}"}},
      {{"{piece: 40, flow: 100}", "{piece: 2/5, flow: 1}"}, {"{piece: 60}", "{piece: 3/5}"}},
      {{"{piece: 40, flow: 100}", "{piece: 2, flow: 7}"}, {"{piece: 60}", "{piece: 3}"}},
      {{"{A: 0, B: 0.5, C: 0.8, D: 1}", "{A: 0%, B: 50%, C: 80%, D: 100%}"}},
      {{"{A: 0, B: 0.5, C: 0.8, D: 1}", "{A: 0/1, B: 1/2, C: 4/5, D: 3/3}"}},
      {{"threshold: 0.8", "threshold: 80%"}, {"threshold: 0.6", "threshold: 3/5"}},
      {{"weight: 2", "weight: 1/7"}},  // the only question of its area and level
  };
  for (const auto& form : forms) {
    CAPTURE(form.front().second);
    CHECK(result_of(all_replaced(free, form), small_answers_text()) == expected);
  }
}

TEST_CASE("the order of keys and of answers in the files changes nothing") {
  const std::string expected = result_of(small_bank_text(), small_answers_text());
  const std::string bank = all_replaced(
      small_bank_text(), {{"    area: plan\n    level: 1\n    weight: 2\n",
                           "    weight: 2\n    level: 1\n    area: plan\n"},
                          {"scale: {A: 0, B: 0.5, C: 0.8, D: 1}\n", ""},
                          {"indicators:\n", "scale: {D: 1, C: 0.8, B: 0.5, A: 0}\nindicators:\n"},
                          {"title: {zh: 小题库, en: Small bank}\n", ""},
                          {"tiers:\n", "title: {en: Small bank, zh: 小题库}\ntiers:\n"}});
  const std::string answers = R"(variant: piece
answers:
  L1-2.2.1: "yes"
  L1-2.1.1: {option: C}
  L2-1.1.1: A
  L1-1.1.1: {evidence: [a.pdf], note: 说明, option: D}
indicators:
  yield: {formula: 合格数 / 总数, value: 3.5}
enterprise: {uscc: 91350100M000100Y43, name: 某厂}
bank: small@1.2
schema: assess/answers/1
)";
  CHECK(result_of(bank, small_answers_text()) == expected);
  CHECK(result_of(small_bank_text(), answers) == expected);
}

TEST_CASE("the order of questions in the bank and of its files changes nothing") {
  const std::string& text = small_bank_text();
  const auto at = text.find("questions:\n");
  const std::string head = text.substr(0, at);
  const std::string list = text.substr(at + std::string("questions:\n").size());
  const auto middle = list.find("  - id: L1-2.1.1");
  const std::string first = list.substr(0, middle);
  const std::string second = list.substr(middle);
  CHECK(result_of(head + "questions:\n" + second + first, small_answers_text()) ==
        result_of(text, small_answers_text()));
  const auto score_of = [](const BankRead& read) {
    REQUIRE(read.faults.empty());
    const Answers answers = read_answers_text(read.bank, small_answers_text()).answers;
    const Sheet sheet = tailor(read.bank, answers);
    const Scorecard card = score(sheet, respond(read.bank, answers));
    return card.total.exact() + " " + card.levels[0].score->exact();
  };
  CHECK(score_of(read_bank_text(head, {first, second})) ==
        score_of(read_bank_text(head, {second, first})));
}

TEST_CASE("a question that is listed without an answer is one that is not listed") {
  const std::string& answers = small_answers_text();
  CHECK(result_of(small_bank_text(), replaced(answers, "L1-2.1.1: C", "L1-2.1.1: ~")) ==
        result_of(small_bank_text(), replaced(answers, "  L1-2.1.1: C\n", "")));
}

}  // namespace
}  // namespace assess::test
