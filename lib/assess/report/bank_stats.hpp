// What an author wants to know of a bank to see whether it is in balance: how much it asks where,
// what each area weighs in the end, which scores its options have, what is not translated.
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/base/fraction.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace assess::report {

struct BankStats {
  // By level, in the bank's order.
  using Counts = std::vector<int>;

  // A lowest area.
  struct Leaf {
    AreaId area{};
    Counts questions;
    // By variant (one entry without variants): its part of a level's score when every area of the
    // variant is asked; absent where the variant does not have it. Those of a variant add up to 1.
    std::vector<std::optional<Fraction>> shares;
  };
  struct Section {
    AreaId area{};
    Counts questions;
    std::vector<std::optional<Fraction>> shares;
  };
  // Questions whose options have the same scores.
  struct Scores {
    std::vector<Fraction> scores;  // in the order of the options
    int questions = 0;
  };
  struct Length {
    std::size_t texts = 0;
    std::size_t characters = 0;  // of all of them
    std::size_t longest = 0;
  };
  // Texts in a language of the bank.
  struct Translation {
    Language language = Language::zh;
    int texts = 0;    // that the bank has in any language
    int missing = 0;  // of these in this one
    Length questions;
    Length help;
    Length options;
    Length advice;
  };

  Counts questions;
  std::vector<Leaf> leaves;       // in the bank's order
  std::vector<Section> sections;  // by number
  std::vector<Scores> scores;     // most frequent first, then by the scores
  int with_evidence = 0;          // questions that ask for evidence from some option on
  int with_help = 0;
  int with_advice = 0;
  std::vector<Translation> translations;  // in the bank's order of languages
};

// Expects a bank that was found good.
BankStats bank_stats(const Bank& bank);

}  // namespace assess::report
