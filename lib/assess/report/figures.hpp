// Numbers and states as people read them, the same in the terminal, the PDF and every other form.
#pragma once

#include <assess/base/language.hpp>
#include <assess/report/run.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace assess::report {

inline constexpr std::string_view dash = "–";

// A number of the bank as it is, where that is short: `0.5`, `2/3`, `16/29`. Nothing for others.
std::optional<std::string> shown_exactly(const Fraction& value);

// The same, and rounded to six decimals where it would be too long.
std::string shown_number(const Fraction& value);

// A level's score with two decimals, or more where it would look like its threshold; a dash for
// none.
std::string shown_score(const std::optional<Fraction>& score, const Fraction& threshold);

// A threshold with two decimals at least, as the scores beside it: `0.80`; or as a fraction: `2/3`.
std::string shown_threshold(const Fraction& threshold);

// A part of a level's score, such as what an answer is worth, with four decimals: `0.0123`; with
// more where it would look like 0 and is not.
std::string shown_points(const Fraction& points);

// A part of a whole in per cent with two decimals, `36.96%`; with more where it would look like
// nothing or like all of it and is not.
std::string shown_share(const Fraction& share);

// A decimal number as people write it, with a separator between thousands: `16,800`; other text
// as it is.
std::string shown_amount(const std::string& text);

// The total, never looking like a threshold that it does not reach.
std::string shown_total(const PastResult& result);
std::string shown_total(const Diagnosis& diagnosis);

// From one total to the next, with its sign: `+0.35`, `−0.10`, and `0.00` only when nothing
// changed.
std::string shown_change(const Fraction& change);

// `1 规划级`, or the words for none attained.
std::string shown_attained(const PastResult& result, Language language);
std::string shown_attained(const Diagnosis& diagnosis, Language language);
std::string shown_level(const Level& level, Language language);

// `达到`, `未达到`, `未作答完`, `未开放`, `没有题目`.
std::string shown_state(const LevelScore& level, Language language);

// `54/56`.
std::string shown_tally(const Tally& tally);

std::string_view shown_section_state(SectionState state, Language language);

// Title of the variant, or empty for a bank without variants.
std::string shown_variant(const Diagnosis& diagnosis, Language language);

}  // namespace assess::report
