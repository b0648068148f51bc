// How a score came about: an area at one level, or the whole level, taken apart into what lies
// below it, with the part of each in the level's score. All of it exact.
#pragma once

#include <assess/report/run.hpp>
#include <assess/score/shares.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace assess::report {

// Whether an area has a part in a level, and why it has none.
enum class Part {
  scored,
  met,             // nothing of it is scored, which the bank counts as full marks
  tailored,        // it is not asked of the enterprise
  out_of_variant,  // likewise
  not_open,        // the level
  nothing_asked,
  not_applicable,  // all of its questions are
  weightless,      // all that is scored of it weighs nothing
};
std::string_view part_name(Part part);
bool has_part(Part part);

// What something brings into the level's score.
struct Worth {
  Fraction share;  // what full marks would bring in
  Fraction gained;
  Fraction missed;
};

struct AreaPart {
  AreaId area;
  Part part = Part::scored;
  Fraction weight;  // in force: those of its siblings that have a part add up to 1
  std::optional<Fraction> score;
  Worth worth;
};

struct QuestionPart {
  QuestionId question;
  Response::State state = Response::State::unanswered;
  std::size_t option = 0;         // when answered
  std::optional<Fraction> score;  // absent when it is n/a; it has no part then
  Fraction within;                // its part in the score that is explained
  Worth worth;
};

// An area beside the way to the explained one, or right below it, whose weight goes to its
// siblings.
struct LeftOut {
  AreaId area;
  Part part;
};

struct Breakdown {
  std::size_t level = 0;       // index into the levels
  std::optional<AreaId> area;  // absent for the whole level
  Part part = Part::scored;    // of the area or the level; when it has none, all below is empty
                               // but the questions, which are n/a or weigh nothing
  std::optional<Fraction> score;
  Worth worth;                          // of the area, or of the whole level: its share is then 1
  std::vector<AreaPart> way;            // from the top down to the area itself
  std::vector<AreaPart> children;       // in the bank's order; of a level the top tier
  std::vector<LeftOut> left_out;        // tier by tier, each in the bank's order
  std::vector<QuestionPart> questions;  // the most missed first, then in the bank's order
};

// `level` is an index into the levels of the bank.
Breakdown find_breakdown(const Diagnosis& diagnosis, std::optional<AreaId> area, std::size_t level);

}  // namespace assess::report
