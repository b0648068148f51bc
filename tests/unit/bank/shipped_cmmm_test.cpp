// What must hold in the CMMM bank: structure, numbers and weights.
#include "support/samples.hpp"
#include <assess/bank/bank.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace assess {
namespace {

const Bank& bank() {
  return test::shipped_bank("cmmm").bank;
}

struct Leaf {
  std::string_view id;
  std::string_view code;  // of its requirements, such as ORG-1a
  std::string_view number;
  int questions;                            // at level 1
  std::array<int, 5> requirements;          // by level
  std::array<std::string_view, 2> weights;  // discrete, process; empty for none
};

constexpr std::array<Leaf, 20> leaves{{
    {"strategy", "ORG", "1.1", 2, {2, 2, 2, 0, 0}, {"100", "100"}},
    {"skills", "SKL", "1.2", 2, {2, 3, 2, 2, 0}, {"100", "100"}},
    {"data", "DAT", "2.1", 2, {2, 3, 3, 3, 1}, {"100", "100"}},
    {"integration", "INT", "2.2", 2, {1, 2, 3, 1, 0}, {"100", "100"}},
    {"security", "SEC", "2.3", 2, {2, 3, 2, 3, 0}, {"100", "100"}},
    {"equipment", "EQP", "3.1", 2, {2, 2, 2, 2, 2}, {"100", "100"}},
    {"network", "NET", "3.2", 1, {1, 1, 3, 1, 0}, {"100", "100"}},
    {"product-design", "PDD", "4.1", 4, {2, 3, 4, 4, 3}, {"50", ""}},
    {"process-design", "PRD", "4.2", 3, {2, 3, 4, 4, 3}, {"50", "100"}},
    {"procurement", "PUR", "5.1", 4, {3, 2, 2, 3, 2}, {"14", "12"}},
    {"planning", "PLN", "5.2", 4, {2, 3, 3, 2, 2}, {"16", "14"}},
    {"operations", "OPS", "5.3", 5, {2, 4, 4, 3, 3}, {"16", "23"}},
    {"equipment-management", "EQM", "5.4", 3, {2, 3, 4, 2, 1}, {"14", "14"}},
    {"warehousing", "WHS", "5.5", 4, {2, 3, 2, 2, 2}, {"14", "12"}},
    {"safety-environment", "HSE", "5.6", 3, {2, 2, 4, 2, 2}, {"13", "12"}},
    {"energy", "ENE", "5.7", 3, {2, 3, 3, 2, 1}, {"13", "13"}},
    {"logistics", "LOG", "6.1", 4, {3, 3, 3, 3, 1}, {"100", "100"}},
    {"sales", "SAL", "7.1", 2, {2, 2, 2, 2, 2}, {"100", "100"}},
    {"customer-service", "CSV", "8.1", 2, {2, 2, 2, 2, 1}, {"50", "100"}},
    {"product-service", "PSV", "8.2", 2, {2, 2, 2, 3, 1}, {"50", ""}},
}};

struct Inner {
  std::string_view id;
  std::string_view parent;
  std::array<std::string_view, 2> weights;
};

constexpr std::array<Inner, 16> inners{{
    {"personnel", "", {"6", "6"}},
    {"technology", "", {"11", "11"}},
    {"resource", "", {"6", "15"}},
    {"manufacturing", "", {"77", "68"}},
    {"strategy-domain", "personnel", {"50", "50"}},
    {"skills-domain", "personnel", {"50", "50"}},
    {"data-domain", "technology", {"46", "46"}},
    {"integration-domain", "technology", {"27", "27"}},
    {"security-domain", "technology", {"27", "27"}},
    {"equipment-domain", "resource", {"50", "67"}},
    {"network-domain", "resource", {"50", "33"}},
    {"design", "manufacturing", {"13", "4"}},
    {"production", "manufacturing", {"48", "63"}},
    {"logistics-domain", "manufacturing", {"13", "15"}},
    {"sales-domain", "manufacturing", {"13", "15"}},
    {"service", "manufacturing", {"13", "3"}},
}};

const Area& area(std::string_view id) {
  const auto found = bank().find_area(id);
  REQUIRE_MESSAGE(found.has_value(), id);
  return bank().area(*found);
}

void check_weights(std::string_view id, const std::array<std::string_view, 2>& weights) {
  for (std::size_t set = 0; set < 2; ++set) {
    CAPTURE(id);
    CAPTURE(set);
    const auto& weight = area(id).weights[set];
    CHECK((weight ? weight->value.value.exact() : "") == weights[set]);
    if (weight) CHECK(bank().find_origin(weight->origin) != nullptr);
  }
}

TEST_CASE("the CMMM bank scores as the standard and the platform do") {
  CHECK(bank().scoring.progression == Progression::sequential);
  CHECK(bank().scoring.empty_area == EmptyArea::exclude);
  CHECK(bank().scoring.not_applicable == NotApplicable::tailored);
  CHECK(bank().scoring.satisfied_counts == SatisfiedCounts::one);
  CHECK(bank().scoring.weights_sum->value == Fraction(100));
  REQUIRE(bank().levels.size() == 5);
  for (const Level& level : bank().levels) CHECK(level.threshold.value == Fraction(4, 5));
  REQUIRE(bank().variants.size() == 2);
  CHECK(bank().variants[0].id.value == "discrete");
  CHECK(bank().variants[1].id.value == "process");
}

TEST_CASE("the tree has 4 elements, 12 domains and 20 sub-domains") {
  std::map<std::size_t, int> by_depth;
  for (const Area& one : bank().areas) {
    ++by_depth[one.depth];
    CHECK(one.is_leaf() == (one.depth == 2));
  }
  CHECK(by_depth == std::map<std::size_t, int>{{0, 4}, {1, 12}, {2, 20}});
  REQUIRE(bank().tiers.size() == 3);
  for (const Inner& inner : inners) {
    CAPTURE(inner.id);
    const auto& parent = area(inner.id).parent;
    CHECK((parent ? bank().area(*parent).id.value : "") == inner.parent);
  }
}

TEST_CASE("every area has the weight of the model, and it is said where that comes from") {
  for (const Inner& inner : inners) check_weights(inner.id, inner.weights);
  for (const Leaf& leaf : leaves) check_weights(leaf.id, leaf.weights);
}

TEST_CASE("weights add up to 100 in every set of siblings, for each variant") {
  for (std::size_t set = 0; set < 2; ++set) {
    std::map<std::string, Fraction> sums;
    for (const Area& one : bank().areas) {
      if (!one.weights[set]) continue;
      sums[one.parent ? bank().area(*one.parent).id.value : ""] += one.weights[set]->value.value;
    }
    CHECK(sums.size() == 17);
    for (const auto& [parent, sum] : sums) {
      CAPTURE(parent);
      CHECK(sum == Fraction(100));
    }
  }
}

TEST_CASE("design, logistics, sales and service may be tailored out, and nothing else") {
  const std::set<std::string> tailorable{
      "design",       "product-design", "process-design", "logistics-domain", "logistics",
      "sales-domain", "sales",          "service",        "customer-service", "product-service"};
  for (const Area& one : bank().areas) {
    CAPTURE(one.id.value);
    CHECK(one.is_tailorable == tailorable.contains(one.id.value));
  }
}

TEST_CASE("level 1 asks 56 questions, shared among the sections as on the platform") {
  std::map<int, int> by_section;
  std::map<std::string, int> by_leaf;
  int total = 0;
  for (const Question& question : bank().questions) {
    if (question.level != 1) continue;
    ++total;
    ++by_leaf[bank().area(question.area).id.value];
    ++by_section[bank().area(*bank().section_of(question.area)).section->value];
  }
  CHECK(total == 56);
  CHECK(by_section ==
        std::map<int, int>{{1, 4}, {2, 6}, {3, 3}, {4, 7}, {5, 26}, {6, 4}, {7, 2}, {8, 4}});
  for (const Leaf& leaf : leaves) {
    CAPTURE(leaf.id);
    CHECK(by_leaf[std::string(leaf.id)] == leaf.questions);
    CHECK(bank().area_number(*bank().find_area(leaf.id)) == leaf.number);
  }
}

TEST_CASE("every requirement of a level that is asked is asked by a question of its sub-domain") {
  std::set<int> levels;
  std::set<std::string> asked;
  for (const Question& question : bank().questions) {
    levels.insert(question.level);
    asked.insert(question.requirement);
    const std::string& id = bank().area(question.area).id.value;
    const auto* leaf =
        std::find_if(leaves.begin(), leaves.end(), [&](const Leaf& one) { return one.id == id; });
    REQUIRE(leaf != leaves.end());
    CAPTURE(question.id.value);
    const std::string stem = std::string(leaf->code) + "-" + std::to_string(question.level);
    CHECK(question.requirement.substr(0, stem.size()) == stem);
    const auto count = leaf->requirements[static_cast<std::size_t>(question.level - 1)];
    CHECK(question.requirement.size() == stem.size() + 1);
    CHECK(question.requirement.back() >= 'a');
    CHECK(question.requirement.back() < 'a' + count);
  }
  CHECK(levels.contains(1));
  for (const Leaf& leaf : leaves) {
    for (const int level : levels) {
      for (int i = 0; i < leaf.requirements[static_cast<std::size_t>(level - 1)]; ++i) {
        const std::string id =
            std::string(leaf.code) + "-" + std::to_string(level) + static_cast<char>('a' + i);
        CAPTURE(id);
        CHECK(asked.contains(id));
      }
    }
  }
}

TEST_CASE("every question has the options A to D on the scale of the standard") {
  const std::vector<std::pair<std::string, Fraction>> scale{
      {"A", 0}, {"B", {1, 2}}, {"C", {4, 5}}, {"D", 1}};
  for (const Question& question : bank().questions) {
    CAPTURE(question.id.value);
    CHECK(question.weight == Fraction(1));
    REQUIRE(question.options.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(question.options[i].key.value == scale[i].first);
      CHECK(question.options[i].score == scale[i].second);
    }
  }
}

TEST_CASE("there are the six indicators of the platform and a free one") {
  std::vector<std::string> ids;
  for (const Indicator& indicator : bank().indicators) {
    ids.push_back(indicator.id.value);
    CHECK(indicator.is_free == (indicator.id.value == "other"));
    CHECK(indicator.unit == (indicator.is_free ? "" : "%"));
  }
  CHECK(ids == std::vector<std::string>{"labour-productivity", "asset-profit",
                                        "equipment-utilisation", "development-cycle", "defect-rate",
                                        "inventory-turnover", "other"});
}

TEST_CASE("the weights of the process variant below production are confirmed by nobody") {
  for (const Leaf& leaf : leaves) {
    if (!leaf.number.starts_with("5.")) continue;
    CAPTURE(leaf.id);
    const auto* origin = bank().find_origin(area(leaf.id).weights[1]->origin);
    CHECK(origin->confidence == Confidence::low);
  }
}

}  // namespace
}  // namespace assess
