#include <assess/base/fraction.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

Fraction parsed(std::string_view text) {
  const auto value = Fraction::parse(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

Fraction power(std::int64_t base, int exponent) {
  Fraction out = 1;
  for (int i = 0; i < exponent; ++i) out = out * Fraction(base);
  return out;
}

TEST_CASE("a number is read as it is written, and reduced") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"0", "0"},
      {"-0", "0"},
      {"0.0", "0"},
      {"3", "3"},
      {"-2", "-2"},
      {"0.8", "4/5"},
      {"0.80", "4/5"},
      {"-0.5", "-1/2"},
      {"80%", "4/5"},
      {"100%", "1"},
      {"0.5%", "1/200"},
      {"-12.5%", "-1/8"},
      {"1/3", "1/3"},
      {"6/4", "3/2"},
      {"-6/4", "-3/2"},
      {"0/7", "0"},
      {"1.000000000000000000000000000000000000000000001",
       "1000000000000000000000000000000000000000000001/"
       "1000000000000000000000000000000000000000000000"},
      {"123456789012345678901234567890", "123456789012345678901234567890"},
      {"340282366920938463463374607431768211456/2", "170141183460469231731687303715884105728"},
  };
  for (const auto& [text, exact] : cases) {
    CAPTURE(text);
    CHECK(parsed(text).exact() == exact);
  }
}

TEST_CASE("what is not a number of ours is refused") {
  const std::vector<std::string> cases{"",      "-",    "--1",
                                       "+1",    "1+",   "01",
                                       "00",    "-01",  "00.5",
                                       "01%",   ".5",   "5.",
                                       "1.2.3", "%",    "-%",
                                       "1%%",   "1 ",   " 1",
                                       "1 /2",  "1/ 2", "1/",
                                       "/2",    "1/0",  "1/00",
                                       "1/02",  "01/2", "1/-2",
                                       "1/2/3", "1/2%", "1.5/2",
                                       "1/2.5", "1e3",  "0x10",
                                       "1_000", "1,5",  "1,000",
                                       "NaN",   "inf",  "Infinity",
                                       "ten",   "１",   "0。8",
                                       "80％",  "½",    "1\n",
                                       "1\t",   "0.8a", "-1/-2",
                                       "0.-8",  "- 1",  "~",
                                       "null",  "true", "1:30",
                                       "0b1",   "0o7",  std::string("1\0", 2)};
  for (const std::string& text : cases) {
    CAPTURE(text);
    CHECK_FALSE(Fraction::parse(text).has_value());
  }
}

TEST_CASE("a number of two hundred characters is read, a longer one is not") {
  const std::string digits(200, '7');
  CHECK(parsed(digits).exact() == digits);
  CHECK_FALSE(Fraction::parse(digits + "7").has_value());
  const std::string decimals = "0." + std::string(197, '0') + "5";
  CHECK(parsed(decimals) > Fraction(0));
  CHECK(parsed(decimals) * power(10, 198) == Fraction(5));
}

TEST_CASE("sums, differences, products and quotients are exact and reduced") {
  const Fraction third(1, 3);
  const Fraction sixth(1, 6);
  CHECK((third + sixth).exact() == "1/2");
  CHECK((third - sixth).exact() == "1/6");
  CHECK((sixth - third).exact() == "-1/6");
  CHECK((third * sixth).exact() == "1/18");
  CHECK((third / sixth).exact() == "2");
  CHECK((third / Fraction(-2)).exact() == "-1/6");
  CHECK((Fraction(-1, 2) / Fraction(-3, 4)).exact() == "2/3");
  CHECK((Fraction(0) / Fraction(-3)).exact() == "0");
  CHECK((third - third).exact() == "0");
  Fraction sum;
  for (int i = 0; i < 10; ++i) sum += parsed("0.1");
  CHECK(sum == Fraction(1));
}

TEST_CASE("a fraction made of two whole numbers is reduced and has its sign above") {
  CHECK(Fraction(6, 4).exact() == "3/2");
  CHECK(Fraction(6, -4).exact() == "-3/2");
  CHECK(Fraction(-6, -4).exact() == "3/2");
  CHECK(Fraction(0, -4).exact() == "0");
  CHECK(Fraction(lowest, 1).exact() == "-9223372036854775808");
  CHECK(Fraction(lowest, -1).exact() == "9223372036854775808");
  CHECK(Fraction(lowest, lowest).exact() == "1");
  CHECK(Fraction(highest, lowest).exact() == "-9223372036854775807/9223372036854775808");
}

