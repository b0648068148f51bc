#include "support/samples.hpp"
#include <assess/bank/index.hpp>

#include <doctest/doctest.h>

#include <string>

namespace assess {
namespace {

using test::good_bank;
using test::replaced;
using test::small_bank_text;

void check_index(const Bank& bank) {
  const BankIndex index(bank);
  REQUIRE(index.size() == bank.questions.size());
  for (std::uint32_t i = 0; i < index.size(); ++i) {
    const QuestionId id{i};
    const Question& question = bank.question(id);
    CAPTURE(question.id.value);
    CHECK(index.id(id) == question.id.value);
    CHECK(index.area(id) == question.area);
    CHECK(index.find_question(question.id.value) == id);
    std::string known;
    for (const Option& option : question.options) {
      known += option.key.value;
      CHECK(index.find_option(id, option.key.value) == find_option(question, option.key.value));
    }
    for (const std::string key : {"", "A", "B", "C", "D", "E", "yes", "no", "DD", "n/a"}) {
      CAPTURE(key);
      CHECK(index.find_option(id, key) == find_option(question, key));
    }
    CHECK_FALSE(index.find_option(id, known + "?").has_value());
  }
  for (const std::string id : {"", "L", "L1-1.1.", "L1-1.1.1 ", "nowhere"}) {
    CHECK_FALSE(index.find_question(id).has_value());
  }
}

TEST_CASE("an index says of each question what the bank says") {
  check_index(good_bank(small_bank_text()));
  for (const std::string& id : test::shipped_bank_ids()) check_index(test::shipped_bank(id).bank);
}

// The small bank has a question whose keys are words; here the others have some too.
TEST_CASE("keys of options that are words are found beside those that are letters") {
  std::string text = replaced(small_bank_text(), "options: {A: {zh: 没用, en: unused}, D:",
                              "options: {A: {zh: 没用, en: unused}, best:");
  text = replaced(text, "scale: {A: 0, B: 0.5, C: 0.8, D: 1}",
                  "scale: {A: 0, B: 0.5, C: 0.8, D: 1, best: 1}");
  check_index(good_bank(text));
}

TEST_CASE("a walk finds questions in any order, and again") {
  const Bank bank = good_bank(small_bank_text());
  const BankIndex index(bank);
  QuestionWalk walk(index);
  for (const std::uint32_t wanted : {0U, 1U, 1U, 3U, 0U, 2U}) {
    CHECK(walk.find(bank.questions[wanted].id.value) == QuestionId{wanted});
    CHECK_FALSE(walk.find("nowhere").has_value());
  }
  CHECK(walk.find(bank.questions.back().id.value).has_value());
  CHECK_FALSE(walk.find("beyond").has_value());
}

}  // namespace
}  // namespace assess
