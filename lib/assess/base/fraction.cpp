#include <assess/base/fraction.hpp>

#include <gmpxx.h>

#include <algorithm>
#include <cassert>
#include <cctype>

namespace assess {

struct Fraction::Big {
  mpq_class value;
};

namespace {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 Unsigned128;

bool fits_64(Int128 value) {
  return value == static_cast<std::int64_t>(value);
}

// Dividing 128-bit integers is a call into a library, and 32 bits are divided faster than 64.
template <typename Number>
Number euclid(Number a, Number b) {
  while (b != 0) {
    const Number rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

std::uint64_t greatest_common_divisor(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t most = ~std::uint32_t{0};
  while (b > most) {
    const std::uint64_t rest = a % b;
    a = b;
    b = rest;
  }
  if (b == 0) return a;
  return euclid(static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(a % b));
}

std::uint64_t magnitude(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
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

// Of products and sums of two of 64 bits each: nothing that can be asked for here overflows.
Fraction Fraction::reduced(Int128 numerator, Int128 denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  Fraction out;
  if (fits_64(numerator) && fits_64(denominator)) {
    const auto over = static_cast<std::int64_t>(numerator);
    const auto under = static_cast<std::int64_t>(denominator);
    // At most the denominator, so it fits.
    const auto divisor = static_cast<std::int64_t>(
        greatest_common_divisor(magnitude(over), static_cast<std::uint64_t>(under)));
    out.numerator_ = divisor == 1 ? over : over / divisor;
    out.denominator_ = divisor == 1 ? under : under / divisor;
    return out;
  }
  const Int128 divisor = euclid(numerator < 0 ? -numerator : numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  if (fits_64(numerator) && fits_64(denominator)) {
    out.numerator_ = static_cast<std::int64_t>(numerator);
    out.denominator_ = static_cast<std::int64_t>(denominator);
  } else {
    out.big_ = std::make_shared<const Big>(Big{mpq_class(to_mpz(numerator), to_mpz(denominator))});
  }
  return out;
}

Fraction Fraction::from_big(const Big& big) {
  Fraction out;
  const mpz_class& over = big.value.get_num();
  const mpz_class& under = big.value.get_den();
  if (over.fits_slong_p() && under.fits_slong_p()) {
    out.numerator_ = over.get_si();
    out.denominator_ = under.get_si();
  } else {
    out.big_ = std::make_shared<const Big>(big);
  }
  return out;
}

Fraction::Big Fraction::to_big() const {
  if (big_) return *big_;
  return {mpq_class(numerator_, denominator_)};
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
  if (a.big_ || b.big_) return Fraction::from_big({a.to_big().value + b.to_big().value});
  const Int128 sum = Int128{a.numerator_} * b.denominator_ + Int128{b.numerator_} * a.denominator_;
  if ((a.denominator_ == 1 || b.denominator_ == 1) && fits_64(sum)) {
    Fraction out;  // a fraction stays reduced when a whole number is added to it
    out.numerator_ = static_cast<std::int64_t>(sum);
    out.denominator_ = a.denominator_ == 1 ? b.denominator_ : a.denominator_;
    return out;
  }
  return Fraction::reduced(sum, Int128{a.denominator_} * b.denominator_);
}

Fraction operator-(const Fraction& a, const Fraction& b) {
  return a + Fraction(-1) * b;
}

Fraction operator*(const Fraction& a, const Fraction& b) {
  // Most weights are 1. What is held as a big number is 0 here.
  if (a.numerator_ == 1 && a.denominator_ == 1) return b;
  if (b.numerator_ == 1 && b.denominator_ == 1) return a;
  if (a.big_ || b.big_) return Fraction::from_big({a.to_big().value * b.to_big().value});
  return Fraction::reduced(Int128{a.numerator_} * b.numerator_,
                           Int128{a.denominator_} * b.denominator_);
}

Fraction operator/(const Fraction& a, const Fraction& b) {
  assert(b != Fraction());
  if (a.big_ || b.big_) return Fraction::from_big({a.to_big().value / b.to_big().value});
  return Fraction::reduced(Int128{a.numerator_} * b.denominator_,
                           Int128{a.denominator_} * b.numerator_);
}

bool operator==(const Fraction& a, const Fraction& b) {
  if (a.big_ && b.big_) return a.big_->value == b.big_->value;
  return !a.big_ && !b.big_ && a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
}

std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
  if (a.big_ || b.big_) return cmp(a.to_big().value, b.to_big().value) <=> 0;
  return Int128{a.numerator_} * b.denominator_ <=> Int128{b.numerator_} * a.denominator_;
}

std::string Fraction::exact() const {
  if (big_) return big_->value.get_str();
  const std::string over = std::to_string(numerator_);
  return denominator_ == 1 ? over : over + "/" + std::to_string(denominator_);
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
  if (big_ || digits > most_digits) return {};
  std::int64_t scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  const Int128 doubled = Int128{magnitude(numerator_)} * 2 * scale + denominator_;  // below 2^96
  const Int128 under = Int128{denominator_} * 2;
  const Int128 units = fits_64(doubled) && fits_64(under)
                           ? static_cast<std::int64_t>(doubled) / static_cast<std::int64_t>(under)
                           : doubled / under;
  if (!fits_64(units)) return {};
  return with_point(std::to_string(static_cast<std::int64_t>(units)),
                    static_cast<std::size_t>(digits), numerator_ < 0 && units != 0);
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
  if (!big_) {
    const Int128 doubled = Int128{magnitude(numerator_)} * 2 * per_one + denominator_;
    const auto units = static_cast<std::int64_t>(doubled / (Int128{denominator_} * 2));
    return numerator_ < 0 ? -units : units;
  }
  const mpq_class& value = big_->value;
  const mpz_class scaled = 2 * abs(value.get_num()) * per_one + value.get_den();
  const std::int64_t units = mpz_class(scaled / (2 * value.get_den())).get_si();
  return sgn(value) < 0 ? -units : units;
}

double Fraction::approximate() const {
  if (big_) return big_->value.get_d();
  // Both of these are doubles exactly below 2^53; the quotient is then rounded once.
  constexpr std::uint64_t exact_below = std::uint64_t{1} << 53;
  if (magnitude(numerator_) < exact_below && magnitude(denominator_) < exact_below) {
    return static_cast<double>(numerator_) / static_cast<double>(denominator_);
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
