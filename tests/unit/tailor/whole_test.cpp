#include <assess/tailor/whole.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

std::string shown(const std::vector<Fraction>& values) {
  const auto whole = in_whole_numbers(values);
  if (!whole) return "null";
  std::string out = std::to_string(whole->per_one) + ":";
  for (const std::int64_t number : whole->numbers) out += " " + std::to_string(number);
  return out;
}

TEST_CASE("fractions become whole numbers of their common unit") {
  CHECK(shown({}) == "1:");
  CHECK(shown({1, 0, 7}) == "1: 1 0 7");
  CHECK(shown({Fraction(1, 2), Fraction(4, 5), 1}) == "10: 5 8 10");
  CHECK(shown({Fraction(1, 3), Fraction(1, 7), Fraction(10, 21)}) == "21: 7 3 10");
}

TEST_CASE("what takes numbers beyond 31 bits does not") {
  const Fraction most = Fraction(most_whole);
  CHECK(shown({most}) == "1: 2147483648");
  CHECK(shown({most + Fraction(1)}) == "null");
  CHECK(shown({Fraction(1) / most}) == "2147483648: 1");
  CHECK(shown({Fraction(1) / (most + Fraction(1))}) == "null");
  CHECK(shown({Fraction(1, 46337), Fraction(1, 46349)}) == "null");  // their product
  CHECK(shown({Fraction(1, 46337), Fraction(1, 46327)}) == "2146654199: 46327 46337");
  CHECK(shown({most, Fraction(1, 2)}) == "null");
  CHECK(shown({*Fraction::parse("123456789012345678901234567890")}) == "null");
}

}  // namespace
}  // namespace assess::test
