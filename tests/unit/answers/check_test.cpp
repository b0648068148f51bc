// One bad case at least for each rule about answers: complete answers to the small bank, in which
// one piece is replaced.
#include "support/generated.hpp"
#include "support/samples.hpp"
#include <assess/answers/answers.hpp>
#include <assess/answers/check.hpp>
#include <assess/diag/rules.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess {
namespace {

using test::good_bank;
using test::read_answers_text;
using test::replaced;
using test::small_answers_text;
using test::small_bank_text;

const Bank& small() {
  static const Bank bank = good_bank(small_bank_text());
  return bank;
}

std::string faults(const std::string& from, const std::string& to, const Bank& bank = small()) {
  return read_answers_text(bank, replaced(small_answers_text(), from, to)).faults;
}

// The help of the only fault, in English.
std::string help(const std::string& from, const std::string& to) {
  const auto read = read_answers_text(small(), replaced(small_answers_text(), from, to));
  REQUIRE(read.diagnostics.all().size() == 1);
  return read.diagnostics.all().front().help.en;
}

struct Case {
  std::string from;
  std::string to;
  std::string faults;  // `line:column rule`, with commas between them
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      // bank
      {"small@1.2", "small@2", "2:7 answers/bank-version"},
      {"small@1.2", "small@1.2.1", "2:7 answers/bank-version"},
      {"small@1.2", "small@1.20", "2:7 answers/bank-version"},
      {"small@1.2", "other@1.2", "2:7 answers/other-bank"},
      {"bank: small@1.2\n", "", "1:1 yaml/missing-key"},
      // variant
      {"variant: piece", "variant: peice", "4:10 answers/unknown-variant"},
      {"variant: piece", "variant: 离散", "4:10 answers/unknown-variant"},
      {"variant: piece\n", "", "2:7 yaml/missing-key"},
      // tailoring
      {"tailored: []", "tailored: [shop]", "5:12 answers/unknown-area"},
      {"tailored: []", "tailored: [plan]", "5:12 answers/not-tailorable"},
      {"tailored: []", "tailored: [work]", "5:12 answers/not-tailorable"},
      {"tailored: []", "tailored: [ship]", "10:3 answers/tailored"},
      {"tailored: []", "tailored: [ship, ship]", "10:3 answers/tailored"},
      {"tailored: []", "tailored: ship", "5:11 yaml/not-a-list"},
      {"variant: piece", "variant: flow", "9:3 answers/out-of-scope, 10:3 answers/out-of-scope"},
      // answers
      {"L2-1.1.1: A", "L2-1.1.2: A", "8:3 answers/unknown-question"},
      {"L2-1.1.1: A", "L2-1.1.1: B", "8:13 answers/unknown-option"},
      {"L2-1.1.1: A", "L2-1.1.1: d", "8:13 answers/unknown-option"},
      {"L2-1.1.1: A", "L2-1.1.1: n/a", "8:13 answers/not-applicable"},
      {"L2-1.1.1: A", "L2-1.1.1: N/A", "8:13 answers/unknown-option"},
      {"L2-1.1.1: A", "L2-1.1.1: [A]", "8:13 yaml/type"},
      {"L2-1.1.1: A", "L2-1.1.1: {opton: A}", "8:14 yaml/unknown-key"},
      {"L2-1.1.1: A", "L2-1.1.1: {option: ''}", "8:22 answers/unknown-option"},
      {"L2-1.1.1: A", "L2-1.1.1: ''", "8:13 answers/unknown-option"},
      {"L2-1.1.1: A", "L1-1.1.1: A", "8:3 yaml/duplicate-key"},
      {"L1-2.2.1: \"yes\"", "L1-2.2.1: yes", "10:13 yaml/ambiguous-text"},
      {"L1-2.2.1: \"yes\"", "L1-2.2.1: n/a", "10:13 answers/not-applicable"},
      {"answers:\n", "answers:\n  - A\n", "8:3 yaml/syntax"},
      // evidence
      {"{option: D, note: 说明, evidence: [a.pdf]}", "D", "7:13 answers/missing-evidence"},
      {"{option: D, note: 说明, evidence: [a.pdf]}", "{option: B, evidence: []}",
       "7:22 answers/missing-evidence"},
      {"{option: D, note: 说明, evidence: [a.pdf]}", "{option: D, evidence: a.pdf}",
       "7:22 answers/missing-evidence, 7:35 yaml/not-a-list"},
      {"{option: D, note: 说明, evidence: [a.pdf]}", "{option: D, evidence: [[a.pdf]]}",
       "7:22 answers/missing-evidence, 7:36 yaml/type"},
      // indicators
      {"yield: {value", "yeild: {value", "12:3 answers/unknown-indicator"},
      {"yield: {value", "良率: {value", "12:3 answers/unknown-indicator"},
      {"{value: 3.5, formula: 合格数 / 总数}", "{value: 3.5}", "12:10 yaml/missing-key"},
      {"{value: 3.5, formula: 合格数 / 总数}", "{formula: 合格数 / 总数}",
       "12:10 yaml/missing-key"},
      {"{value: 3.5, formula: 合格数 / 总数}", "{value: ~, formula: 无}", "12:10 yaml/missing-key"},
      {"{value: 3.5, formula: 合格数 / 总数}", "3.5", "12:10 yaml/not-a-mapping"},
      {"{value: 3.5, formula:", "{value: [3.5], formula:", "12:18 yaml/type"},
      {"{value: 3.5,", "{value: 3.5, unit: x,", "12:23 yaml/unknown-key"},
      // enterprise
      {"name: 某厂,", "name: '',", "3:20 yaml/type"},
      {"name: 某厂,", "", "3:13 yaml/missing-key"},
      {"name: 某厂,", "name: 某厂, naem: x,", "3:24 yaml/unknown-key"},
      {"91350100M000100Y43", "91350100M000100Y44", "3:30 answers/uscc-check"},
      {"91350100M000100Y43", "91350100M000100Y4", "3:30 answers/uscc-form"},
      {"91350100M000100Y43", "9135010OM000100Y43", "3:30 answers/uscc-form"},
      {"91350100M000100Y43", "'０１'", "3:30 answers/uscc-form"},
      {"uscc: 91350100M000100Y43", "uscc: 91350100M000100Y43, revenue: many", "3:59 yaml/type"},
      {"uscc: 91350100M000100Y43", "uscc: 91350100M000100Y43, size: 0012",
       "3:56 yaml/ambiguous-text"},
      {"enterprise: {name: 某厂, uscc: 91350100M000100Y43}\n", "", "1:1 yaml/missing-key"},
      // date and form
      {"tailored: []", "tailored: []\ndate: 2026-02-30", "6:7 yaml/type"},
      {"tailored: []", "tailored: []\ndate: 2026/01/02", "6:7 yaml/type"},
      {"tailored: []", "tailored: []\ntaylored: []", "6:1 yaml/unknown-key"},
      {"schema: assess/answers/1\n", "", "1:1 yaml/missing-key"},
  };
  return all;
}

