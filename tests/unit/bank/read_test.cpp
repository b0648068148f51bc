#include "support/samples.hpp"
#include <assess/bank/bank.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

using test::good_bank;
using test::replaced;
using test::small_bank_text;

const Bank& small() {
  static const Bank bank = good_bank(small_bank_text());
  return bank;
}

const Area& area(const Bank& bank, std::string_view id) {
  const auto found = bank.find_area(id);
  REQUIRE(found.has_value());
  return bank.area(*found);
}

std::string weight(const Area& area, std::size_t set) {
  return area.weights[set] ? area.weights[set]->value.value.exact() : "-";
}

TEST_CASE("the head of a bank is read") {
  const Bank& bank = small();
  CHECK(bank.id.value == "small");
  CHECK(bank.version == "1.2.0");
  CHECK(bank.title == Text{"小题库", "Small bank"});
  CHECK(bank.languages == std::vector{Language::zh, Language::en});
  REQUIRE(bank.tiers.size() == 2);
  CHECK(bank.tier_name(1) == "part");
  CHECK(bank.tier_name(2) == "3");
  REQUIRE(bank.levels.size() == 2);
  CHECK(bank.levels[1].number.value == 2);
  CHECK(bank.levels[1].threshold.value == Fraction(3, 5));
  CHECK(bank.levels[1].title.en == "Two");
  REQUIRE(bank.variants.size() == 2);
  CHECK(bank.find_variant("flow") == 1);
  CHECK(bank.find_variant("none") == std::nullopt);
}

TEST_CASE("the tree of a bank is read, parents before children, with what is inherited") {
  const Bank& bank = small();
  std::string order;
  for (const Area& one : bank.areas) order += one.id.value + " ";
  CHECK(order == "people skill work plan ship ");
  CHECK(area(bank, "people").depth == 0);
  CHECK_FALSE(area(bank, "people").parent.has_value());
  CHECK(area(bank, "ship").depth == 1);
  CHECK(bank.area(*area(bank, "ship").parent).id.value == "work");
  CHECK(area(bank, "work").children.size() == 2);
  CHECK(area(bank, "ship").is_leaf());
  CHECK(area(bank, "ship").is_tailorable);
  CHECK_FALSE(area(bank, "plan").is_tailorable);
  CHECK(weight(area(bank, "people"), 0) == "40");
  CHECK(weight(area(bank, "work"), 1) == "-");
  CHECK(area(bank, "people").weights[0]->origin == "guess");
  CHECK(area(bank, "people").weights[1]->origin.empty());
  CHECK(bank.find_origin("guess")->confidence == Confidence::low);
  CHECK(bank.find_origin("none") == nullptr);

  const Bank inherited = good_bank(
      replaced(small_bank_text(), "    section: 2\n", "    section: 2\n    tailorable: true\n"));
  CHECK(area(inherited, "work").is_tailorable);
  CHECK(area(inherited, "plan").is_tailorable);
  CHECK_FALSE(area(inherited, "skill").is_tailorable);
}

TEST_CASE("sections are found in order of their numbers, and areas are numbered in them") {
  const Bank& bank = small();
  const auto sections = bank.sections();
  REQUIRE(sections.size() == 2);
  CHECK(bank.area(sections[0]).id.value == "people");
  CHECK(bank.section_of(*bank.find_area("ship")) == bank.find_area("work"));
  CHECK(bank.section_of(*bank.find_area("work")) == bank.find_area("work"));
  CHECK(bank.area_number(*bank.find_area("skill")) == "1.1");
  CHECK(bank.area_number(*bank.find_area("plan")) == "2.1");
  CHECK(bank.area_number(*bank.find_area("ship")) == "2.2");
  const Bank swapped =
      test::read_bank_text(replaced(small_bank_text(), "section: 1", "section: 9")).bank;
  CHECK(swapped.area(swapped.sections()[1]).id.value == "people");
}