TEST_CASE("a mean of 0.8s is 0.8, whatever the weights") {
  Fraction sum;
  Fraction weights;
  for (int i = 1; i <= 60; ++i) {
    const Fraction weight(i, 7 * i + 3);
    sum += weight * parsed("0.8");
    weights += weight;
  }
  CHECK(sum / weights == Fraction(4, 5));
}

TEST_CASE("numbers that outgrow 128 bits go on exactly and come back") {
  const Fraction large = power(10, 60);
  CHECK(large.exact() == "1" + std::string(60, '0'));
  CHECK((large + Fraction(1)).exact() == "1" + std::string(59, '0') + "1");
  CHECK((large - large).exact() == "0");
  CHECK((large / power(10, 59)).exact() == "10");
  CHECK(large * (Fraction(1) / large) == Fraction(1));
  const Fraction tiny = Fraction(1) / large;
  CHECK(tiny.exact() == "1/1" + std::string(60, '0'));
  CHECK((tiny + Fraction(1)) > Fraction(1));
  CHECK((tiny + Fraction(1)) - Fraction(1) == tiny);
  CHECK((Fraction(1, 3) + tiny) - tiny == Fraction(1, 3));
}

TEST_CASE("arithmetic at the edge of 64 bits is exact, and tells whether they hold the result") {
  const auto in_64 = [](const Fraction& value) {
    const auto pair = value.in_64_bits();
    return pair ? std::to_string(pair->numerator) + "/" + std::to_string(pair->denominator) : "no";
  };
  const Fraction most(highest);
  const Fraction least(lowest);
  CHECK(in_64(Fraction(6, -4)) == "-3/2");
  CHECK(in_64(most) == "9223372036854775807/1");
  CHECK(in_64(least) == "-9223372036854775808/1");
  CHECK(in_64(most + Fraction(1)) == "no");
  CHECK((most + Fraction(1)).exact() == "9223372036854775808");
  CHECK(in_64(most + Fraction(1) - Fraction(1)) == in_64(most));
  CHECK((least + least).exact() == "-18446744073709551616");
  CHECK(in_64(least * Fraction(-1)) == "no");
  CHECK(in_64(Fraction(1) / least) == "no");
  CHECK((Fraction(1) / least).exact() == "-1/9223372036854775808");
  CHECK(in_64(least / least) == "1/1");
  CHECK((Fraction(1, highest) + Fraction(1, highest - 1)).exact() ==
        "18446744073709551613/85070591730234615838173535747377725442");
  CHECK(Fraction(1, highest) < Fraction(1, highest - 1));
  CHECK(most < most + Fraction(1));
  CHECK(least - Fraction(1) < least);
  CHECK(most + Fraction(1) == Fraction(1) + most);
  CHECK(most != most + Fraction(1));
}

TEST_CASE("harmonic sums leave 128 bits and are undone to nothing") {
  Fraction sum;
  for (int i = 1; i <= 200; ++i) sum += Fraction(1, i);
  CHECK(sum.exact().size() > 100);
  CHECK(sum > Fraction(5));
  CHECK(sum < Fraction(6));
  for (int i = 200; i >= 1; --i) sum = sum - Fraction(1, i);
  CHECK(sum == Fraction(0));
}

TEST_CASE("arithmetic at the edge of 128 bits is exact") {
  const std::string limit = "170141183460469231731687303715884105728";  // 2^127
  const Fraction edge = power(2, 127);
  REQUIRE(edge.exact() == limit);
  // Reached from each side: products, sums and quotients that are -2^127 or a step away from it.
  const Fraction from_product = Fraction(lowest) * power(2, 64);
  const Fraction from_sum = Fraction(lowest) * power(2, 63) + Fraction(lowest) * power(2, 63);
  const Fraction from_quotient = power(2, 64) / Fraction(1, lowest);
  for (const Fraction& value : {from_product, from_sum, from_quotient}) {
    CHECK(value.exact() == "-" + limit);
    CHECK(value == Fraction(0) - edge);
    CHECK(value < Fraction(0));
    CHECK(value + edge == Fraction(0));
    CHECK(value * Fraction(-1) == edge);
    CHECK(value / value == Fraction(1));
    CHECK((Fraction(3) / value).exact() == "-3/" + limit);
    CHECK((value - Fraction(1)) + Fraction(1) == value);
    CHECK(value.rounded(2) == "-" + limit + ".00");
  }
  const Fraction over_lowest = Fraction(1) / from_product;
  CHECK(over_lowest.exact() == "-1/" + limit);
  CHECK(over_lowest + over_lowest == Fraction(-1) / power(2, 126));
  CHECK((edge - Fraction(1)).exact() == "170141183460469231731687303715884105727");
  CHECK((edge - Fraction(1)) + (edge - Fraction(1)) == edge * Fraction(2) - Fraction(2));
}

