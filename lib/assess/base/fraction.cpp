#include <assess/base/fraction.hpp>

#include <gmpxx.h>

#include <algorithm>
#include <cassert>
#include <cctype>
#include <cstdlib>

namespace assess {

struct Fraction::Big {
  mpq_class value;
};

namespace {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 Unsigned128;

// The lowest number of 128 bits: it has none to match it above zero, so it cannot be negated.
constexpr Int128 lowest = -static_cast<Int128>(~Unsigned128{0} >> 1) - 1;

// False when the result does not fit, or could not be negated.
bool multiply(Int128 a, Int128 b, Int128& out) {
  return !__builtin_mul_overflow(a, b, &out) && out != lowest;
}

bool add(Int128 a, Int128 b, Int128& out) {
  return !__builtin_add_overflow(a, b, &out) && out != lowest;
}

bool fits_64(Int128 value) {
  return value == static_cast<std::int64_t>(value);
}

// Of two that fit 64 bits: cheaper than one that may overflow.
Int128 product(Int128 a, Int128 b) {
  return Int128{static_cast<std::int64_t>(a)} * static_cast<std::int64_t>(b);
}

// Dividing 128-bit integers is a call into a library; nearly all numbers fit 64 bits.
std::int64_t greatest_common_divisor(std::int64_t a, std::int64_t b) {
  while (b != 0) {
    const std::int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Int128 quotient(Int128 a, Int128 b) {
  if (!fits_64(a) || !fits_64(b)) return a / b;
  return static_cast<std::int64_t>(a) / static_cast<std::int64_t>(b);
}

// Neither may be `lowest`; the second is not negative.
Int128 greatest_common_divisor(Int128 a, Int128 b) {
  if (a < 0) a = -a;
  while (b != 0) {
    if (fits_64(a) && fits_64(b)) {
      return greatest_common_divisor(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
    }
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

mpz_class to_mpz(Int128 value) {
  const bool negative = value < 0;
  const Unsigned128 magnitude =
      negative ? Unsigned128{0} - static_cast<Unsigned128>(value) : static_cast<Unsigned128>(value);
  mpz_class out(static_cast<unsigned long>(magnitude >> 64));
  out <<= 64;
  out += static_cast<unsigned long>(magnitude & ~std::uint64_t{0});
  return negative ? mpz_class(-out) : out;
}

// Up to 126 bits, so that negation and one addition stay in range.
bool fits(const mpz_class& value) {
  return mpz_sizeinbase(value.get_mpz_t(), 2) <= 126;
}

Int128 from_mpz(const mpz_class& value) {
  const mpz_class magnitude = abs(value);
  const mpz_class high = magnitude >> 64;
  const mpz_class low = magnitude - (high << 64);
  const Int128 out = static_cast<Int128>(high.get_ui()) << 64 | static_cast<Int128>(low.get_ui());
  return sgn(value) < 0 ? -out : out;
}

bool all_digits(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (std::isdigit(static_cast<unsigned char>(c)) == 0) return false;
  }
  return true;
}

bool is_whole_number(std::string_view text) {
  return all_digits(text) && (text.size() == 1 || text[0] != '0');
}

// `12345` with two places is `123.45`.
std::string with_point(std::string digits, std::size_t places, bool is_negative) {
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return is_negative ? "-" + digits : digits;
}

mpz_class power_of_ten(std::size_t exponent) {
  mpz_class out;
  mpz_ui_pow_ui(out.get_mpz_t(), 10, exponent);
  return out;
}

}  // namespace

Fraction::Fraction(std::int64_t numerator, std::int64_t denominator) {
  assert(denominator != 0);
  *this = reduced(numerator, denominator);
}

Fraction Fraction::reduced(Int128 numerator, Int128 denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  Fraction out;
  if (fits_64(numerator) && fits_64(denominator)) {
    const auto over = static_cast<std::int64_t>(numerator);
    const auto under = static_cast<std::int64_t>(denominator);
    const auto divisor = static_cast<std::int64_t>(greatest_common_divisor(numerator, denominator));
    out.numerator_ = over / divisor;
    out.denominator_ = under / divisor;
    return out;
  }
  const Int128 divisor = greatest_common_divisor(numerator, denominator);
  out.numerator_ = numerator / divisor;
  out.denominator_ = denominator / divisor;
  return out;
}

Fraction Fraction::from_big(const Big& big) {
  Fraction out;
  if (fits(big.value.get_num()) && fits(big.value.get_den())) {
    out.numerator_ = from_mpz(big.value.get_num());
    out.denominator_ = from_mpz(big.value.get_den());
  } else {
    out.big_ = std::make_shared<const Big>(big);
  }
  return out;
}

Fraction::Big Fraction::to_big() const {
  if (big_) return *big_;
  mpq_class value(to_mpz(numerator_), to_mpz(denominator_));
  return {value};
}

std::optional<Fraction> Fraction::parse(std::string_view text) {
  if (text.size() > 200) return std::nullopt;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  mpq_class value;
  if (const auto slash = text.find('/'); slash != std::string_view::npos) {
    const auto over = text.substr(0, slash);
    const auto under = text.substr(slash + 1);
    if (!is_whole_number(over) || !is_whole_number(under) || under == "0") return std::nullopt;
    value = mpq_class(mpz_class(std::string(over)), mpz_class(std::string(under)));
  } else {
    const bool percent = text.ends_with('%');
    if (percent) text.remove_suffix(1);
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    const auto decimals = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
    if (!is_whole_number(whole)) return std::nullopt;
    if (dot != std::string_view::npos && !all_digits(decimals)) return std::nullopt;
    const mpz_class digits(std::string(whole) + std::string(decimals), 10);
    value = mpq_class(digits, power_of_ten(decimals.size() + (percent ? 2 : 0)));
  }
  value.canonicalize();
  if (negative) value = -value;
  return from_big({value});
}

Fraction operator+(const Fraction& a, const Fraction& b) {
  const bool has_whole = a.denominator_ == 1 || b.denominator_ == 1;
  if (has_whole && !a.big_ && !b.big_ && fits_64(a.numerator_) && fits_64(b.numerator_) &&
      fits_64(a.denominator_) && fits_64(b.denominator_)) {
    // A fraction stays reduced when a whole number is added to it, and nothing can overflow.
    Fraction sum;
    sum.numerator_ = product(a.numerator_, b.denominator_) + product(b.numerator_, a.denominator_);
    sum.denominator_ = a.denominator_ == 1 ? b.denominator_ : a.denominator_;
    return sum;
  }
  if (!a.big_ && !b.big_) {
    Int128 left = 0;
    Int128 right = 0;
    Int128 sum = 0;
    Int128 under = 0;
    const Int128 divisor = greatest_common_divisor(a.denominator_, b.denominator_);
    const Int128 factor = quotient(b.denominator_, divisor);
    if (multiply(a.numerator_, factor, left) &&
        multiply(b.numerator_, quotient(a.denominator_, divisor), right) && add(left, right, sum) &&
        multiply(a.denominator_, factor, under)) {
      return Fraction::reduced(sum, under);
    }
  }
  return Fraction::from_big({a.to_big().value + b.to_big().value});
}

Fraction operator-(const Fraction& a, const Fraction& b) {
  return a + Fraction(-1) * b;
}

Fraction operator*(const Fraction& a, const Fraction& b) {
  // Most weights are 1. What is held as a big number is 0 here.
  if (a.numerator_ == 1 && a.denominator_ == 1) return b;
  if (b.numerator_ == 1 && b.denominator_ == 1) return a;
  if (!a.big_ && !b.big_) {
    Int128 over = 0;
    Int128 under = 0;
    if (multiply(a.numerator_, b.numerator_, over) &&
        multiply(a.denominator_, b.denominator_, under)) {
      return Fraction::reduced(over, under);
    }
  }
  return Fraction::from_big({a.to_big().value * b.to_big().value});
}

Fraction operator/(const Fraction& a, const Fraction& b) {
  assert(b != Fraction());
  if (!a.big_ && !b.big_) {
    Int128 over = 0;
    Int128 under = 0;
    if (multiply(a.numerator_, b.denominator_, over) &&
        multiply(a.denominator_, b.numerator_, under)) {
      return Fraction::reduced(over, under);
    }
  }
  return Fraction::from_big({a.to_big().value / b.to_big().value});
}

std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
  if (!a.big_ && !b.big_) {
    Int128 left = 0;
    Int128 right = 0;
    if (multiply(a.numerator_, b.denominator_, left) &&
        multiply(b.numerator_, a.denominator_, right)) {
      return left <=> right;
    }
  }
  return cmp(a.to_big().value, b.to_big().value) <=> 0;
}

std::string Fraction::exact() const {
  if (!big_ && fits_64(numerator_) && fits_64(denominator_)) {
    const std::string over = std::to_string(static_cast<std::int64_t>(numerator_));
    if (denominator_ == 1) return over;
    return over + "/" + std::to_string(static_cast<std::int64_t>(denominator_));
  }
  return to_big().value.get_str();
}

std::string Fraction::rounded(int digits) const {
  if (auto text = rounded_small(digits)) return *std::move(text);
  const mpq_class value = to_big().value;
  const bool negative = sgn(value) < 0;
  const auto places = static_cast<std::size_t>(digits);
  const mpz_class scale = power_of_ten(places);
  // floor(|x| * 10^digits + 1/2), in integers
  const mpz_class doubled = 2 * abs(value.get_num()) * scale + value.get_den();
  mpz_class rounded_value;
  mpz_fdiv_q(rounded_value.get_mpz_t(), doubled.get_mpz_t(),
             mpz_class(2 * value.get_den()).get_mpz_t());
  return with_point(rounded_value.get_str(), places, negative && rounded_value != 0);
}

// The same where 64 bits hold all of it, without a big number.
std::optional<std::string> Fraction::rounded_small(int digits) const {
  constexpr int most_digits = 9;
  if (big_ || digits > most_digits || !fits_64(numerator_) || !fits_64(denominator_)) return {};
  const bool negative = numerator_ < 0;
  std::int64_t scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  const Int128 magnitude = negative ? -numerator_ : numerator_;
  const Int128 doubled = 2 * magnitude * scale + denominator_;  // below 2^96
  const Int128 units = quotient(doubled, 2 * denominator_);
  if (!fits_64(units)) return {};
  return with_point(std::to_string(static_cast<std::int64_t>(units)),
                    static_cast<std::size_t>(digits), negative && units != 0);
}

std::string Fraction::shortest(int max_digits) const {
  std::string text = rounded(max_digits);
  if (text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::int64_t Fraction::in_units(std::int64_t per_one) const {
  // floor(|x| * per_one + 1/2), as `rounded` does it
  Int128 doubled = 0;
  Int128 under = 0;
  if (!big_ && multiply(numerator_ < 0 ? -numerator_ : numerator_, 2 * per_one, doubled) &&
      add(doubled, denominator_, doubled) && multiply(denominator_, 2, under)) {
    const auto units = static_cast<std::int64_t>(doubled / under);
    return numerator_ < 0 ? -units : units;
  }
  const mpq_class value = to_big().value;
  const mpz_class scaled = 2 * abs(value.get_num()) * per_one + value.get_den();
  const std::int64_t units = mpz_class(scaled / (2 * value.get_den())).get_si();
  return sgn(value) < 0 ? -units : units;
}

double Fraction::approximate() const {
  if (!big_ && fits_64(numerator_) && fits_64(denominator_)) {
    // Both of these are doubles exactly below 2^53; the quotient is then rounded once.
    constexpr std::int64_t exact_below = std::int64_t{1} << 53;
    const auto over = static_cast<std::int64_t>(numerator_);
    const auto under = static_cast<std::int64_t>(denominator_);
    if (std::abs(over) < exact_below && under < exact_below) {
      return static_cast<double>(over) / static_cast<double>(under);
    }
  }
  return to_big().value.get_d();
}

std::string rounded_apart(const Fraction& value, int digits, const Fraction& limit) {
  return rounded_apart(value, digits, {limit});
}

std::string rounded_apart(const Fraction& value, int digits,
                          std::initializer_list<Fraction> limits) {
  // Two different fractions of sane size differ within 40 decimals; beyond that the exact form is
  // the honest one.
  constexpr int most_digits = 40;
  for (int places = digits; places <= most_digits; ++places) {
    std::string text = value.rounded(places);
    const bool misleads = std::any_of(limits.begin(), limits.end(), [&](const Fraction& limit) {
      return value != limit && text == limit.rounded(places);
    });
    if (!misleads) return text;
  }
  return value.exact();
}

int percent_of(std::int64_t part, std::int64_t whole) {
  assert(whole > 0);
  if (part == whole) return 100;
  if (part == 0) return 0;
  const auto percent = static_cast<int>((Int128{part} * 200 + Int128{whole}) / (Int128{whole} * 2));
  return percent >= 100 ? 99 : percent <= 0 ? 1 : percent;
}

}  // namespace assess
