// What a level's score is made of: the part that each area and each question has in it, what they
// bring in and what is missed (contract 2.3 and 2.4, read from the top down). All of it exact.
#pragma once

#include <assess/score/score.hpp>

#include <cstddef>
#include <vector>

namespace assess {

struct QuestionShare {
  QuestionId question;
  std::size_t area = 0;  // place on the sheet
  Fraction share;        // of the level's score; what a full answer would bring in
  Fraction gained;       // what its answer brings in: the share times its score

  Fraction missed() const { return share - gained; }
};

struct LevelShares {
  // Parallel to Sheet::areas; those of the lowest areas add up to 1. 0 where nothing is scored.
  std::vector<Fraction> areas;
  // The questions that are scored, in the bank's order: not those that are n/a.
  std::vector<QuestionShare> questions;

  // What an area misses: its share times what its score lacks. `level` is the one it was made from.
  Fraction missed(const LevelScore& level, std::size_t area) const;
};

// `level` is a level of the card scored from `sheet` and `responses`. Everything is 0 or empty for
// a level that is not open. What the questions gain, and areas that count as met without having
// any, add up to the level's score.
LevelShares shares(const Sheet& sheet, const std::vector<Response>& responses,
                   const LevelScore& level);

// The same of the score of one area, by its place on the sheet: the area itself has the whole of
// it, and only what lies below it has a part.
LevelShares shares_within(const Sheet& sheet, const std::vector<Response>& responses,
                          const LevelScore& level, std::size_t area);

// The weights of areas at a level, by their place on the sheet: with those left out that nothing is
// scored of, siblings add up to 1 (contract 2.3). 0 for those left out, and where no weight is
// left.
std::vector<Fraction> weights_at(const Sheet& sheet, const LevelScore& level);

}  // namespace assess
