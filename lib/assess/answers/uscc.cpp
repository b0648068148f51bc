#include <assess/answers/uscc.hpp>
#include <assess/base/utf8.hpp>

#include <cctype>

namespace assess {
namespace {

// Without I, O, S, V and Z; the value of a character is its place.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t length = 18;

}  // namespace

std::string normalised_uscc(std::string_view code) {
  std::string out;
  for (std::size_t at = 0; at < code.size();) {
    char32_t c = next_code_point(code, at);
    constexpr char32_t full_width_first = 0xFF01;
    constexpr char32_t full_width_last = 0xFF5E;
    if (c >= full_width_first && c <= full_width_last) c -= full_width_first - U'!';
    if (c == U' ' || c == 0x3000 || c == U'\t') continue;
    if (c < 0x80) c = static_cast<char32_t>(std::toupper(static_cast<int>(c)));
    append_utf8(out, c);
  }
  return out;
}

bool has_uscc_form(std::string_view code) {
  if (code.size() != length) return false;
  for (std::size_t i = 0; i < length; ++i) {
    const bool is_region = i >= 2 && i < 8;
    const auto allowed = is_region ? alphabet.substr(0, 10) : alphabet;
    if (allowed.find(code[i]) == std::string_view::npos) return false;
  }
  return true;
}

char uscc_check_character(std::string_view code) {
  std::size_t sum = 0;
  std::size_t weight = 1;
  for (std::size_t i = 0; i + 1 < length; ++i) {
    sum += alphabet.find(code[i]) * weight;
    weight = weight * 3 % alphabet.size();
  }
  return alphabet[(alphabet.size() - sum % alphabet.size()) % alphabet.size()];
}

}  // namespace assess