TEST_CASE("the small answers have no faults") {
  CHECK(read_answers_text(small(), small_answers_text()).faults == "");
}

TEST_CASE("each fault of answers is told by its rule, at its place, and nothing else is") {
  for (const Case& c : cases()) {
    CAPTURE(c.from);
    CAPTURE(c.to);
    CHECK(faults(c.from, c.to) == c.faults);
  }
}

// Where to find the bank, which levels are open and what is complete is known only later.
// The last six are looked at by `validate` alone: see authoring/check_answers_test.cpp.
constexpr std::array<std::string_view, 11> told_elsewhere{
    "answers/unknown-bank",       "answers/broken-bank",    "answers/not-counted",
    "answers/incomplete",         "answers/no-variants",    "answers/evidence-not-found",
    "answers/missing-indicators", "answers/industry-code",  "answers/unknown-size",
    "answers/size-revenue",       "answers/enterprise-gaps"};

TEST_CASE("every rule about answers has a bad case") {
  std::string told;
  for (const Case& c : cases()) told += c.faults;
  for (const std::string_view id : told_elsewhere) told += id;
  for (const RuleInfo* rule : rules::all) {
    if (!rule->id.starts_with("answers/")) continue;
    CAPTURE(rule->id);
    CHECK(told.find(rule->id) != std::string::npos);
  }
}

TEST_CASE("the message about another version says which is the newer, and what to do") {
  const auto told = [](const std::string& version, const std::string& direction) {
    const auto read =
        read_answers_text(small(), replaced(small_answers_text(), "small@1.2", "small@" + version));
    REQUIRE(read.diagnostics.all().size() == 1);
    const Diagnostic& fault = read.diagnostics.all().front();
    CAPTURE(fault.message.en);
    CHECK(fault.message.en.ends_with("this one is `1.2.0`" + direction));
    return fault.help.en;
  };
  for (const char* older : {"1.1", "1.1.9", "0.9", "0"}) {
    CAPTURE(older);
    CHECK(told(older, ", which is newer").starts_with("carry the answers over by `assess migrate"));
  }
  for (const char* newer : {"1.20", "1.2.1", "2", "10.0", "1.2.0.1"}) {
    CAPTURE(newer);
    CHECK(told(newer, ", which is older").starts_with("get the bank of that version"));
  }
  for (const char* word : {"1.x", "beta", "1.2.0.0", "99999999999999999999"}) {
    CAPTURE(word);
    CHECK(told(word, "").starts_with("use a bank of that version"));
  }
}

