// Banks made in memory from a short plan, answers made by a rule, and their scores.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/bank/bank.hpp>
#include <assess/score/score.hpp>
#include <assess/tailor/tailor.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::test {

// Parents come before their children; an area at the top has no parent.
struct PlannedArea {
  std::string id;
  std::string parent;
  std::optional<Fraction> weight = Fraction(1);
  int section = 0;  // 0 for none
};

// Its options are those of the scale.
struct PlannedQuestion {
  std::string id;
  std::string area;
  int level = 1;
  Fraction weight = 1;
};

struct BankPlan {
  std::vector<PlannedArea> areas;
  std::vector<PlannedQuestion> questions;
  std::vector<Fraction> thresholds{Fraction(4, 5)};
  Scoring scoring;
  std::vector<std::pair<std::string, Fraction>> scale{
      {"A", 0}, {"B", Fraction(1, 2)}, {"C", Fraction(4, 5)}, {"D", 1}};
};

// A bank without variants in which every area may be tailored out.
Bank planned_bank(const BankPlan& plan);

// The tree and the weights of the shipped bank, with two questions for each leaf and each of its
// five levels.
const Bank& five_level_bank();

// The key of the option chosen for a question, `n/a`, or nothing for one that stays open.
using Choice = std::function<std::string(const Question&)>;

Answers chosen(const Bank& bank, const Choice& choice, std::vector<std::string> tailored = {},
               const std::string& variant = {});

// The sheet points into the bank, which must outlive it.
struct Scored {
  Sheet sheet;
  Scorecard card;

  const LevelScore& level(int number) const;
  std::string level_score(int number) const;  // exact, or `null`
  std::string area_score(int number, std::string_view area) const;
  std::string area_level(std::string_view area) const;  // a number, or `null`
  std::string area_total(std::string_view area) const;
  std::string weight(std::string_view area) const;
  std::size_t place(std::string_view area) const;
};

Scored scored(const Bank& bank, const Answers& answers);

std::string exact_or_null(const std::optional<Fraction>& value);

}  // namespace assess::test
