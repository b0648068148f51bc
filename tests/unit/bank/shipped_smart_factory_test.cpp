// The bank for the tiers of smart factories: what it holds, and a few scores worked out by hand. It
// has another scale, another depth and other thresholds than CMMM, and no variants.
#include "support/samples.hpp"
#include <assess/bank/bank.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

const Bank& bank() {
  return shipped_bank("smart-factory").bank;
}

struct Leaf {
  std::string_view id;
  std::string_view number;
  std::string_view weight;
  std::array<int, 4> questions;  // by level
};

constexpr std::array<Leaf, 17> leaves{{
    {"factory-planning", "1.1", "3/10", {0, 0, 1, 1}},
    {"infrastructure", "1.2", "2/5", {1, 1, 1, 1}},
    {"cyber-security", "1.3", "3/10", {1, 1, 0, 0}},
    {"product-development", "2.1", "1/2", {1, 0, 1, 1}},
    {"process-development", "2.2", "1/2", {0, 1, 1, 0}},
    {"equipment", "3.1", "1/3", {1, 1, 1, 0}},
    {"execution", "3.2", "1/3", {1, 1, 1, 2}},
    {"inspection", "3.3", "1/3", {1, 1, 1, 0}},
    {"scheduling", "4.1", "3/10", {1, 1, 1, 1}},
    {"maintenance", "4.2", "1/5", {1, 1, 1, 0}},
    {"warehousing", "4.3", "1/5", {1, 1, 0, 0}},
    {"safety", "4.4", "3/20", {1, 0, 1, 0}},
    {"energy", "4.5", "3/20", {0, 1, 1, 0}},
    {"supply-chain", "5.1", "3/10", {0, 1, 1, 1}},
    {"service", "5.2", "1/5", {0, 1, 1, 0}},
    {"decision", "5.3", "1/4", {1, 0, 1, 1}},
    {"maturity", "5.4", "1/4", {1, 0, 1, 1}},
}};

using Keys = std::map<std::string, std::string>;  // the option of a question

// Answers of every question of the levels up to `last`, in full but for what `others` says.
std::string answers_up_to(int last, const Keys& others, const std::string& tailored = {}) {
  std::string text = "schema: assess/answers/1\nbank: smart-factory@1\nenterprise: {name: 某厂}\n";
  text += "tailored: [" + tailored + "]\nanswers:\n";
  for (const Question& question : bank().questions) {
    const std::string& id = question.id.value;
    const auto other = others.find(id);
    const bool is_out = bank().area(question.area).id.value == tailored;
    if (question.level > last || is_out) continue;
    const auto& key = other == others.end() ? question.options.back().key.value : other->second;
    text += "  " + id + ": \"" + key + "\"\n";
  }
  return text;
}

Diagnosis diagnosis_of(const std::string& answers, const Gates& gates = {}) {
  return diagnose(std::make_shared<const Bank>(bank()), answers, gates);
}

// The same option for every question of a level that has it.
Keys everywhere(int level, const std::string& key) {
  Keys keys;
  for (const Question& question : bank().questions) {
    const bool has_it = find_option(question, key).has_value();
    if (question.level == level && has_it) keys[question.id.value] = key;
  }
  return keys;
}

TEST_CASE("the smart factory bank has four tiers, each with a threshold of its own") {
  std::vector<std::pair<std::string, Fraction>> levels;
  for (const Level& level : bank().levels) {
    levels.emplace_back(level.title.zh, level.threshold.value);
  }
  CHECK(levels ==
        std::vector<std::pair<std::string, Fraction>>{
            {"基础级", {2, 3}}, {"先进级", {7, 10}}, {"卓越级", {3, 4}}, {"领航级", {4, 5}}});
  CHECK(bank().variants.empty());
  CHECK(bank().scoring.progression == Progression::sequential);
  CHECK(bank().scoring.weights_sum->value == Fraction(1));
}

TEST_CASE("the smart factory bank has five stages, 17 scenes and 48 questions") {
  std::map<std::string, std::array<int, 4>> counts;
  std::array<int, 4> by_level{};
  for (const Question& question : bank().questions) {
    const auto level = static_cast<std::size_t>(question.level - 1);
    ++counts[bank().area(question.area).id.value][level];
    ++by_level[level];
  }
  CHECK(bank().questions.size() == 48);
  CHECK(by_level == std::array<int, 4>{12, 12, 15, 9});
  CHECK(bank().sections().size() == 5);
  CHECK(bank().areas.size() == 5 + leaves.size());
  for (const Leaf& leaf : leaves) {
    CAPTURE(leaf.id);
    const auto area = bank().find_area(leaf.id);
    REQUIRE(area);
    CHECK(bank().area(*area).depth == 1);
    CHECK(bank().area_number(*area) == leaf.number);
    CHECK(bank().area(*area).weights[0]->value.value.exact() == leaf.weight);
    CHECK(counts[std::string(leaf.id)] == leaf.questions);
    CHECK(std::count(leaf.questions.begin(), leaf.questions.end(), 0) <= 2);
  }
}

TEST_CASE("what a contract manufacturer may lack can be tailored out, and nothing else") {
  std::set<std::string> tailorable;
  for (const Area& area : bank().areas) {
    if (area.is_tailorable) tailorable.insert(area.id.value);
  }
  CHECK(tailorable == std::set<std::string>{"development", "product-development",
                                            "process-development", "service"});
}

