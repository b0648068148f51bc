#include <assess/base/utf8.hpp>
#include <assess/yaml/plain_scalar.hpp>
#include <assess/yaml/signs.hpp>

#include <array>
#include <type_traits>

namespace assess::yaml {
namespace {

// What may end a scalar.
using InBlock = Signs<'\r', '\n', ':', '#'>;
using InFlow = Signs<'\r', '\n', ':', '#', ',', '[', ']', '{', '}', '?'>;
using InDouble = Signs<'\r', '\n', '"', '\\'>;
using InSingle = Signs<'\r', '\n', '\''>;

// Which bytes may begin an unquoted scalar.
constexpr std::array<bool, 256> make_beginnings() {
  std::array<bool, 256> begins{};
  for (std::size_t byte = 0x80; byte < 0x100; ++byte) begins[byte] = true;
  constexpr std::string_view signs =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_/(.$+~";
  for (const char c : signs) begins[static_cast<unsigned char>(c)] = true;
  return begins;
}
constexpr std::array<bool, 256> beginnings = make_beginnings();

bool is_beginning(char c) {
  return beginnings[static_cast<unsigned char>(c)];
}

// Whether something stands at `at` that belongs to the same word as what stands before it.
bool is_joined(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] != ' ' && text[at] != '\n' && text[at] != '\r';
}

bool may_begin(std::string_view text, std::size_t at) {
  if (text[at] != '-') return is_beginning(text[at]);
  return at + 1 < text.size() && is_beginning(text[at + 1]);
}

template <typename Ends>
bool scan_unquoted(std::string_view text, std::size_t begin, PlainScalar& out) {
  if (!may_begin(text, begin)) return false;
  std::size_t at = Ends::find(text, begin + 1);
  for (; at < text.size(); at = Ends::find(text, at + 1)) {
    const char c = text[at];
    if (c == '#') {
      if (text[at - 1] == ' ') break;
    } else if (c == ':') {
      if (!is_joined(text, at + 1)) break;
      const char next = text[at + 1];
      const bool is_flow = std::is_same_v<Ends, InFlow>;
      if (is_flow && (next == ',' || next == ']' || next == '}')) return false;
    } else if (c == '?' || c == '[' || c == '{') {
      return false;
    } else {
      break;
    }
  }
  while (text[at - 1] == ' ') --at;
  out = {.begin = begin, .end = at, .written = text.substr(begin, at - begin)};
  return true;
}

template <typename Ends>
bool scan_quoted(std::string_view text, std::size_t begin, PlainScalar& out) {
  const char quote = text[begin];
  bool has_escapes = false;
  for (std::size_t at = Ends::find(text, begin + 1); at < text.size();
       at = Ends::find(text, at + 1)) {
    const char c = text[at];
    const bool is_doubled = c == '\'' && at + 1 < text.size() && text[at + 1] == '\'';
    if (c == quote && !is_doubled) {
      out = {.begin = begin,
             .end = at + 1,
             .is_quoted = true,
             .has_escapes = has_escapes,
             .written = text.substr(begin + 1, at - begin - 1)};
      return true;
    }
    if (c == '\n' || c == '\r') return false;
    has_escapes = true;
    ++at;  // the second byte of the escape, which may be a quote
    if (at < text.size() && (text[at] == '\n' || text[at] == '\r')) return false;
  }
  return false;
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

bool scan_scalar(std::string_view text, std::size_t at, Place place, PlainScalar& out) {
  if (at >= text.size()) return false;
  if (text[at] == '"') return scan_quoted<InDouble>(text, at, out);
  if (text[at] == '\'') return scan_quoted<InSingle>(text, at, out);
  return place == Place::block ? scan_unquoted<InBlock>(text, at, out)
                               : scan_unquoted<InFlow>(text, at, out);
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
