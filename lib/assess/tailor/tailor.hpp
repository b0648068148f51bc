// The sheet: what applies to one enterprise once its variant is chosen and areas are tailored out,
// with weights that add up to 1 among siblings (contract 2.1).
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/bank/bank.hpp>
#include <assess/base/fraction.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace assess {

// An area in scope. Indices refer to Sheet::areas.
struct SheetArea {
  AreaId area;
  std::optional<std::size_t> parent;
  std::vector<std::size_t> children;
  Fraction weight;  // in force within the parent; siblings add up to 1
};

// A question in scope, at its place on the sheet.
struct SheetQuestion {
  QuestionId question;
  std::size_t area = 0;
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

  // Place of an area on the sheet, or nullopt when it is out.
  std::optional<std::size_t> find(AreaId area) const;
};

// An area is out when the variant has no weight for it or for one above it, when it or one above it
// is tailored out, or when nothing below it is left (or only siblings of weight 0 are). Expects a
// bank and answers that were found good.
Sheet tailor(const Bank& bank, const Answers& answers);

}  // namespace assess
