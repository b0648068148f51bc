#include <assess/base/utf8.hpp>
#include <assess/cohort/member.hpp>

#include <cctype>
#include <utility>

namespace assess {
namespace {

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

}  // namespace

std::string_view size_class_name(SizeClass size) {
  switch (size) {
    case SizeClass::large:
      return "large";
    case SizeClass::medium:
      return "medium";
    case SizeClass::small:
      return "small";
    case SizeClass::micro:
      return "micro";
    case SizeClass::other:
      return "other";
    case SizeClass::not_stated:
      return "";
  }
  return {};
}

SizeClass size_class_of(std::string_view written) {
  constexpr std::array<std::pair<std::string_view, SizeClass>, 20> words{
      {{"large", SizeClass::large},     {"大", SizeClass::large},
       {"大型", SizeClass::large},      {"大型企业", SizeClass::large},
       {"l", SizeClass::large},         {"medium", SizeClass::medium},
       {"中", SizeClass::medium},       {"中型", SizeClass::medium},
       {"中型企业", SizeClass::medium}, {"m", SizeClass::medium},
       {"small", SizeClass::small},     {"小", SizeClass::small},
       {"小型", SizeClass::small},      {"小型企业", SizeClass::small},
       {"s", SizeClass::small},         {"micro", SizeClass::micro},
       {"微", SizeClass::micro},        {"微型", SizeClass::micro},
       {"微型企业", SizeClass::micro},  {"xs", SizeClass::micro}}};
  const std::string word = lower_ascii(without_blanks(written));
  if (word.empty()) return SizeClass::not_stated;
  for (const auto& [name, size] : words) {
    if (name == word) return size;
  }
  return SizeClass::other;
}

std::string division_of(std::string_view code) {
  std::string out = lower_ascii(without_blanks(code).substr(0, 3));
  // The sections of the standard are A to T.
  const bool is_one =
      out.size() == 3 && out[0] >= 'a' && out[0] <= 't' && is_digit(out[1]) && is_digit(out[2]);
  if (!is_one) return {};
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

}  // namespace assess