TEST_CASE("options go by thirds, but for those that have scores of their own") {
  const std::map<std::string, Fraction> thirds{{"A", 0}, {"B", {1, 3}}, {"C", {2, 3}}, {"D", 1}};
  std::map<std::string, std::string> own;
  for (const Question& question : bank().questions) {
    std::map<std::string, Fraction> options;
    std::string text;
    for (const Option& option : question.options) {
      options[option.key.value] = option.score;
      text += option.key.value + "=" + option.score.exact() + " ";
    }
    if (options != thirds) own[question.id.value] = text;
    CHECK(question.weight == Fraction(question.id.value == "L4-3.2.1" ? 2 : 1));
  }
  CHECK(own == std::map<std::string, std::string>{{"L1-1.3.1", "0=0 1=1 "},
                                                  {"L1-4.4.1", "0=0 1=1 "},
                                                  {"L1-5.4.1", "0=0 1=1/3 2=1 "},
                                                  {"L3-5.4.1", "2=0 3=1 "},
                                                  {"L4-3.2.2", "0=0 1=1/2 2=1 "},
                                                  {"L4-5.4.1", "3=0 4=1 "}});
}

TEST_CASE("as many questions have each origin as docs/banks/smart-factory.md states") {
  std::map<std::string, int> origins;
  for (const Question& question : bank().questions) ++origins[question.origin];
  CHECK(origins ==
        std::map<std::string, int>{{"precondition", 3}, {"general", 33}, {"supplement", 12}});
}

TEST_CASE("only the preconditions are certain, everything else of this bank is not") {
  for (const Question& question : bank().questions) {
    CAPTURE(question.id.value);
    const bool is_sure = bank().find_origin(question.origin)->confidence == Confidence::high;
    CHECK(is_sure == (bank().area(question.area).id.value == "maturity"));
  }
  for (const Area& area : bank().areas) {
    CHECK(bank().find_origin(area.weights[0]->origin)->confidence == Confidence::low);
  }
}

TEST_CASE("full marks attain the fourth tier, no marks none") {
  const Diagnosis full = diagnosis_of(answers_up_to(4, {}));
  CHECK(full.card.attained == 4);
  CHECK(full.card.total == Fraction(4));
  Keys lowest;
  for (const Question& question : bank().questions) {
    lowest[question.id.value] = question.options.front().key.value;
  }
  const Diagnosis none = diagnosis_of(answers_up_to(1, lowest));
  CHECK(none.card.attained == 0);
  CHECK(none.card.total == Fraction(0));
}

TEST_CASE("the first tier with C throughout, worked out by hand") {
  // Construction 17/21, development 2/3, operation 2/3, management 37/51, business 5/6.
  const Keys keys = everywhere(1, "C");
  CHECK(keys.size() == 9);
  const Diagnosis mostly = diagnosis_of(answers_up_to(1, keys));
  CHECK(mostly.card.levels[0].score == Fraction(881, 1190));
  CHECK(mostly.card.attained == 1);
  CHECK(mostly.card.total == Fraction(1));
  // Without a backup ever restored construction has 8/21, and 2/3 is just missed.
  Keys without_backup = keys;
  without_backup["L1-1.3.1"] = "0";
  const Diagnosis missed = diagnosis_of(answers_up_to(1, without_backup));
  CHECK(missed.card.levels[0].score == Fraction(779, 1190));
  CHECK(missed.card.attained == 0);
  CHECK(missed.card.total == Fraction(779, 1190));
}

TEST_CASE("the fourth tier with a question that weighs twice, worked out by hand") {
  // Execution (2 × 1/3 + 1/2) / 3 = 7/18, and nothing else is asked of its stage: 1 - 1/4 × 11/18.
  Keys keys{{"L4-3.2.1", "B"}, {"L4-3.2.2", "1"}};
  CHECK(diagnosis_of(answers_up_to(4, keys)).card.levels[3].score == Fraction(61, 72));
  // Without maturity level 4, business has 11/16: another 1/16 less, and 4/5 is missed.
  keys["L4-5.4.1"] = "3";
  const Diagnosis missed = diagnosis_of(answers_up_to(4, keys));
  CHECK(missed.card.attained == 3);
  CHECK(missed.card.total == Fraction(545, 144));
}

TEST_CASE("with product development tailored out, the first tier leaves its stage out") {
  // The stage asks nothing else there, so operation weighs 25/85: 1 - 5/17 × 2/3.
  const Keys keys{{"L1-3.1.1", "B"}, {"L1-3.2.1", "B"}, {"L1-3.3.1", "B"}};
  const Diagnosis diagnosis = diagnosis_of(answers_up_to(1, keys, "product-development"));
  CHECK(diagnosis.card.levels[0].score == Fraction(41, 51));
  CHECK(diagnosis.card.attained == 1);
}

TEST_CASE("a gate makes the precondition a hard one, which a score cannot make up for") {
  Gates gates;
  gates.min_areas.push_back({"maturity", Fraction(1)});
  const Diagnosis lacking = diagnosis_of(answers_up_to(1, {{"L1-5.4.1", "1"}}), gates);
  CHECK(lacking.card.attained == 1);
  CHECK(lacking.card.levels[0].score == Fraction(14, 15));
  CHECK_FALSE(lacking.verdict.passed);
  CHECK(diagnosis_of(answers_up_to(1, {}), gates).verdict.passed);
  // The second tier asks the same of maturity and does not ask again.
  gates.min_areas.front().minimum = Fraction(2);
  CHECK(diagnosis_of(answers_up_to(2, {}), gates).verdict.passed);
  gates.min_areas.front().minimum = Fraction(3);
  CHECK_FALSE(diagnosis_of(answers_up_to(3, {{"L3-5.4.1", "2"}}), gates).verdict.passed);
  CHECK(diagnosis_of(answers_up_to(3, {}), gates).verdict.passed);
}

}  // namespace
}  // namespace assess::test
