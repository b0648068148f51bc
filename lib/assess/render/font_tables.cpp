#include <assess/render/font_tables.hpp>

namespace assess::render {
namespace {

void put16(std::string& out, std::size_t value) {
  out += static_cast<char>(value >> 8 & 0xFF);
  out += static_cast<char>(value & 0xFF);
}

void put32(std::string& out, std::size_t value) {
  put16(out, value >> 16);
  put16(out, value);
}

}  // namespace

std::string name_table(std::string_view postscript_name) {
  constexpr std::string_view style = "Regular";
  constexpr std::size_t style_id = 2;
  constexpr std::size_t postscript_id = 6;
  std::string out;
  put16(out, 0);           // format
  put16(out, 2);           // records
  put16(out, 6 + 2 * 12);  // where the strings begin
  const auto record = [&](std::size_t id, std::size_t length, std::size_t offset) {
    put16(out, 3);       // platform Windows,
    put16(out, 1);       // encoded in UTF-16,
    put16(out, 0x0409);  // in English
    put16(out, id);
    put16(out, 2 * length);
    put16(out, 2 * offset);
  };
  record(style_id, style.size(), 0);
  record(postscript_id, postscript_name.size(), style.size());
  for (const char c : style) put16(out, static_cast<unsigned char>(c));
  for (const char c : postscript_name) put16(out, static_cast<unsigned char>(c));
  return out;
}

std::string cmap_table(char32_t first_code, std::span<const std::uint16_t> glyphs) {
  // Format 4 wants a last segment of the code U+FFFF alone.
  constexpr std::size_t segments = 2;
  std::string out;
  put16(out, 0);   // version
  put16(out, 1);   // one subtable:
  put16(out, 3);   // Windows,
  put16(out, 1);   // Unicode,
  put32(out, 12);  // right behind this record
  put16(out, 4);   // format
  put16(out, 16 + segments * 8 + glyphs.size() * 2);
  put16(out, 0);             // language
  put16(out, segments * 2);  // and the three numbers for a binary search in them
  put16(out, 4);
  put16(out, 1);
  put16(out, 0);
  put16(out, first_code + glyphs.size() - 1);  // ends
  put16(out, 0xFFFF);
  put16(out, 0);
  put16(out, first_code);  // starts
  put16(out, 0xFFFF);
  put16(out, 0);  // deltas: U+FFFF + 1 is glyph 0
  put16(out, 1);
  put16(out, segments * 2);  // the glyphs follow right behind these two offsets
  put16(out, 0);
  for (const std::uint16_t glyph : glyphs) put16(out, glyph);
  return out;
}

}  // namespace assess::render
