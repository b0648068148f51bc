// The scorecard: the score of each level, down to each area, and what follows from it (contract
// 2.2 to 2.6). All of it exact; nothing here can fail.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/base/fraction.hpp>
#include <assess/tailor/tailor.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace assess {

// How many questions were asked and what became of them. `questions` counts all in scope.
struct Tally {
  int questions = 0;
  int answered = 0;
  int not_applicable = 0;

  bool is_begun() const { return answered + not_applicable > 0; }
  bool is_complete() const { return answered + not_applicable == questions; }
  void count(Response::State state) {
    ++questions;
    if (state == Response::State::answered) ++answered;
    if (state == Response::State::not_applicable) ++not_applicable;
  }
  Tally& operator+=(const Tally& other) {
    questions += other.questions;
    answered += other.answered;
    not_applicable += other.not_applicable;
    return *this;
  }
};

struct AreaScore {
  std::optional<Fraction> score;  // 0..1; absent when nothing is scored there
  Tally tally;
};

struct LevelScore {
  int level = 0;
  bool is_open = false;
  bool is_satisfied = false;
  Fraction threshold;
  std::optional<Fraction> score;  // absent when the level is not open, or nothing of it is scored
  Tally tally;
  std::vector<AreaScore> areas;  // parallel to Sheet::areas; scores absent when not open

  bool is_complete() const { return tally.is_complete(); }
};

// The capability profile: the level that an area attains by itself.
struct AreaLevel {
  std::optional<int> level;       // absent when no open level asks anything of it
  std::optional<Fraction> total;  // by the rule of the total, 0..number of levels; absent likewise
};

enum class SectionState { not_started, in_progress, completed, tailored, nothing_asked };
std::string_view section_state_name(SectionState state);

// How far a section is filled in at one level.
struct SectionProgress {
  AreaId area;
  std::optional<int> level;  // absent for a bank whose levels are all open at once
  Tally tally;
  int tailored = 0;  // questions of the section in areas that were tailored out
  SectionState state = SectionState::not_started;
};

struct Scorecard {
  std::vector<LevelScore> levels;  // one per level of the bank
  int attained = 0;                // highest level of the unbroken run from level 1
  Fraction total;
  std::vector<AreaLevel> areas;           // parallel to Sheet::areas
  std::vector<SectionProgress> sections;  // at the current level, in order of section numbers

  // By index into `levels`: the level to be answered, the highest open one that asks anything (the
  // last open one otherwise); and the highest open one of which anything is answered yet, whose
  // scores say something (the first one otherwise).
  std::size_t current_level() const;
  std::size_t begun_level() const;
};

// How far each section is at one level (by index into the levels of the card).
std::vector<SectionProgress> section_progress(const Sheet& sheet, const Scorecard& card,
                                              std::size_t level);

// `responses` as made by `respond`.
Scorecard score(const Sheet& sheet, const std::vector<Response>& responses);

}  // namespace assess
