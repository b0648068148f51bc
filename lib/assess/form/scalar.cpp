#include <assess/base/utf8.hpp>
#include <assess/form/scalar.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::form {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Words that some YAML readers take for something else than text.
bool is_reserved(std::string_view text) {
  std::string word;
  for (const char c : text) word += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  for (const std::string_view reserved :
       {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}) {
    if (word == reserved) return true;
  }
  return false;
}

// Controls, line breaks of Unicode, and a byte order mark.
bool needs_escape(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

// Letters of any script, digits, and signs that mean nothing to YAML inside a word; blanks only
// between such. What looks like a number may stand plain: numbers are read as they are written.
bool may_stand_plain(std::string_view text) {
  if (text.empty() || text.size() > 120 || is_reserved(text)) return false;
  const char first = text.front();
  if (!is_letter(first) && !is_digit(first) && static_cast<unsigned char>(first) < 0x80)
    return false;
  const bool only_number_signs = std::all_of(
      text.begin(), text.end(), [](char c) { return is_digit(c) || c == '_' || c == ':'; });
  if (only_number_signs && text.size() > 1 && (first == '0' || text.find('_') != text.npos)) {
    return false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_inner_blank = c == ' ' && i + 1 < text.size() && is_letter(text[i + 1]);
    const bool is_word = is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_' ||
                         c == '/' || c == '@' || static_cast<unsigned char>(c) >= 0x80;
    if (!is_word && !is_inner_blank) return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    if (needs_escape(next_code_point(text, at))) return false;
  }
  return true;
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'"' || c == U'\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == U'\n') {
      out += "\\n";
    } else if (c == U'\t') {
      out += "\\t";
    } else if (needs_escape(c)) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    } else {
      append_utf8(out, c);
    }
  }
  out += '"';
  return out;
}

std::string scalar(std::string_view text) {
  return may_stand_plain(text) ? std::string(text) : quoted(text);
}

}  // namespace assess::form