TEST_CASE("a whole number and a fraction at the edge of 64 bits add up exactly") {
  struct Case {
    std::int64_t whole;
    std::int64_t over;
    std::string sum;
  };
  const std::vector<Case> cases{
      {highest, highest - 1, "85070591730234615856620279821087277055"},
      {lowest, lowest, "-85070591730234615865843651857942052864"},
      {lowest, 1, "-85070591730234615856620279821087277055"},
      {highest, lowest, "85070591730234615838173535747377725441"},
  };
  for (const auto& [whole, over, sum] : cases) {
    CAPTURE(sum);
    const Fraction part(over, highest);
    CHECK((Fraction(whole) + part).exact() == sum + "/9223372036854775807");
    CHECK((part + Fraction(whole)).exact() == sum + "/9223372036854775807");
    CHECK((part + Fraction(whole)) - part == Fraction(whole));
  }
}

TEST_CASE("the same value is equal however large the numbers were on the way") {
  const Fraction direct(2, 3);
  const Fraction detour = (direct * power(7, 90)) / power(7, 90);
  CHECK(detour == direct);
  CHECK_FALSE(detour < direct);
  CHECK(detour.exact() == direct.exact());
  for (int bits = 120; bits <= 130; ++bits) {
    CAPTURE(bits);
    const Fraction value = power(2, bits) - Fraction(1);
    CHECK(value + Fraction(1) == power(2, bits));
    CHECK(value * Fraction(-1) + value == Fraction(0));
    CHECK(parsed(value.exact()) == value);
  }
}

TEST_CASE("comparison is by value") {
  const std::vector<std::string> rising{"-123456789012345678901234567890123456789012345",
                                        "-2",
                                        "-1/2",
                                        "-1/3",
                                        "0",
                                        "1/1000000000000000000000000000000000000000000000",
                                        "0.333333333333333333",
                                        "1/3",
                                        "0.7999999999999999999999999999999999999999999",
                                        "0.8",
                                        "0.80000000000000000000000000000000000000000001",
                                        "1",
                                        "9223372036854775807",
                                        "9223372036854775808",
                                        "123456789012345678901234567890123456789012345"};
  for (std::size_t i = 0; i < rising.size(); ++i) {
    for (std::size_t j = 0; j < rising.size(); ++j) {
      CAPTURE(rising[i]);
      CAPTURE(rising[j]);
      CHECK((parsed(rising[i]) < parsed(rising[j])) == (i < j));
      CHECK((parsed(rising[i]) == parsed(rising[j])) == (i == j));
    }
  }
}

TEST_CASE("rounding is half up and writes all decimals") {
  struct Case {
    std::string value;
    int digits;
    std::string rounded;
  };
  const std::vector<Case> cases{
      {"0", 2, "0.00"},
      {"0", 0, "0"},
      {"0.8", 2, "0.80"},
      {"0.8", 1, "0.8"},
      {"0.8", 0, "1"},
      {"0.005", 2, "0.01"},
      {"0.004999999", 2, "0.00"},
      {"0.7949999", 2, "0.79"},
      {"0.795", 2, "0.80"},
      {"0.5", 0, "1"},
      {"0.49", 0, "0"},
      {"1/3", 6, "0.333333"},
      {"2/3", 6, "0.666667"},
      {"0.999", 2, "1.00"},
      {"9.995", 2, "10.00"},
      {"12345.678", 1, "12345.7"},
      {"-0.005", 2, "-0.01"},
      {"-0.004", 2, "0.00"},
      {"-1.25", 1, "-1.3"},
      {"3.5", 2, "3.50"},
      {"0.000001", 6, "0.000001"},
      {"0.0000005", 6, "0.000001"},
      {"1/1000000000000000000000000000000000000000000", 3, "0.000"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.value);
    CAPTURE(c.digits);
    CHECK(parsed(c.value).rounded(c.digits) == c.rounded);
  }
}

