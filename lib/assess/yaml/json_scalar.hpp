// The scalars of JSON: text in quotes, and words such as numbers. simdjson tells where they begin;
// whether they hold is decided here, because it reads numbers into doubles and does not say where
// in a text an escape is wrong.
#pragma once

#include <assess/base/language.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace assess::yaml {

// What separates values: these four, and no other character that looks like nothing.
inline constexpr std::string_view json_blanks = " \t\r\n";

// Offset of the first byte from `at` on that is no blank, or the size of the text.
inline std::size_t skip_json_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && json_blanks.find(text[at]) != std::string_view::npos) ++at;
  return at;
}

// A text in quotes.
struct JsonText {
  std::size_t end = 0;  // offset behind it, or the size of all
  bool has_escapes = false;
};
JsonText scan_json_text(std::string_view text, std::size_t begin);

// Offset behind the number or word at `begin`: at a blank, a bracket, a comma or a colon.
std::size_t end_of_json_word(std::string_view text, std::size_t begin);

bool is_json_number(std::string_view word);

// Bytes [begin, end) of what was written, and what is wrong with them.
struct EscapeFault {
  std::size_t begin = 0;
  std::size_t end = 0;
  Words what;
};

// What a text reads, by what is written between its quotes.
std::variant<std::string, EscapeFault> unescape_json(std::string_view written);

}  // namespace assess::yaml
