// Exact numbers. All scores and weights are fractions, so that "at least 0.8" is a comparison of
// integers and the order of additions does not matter (contract 2.8).
#pragma once

#include <compare>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace assess {

// A reduced fraction. Held in two 64-bit integers while it fits there, and beyond that in a big
// rational of GMP, so no operation overflows. Division by zero is a broken invariant of the caller.
class Fraction {
 public:
  Fraction() = default;
  Fraction(std::int64_t whole) : numerator_(whole) {}  // NOLINT: whole numbers are fractions
  Fraction(std::int64_t numerator, std::int64_t denominator);

  // Reads `3`, `-2`, `0.85`, `48%`, `1/3`. Nothing else: no exponent, no blanks, no leading zeros,
  // no sign `+`, no more than 200 characters, and a denominator that is not zero.
  static std::optional<Fraction> parse(std::string_view text);

  friend Fraction operator+(const Fraction& a, const Fraction& b);
  friend Fraction operator-(const Fraction& a, const Fraction& b);
  friend Fraction operator*(const Fraction& a, const Fraction& b);
  friend Fraction operator/(const Fraction& a, const Fraction& b);
  Fraction& operator+=(const Fraction& other) { return *this = *this + other; }

  friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b);
  friend bool operator==(const Fraction& a, const Fraction& b);

  // Numerator and denominator (over 0) when 64 bits hold them: for those who add up very many.
  struct Pair {
    std::int64_t numerator;
    std::int64_t denominator;
  };
  std::optional<Pair> in_64_bits() const {
    return big_ ? std::nullopt : std::optional(Pair{numerator_, denominator_});
  }

  // `4/5`, or `3` for a whole number.
  std::string exact() const;

  // Rounded half up to `digits` decimals, all of them written: `0.80`.
  std::string rounded(int digits) const;

  // The same with the zeros at the end left out: `0.8`.
  std::string shortest(int max_digits) const;

  // The same as a whole number of units, `per_one` (up to a million) of which are 1; the result
  // must fit. For those who keep very many values.
  std::int64_t in_units(std::int64_t per_one) const;

  // For drawing only, never for a decision.
  double approximate() const;

 private:
  __extension__ typedef __int128 Int128;
  struct Big;
  static Fraction reduced(Int128 numerator, Int128 denominator);
  static Fraction from_big(const Big& value);
  Big to_big() const;
  std::optional<std::string> rounded_small(int digits) const;

  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
  std::shared_ptr<const Big> big_;  // set when the value does not fit the two above, which are 0/1
};

// `value` with `digits` decimals, or as many more as it needs not to look like `limit` when it is
// not: 0.7996 against 0.8 is `0.7996`, never `0.80` (contract 2.8).
std::string rounded_apart(const Fraction& value, int digits, const Fraction& limit);

// The same with several limits, of which it is to look like none.
std::string rounded_apart(const Fraction& value, int digits,
                          std::initializer_list<Fraction> limits);

// Whole per cent of `part` in `whole`, half up; 100 and 0 only when exactly that. `whole` is not
// zero.
int percent_of(std::int64_t part, std::int64_t whole);

}  // namespace assess
