// What a bank may not exceed, so that none takes more than two seconds or half a gigabyte, whatever
// it holds (contract 6): levels times areas, and areas times variants, are kept and written out.
#pragma once

#include <cstddef>

namespace assess::bank_limits {

inline constexpr std::size_t levels = 20;
inline constexpr std::size_t variants = 50;
inline constexpr std::size_t tiers = 20;
inline constexpr std::size_t areas = 2'000;
inline constexpr std::size_t siblings = 200;
inline constexpr std::size_t questions = 20'000;
inline constexpr std::size_t options = 50;  // of a question, and of the scale
inline constexpr std::size_t indicators = 1'000;
inline constexpr std::size_t origins = 1'000;

// Characters of numbers that are longer than `short_number`: sums of fractions are exact, so their
// length is that of all denominators together. One count is of the weights of areas in one variant,
// the other of the weights and scores of all questions.
inline constexpr std::size_t short_number = 4;
inline constexpr std::size_t area_digits = 40'000;
inline constexpr std::size_t question_digits = 500'000;

}  // namespace assess::bank_limits