TEST_CASE("nothing is missing in a file of another schema") {
  CHECK(faults("assess/answers/1", "assess/answers/2") == "1:9 yaml/schema");
  CHECK(faults("assess/answers/1", "assess/bank/1") == "1:9 yaml/schema");
}

TEST_CASE("one run tells all faults of answers, in the order of the file") {
  std::string text = small_answers_text();
  text = replaced(text, "small@1.2", "small@3");
  text = replaced(text, "variant: piece", "variant: peice");
  text = replaced(text, "tailored: []", "tailored: [shop]");
  text = replaced(text, "L2-1.1.1: A", "L9-1.1.1: A");
  text = replaced(text, "L1-2.1.1: C", "L1-2.1.1: X");
  text = replaced(text, "yield: {", "yeild: {");
  CHECK(read_answers_text(small(), text).faults ==
        "2:7 answers/bank-version, 4:10 answers/unknown-variant, 5:12 answers/unknown-area, "
        "8:3 answers/unknown-question, 9:13 answers/unknown-option, "
        "12:3 answers/unknown-indicator");
}

TEST_CASE("a name that is nearly right, or the title of the thing, is answered by its id") {
  CHECK(help("variant: piece", "variant: peice") == "did you mean `piece`?");
  CHECK(help("variant: piece", "variant: 离散") == "write its id, `piece`");
  CHECK(help("tailored: []", "tailored: [shop]") == "did you mean `ship`?");
  CHECK(help("tailored: []", "tailored: [发运]") == "write its id, `ship`");
  CHECK(help("yield: {value", "yeild: {value") == "did you mean `yield`?");
  CHECK(help("L2-1.1.1: A", "L2-1.1.1: d") == "did you mean `D`?");
}

TEST_CASE("a name that is far from all is answered by the choice") {
  CHECK(help("variant: piece", "variant: anything").find("`piece`, `flow`") != std::string::npos);
  CHECK(help("L2-1.1.1: A", "L2-1.1.1: B").find("`A`, `D`") != std::string::npos);
  CHECK(help("tailored: []", "tailored: [plan]").find("`ship`") != std::string::npos);
}

TEST_CASE("a neighbour of a question number is not suggested for it") {
  CHECK(help("L2-1.1.1: A", "L2-1.1.2: A").find("did you mean") == std::string::npos);
  CHECK(help("L2-1.1.1: A", "12-1.1.1: A").find("`L2-1.1.1`") != std::string::npos);
}

Bank with_not_applicable(const std::string& word) {
  return good_bank(
      replaced(small_bank_text(), "not_applicable: tailored", "not_applicable: " + word));
}

TEST_CASE("n/a is taken where the bank allows it") {
  const Bank any = with_not_applicable("any");
  const Bank never = with_not_applicable("never");
  const std::string ship = "L1-2.2.1: \"yes\"";
  const std::string tailored = "tailored: [ship]";

  CHECK(faults("L2-1.1.1: A", "L2-1.1.1: n/a", any) == "");
  CHECK(faults("L2-1.1.1: A", "L2-1.1.1: 'n/a'", any) == "");
  CHECK(faults("L2-1.1.1: A", "L2-1.1.1: {option: n/a}", any) == "");
  CHECK(faults("L2-1.1.1: A", "L2-1.1.1: n/a", never) == "8:13 answers/not-applicable");

  const std::string in_tailored =
      replaced(replaced(small_answers_text(), "tailored: []", tailored), ship, "L1-2.2.1: n/a");
  CHECK(read_answers_text(small(), in_tailored).faults == "");
  CHECK(read_answers_text(any, in_tailored).faults == "");
  CHECK(read_answers_text(never, in_tailored).faults == "10:13 answers/not-applicable");
}

TEST_CASE("n/a is taken outside the scope of the variant") {
  std::string text = replaced(small_answers_text(), "variant: piece", "variant: flow");
  text = replaced(text, "L1-2.1.1: C", "L1-2.1.1: n/a");
  text = replaced(text, "L1-2.2.1: \"yes\"", "L1-2.2.1: n/a");
  CHECK(read_answers_text(small(), text).faults == "");
}

TEST_CASE("why n/a is refused is said for each bank and area") {
  const auto explained = [](const Bank& bank, const std::string& from, const std::string& to) {
    const auto read = read_answers_text(bank, replaced(small_answers_text(), from, to));
    REQUIRE(read.diagnostics.all().size() == 1);
    return read.diagnostics.all().front().help;
  };
  const Text fixed = explained(small(), "L2-1.1.1: A", "L2-1.1.1: n/a");
  const Text open = explained(small(), "L1-2.2.1: \"yes\"", "L1-2.2.1: n/a");
  const Text never = explained(with_not_applicable("never"), "L2-1.1.1: A", "L2-1.1.1: n/a");
  CHECK(open.en.find("`ship`") != std::string::npos);
  CHECK(open.zh.find("`ship`") != std::string::npos);
  CHECK(fixed.en != open.en);
  CHECK(fixed.en != never.en);
}