TEST_CASE("questions are read with the scores of the scale or their own") {
  const Bank& bank = small();
  REQUIRE(bank.questions.size() == 4);
  const Question& first = bank.questions[0];
  CHECK(first.id.value == "L1-1.1.1");
  CHECK(bank.area(first.area).id.value == "skill");
  CHECK(first.level == 1);
  CHECK(first.weight == Fraction(1));
  CHECK(first.text.zh == "有没有？");
  REQUIRE(first.options.size() == 3);
  CHECK(first.options[1].key.value == "B");
  CHECK(first.options[1].score == Fraction(1, 2));
  CHECK(first.evidence_from == "B");
  CHECK(bank.question(*bank.find_question("L1-2.1.1")).weight == Fraction(2));
  const Question& own = bank.question(*bank.find_question("L1-2.2.1"));
  CHECK(own.options[0].score == Fraction(0));
  CHECK(own.options[1].score == Fraction(1));
  CHECK(find_option(own, "yes") == 1);
  CHECK(find_option(own, "D") == std::nullopt);
  CHECK_FALSE(own.evidence_from.has_value());
}

TEST_CASE("indicators are read") {
  const Bank& bank = small();
  REQUIRE(bank.find_indicator("yield") != nullptr);
  CHECK(bank.find_indicator("yield")->unit == "%");
  CHECK_FALSE(bank.find_indicator("yield")->is_free);
  CHECK(bank.find_indicator("other")->is_free);
  CHECK(bank.find_indicator("none") == nullptr);
}

TEST_CASE("what a bank does not say about scoring is as for CMMM") {
  const Bank bank = good_bank(
      replaced(small_bank_text(), "scoring: {not_applicable: tailored, weights_sum: 100}\n", ""));
  CHECK(bank.scoring.progression == Progression::sequential);
  CHECK(bank.scoring.empty_area == EmptyArea::exclude);
  CHECK(bank.scoring.not_applicable == NotApplicable::tailored);
  CHECK(bank.scoring.satisfied_counts == SatisfiedCounts::one);
  CHECK_FALSE(bank.scoring.weights_sum.has_value());
}

TEST_CASE("every word about scoring is understood") {
  const auto with = [](const std::string& words) {
    return good_bank(replaced(small_bank_text(),
                              "scoring: {not_applicable: tailored, weights_sum: 100}",
                              "scoring: {" + words + "}"))
        .scoring;
  };
  CHECK(with("progression: open").progression == Progression::open);
  CHECK(with("progression: sequential").progression == Progression::sequential);
  CHECK(with("empty_area: met").empty_area == EmptyArea::met);
  CHECK(with("empty_area: exclude").empty_area == EmptyArea::exclude);
  CHECK(with("not_applicable: any").not_applicable == NotApplicable::any);
  CHECK(with("not_applicable: never").not_applicable == NotApplicable::never);
  CHECK(with("not_applicable: tailored").not_applicable == NotApplicable::tailored);
  CHECK(with("satisfied_counts: score").satisfied_counts == SatisfiedCounts::score);
  CHECK(with("satisfied_counts: one").satisfied_counts == SatisfiedCounts::one);
  CHECK(with("weights_sum: 100.0").weights_sum->value == Fraction(100));
}

TEST_CASE("the names of the words about scoring are those that are read") {
  CHECK(progression_name(Progression::sequential) == "sequential");
  CHECK(progression_name(Progression::open) == "open");
  CHECK(empty_area_name(EmptyArea::met) == "met");
  CHECK(empty_area_name(EmptyArea::exclude) == "exclude");
  CHECK(not_applicable_name(NotApplicable::any) == "any");
  CHECK(not_applicable_name(NotApplicable::never) == "never");
  CHECK(not_applicable_name(NotApplicable::tailored) == "tailored");
  CHECK(satisfied_counts_name(SatisfiedCounts::one) == "one");
  CHECK(satisfied_counts_name(SatisfiedCounts::score) == "score");
  CHECK(confidence_name(Confidence::medium) == "medium");
}

