// The sheet: what applies to one enterprise once its variant is chosen and areas are tailored out,
// with weights that add up to 1 among siblings (contract 2.1).
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/bank/bank.hpp>
#include <assess/base/fraction.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace assess {

// An area in scope. Indices refer to Sheet::areas.
struct SheetArea {
  AreaId area;
  std::optional<std::size_t> parent;
  std::vector<std::size_t> children;
  Fraction weight;  // in force within the parent; siblings add up to 1
  // The same as a whole number, in a unit of all siblings; absent for all of them when that takes
  // large numbers.
  std::optional<std::int64_t> units;
};

// A question in scope, at its place on the sheet.
struct SheetQuestion {
  QuestionId question;
  std::size_t area = 0;
};

// The questions of a lowest area at one level: one mean is taken of them. Where small numbers are
// enough for that, it is a sum of whole numbers and one division.
struct QuestionGroup {
  struct Entry {
    QuestionId question;
    std::int64_t weight = 0;  // in a unit of the group
    std::size_t points = 0;   // where the points of its first option stand
  };
  std::size_t area = 0;              // place on the sheet
  std::vector<Entry> entries;        // in the bank's order
  bool has_points = false;           // else there is nothing but the ids
  std::int64_t full = 0;             // points of the full score for a weight of one unit
  std::vector<std::int64_t> points;  // what options bring in: score times weight times `full`
};

// A section of the bank.
struct SheetSection {
  AreaId area;
  std::optional<std::size_t> place;  // on the sheet
  std::vector<int> tailored;         // by level of the bank: its questions that were tailored out
};

// Why an area is not on the sheet.
enum class OutReason { variant, tailored };

struct OutArea {
  AreaId area;
  OutReason reason;
};

struct Sheet {
  const Bank* bank = nullptr;            // must outlive the sheet
  std::size_t weight_set = 0;            // index of the variant, or 0
  std::vector<SheetArea> areas;          // parents before children, in the bank's order
  std::vector<SheetQuestion> questions;  // in the bank's order
  std::vector<OutArea> out;              // leaf areas that are out, in the bank's order

  // What scoring asks of it again and again.
  std::vector<std::vector<QuestionGroup>> groups;  // by level of the bank
  std::vector<SheetSection> sections;              // in order of their numbers

  // Place of an area on the sheet, or nullopt when it is out.
  std::optional<std::size_t> find(AreaId area) const;
};

// What tells two sheets of one bank apart.
struct Tailoring {
  std::size_t weight_set = 0;   // index of the variant, or 0
  std::vector<AreaId> areas{};  // that are tailored out by name, in the bank's order
  friend auto operator<=>(const Tailoring&, const Tailoring&) = default;
};

Tailoring tailoring_of(const Bank& bank, const Answers& answers);

// An area is out when the variant has no weight for it or for one above it, when it or one above it
// is tailored out, or when nothing below it is left (or only siblings of weight 0 are). Expects a
// bank and answers that were found good.
Sheet tailor(const Bank& bank, const Tailoring& tailoring);
Sheet tailor(const Bank& bank, const Answers& answers);

}  // namespace assess
