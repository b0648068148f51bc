// One self-diagnosis as a state machine (contract 3): levels are answered and submitted one after
// the other; after the last one, or the first that is not reached, come the indicators, and then
// the end. Pure: the state is worked out from the answers and their seals alone.
#pragma once

#include <assess/diagnosis/seal.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

// What is to be done next.
enum class NextStep {
  answer,      // questions of the level are open
  submit,      // all are answered: `assess submit`
  indicators,  // levels are done; indicators are missing or empty
  finish,      // all is there: `assess submit` ends the diagnosis
  none,        // finished
};
std::string_view next_step_name(NextStep step);

// Why an indicator does not count as filled in (contract 3).
enum class IndicatorGap { absent, empty_value, empty_formula, formula_for_nothing };

struct MissingIndicator {
  std::string id;
  IndicatorGap gap = IndicatorGap::absent;
};

struct Flow {
  NextStep next = NextStep::answer;
  std::optional<std::size_t> level;  // index of the one to be answered or submitted
  std::vector<QuestionId> missing;   // its questions without an answer, in the bank's order
  std::vector<MissingIndicator> missing_indicators;
  std::size_t submitted = 0;  // levels sealed so far
  bool last_reached = false;  // whether the level submitted last was reached
};

// Expects answers whose seals hold (check_seals). Where all levels are open at once (progression
// `open`) they are still submitted one by one, and none of them ends the row early.
Flow find_flow(const Sheet& sheet, const Answers& answers, const std::vector<Response>& responses,
               const Scorecard& card);

// Whether a level (its number) may not be changed any more.
bool is_sealed(const Answers& answers, int level);

}  // namespace assess
