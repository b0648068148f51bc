#include <assess/base/utf8.hpp>
#include <assess/yaml/plain_scalar.hpp>

#include <array>

namespace assess::yaml {
namespace {

// What a byte may mean to a scalar.
constexpr std::uint8_t begins = 1;      // may begin an unquoted one
constexpr std::uint8_t in_block = 2;    // an unquoted one in a block may end here
constexpr std::uint8_t in_flow = 4;     // the same between brackets
constexpr std::uint8_t in_double = 8;   // a double-quoted one may end here, or not be known
constexpr std::uint8_t in_single = 16;  // the same for a single-quoted one

constexpr std::array<std::uint8_t, 256> make_signs() {
  std::array<std::uint8_t, 256> signs{};
  const auto mark = [&](std::string_view bytes, unsigned meaning) {
    for (const char c : bytes) {
      auto& sign = signs[static_cast<unsigned char>(c)];
      sign = static_cast<std::uint8_t>(sign | meaning);
    }
  };
  for (std::size_t byte = 0x80; byte < 0x100; ++byte) signs[byte] = begins;
  mark("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_/(.$+~", begins);
  mark("\r\n", in_block | in_flow | in_double | in_single);
  mark(":#", in_block | in_flow);
  mark(",[]{}?", in_flow);
  mark("\"\\", in_double);
  mark("'", in_single);
  return signs;
}

constexpr std::array<std::uint8_t, 256> signs = make_signs();

bool means(char c, std::uint8_t meaning) {
  return (signs[static_cast<unsigned char>(c)] & meaning) != 0;
}

// The next byte from `at` on that may mean this, or the end. Four at a time: most mean nothing.
std::size_t find_sign(std::string_view text, std::size_t at, std::uint8_t meaning) {
  const auto sign = [&](std::size_t i) { return signs[static_cast<unsigned char>(text[i])]; };
  while (at + 4 <= text.size()) {
    const auto any = sign(at) | sign(at + 1) | sign(at + 2) | sign(at + 3);
    if ((any & meaning) != 0) break;
    at += 4;
  }
  while (at < text.size() && (sign(at) & meaning) == 0) ++at;
  return at;
}

// Whether something stands at `at` that belongs to the same word as what stands before it.
bool is_joined(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] != ' ' && text[at] != '\n' && text[at] != '\r';
}

bool may_begin(std::string_view text, std::size_t at) {
  if (text[at] != '-') return means(text[at], begins);
  return at + 1 < text.size() && means(text[at + 1], begins);
}

std::optional<PlainScalar> scan_unquoted(std::string_view text, std::size_t begin, Place place) {
  if (!may_begin(text, begin)) return std::nullopt;
  const std::uint8_t ends = place == Place::block ? in_block : in_flow;
  std::size_t at = find_sign(text, begin + 1, ends);
  for (; at < text.size(); at = find_sign(text, at + 1, ends)) {
    const char c = text[at];
    if (c == '#') {
      if (text[at - 1] == ' ') break;
    } else if (c == ':') {
      if (!is_joined(text, at + 1)) break;
      const char next = text[at + 1];
      if (place == Place::flow && (next == ',' || next == ']' || next == '}')) return std::nullopt;
    } else if (c == '?' || c == '[' || c == '{') {
      return std::nullopt;
    } else {
      break;
    }
  }
  while (text[at - 1] == ' ') --at;
  return PlainScalar{.begin = begin, .end = at, .written = text.substr(begin, at - begin)};
}

std::optional<PlainScalar> scan_quoted(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  const std::uint8_t ends = quote == '"' ? in_double : in_single;
  bool has_escapes = false;
  for (std::size_t at = find_sign(text, begin + 1, ends); at < text.size();
       at = find_sign(text, at + 1, ends)) {
    const char c = text[at];
    const bool is_doubled = c == '\'' && at + 1 < text.size() && text[at + 1] == '\'';
    if (c == quote && !is_doubled) {
      return PlainScalar{.begin = begin,
                         .end = at + 1,
                         .is_quoted = true,
                         .has_escapes = has_escapes,
                         .written = text.substr(begin + 1, at - begin - 1)};
    }
    if (c == '\n' || c == '\r') return std::nullopt;
    has_escapes = true;
    ++at;  // the second byte of the escape, which may be a quote
    if (at < text.size() && (text[at] == '\n' || text[at] == '\r')) return std::nullopt;
  }
  return std::nullopt;
}

// The character of `\u4e2d`, by its four digits; nullopt for half of a pair.
std::optional<char32_t> from_digits(std::string_view digits) {
  if (digits.size() != 4) return std::nullopt;
  char32_t value = 0;
  for (const char c : digits) {
    const std::size_t digit = std::string_view("0123456789abcdef0123456789ABCDEF").find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit % 16);
  }
  if (value == 0 || (value >= 0xD800 && value <= 0xDFFF)) return std::nullopt;
  return value;
}

}  // namespace

std::optional<PlainScalar> scan_scalar(std::string_view text, std::size_t at, Place place) {
  if (at >= text.size()) return std::nullopt;
  const bool is_quoted = text[at] == '"' || text[at] == '\'';
  return is_quoted ? scan_quoted(text, at) : scan_unquoted(text, at, place);
}

std::optional<std::string> unescape(std::string_view written, char quote) {
  constexpr std::string_view names = "\"\\/nrtbf";
  constexpr std::string_view characters = "\"\\/\n\r\t\b\f";
  std::string out;
  out.reserve(written.size());
  for (std::size_t at = 0; at < written.size(); ++at) {
    const char c = written[at];
    const bool is_escape = c == '\'' ? quote == '\'' : c == '\\' && quote == '"';
    if (!is_escape) {
      out += c;
      continue;
    }
    ++at;
    const char name = written[at];  // there is one: the quote that ends the text stands behind it
    if (quote == '\'') {
      out += '\'';
    } else if (name == 'u') {
      const auto character = from_digits(written.substr(at + 1, 4));
      if (!character) return std::nullopt;
      append_utf8(out, *character);
      at += 4;
    } else if (const auto known = names.find(name); known != std::string_view::npos) {
      out += characters[known];
    } else {
      return std::nullopt;
    }
  }
  return out;
}

}  // namespace assess::yaml