TEST_CASE("the shortest form has no zeros at its end") {
  CHECK(parsed("0.80").shortest(6) == "0.8");
  CHECK(parsed("100").shortest(6) == "100");
  CHECK(parsed("0").shortest(6) == "0");
  CHECK(parsed("10.10").shortest(6) == "10.1");
  CHECK(parsed("1/3").shortest(6) == "0.333333");
  CHECK(parsed("0.9999999").shortest(6) == "1");
  CHECK(parsed("-0.50").shortest(6) == "-0.5");
  CHECK(parsed("20").shortest(0) == "20");
}

TEST_CASE("a value never looks like a limit that it is not") {
  struct Case {
    std::string value;
    std::string limit;
    std::string shown;
  };
  const std::vector<Case> cases{
      {"0.8", "0.8", "0.80"},         {"0.7996", "0.8", "0.7996"},   {"0.795", "0.8", "0.795"},
      {"0.7949", "0.8", "0.79"},      {"0.79999", "0.8", "0.79999"}, {"0.80001", "0.8", "0.80001"},
      {"0.804", "0.8", "0.804"},      {"0.806", "0.8", "0.81"},      {"0.5", "0.8", "0.50"},
      {"2.7999", "2.8", "2.7999"},    {"0.99999", "1", "0.99999"},   {"1", "1", "1.00"},
      {"0.8152", "0.8", "0.82"},      {"0.66666", "2/3", "0.66666"}, {"2/3", "2/3", "0.67"},
      {"0.66667", "2/3", "0.666670"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.value);
    CAPTURE(c.limit);
    CHECK(rounded_apart(parsed(c.value), 2, parsed(c.limit)) == c.shown);
  }
}

TEST_CASE("a value nearer to its limit than forty decimals is shown exactly") {
  const Fraction limit(4, 5);
  const Fraction value = limit - Fraction(1) / power(10, 50);
  CHECK(rounded_apart(value, 2, limit) == value.exact());
  CHECK(rounded_apart(value, 2, limit).find('/') != std::string::npos);
}

TEST_CASE("of several limits a value looks like none") {
  const Fraction nearly_one = parsed("0.99996");
  CHECK(rounded_apart(nearly_one, 2, {Fraction(0), Fraction(1)}) == "0.99996");
  CHECK(rounded_apart(parsed("0.00004"), 2, {Fraction(0), Fraction(1)}) == "0.00004");
  CHECK(rounded_apart(parsed("0.79999"), 2, {Fraction(1), parsed("0.8")}) == "0.79999");
  CHECK(rounded_apart(Fraction(1), 2, {Fraction(0), Fraction(1)}) == "1.00");
  CHECK(rounded_apart(Fraction(1, 3), 2, {Fraction(0), Fraction(1)}) == "0.33");
}

TEST_CASE("a share is 100 % only when it is whole, and 0 % only when it is none") {
  CHECK(percent_of(0, 56) == 0);
  CHECK(percent_of(56, 56) == 100);
  CHECK(percent_of(55, 56) == 98);
  CHECK(percent_of(28, 56) == 50);
  CHECK(percent_of(997, 1000) == 99);
  CHECK(percent_of(9'999'999, 10'000'000) == 99);
  CHECK(percent_of(1, 10'000'000) == 1);
  CHECK(percent_of(1, 200) == 1);
  CHECK(percent_of(1, 3) == 33);
  CHECK(percent_of(2, 3) == 67);
  CHECK(percent_of(5, 1000) == 1);
  CHECK(percent_of(14, 1000) == 1);
  CHECK(percent_of(15, 1000) == 2);
  CHECK(percent_of(highest, highest) == 100);
  CHECK(percent_of(highest - 1, highest) == 99);
  CHECK(percent_of(1, highest) == 1);
}

TEST_CASE("the approximation for drawing is near the value") {
  CHECK(parsed("0.8").approximate() == doctest::Approx(0.8));
  CHECK((power(10, 60) / (power(10, 60) * Fraction(3))).approximate() == doctest::Approx(1.0 / 3));
  CHECK(parsed("-2.5").approximate() == doctest::Approx(-2.5));
}

}  // namespace
}  // namespace assess