TEST_CASE("weights, scores and thresholds may be decimals, per cent, whole numbers or fractions") {
  const std::vector<std::pair<std::string, std::string>> forms{
      {"{piece: 40, flow: 100}", "{piece: 40.0, flow: 100}"},
      {"{piece: 60}", "{piece: 6000%}"},
      {"{A: 0, B: 0.5, C: 0.8, D: 1}", "{A: 0%, B: 1/2, C: 80%, D: 1.0}"},
      {"threshold: 0.8", "threshold: 4/5"},
      {"threshold: 0.6", "threshold: 60%"},
      {"gone, score: 100%", "gone, score: 1"},
      {"weight: 2", "weight: 4/2"},
  };
  std::string text = small_bank_text();
  for (const auto& [from, to] : forms) text = replaced(text, from, to);
  const Bank bank = good_bank(text);
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    for (std::size_t set = 0; set < 2; ++set) {
      CHECK(weight(bank.areas[i], set) == weight(small().areas[i], set));
    }
  }
  for (std::size_t i = 0; i < bank.questions.size(); ++i) {
    CHECK(bank.questions[i].weight == small().questions[i].weight);
    for (std::size_t k = 0; k < bank.questions[i].options.size(); ++k) {
      CHECK(bank.questions[i].options[k].score == small().questions[i].options[k].score);
    }
  }
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(bank.levels[i].threshold.value == small().levels[i].threshold.value);
  }
}

constexpr const char* plain_text = R"(schema: assess/bank/1
id: plain
version: "1"
languages: [en]
title: {en: Plain}
levels: [{level: 1, title: {en: One}, threshold: 1}]
areas:
  - {id: a, title: {en: A}}
  - {id: b, title: {en: B}, weight: 3}
questions:
  - {id: q, area: a, level: 1, text: {en: Q}, options: {n: {en: x, score: 0}, y: {en: z, score: 1}}}
  - {id: r, area: b, level: 1, text: {en: R}, options: {n: {en: x, score: 0}, y: {en: z, score: 1}}}
)";

TEST_CASE("a bank needs neither variants nor sections, tiers, scale, or a second language") {
  const Bank bank = good_bank(plain_text);
  CHECK(bank.weight_sets() == 1);
  CHECK(weight(area(bank, "a"), 0) == "1");
  CHECK(weight(area(bank, "b"), 0) == "3");
  CHECK(bank.sections().empty());
  CHECK(bank.area_number(*bank.find_area("a")).empty());
  CHECK(bank.languages == std::vector{Language::en});
  CHECK(bank.title.in(Language::zh) == "Plain");
  CHECK(bank.tier_name(0) == "1");
  CHECK(bank.indicators.empty());
}

TEST_CASE("a bank without variants is held to its sum of weights too") {
  const std::string text = replaced(plain_text, "areas:", "scoring: {weights_sum: 5}\nareas:");
  CHECK(test::read_bank_text(text).faults == "9:10 bank/weights-sum");
  CHECK(test::read_bank_text(replaced(text, "weight: 3", "weight: 4")).faults == "");
  CHECK(test::read_bank_text(replaced(plain_text, "weight: 3", "weights: {x: 3}")).faults ==
        "9:29 yaml/unknown-key");
  CHECK(test::read_bank_text(replaced(plain_text, "weight: 3", "weight: -3")).faults ==
        "9:37 bank/weight");
}

TEST_CASE("a bank without variants names one provenance for each weight") {
  const std::string text = replaced(
      replaced(plain_text,
               "areas:", "provenance: {guess: {confidence: low, text: {en: A guess}}}\nareas:"),
      "weight: 3", "weight: 3, provenance: guess");
  const Bank bank = good_bank(text);
  CHECK(area(bank, "b").weights[0]->origin == "guess");
  CHECK(area(bank, "a").weights[0]->origin.empty());
  CHECK(test::read_bank_text(replaced(text, "provenance: guess", "provenance: gues")).faults ==
        "10:52 bank/unknown-provenance");
}

TEST_CASE("an area of weight 0 is fine beside one that weighs something") {
  CHECK(test::read_bank_text(replaced(plain_text, "weight: 3", "weight: 0")).faults == "");
}

TEST_CASE("texts of several lines and texts that look like numbers stay as they are") {
  const Bank bank = good_bank(replaced(
      small_bank_text(),
      "tiers:", "instructions:\n  zh: |\n    一\n    二\n  en: |\n    1. one\n    2. two\ntiers:"));
  CHECK(bank.instructions.zh == "一\n二\n");
  CHECK(bank.instructions.en == "1. one\n2. two\n");
  const Bank numbered = good_bank(replaced(small_bank_text(), "version: 1.2.0", "version: 1.10"));
  CHECK(numbered.version == "1.10");
}

}  // namespace
}  // namespace assess
