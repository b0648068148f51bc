#include "support/samples.hpp"
#include <assess/report/bank_stats.hpp>

#include <doctest/doctest.h>

namespace assess::test {
namespace {

using report::BankStats;

Fraction sum_of(const std::vector<BankStats::Leaf>& leaves, std::size_t variant) {
  Fraction sum = 0;
  for (const BankStats::Leaf& leaf : leaves) {
    if (leaf.shares[variant]) sum += *leaf.shares[variant];
  }
  return sum;
}

}  // namespace

TEST_CASE("the shares of the lowest areas are products down the tree and add up to 1") {
  const Bank bank = good_bank(small_bank_text());
  const BankStats stats = report::bank_stats(bank);
  REQUIRE(stats.leaves.size() == 3);
  CHECK(stats.leaves[0].shares[0] == Fraction(2, 5));
  CHECK(stats.leaves[1].shares[0] == Fraction(9, 50));   // 60 % of 30 %
  CHECK(stats.leaves[2].shares[0] == Fraction(21, 50));  // 60 % of 70 %
  CHECK(stats.leaves[0].shares[1] == Fraction(1));
  CHECK_FALSE(stats.leaves[1].shares[1].has_value());  // `flow` does not have what is above it
  CHECK(sum_of(stats.leaves, 0) == Fraction(1));
  CHECK(sum_of(stats.leaves, 1) == Fraction(1));
}

TEST_CASE("sections count all that is below them") {
  const Bank bank = good_bank(small_bank_text());
  const BankStats stats = report::bank_stats(bank);
  REQUIRE(stats.sections.size() == 2);
  CHECK(stats.sections[0].questions == BankStats::Counts{1, 1});
  CHECK(stats.sections[1].questions == BankStats::Counts{2, 0});
  CHECK(stats.sections[1].shares[0] == Fraction(3, 5));
  CHECK(stats.questions == BankStats::Counts{3, 1});
}

TEST_CASE("options are counted by their scores, the most frequent first") {
  const Bank bank = good_bank(small_bank_text());
  const BankStats stats = report::bank_stats(bank);
  REQUIRE(stats.scores.size() == 3);
  CHECK(stats.scores[0].scores == std::vector<Fraction>{0, 1});
  CHECK(stats.scores[0].questions == 2);
  CHECK(stats.scores[1].scores == std::vector<Fraction>{0, Fraction(1, 2), 1});
  CHECK(stats.with_evidence == 1);
  CHECK(stats.with_help == 0);
}

TEST_CASE("a text that one language lacks is missing in it, one that none has is not") {
  const BankRead read = read_bank_text(
      replaced(small_bank_text(), "{zh: 发没发？, en: Is it shipped}", "{zh: 发没发？}"));
  const BankStats stats = report::bank_stats(read.bank);
  REQUIRE(stats.translations.size() == 2);
  CHECK(stats.translations[0].language == Language::zh);
  CHECK(stats.translations[0].missing == 0);
  CHECK(stats.translations[1].missing == 1);
  CHECK(stats.translations[0].texts == stats.translations[1].texts);
  CHECK(stats.translations[0].questions.texts == 4);
  CHECK(stats.translations[1].questions.texts == 3);
  CHECK(stats.translations[0].questions.characters == 16);
  CHECK(stats.translations[1].questions.longest == 13);
  CHECK(stats.translations[0].help.texts == 0);
}

}  // namespace assess::test
