#include <assess/answers/uscc.hpp>
#include <assess/authoring/industry.hpp>
#include <assess/base/utf8.hpp>

#include <algorithm>
#include <array>

namespace assess::authoring {
namespace {

// The last division of each section, from A on; divisions are numbered through from 1.
constexpr std::array last_divisions{5,  12, 43, 46, 50, 52, 60, 62, 65, 69,
                                    70, 72, 75, 79, 82, 83, 85, 90, 96, 97};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view without_blanks(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool has_form(std::string_view code) {
  if (code.size() < 3 || code.size() > 5) return false;
  const bool is_letter = (code[0] >= 'A' && code[0] <= 'Z') || (code[0] >= 'a' && code[0] <= 'z');
  return is_letter && std::all_of(code.begin() + 1, code.end(), is_digit);
}

// The section of a division, or nullopt for a number that none has.
std::optional<char> section_of(int division) {
  if (division < 1 || division > last_divisions.back()) return std::nullopt;
  const auto* const section =
      std::lower_bound(last_divisions.begin(), last_divisions.end(), division);
  return static_cast<char>('A' + (section - last_divisions.begin()));
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

std::optional<Text> industry_fault(std::string_view code) {
  code = without_blanks(code);
  if (!has_form(code)) {
    return Text{"应为一个字母加 2 到 4 位数字", "it is to be a letter and two to four digits"};
  }
  const std::string division(code.substr(1, 2));
  const auto section = section_of(std::stoi(division));
  if (!section) return Text{"没有大类 " + division, "there is no division " + division};
  if (*section == upper(code[0])) return std::nullopt;
  return Text{"大类 " + division + " 属于门类 " + *section,
              "division " + division + " belongs to section " + *section};
}

std::string probable_industry(std::string_view code) {
  std::string plain = normalised_uscc(code);  // half-width capitals without blanks, of any code
  if (!industry_fault(plain)) return plain;
  const std::size_t digits = plain.empty() || is_digit(plain[0]) ? 0 : 1;
  plain.erase(0, digits);
  if (plain.size() < 2 || !is_digit(plain[0]) || !is_digit(plain[1])) return {};
  const auto section = section_of(std::stoi(plain.substr(0, 2)));
  if (!section) return {};
  plain.insert(plain.begin(), *section);
  return industry_fault(plain) ? std::string() : plain;
}

bool is_of_industry(std::string_view code) {
  const std::string_view plain = without_blanks(code);
  return upper(plain[0]) >= 'B' && upper(plain[0]) <= 'D';
}

}  // namespace assess::authoring
