// The two tables of a TrueType font that a subset gets from us: names and character codes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace assess::render {

// A `name` table with the PostScript name and the style "Regular", and nothing else.
std::string name_table(std::string_view postscript_name);

// A `cmap` table (format 4) that maps `first_code`, `first_code + 1`, ... to `glyphs`. There are at
// most 30,000 of them; the codes stay below U+D800.
std::string cmap_table(char32_t first_code, std::span<const std::uint16_t> glyphs);

}  // namespace assess::render
