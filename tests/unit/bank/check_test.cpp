// One bad case at least for each rule about banks: the small bank, in which one piece is replaced.
#include "support/samples.hpp"
#include <assess/bank/bank.hpp>
#include <assess/diag/rules.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace assess {
namespace {

using test::read_bank_text;
using test::replaced;
using test::small_bank_text;

struct Case {
  std::string from;
  std::string to;
  std::string faults;  // `line:column rule`, with commas between them
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      // ids
      {"id: small", "id: a b", "2:5 bank/bad-id"},
      {"id: small", "id: -small", "2:5 bank/bad-id"},
      {"id: small", "id: ''", "2:5 yaml/type"},
      {"{id: part,", "{id: 'p/t',", "7:10 bank/bad-id"},
      {"{id: flow,", "{id: 流程,",
       "13:10 bank/bad-id, 22:26 bank/unknown-variant, 25:71 bank/unknown-variant, 31:68 "
       "bank/unknown-variant, 32:86 bank/unknown-variant"},
      {"- id: people", "- id: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
       "19:9 bank/bad-id"},
      {"id: L2-1.1.1", "id: L2-1.1.1?", "43:9 bank/bad-id"},
      {"{id: yield,", "{id: yield!,", "34:10 bank/bad-id"},
      {"{no: {zh", "{n/a: {zh", "58:15 bank/bad-id"},
      {"{id: part,", "{id: domain,", "7:10 bank/duplicate-id"},
      {"{id: flow,", "{id: piece,",
       "13:10 bank/duplicate-id, 22:26 bank/unknown-variant, 25:71 bank/unknown-variant, 31:68 "
       "bank/unknown-variant, 32:86 bank/unknown-variant"},
      {"- id: work", "- id: skill", "26:9 bank/duplicate-id"},
      {"id: L1-2.1.1", "id: L1-1.1.1", "48:9 bank/duplicate-id, 48:9 bank/question-number"},
      {"{id: other,", "{id: yield,", "35:10 bank/duplicate-id"},
      // references
      {"area: plan", "area: plam", "49:11 bank/unknown-area"},
      {"area: plan", "area: work", "49:11 bank/not-a-leaf"},
      {"level: 2\n", "level: 3\n", "45:12 bank/unknown-level"},
      {"level: 2\n", "level: 0\n", "45:12 bank/unknown-level"},
      {"weights: {piece: 60}", "weights: {piece: 60, flown: 0}", "29:26 bank/unknown-variant"},
      {"provenance: {piece: guess}", "provenance: {pieces: guess}", "23:18 bank/unknown-variant"},
      {"provenance: {piece: guess}", "provenance: {piece: gues}", "23:25 bank/unknown-provenance"},
      {"level: 2\n", "level: 2\n    provenance: gues\n", "46:17 bank/unknown-provenance"},
      {"{from: B}", "{from: C}", "42:22 bank/unknown-option"},
      // levels
      {"{level: 2,", "{level: 3,", "10:13 bank/level-order, 45:12 bank/unknown-level"},
      {"{level: 1,", "{level: 0,",
       "9:13 bank/level-order, 39:12 bank/unknown-level, 50:12 bank/unknown-level, 56:12 "
       "bank/unknown-level"},
      {"{level: 1,", "{level: 2,",
       "9:13 bank/level-order, 39:12 bank/unknown-level, 50:12 bank/unknown-level, 56:12 "
       "bank/unknown-level"},
      {"threshold: 0.6", "threshold: 0", "10:53 bank/threshold"},
      {"threshold: 0.6", "threshold: 100.1%", "10:53 bank/threshold"},
      {"threshold: 0.6", "threshold: -1/2", "10:53 bank/threshold"},
      // weights
      {"{piece: 60}", "{piece: -60}", "29:22 bank/weight"},
      {"weight: 2", "weight: 0", "51:13 bank/weight"},
      {"weight: 2", "weight: -1/2", "51:13 bank/weight"},
      {"piece: 30, flow: 30}}\n      - {id: ship, title: {zh: 发运, en: Ship}, tailorable: true, "
       "weights: {piece: 70",
       "piece: 0, flow: 30}}\n      - {id: ship, title: {zh: 发运, en: Ship}, tailorable: true, "
       "weights: {piece: 0",
       "26:9 bank/zero-weights"},
      {"{piece: 60}", "{piece: 61}", "19:9 bank/weights-sum"},
      {"flow: 100}\n    provenance", "flow: 99}\n    provenance", "19:9 bank/weights-sum"},
      {"piece: 30, flow: 30", "piece: 30, flow: 30.5", "26:9 bank/weights-sum"},
      {"  - {id: flow,", "  - {id: none, title: {zh: 无, en: None}}\n  - {id: flow,",
       "13:10 bank/variant-without-weights"},
      // options
      {"{A: {zh: 没用, en: unused}, D: {zh: 在用, en: used}}", "{D: {zh: 在用, en: used}}",
       "43:9 bank/few-options"},
      {"{A: {zh: 没用, en: unused}, D: {zh: 在用, en: used}}", "{}", "43:9 bank/few-options"},
      {"D: {zh: 在用", "E: {zh: 在用", "47:40 bank/missing-score"},
      {"gone, score: 100%", "gone, score: 101%", "58:80 bank/score-range"},
      {"kept, score: 0", "kept, score: -1", "58:45 bank/score-range"},
      {"C: 0.8, D: 1}", "C: 0.8, D: 1.5}", "14:34 bank/score-range"},
      {"B: {zh: 有些, en: some}, D: {zh: 都有, en: all}",
       "D: {zh: 都有, en: all}, B: {zh: 有些, en: some}", "41:60 bank/score-order"},
      {"B: 0.5, C: 0.8", "B: 0, C: 0.8", "41:38 bank/score-order"},
      {"gone, score: 100%", "gone, score: 0.99", "58:49 bank/no-full-score"},
      // what an earlier version called a question
      {"id: L2-1.1.1\n", "id: L2-1.1.1\n    replaces: L2-1.1.9\n", ""},
      {"id: L2-1.1.1\n", "id: L2-1.1.1\n    replaces: L1-2.1.1\n", "44:15 bank/replaces"},
      {"id: L2-1.1.1\n", "id: L2-1.1.1\n    replaces: L2-1.1.1\n", "44:15 bank/replaces"},
      {"id: L2-1.1.1\n    area: skill\n    level: 2",
       "id: L2-1.1.1\n    replaces: Q1\n    area: skill\n    level: 2\n    requirement: a", ""},
      {"id: L1-2.2.1\n", "id: L1-2.2.1\n    replaces: a b\n", "55:15 bank/bad-id"},
      {"id: L1-2.2.1\n", "id: L1-2.2.1\n    replaces: [L2-1.1.9]\n", "55:15 yaml/type"},
      // question numbers
      {"id: L2-1.1.1", "id: L1-1.1.2", "43:9 bank/question-number"},
      {"id: L1-2.1.1", "id: L1-2.2.2", "48:9 bank/question-number"},
      {"id: L1-2.1.1", "id: plan-1", "48:9 bank/question-number"},
      // texts
      {"{zh: 作业, en: Work}", "{zh: 作业}", "27:12 bank/missing-translation"},
      {"{zh: 作业, en: Work}", "{en: Work}", "27:12 bank/missing-translation"},
      {"{zh: 作业, en: Work}", "{zh: 作业, en: ''}", "27:12 bank/missing-translation"},
      {"D: {zh: 排了, en: always}", "D: {zh: 排了}", "53:64 bank/missing-translation"},
      {"en: Small bank}", "en: Small bank, fr: Banque}", "4:34 yaml/unknown-key"},
      {"title: {zh: 小题库, en: Small bank}", "title: 小题库", "4:8 yaml/not-a-mapping"},
      // sections
      {"section: 2", "section: 1",
       "28:14 bank/section-number, 48:9 bank/question-number, 54:9 bank/question-number"},
      {"section: 2", "section: 0",
       "28:14 yaml/type, 48:9 bank/question-number, 54:9 bank/question-number"},
      {"{id: plan, title", "{id: plan, section: 3, title",
       "31:29 bank/nested-section, 48:9 bank/question-number, 54:9 bank/question-number"},
      {"    section: 2\n", "", "30:14 bank/outside-sections, 31:14 bank/outside-sections"},
      // coverage
      {"area: plan", "area: ship", "31:14 bank/empty-area, 48:9 bank/question-number"},
      {"level: 2\n    text", "level: 1\n    text",
       "10:13 bank/empty-level, 43:9 bank/question-number"},
      // form
      {"schema: assess/bank/1", "schema: assess/bank/2", "1:9 yaml/schema"},
      {"schema: assess/bank/1", "schema: assess/answers/1", "1:9 yaml/schema"},
      {"schema: assess/bank/1\n", "", "1:1 yaml/missing-key"},
      {"version: 1.2.0\n", "", "1:1 yaml/missing-key"},
      {"version: 1.2.0\n", "verson: 1.2.0\n", "1:1 yaml/missing-key, 3:1 yaml/unknown-key"},
      {"title: {zh: 小题库, en: Small bank}",
       "languages: [zh, fr]\ntitle: {zh: 小题库, en: Small bank}", "4:17 yaml/type"},
      {"not_applicable: tailored", "not_applicable: sometimes", "15:27 yaml/type"},
      {"scoring: {not_applicable: tailored",
       "scoring: {progression: open, empty_area: met, satisfied_counts: score, rounding: up",
       "15:72 yaml/unknown-key"},
      {"not_applicable: tailored", "progression: upward", "15:24 yaml/type"},
      {"not_applicable: tailored", "empty_area: full", "15:23 yaml/type"},
      {"not_applicable: tailored", "satisfied_counts: two", "15:29 yaml/type"},
      {"confidence: low", "confidence: certain", "17:23 yaml/type"},
      {"confidence: low,", "", "17:10 yaml/missing-key"},
      {"threshold: 0.8", "threshold: high", "9:53 yaml/type"},
      {"tailorable: true", "tailorable: yes", "32:59 yaml/type"},
      {"free: true", "free: 1", "35:51 yaml/type"},
      {"piece: 40, flow: 100", "piece: 40, flow: much", "22:32 yaml/type"},
      {"weights: {piece: 60}", "weight: 60", "29:5 yaml/unknown-key"},
      {"    level: 2\n", "", "43:5 yaml/missing-key"},
      {"    level: 2\n", "    level: two\n", "45:12 yaml/type"},
      {"    options: {A: {zh: 没用, en: unused}, D: {zh: 在用, en: used}}\n", "",
       "43:5 yaml/missing-key, 43:9 bank/few-options"},
      {"options: {A: {zh: 没用, en: unused}, D: {zh: 在用, en: used}}", "options: [没用, 在用]",
       "43:9 bank/few-options, 47:14 yaml/not-a-mapping"},
      {"A: {zh: 没用, en: unused}", "A: 没用", "47:18 yaml/not-a-mapping"},
  };
  return all;
}

