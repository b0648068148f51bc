// The worked cases of the rules of scoring, on the tree and the weights of the shipped bank.
#include "support/score_samples.hpp"
#include <assess/score/score.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess::test {
namespace {

Choice same(std::string key) {
  return [key](const Question&) { return key; };
}

// One option for all questions of a level; beyond the end nothing is answered.
Choice by_level(std::vector<std::string> keys) {
  return [keys](const Question& question) {
    const auto index = static_cast<std::size_t>(question.level - 1);
    return index < keys.size() ? keys[index] : std::string();
  };
}

// Level 1: B in production and D elsewhere.
std::string production_at_half(const Question& question) {
  const Bank& bank = five_level_bank();
  if (question.level != 1) return {};
  for (std::optional<AreaId> at = question.area; at; at = bank.area(*at).parent) {
    if (bank.area(*at).id.value == "production") return "B";
  }
  return "D";
}

Scored discrete(const Choice& choice, std::vector<std::string> tailored = {}) {
  const Bank& bank = five_level_bank();
  return scored(bank, chosen(bank, choice, std::move(tailored), "discrete"));
}

TEST_CASE("levels 1 and 2 at D, 3 at C and 4 at B attain level 3 with a total of 3.5") {
  const Scored result = discrete(by_level({"D", "D", "C", "B"}));
  CHECK(result.level_score(1) == "1");
  CHECK(result.level_score(2) == "1");
  CHECK(result.level_score(3) == "4/5");
  CHECK(result.level_score(4) == "1/2");
  CHECK(result.level_score(5) == "null");
  CHECK(result.card.attained == 3);
  CHECK(result.card.total.exact() == "7/2");
}

TEST_CASE("level 1 at B attains nothing and totals a half") {
  const Scored result = discrete(by_level({"B"}));
  CHECK(result.level_score(1) == "1/2");
  CHECK(result.card.attained == 0);
  CHECK(result.card.total.exact() == "1/2");
}

TEST_CASE("all at C on five levels attains and totals 5") {
  const Scored result = discrete(same("C"));
  CHECK(result.card.attained == 5);
  CHECK(result.card.total.exact() == "5");
  for (int level = 1; level <= 5; ++level) CHECK(result.level_score(level) == "4/5");
}

TEST_CASE("production at B alone leaves level 1 at 0.8152, which attains it") {
  const Scored result = discrete(production_at_half);
  CHECK(result.area_score(1, "production") == "1/2");
  CHECK(result.area_score(1, "manufacturing") == "19/25");
  CHECK(result.level_score(1) == Fraction(8152, 10000).exact());
  CHECK(result.card.attained == 1);
  CHECK(result.area_level("production") == "0");
  CHECK(result.area_level("personnel") == "1");
}

TEST_CASE("the same with logistics tailored out does not attain level 1") {
  const Scored result = discrete(production_at_half, {"logistics-domain"});
  CHECK(result.weight("production") == "16/29");  // 48/87
  CHECK(result.area_score(1, "manufacturing") == "21/29");
  CHECK(result.level_score(1) == (Fraction(1) - Fraction(77, 100) * Fraction(24, 87)).exact());
  CHECK(result.level(1).score->rounded(6) == "0.787586");
  CHECK_FALSE(result.level(1).is_satisfied);
  CHECK(result.card.attained == 0);
}

TEST_CASE("the leaf of logistics may be tailored out instead of its domain, to the same end") {
  const Scored by_leaf = discrete(production_at_half, {"logistics"});
  const Scored by_domain = discrete(production_at_half, {"logistics-domain"});
  CHECK(by_leaf.card.total == by_domain.card.total);
  CHECK(by_leaf.weight("production") == by_domain.weight("production"));
}

TEST_CASE("all at C is exactly 0.8 and passes, whatever is tailored out") {
  const Bank& bank = five_level_bank();
  const std::vector<std::string> areas{"product-design", "process-design",   "logistics",
                                       "sales",          "customer-service", "product-service"};
  for (const std::string variant : {"discrete", "process"}) {
    for (unsigned mask = 0; mask < 64; ++mask) {
      std::vector<std::string> tailored;
      for (unsigned i = 0; i < areas.size(); ++i) {
        if ((mask >> i & 1U) != 0) tailored.push_back(areas[i]);
      }
      const Scored result = scored(bank, chosen(bank, by_level({"C"}), tailored, variant));
      CAPTURE(variant);
      CAPTURE(mask);
      CHECK(result.level_score(1) == "4/5");
      CHECK(result.card.attained == 1);
      CHECK(result.card.total.exact() == "1");
    }
  }
}

TEST_CASE("process manufacturing has neither product design nor product service") {
  const Bank& bank = five_level_bank();
  const Scored result = scored(bank, chosen(bank, same("D"), {}, "process"));
  CHECK(result.weight("process-design") == "1");
  CHECK(result.weight("customer-service") == "1");
  REQUIRE(result.sheet.out.size() == 2);
  CHECK(bank.area(result.sheet.out[0].area).id.value == "product-design");
  CHECK(result.sheet.out[0].reason == OutReason::variant);
  CHECK(result.card.attained == 5);
}

}  // namespace
}  // namespace assess::test
