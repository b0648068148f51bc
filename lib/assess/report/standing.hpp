// Where an enterprise stands and what it is to do: which level the report speaks of, what is lost
// there and where, and what the next steps bring in. All of it exact.
#pragma once

#include <assess/report/run.hpp>
#include <assess/score/shares.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace assess::report {

// A question of the next level whose answer does not score full.
struct Gap {
  QuestionShare share;
  std::optional<std::size_t> chosen;  // place of the option; absent while it is not answered
  std::size_t better = 0;  // the next option that scores more; not answered: the first full one
  Fraction worth;          // what that option adds to the level's score
};

struct Standing {
  // Index of the highest level begun, whose scores the charts show, and what it is made of.
  std::size_t worked = 0;
  LevelShares shares;
  // Index of the first level that is not attained; absent when all are.
  std::optional<std::size_t> next;
  std::vector<Gap> gaps;  // of the next level, the most worth first, then in the bank's order
  // The gaps of the level worked on, where that one is attained and the next is not begun yet: what
  // is weak in what has been reached.
  std::vector<Gap> worked_gaps;
  // What to do first: places in `gaps`, or in `worked_gaps` where there are some; three at most,
  // and questions that are answered only. Areas below the threshold come first, one gap of each.
  std::vector<std::size_t> first_steps;
  // Places on the sheet, of lowest areas, three at most. Strengths attain a level by themselves and
  // score clearly above the threshold of `strong_level`, the highest first: of the level worked on,
  // or of the attained one where nobody does at that; none of the first steps is theirs if
  // there are others. Weaknesses
  // are answered to the end and below the threshold of the level worked on, those that miss most
  // first; where none is below it, below the score of the level.
  std::vector<std::size_t> strengths;
  std::size_t strong_level = 0;  // index
  std::vector<std::size_t> weaknesses;
  // Lowest areas whose own level is below that of the enterprise, in the bank's order.
  std::vector<std::size_t> behind;

  // How many of the gaps, taken from the first, must each be raised by one option for a level that
  // is answered to the end to reach its threshold, and its score then; absent when all of them
  // together do not.
  struct Steps {
    std::size_t count = 0;
    Fraction score;
  };
  std::optional<Steps> steps_to_next;
  Fraction score_after_all_steps;  // of the next level when every gap is raised by one option
};

Standing find_standing(const Diagnosis& diagnosis);

}  // namespace assess::report
