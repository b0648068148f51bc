#include "support/samples.hpp"
#include <assess/bank/limits.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

namespace assess {
namespace {

using test::read_bank_text;
using test::replaced;
using test::small_bank_text;

using Line = std::function<std::string(const std::string& id)>;

struct Case {
  std::string key;    // below which the things stand
  std::size_t count;  // how many there are in the small bank
  std::size_t limit;
  Line line;
};

// The small bank with so many things more at the head of a list.
std::string with_more(const Case& c, std::size_t more) {
  std::string lines;
  for (std::size_t i = 0; i < more; ++i) lines += c.line("more" + std::to_string(i)) + "\n";
  return replaced(small_bank_text(), "\n" + c.key + "\n", "\n" + c.key + "\n" + lines);
}

Line titled(const std::string& rest = "") {
  return [rest](const std::string& id) {
    return "  - {id: " + id + ", title: {zh: 名, en: Name}" + rest + "}";
  };
}

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"tiers:", 2, bank_limits::tiers, titled()},
      {"variants:", 2, bank_limits::variants, titled()},
      {"areas:", 2, bank_limits::siblings, titled()},
      {"indicators:", 2, bank_limits::indicators, titled()},
      {"provenance:", 1, bank_limits::origins,
       [](const std::string& id) {
         return "  " + id + ": {confidence: low, text: {zh: 名, en: Name}}";
       }},
      {"levels:", 2, bank_limits::levels,
       [](const std::string&) {
         return "  - {level: 1, title: {zh: 名, en: Name}, threshold: 1}";
       }},
  };
  return all;
}

TEST_CASE("a bank may hold as much as the limit and no more") {
  for (const Case& c : cases()) {
    CAPTURE(c.key);
    const auto at_limit = read_bank_text(with_more(c, c.limit - c.count)).faults;
    CHECK(at_limit.find("bank/too-many") == std::string::npos);
    const auto beyond = read_bank_text(with_more(c, c.limit - c.count + 1)).faults;
    const auto first = beyond.find("bank/too-many");
    CHECK(first != std::string::npos);
    CHECK(beyond.find("bank/too-many", first + 1) == std::string::npos);
  }
}

TEST_CASE("a tree may have as many areas as the limit and no more, however they are nested") {
  const auto with_areas = [](std::size_t count) {
    std::string lines;
    std::size_t left = count - 5;  // those of the small bank
    for (int parent = 0; left > 0; ++parent) {
      const std::string id = "p" + std::to_string(parent);
      lines += "  - id: " + id + "\n    title: {zh: 名, en: Name}\n    areas:\n";
      --left;
      for (std::size_t i = 0; i < 150 && left > 0; ++i, --left) {
        lines += "      - {id: " + id + "-" + std::to_string(i) + ", title: {zh: 名, en: Name}}\n";
      }
    }
    return replaced(small_bank_text(), "\nareas:\n", "\nareas:\n" + lines);
  };
  const auto is_refused = [&](std::size_t count) {
    return read_bank_text(with_areas(count)).faults.find("bank/too-many") != std::string::npos;
  };
  CHECK_FALSE(is_refused(bank_limits::areas));
  CHECK(is_refused(bank_limits::areas + 1));
}

TEST_CASE("long numbers may have as many digits together as the limit and no more") {
  const auto with_weights = [](std::size_t digits) {
    std::string lines;
    for (std::size_t i = 0; digits > 0; ++i) {
      const std::size_t length = digits < 200 ? digits : std::size_t{200};
      digits -= length;
      lines += "  - {id: n" + std::to_string(i) +
               ", title: {zh: 名, en: N}, weights: {piece: " + std::string(length, '7') + "}}\n";
    }
    return replaced(small_bank_text(), "\nareas:\n", "\nareas:\n" + lines);
  };
  const auto is_refused = [&](std::size_t digits) {
    return read_bank_text(with_weights(digits)).faults.find("bank/too-many") != std::string::npos;
  };
  CHECK_FALSE(is_refused(bank_limits::area_digits - 1000));
  CHECK(is_refused(bank_limits::area_digits + 200));
}

TEST_CASE("a question may have as many options as the limit and no more") {
  const auto with_options = [](std::size_t count) {
    std::string options;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string score = i == 0 ? "0" : std::to_string(i) + "/" + std::to_string(count - 1);
      options += (i == 0 ? "" : ", ") + ("o" + std::to_string(i)) +
                 ": {zh: 选, en: o, score: " + score + "}";
    }
    return replaced(small_bank_text(), "{A: {zh: 没用, en: unused}, D: {zh: 在用, en: used}}",
                    "{" + options + "}");
  };
  CHECK(read_bank_text(with_options(bank_limits::options)).faults == "");
  CHECK(read_bank_text(with_options(bank_limits::options + 1)).faults.find("bank/too-many") !=
        std::string::npos);
}

}  // namespace
}  // namespace assess