TEST_CASE("the small bank has no faults") {
  CHECK(read_bank_text(small_bank_text()).faults == "");
}

TEST_CASE("each fault of a bank is told by its rule, at its place, and nothing else is") {
  for (const Case& c : cases()) {
    CAPTURE(c.from);
    CAPTURE(c.to);
    CHECK(read_bank_text(replaced(small_bank_text(), c.from, c.to)).faults == c.faults);
  }
}

// See authoring/check_meaning_test.cpp.
bool is_looked_at_by_validate_alone(std::string_view rule) {
  constexpr std::array<std::string_view, 9> rules{"bank/unreachable-level",
                                                  "bank/variant-without-level",
                                                  "bank/constant-level",
                                                  "bank/tailoring-empties-bank",
                                                  "bank/tailoring-empties-level",
                                                  "bank/area-without-variant",
                                                  "bank/weightless-area",
                                                  "bank/lowest-score",
                                                  "bank/similar-id"};
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

TEST_CASE("every rule about banks has a bad case") {
  std::string told = read_bank_text(replaced(small_bank_text(), "questions:", "question:")).faults;
  told += read_bank_text(small_bank_text().substr(0, small_bank_text().find("questions:"))).faults;
  for (const Case& c : cases()) told += c.faults;
  for (const RuleInfo* rule : rules::all) {
    if (!rule->id.starts_with("bank/")) continue;
    if (rule->id == "bank/too-many") continue;  // see limits_test.cpp
    if (is_looked_at_by_validate_alone(rule->id)) continue;
    if (rule->id.starts_with("bank/version-")) continue;  // see authoring/bank_diff_test.cpp
    if (test::is_about_texts(*rule)) continue;            // see check_texts_test.cpp
    const bool is_about_places = rule->id == "bank/outside-folder" || rule->id == "bank/shadowed";
    if (is_about_places) continue;  // see bank_places_test.cpp
    CAPTURE(rule->id);
    CHECK(told.find(rule->id) != std::string::npos);
  }
}

TEST_CASE("a bank without questions is told so, unless their key is misspelt") {
  const std::string head = small_bank_text().substr(0, small_bank_text().find("questions:"));
  CHECK(read_bank_text(head).faults == "2:5 bank/no-questions");
  CHECK(read_bank_text(head + "questions: []\n").faults == "2:5 bank/no-questions");
  CHECK(read_bank_text(replaced(small_bank_text(), "questions:", "question:")).faults ==
        "36:1 yaml/unknown-key");
}

TEST_CASE("one run tells all faults of a bank, in the order of the file") {
  std::string text = small_bank_text();
  for (const auto& [from, to] : {std::pair{"id: small", "id: a b"},
                                 {"{piece: 60}", "{piece: -1}"},
                                 {"area: plan", "area: plam"},
                                 {"{from: B}", "{from: X}"}}) {
    text = replaced(text, from, to);
  }
  CHECK(read_bank_text(text).faults ==
        "2:5 bank/bad-id, 29:22 bank/weight, 42:22 bank/unknown-option, 49:11 bank/unknown-area");
}

TEST_CASE("an id is given up to one question only") {
  const std::string twice =
      replaced(replaced(small_bank_text(), "id: L2-1.1.1\n", "id: L2-1.1.1\n    replaces: old\n"),
               "id: L1-2.2.1\n", "id: L1-2.2.1\n    replaces: old\n");
  CHECK(read_bank_text(twice).faults == "56:15 bank/replaces");
}

TEST_CASE("a name that is nearly right is suggested") {
  const auto help = [](const std::string& from, const std::string& to) {
    const auto read = read_bank_text(replaced(small_bank_text(), from, to));
    REQUIRE(read.diagnostics.all().size() == 1);
    return read.diagnostics.all().front().help;
  };
  CHECK(help("area: plan", "area: plam").en == "did you mean `plan`?");
  CHECK(help("area: plan", "area: plam").zh == "是否想写 `plan`？");
  CHECK(help("weights: {piece: 60}", "weights: {piece: 60, peice: 1}").en ==
        "did you mean `piece`?");
  CHECK(help("{from: B}", "{from: C}").en == "choose from: `A`, `B`, `D`");
  CHECK(help("{from: B}", "{from: none}").zh == "可选：`A`、`B`、`D`");
  CHECK(help("piece: guess", "piece: gues").en == "did you mean `guess`?");
  CHECK(help("level: 2\n", "level: 2\n    provenance: other\n").en == "choose from: `guess`");
  CHECK(help("level: 2\n", "level: 7\n").en == "choose from: `1`, `2`");
  CHECK(help("weights: {piece: 60}", "weights: {piece: 60, batch: 1}").en ==
        "choose from: `piece`, `flow`");
}

TEST_CASE("an area that may not hold a question leads to those that may") {
  const auto help = [](const std::string& area) {
    const auto read = read_bank_text(replaced(small_bank_text(), "area: plan", "area: " + area));
    REQUIRE(read.diagnostics.all().size() == 1);
    return read.diagnostics.all().front().help;
  };
  CHECK(help("work").en == "choose from: `plan`, `ship`");
  CHECK(help("计划").en == "write its id, `plan`");
  CHECK(help("plam").en == "did you mean `plan`?");
  CHECK(help("nowhere").en == "choose from: `people`, `skill`, `work`, `plan`, `ship`");
}

TEST_CASE("a question number says which part of it is another one") {
  const auto told = [](const std::string& id) {
    const auto read = read_bank_text(replaced(small_bank_text(), "id: L1-2.2.1", "id: " + id));
    REQUIRE(read.diagnostics.all().size() == 1);
    const Text& message = read.diagnostics.all().front().message;
    return message.en.substr(message.en.find(": ") + 2) + " | " +
           message.zh.substr(message.zh.find("：") + 3);
  };
  CHECK(told("L2-2.2.1") == "level 2 instead of 1 | 等级写成 2，应为 1");
  CHECK(told("L1-3.2.1") == "section 3 instead of 2 | 章写成 3，应为 2");
  CHECK(told("L1-2.9.1") == "area 9 instead of 2 | 能力项写成 9，应为 2");
  CHECK(told("L2-12.2.1") ==
        "level 2 instead of 1, section 12 instead of 2 | 等级写成 2，应为 1，章写成 12，应为 2");
  CHECK(told("1-2.2.1") == "its form is another one | 写法不同");
  CHECK(told("L1-2.x.1") == "its form is another one | 写法不同");
  CHECK(told("L1-2.2") == "its form is another one | 写法不同");
}

TEST_CASE("what repeats points to its first place") {
  const auto read = read_bank_text(replaced(small_bank_text(), "{id: other,", "{id: yield,"));
  REQUIRE(read.diagnostics.all().size() == 1);
  REQUIRE(read.diagnostics.all().front().labels.size() == 1);
  const Span first = read.diagnostics.all().front().labels.front().span;
  const Span again = *read.diagnostics.all().front().where;
  CHECK(first.begin == small_bank_text().find("yield"));
  CHECK(first.begin < again.begin);
}

TEST_CASE("faults in a file of questions are told there") {
  const auto at = small_bank_text().find("questions:\n");
  const std::string head = small_bank_text().substr(0, at);
  const std::string list = small_bank_text().substr(at + std::string("questions:\n").size());
  CHECK(read_bank_text(head, {list}).faults == "");
  CHECK(read_bank_text(head, {"# none yet\n[]\n", list}).faults == "");
  CHECK(read_bank_text(head, {replaced(list, "area: plan", "area: plam")}).faults ==
        "2/13:11 bank/unknown-area");
  CHECK(read_bank_text(head, {"id: x\n"}).faults == "2/1:1 yaml/not-a-list");
  CHECK(read_bank_text(small_bank_text(), {list})
            .faults.starts_with("2/1:9 bank/duplicate-id, 2/7:9 bank/duplicate-id"));
}

}  // namespace
}  // namespace assess
