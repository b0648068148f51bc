#include <assess/base/utf8.hpp>
#include <assess/render/pdf_unicode_map.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace assess::render {
namespace {

std::vector<std::uint16_t> utf16_units(char32_t c) {
  if (c < 0x10000) return {static_cast<std::uint16_t>(c)};
  const char32_t above = c - 0x10000;
  return {static_cast<std::uint16_t>(0xD800 + (above >> 10)),
          static_cast<std::uint16_t>(0xDC00 + (above & 0x3FF))};
}

}  // namespace

std::string unicode_map(char32_t first_code, std::span<const char32_t> characters) {
  constexpr std::size_t most_in_a_block = 100;  // a limit of the format
  std::string out =
      "/CIDInit /ProcSet findresource begin\n"
      "12 dict begin\n"
      "begincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n"
      "/CMapType 2 def\n"
      "1 begincodespacerange\n"
      "<0000> <FFFF>\n"
      "endcodespacerange\n";
  std::vector<std::size_t> told;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (characters[i] != 0) told.push_back(i);
  }
  for (std::size_t begin = 0; begin < told.size(); begin += most_in_a_block) {
    const std::size_t end = std::min(begin + most_in_a_block, told.size());
    fmt::format_to(std::back_inserter(out), "{} beginbfchar\n", end - begin);
    for (std::size_t k = begin; k < end; ++k) {
      const std::size_t i = told[k];
      fmt::format_to(std::back_inserter(out), "<{:04X}> <",
                     static_cast<std::size_t>(first_code) + i);
      for (const std::uint16_t unit : utf16_units(characters[i])) {
        fmt::format_to(std::back_inserter(out), "{:04X}", unit);
      }
      out += ">\n";
    }
    out += "endbfchar\n";
  }
  return out +
         "endcmap\n"
         "CMapName currentdict /CMap defineresource pop\n"
         "end\n"
         "end\n";
}

std::string utf16_text(std::string_view text) {
  std::string out = "\xFE\xFF";
  for (std::size_t at = 0; at < text.size();) {
    for (const std::uint16_t unit : utf16_units(next_code_point(text, at))) {
      out += static_cast<char>(unit >> 8);
      out += static_cast<char>(unit & 0xFF);
    }
  }
  return out;
}

}  // namespace assess::render
