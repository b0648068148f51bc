// Where the bytes of a text stand in the source it was read from: quotes, indentation and folded
// lines lie between the two.
#pragma once

#include <assess/diag/source.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace assess {

class TextPlaces {
 public:
  // `text.span` is the whole value in its source. `text` is only looked at here.
  TextPlaces(const Located<std::string>& text, const SourceMap& sources);

  // The place of the bytes [offset, offset + length) of the text; that of the whole value where it
  // cannot be told, as for a character that was written as an escape.
  Span place(std::size_t offset, std::size_t length) const;

 private:
  static constexpr std::uint32_t unknown = UINT32_MAX;

  bool align(std::string_view raw, std::string_view value);

  Span whole_;
  std::uint32_t shift_ = unknown;       // when the text stands there byte for byte
  std::vector<std::uint32_t> offsets_;  // otherwise: of each byte of the text, in the value
};

}  // namespace assess
