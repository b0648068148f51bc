// What a variant and a tailoring leave of a bank: the same as `tailor` works out, but only what is
// there and what can count, without arithmetic. So it costs next to nothing for any bank, however
// long its numbers, and may be asked for every variant.
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/bank/limits.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace assess::authoring {

// A bit for each level, by its place in the bank.
using LevelSet = std::uint32_t;
static_assert(bank_limits::levels <= 32);

constexpr LevelSet level_bit(std::size_t level) {
  return LevelSet{1} << level;
}

// What is asked below each area: at which levels, and how many questions.
struct Asked {
  std::vector<LevelSet> levels;        // by area
  std::vector<std::size_t> questions;  // by area
};
Asked asked_below_areas(const Bank& bank);

enum class Tailoring { none, everything };

struct Scope {
  std::vector<bool> is_in;   // by area: it is on the sheet
  std::vector<bool> counts;  // by area: on the sheet, and neither it nor one above it weighs 0
  LevelSet asked = 0;        // levels of which something is on the sheet
  LevelSet counted = 0;      // levels of which something counts
  bool any_counts = false;   // some lowest area, whether it asks anything or not
};

// The levels that have a score when all is answered: where empty areas count as met, an area that
// counts is enough, whatever it is that is asked.
inline LevelSet scored_levels(const Bank& bank, const Scope& scope) {
  if (bank.scoring.empty_area == EmptyArea::exclude) return scope.counted;
  return scope.any_counts ? scope.asked : 0;
}

// Of one variant (or 0), with no area tailored out, or all that may be. Every other tailoring lies
// between the two: tailoring more out never brings anything back, so what is left of a level at the
// one end is left under all.
Scope scope_of(const Bank& bank, const Asked& asked, std::size_t weight_set, Tailoring tailoring);

// The areas that may be tailored out and lie below none that may: marking these takes out all.
std::vector<AreaId> topmost_tailorable(const Bank& bank);

}  // namespace assess::authoring
