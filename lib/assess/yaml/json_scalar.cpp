#include <assess/base/utf8.hpp>
#include <assess/yaml/json_scalar.hpp>
#include <assess/yaml/signs.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace assess::yaml {
namespace {

constexpr Words unknown_escape{"未知的转义字符；反斜杠本身写成 `\\\\`",
                               "an unknown escape; a backslash itself is written `\\\\`"};
constexpr Words wrong_digits{"`\\u` 后面应为四位十六进制数",
                             "four hexadecimal digits are expected behind `\\u`"};
constexpr Words half_character{"这个转义只是半个字符，缺少另一半",
                               "this escape is half of a character; the other half is missing"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t skip_digits(std::string_view word, std::size_t at) {
  while (at < word.size() && is_digit(word[at])) ++at;
  return at;
}

bool is_one_of(std::string_view word, std::size_t at, std::string_view characters) {
  return at < word.size() && characters.find(word[at]) != std::string_view::npos;
}

// The code unit of the `\u4e2d` at `at`.
std::optional<char32_t> unit_at(std::string_view written, std::size_t at) {
  constexpr std::size_t length = 6;
  const std::string_view escape = written.substr(std::min(at, written.size()), length);
  if (escape.size() < length || !escape.starts_with("\\u")) return std::nullopt;
  unsigned value = 0;
  const char* const end = escape.data() + length;
  const auto parsed = std::from_chars(escape.data() + 2, end, value, 16);
  const bool is_whole = parsed.ec == std::errc{} && parsed.ptr == end;
  return is_whole ? std::optional<char32_t>(value) : std::nullopt;
}

bool is_first_half(char32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_second_half(char32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

// Appends the character of the `\u…` at `at`, which may be a pair, and moves `at` behind it.
std::optional<EscapeFault> append_character(std::string& out, std::string_view written,
                                            std::size_t& at) {
  const auto unit = unit_at(written, at);
  if (!unit) {
    const std::size_t digits = std::min(written.size(), at + 6);
    return EscapeFault{at, std::min(digits, written.find('\\', at + 1)), wrong_digits};
  }
  char32_t character = *unit;
  std::size_t end = at + 6;
  if (is_first_half(*unit)) {
    const auto second = unit_at(written, end);
    if (!second || !is_second_half(*second)) return EscapeFault{at, end, half_character};
    character = 0x10000 + ((*unit - 0xD800) << 10) + (*second - 0xDC00);
    end += 6;
  } else if (is_second_half(*unit)) {
    return EscapeFault{at, end, half_character};
  }
  append_utf8(out, character);
  at = end;
  return std::nullopt;
}

}  // namespace

JsonText scan_json_text(std::string_view text, std::size_t begin) {
  using Ends = Signs<'"', '\\'>;
  JsonText out;
  std::size_t at = Ends::find(text, begin + 1);
  while (at < text.size() && text[at] == '\\') {
    out.has_escapes = true;
    at = Ends::find(text, at + 2);  // behind what is escaped, which may be a quote
  }
  out.end = std::min(at + 1, text.size());
  return out;
}

std::size_t end_of_json_word(std::string_view text, std::size_t begin) {
  return Signs<' ', '\t', '\r', '\n', '[', ']', '{', '}', ',', ':'>::find(text, begin);
}

bool is_json_number(std::string_view word) {
  std::size_t at = word.starts_with('-') ? 1 : 0;
  const bool is_zero = is_one_of(word, at, "0");
  std::size_t end = skip_digits(word, at);
  if (end == at || (is_zero && end > at + 1)) return false;
  if (is_one_of(word, end, ".")) {
    at = end + 1;
    end = skip_digits(word, at);
    if (end == at) return false;
  }
  if (is_one_of(word, end, "eE")) {
    at = end + (is_one_of(word, end + 1, "+-") ? 2 : 1);
    end = skip_digits(word, at);
    if (end == at) return false;
  }
  return end == word.size();
}

std::variant<std::string, EscapeFault> unescape_json(std::string_view written) {
  constexpr std::string_view names = "\"\\/nrtbf";
  constexpr std::string_view characters = "\"\\/\n\r\t\b\f";
  std::string out;
  out.reserve(written.size());
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t escape = std::min(written.find('\\', at), written.size());
    out.append(written, at, escape - at);
    at = escape;
    if (at == written.size()) break;
    const char name = written[at + 1];  // there is one: the closing quote stands behind it
    if (name == 'u') {
      if (auto fault = append_character(out, written, at)) return *fault;
    } else if (const auto known = names.find(name); known != std::string_view::npos) {
      out += characters[known];
      at += 2;
    } else {
      std::size_t end = at + 1;
      next_code_point(written, end);
      return EscapeFault{at, end, unknown_escape};
    }
  }
  return out;
}

}  // namespace assess::yaml