TEST_CASE("a question that stands there without an answer is not a fault") {
  for (const char* nothing : {"L2-1.1.1:", "L2-1.1.1: ~", "L2-1.1.1: {}", "L2-1.1.1: {option: }",
                              "L2-1.1.1: {note: 待定}"}) {
    CAPTURE(nothing);
    CHECK(faults("L2-1.1.1: A", nothing) == "");
  }
  CHECK(faults("  L2-1.1.1: A\n", "") == "");
}

TEST_CASE("evidence is asked for from its option on, in scope only") {
  const std::string given = "{option: D, note: 说明, evidence: [a.pdf]}";
  CHECK(faults(given, "A") == "");
  CHECK(faults(given, "B") == "7:13 answers/missing-evidence");
  CHECK(faults(given, "{option: B, evidence: ['']}") == "");
  const Bank any = with_not_applicable("any");
  CHECK(faults(given, "n/a", any) == "");
}

TEST_CASE("a bank without variants takes answers without one") {
  const std::string text = R"(schema: assess/bank/1
id: plain
version: "1"
languages: [en]
title: {en: Plain}
levels: [{level: 1, title: {en: One}, threshold: 1}]
areas: [{id: a, title: {en: A}}]
questions:
  - {id: q, area: a, level: 1, text: {en: Q}, options: {n: {en: x, score: 0}, y: {en: z, score: 1}}}
)";
  const Bank bank = good_bank(text);
  const std::string answers =
      "schema: assess/answers/1\nbank: plain\nenterprise: {name: x}\nanswers: {q: y}\n";
  CHECK(read_answers_text(bank, answers).faults == "");
  CHECK(read_answers_text(bank, answers + "variant: piece\n").faults == "5:10 answers/no-variants");
  CHECK(read_answers_text(bank, replaced(answers, "{q: y}", "{}")).faults == "");
  CHECK(read_answers_text(bank, replaced(answers, "answers: {q: y}\n", "")).faults == "");
}

TEST_CASE("an area that may not be tailored keeps its answers") {
  const auto read = read_answers_text(
      small(), replaced(small_answers_text(), "tailored: []", "tailored: [work]"));
  CHECK(read.faults == "5:12 answers/not-tailorable");
}

// Every response as a word: what it is, of which option, and whether an answer stands in the file.
std::string shown(const std::vector<Response>& responses) {
  std::string out;
  for (const Response& response : responses) {
    out += response.state == Response::State::answered         ? std::to_string(response.option)
           : response.state == Response::State::not_applicable ? "n"
                                                               : "-";
    if (response.answer != nullptr) out += response.answer->question.value;
    out += " ";
  }
  return out;
}

TEST_CASE("the check hands on what `respond` finds, in whatever order the answers stand") {
  const Bank& bank = test::shipped_bank().bank;
  for (std::uint32_t number = 0; number < 12; ++number) {
    Answers answers = test::generated_answers(bank, number);
    if (number % 3 == 1) std::reverse(answers.answers.begin(), answers.answers.end());
    if (number % 3 == 2 && answers.answers.size() > 8) {
      answers.answers[1].question.value = "L9-9.9.9";
      answers.answers[3].option->value = "Z";
      answers.answers[5].option->value = "n/a";
      answers.answers[7].option.reset();
      std::swap(answers.answers[2], answers.answers[6]);
    }
    Diagnostics ignored;
    CAPTURE(number);
    const std::string found = shown(check_answers(bank, answers, ignored));
    CHECK(found == shown(respond(bank, answers)));
    std::string one_by_one;
    for (const Question& question : bank.questions) {
      Response response;
      for (const Answer& answer : answers.answers) {
        if (answer.question.value != question.id.value) continue;
        response.answer = &answer;
        const auto option =
            answer.option ? find_option(question, answer.option->value) : std::nullopt;
        if (option) response = {Response::State::answered, *option, &answer};
        if (answer.is_not_applicable()) response.state = Response::State::not_applicable;
      }
      one_by_one += shown({response});
    }
    CHECK(found == one_by_one);
  }
}

TEST_CASE("a code whose check fails is a warning that names the right sign") {
  const auto read = read_answers_text(
      small(), replaced(small_answers_text(), "91350100M000100Y43", "91350100M000100Y44"));
  REQUIRE(read.diagnostics.all().size() == 1);
  CHECK(read.diagnostics.all().front().severity == Severity::warning);
  CHECK(read.diagnostics.all().front().message.en.find("`3`") != std::string::npos);
}

}  // namespace
}  // namespace assess
