// The scalars of the plain subset: one line each, unquoted or quoted. What these functions are not
// sure of they do not know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assess::yaml {

enum class Place : std::uint8_t { block, flow };

// Bytes [begin, end) of the text, quotes included.
struct PlainScalar {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_quoted = false;
  bool has_escapes = false;  // then `unescape` tells what it reads
  std::string_view written;  // without quotes
};

// The scalar that begins at `at`; false when that is not known. A text without tabs, in which every
// return stands before a line feed.
bool scan_scalar(std::string_view text, std::size_t at, Place place, PlainScalar& out);

// What the quoted scalar reads; nullopt for an escape that is better left to yaml-cpp.
std::optional<std::string> unescape(std::string_view written, char quote);

// `~` or `null`, which is no text when it is not quoted.
inline bool is_null_word(std::string_view written) {
  const char first = written.empty() ? ' ' : written.front();
  if (first != '~' && first != 'n' && first != 'N') return false;
  return written == "~" || written == "null" || written == "Null" || written == "NULL";
}

}  // namespace assess::yaml
