#include "support/samples.hpp"
#include <assess/report/figures.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string_view>

namespace assess::test {
namespace {

using namespace report;

TEST_CASE("a score has two decimals, or as many as keep it apart from its threshold") {
  const Fraction threshold(4, 5);
  CHECK(shown_score(Fraction(4, 5), threshold) == "0.80");
  CHECK(shown_score(Fraction(7996, 10000), threshold) == "0.7996");
  CHECK(shown_score(Fraction(79999996, 100000000), threshold) == "0.79999996");
  CHECK(shown_score(Fraction(8004, 10000), threshold) == "0.8004");
  CHECK(shown_score(Fraction(1, 2), threshold) == "0.50");
  CHECK(shown_score(Fraction(1, 8), threshold) == "0.13");
  CHECK(shown_score(Fraction(0), threshold) == "0.00");
  CHECK(shown_score(std::nullopt, threshold) == dash);
}

TEST_CASE("a number of the bank is shown as it is, decimal or fraction, unless it is too long") {
  CHECK(shown_number(Fraction(1, 2)) == "0.5");
  CHECK(shown_number(Fraction(2, 3)) == "2/3");
  CHECK(shown_number(Fraction(16, 29)) == "16/29");
  CHECK(shown_number(Fraction(100)) == "100");
  CHECK(shown_number(Fraction(1, 1234567)) == "1/1234567");
  CHECK(shown_number(Fraction(1234567, 7654321)) == "0.161290");
}

TEST_CASE("a threshold has two decimals at least, or is a fraction") {
  CHECK(shown_threshold(Fraction(4, 5)) == "0.80");
  CHECK(shown_threshold(Fraction(1)) == "1.00");
  CHECK(shown_threshold(Fraction(7, 8)) == "0.875");
  CHECK(shown_threshold(Fraction(2, 3)) == "2/3");
}

TEST_CASE("a total does not look like the next threshold before it is there") {
  Diagnosis diagnosis = diagnose(small_bank_text(), small_answers_text());
  CHECK(shown_total(diagnosis) == "1.00");
  diagnosis.card.attained = 0;
  diagnosis.card.total = Fraction(7996, 10000);
  CHECK(shown_total(diagnosis) == "0.7996");
  diagnosis.card.total = Fraction(4, 5);
  CHECK(shown_total(diagnosis) == "0.80");
  diagnosis.card.total = Fraction(9996, 10000);
  CHECK(shown_total(diagnosis) == "0.9996");
  diagnosis.card.attained = 2;
  diagnosis.card.total = Fraction(2);
  CHECK(shown_total(diagnosis) == "2.00");
}

TEST_CASE("a change has its sign, and looks like none only when it is none") {
  CHECK(shown_change(Fraction(0)) == "0.00");
  CHECK(shown_change(Fraction(7, 20)) == "+0.35");
  CHECK(shown_change(Fraction(-1, 10)) == "−0.10");
  CHECK(shown_change(Fraction(1, 1000)) == "+0.001");
  CHECK(shown_change(Fraction(-1, 1000)) == "−0.001");
}

TEST_CASE("the attained level is named, and its absence too") {
  Diagnosis diagnosis = diagnose(small_bank_text(), small_answers_text());
  CHECK(shown_attained(diagnosis, Language::zh) == "1 一级");
  CHECK(shown_attained(diagnosis, Language::en) == "1 One");
  diagnosis.card.attained = 0;
  CHECK(shown_attained(diagnosis, Language::zh) == "未达到任何等级");
  CHECK(shown_attained(diagnosis, Language::en) == "no level attained");
}

TEST_CASE("each state of a level has its own words") {
  LevelScore level{.level = 1, .is_open = true, .is_satisfied = true, .score = Fraction(1)};
  level.tally = {2, 2, 0};
  CHECK(shown_state(level, Language::en) == "satisfied");
  level.is_satisfied = false;
  CHECK(shown_state(level, Language::en) == "not satisfied");
  level.tally.answered = 1;
  CHECK(shown_state(level, Language::en) == "incomplete");
  level.is_open = false;
  CHECK(shown_state(level, Language::zh) == "未开放");
  level.tally = {};
  CHECK(shown_state(level, Language::en) == "no questions");
}

TEST_CASE("a share is nothing or all only when it is exactly that") {
  CHECK(shown_share(Fraction(0)) == "0.00%");
  CHECK(shown_share(Fraction(1)) == "100.00%");
  CHECK(shown_share(Fraction(231, 625)) == "36.96%");
  CHECK(shown_share(Fraction(1, 3)) == "33.33%");
  CHECK(shown_share(Fraction(1, 100000)) == "0.001%");
  CHECK(shown_share(Fraction(999999, 1000000)) == "99.9999%");
}

TEST_CASE("a tally counts n/a among what is done") {
  CHECK(shown_tally({5, 2, 1}) == "3/5");
}

TEST_CASE("each state of a section has words of its own in both languages") {
  for (const Language language : {Language::zh, Language::en}) {
    std::set<std::string_view> words;
    for (const SectionState state :
         {SectionState::not_started, SectionState::in_progress, SectionState::completed,
          SectionState::tailored, SectionState::nothing_asked}) {
      words.insert(shown_section_state(state, language));
      CHECK(section_state_name(state).find(' ') == std::string_view::npos);
    }
    CHECK(words.size() == 5);
  }
  CHECK(shown_section_state(SectionState::in_progress, Language::zh) == "答题中");
}

TEST_CASE("the variant is shown by its title") {
  CHECK(shown_variant(diagnose(small_bank_text(), small_answers_text()), Language::zh) == "离散");
}

}  // namespace
}  // namespace assess::test
