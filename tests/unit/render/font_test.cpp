#include "pdf_check.hpp"
#include <assess/render/font.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace assess::render {
namespace {

// A font file with the given tables, all of them 16 zero bytes long.
std::string font_with(const std::vector<std::string_view>& tags) {
  const auto put = [](std::string& out, std::size_t value, int bytes) {
    for (int i = bytes; i-- > 0;) out += static_cast<char>(value >> (8 * i) & 0xFF);
  };
  std::string out;
  put(out, 0x00010000, 4);
  put(out, tags.size(), 2);
  put(out, 0, 6);
  for (std::size_t i = 0; i < tags.size(); ++i) {
    out += tags[i];
    put(out, 0, 4);
    put(out, 12 + 16 * tags.size() + 16 * i, 4);
    put(out, 16, 4);
  }
  return out + std::string(16 * tags.size(), '\0');
}

std::string reason(const std::variant<Font, Text>& read) {
  const Text* why = std::get_if<Text>(&read);
  if (why == nullptr) return "";
  CHECK_FALSE(why->zh.empty());
  return why->en;
}

TEST_CASE("what is not a usable font is refused with the reason") {
  CHECK(reason(Font::read("", 0)) == "it is not a font file");
  CHECK(reason(Font::read("hello, this is text", 0)) == "it is not a font file");
  const std::vector<std::string_view> common{"OS/2", "cmap", "head", "hhea", "hmtx", "maxp"};
  CHECK(reason(Font::read(font_with({"cmap", "glyf"}), 0)) == "it is not a complete TrueType font");
  std::vector<std::string_view> postscript{"CFF "};
  postscript.insert(postscript.end(), common.begin(), common.end());
  CHECK(reason(Font::read(font_with(postscript), 0)) ==
        "it has no TrueType outlines (glyf table); they may be CFF");
  std::vector<std::string_view> variable = common;
  variable.insert(variable.end(), {"fvar", "glyf", "loca"});
  CHECK(reason(Font::read(font_with(variable), 0)) == "it is a variable font");
  const std::string collection = test::read_bytes("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");
  CHECK(reason(Font::read(collection, 9)) == "the collection has no font of that number");
  CHECK(reason(Font::read(collection, 1)).empty());
  CHECK_FALSE(reason(Font::read(collection.substr(0, 3000), 0)).empty());
}

TEST_CASE("a character is present when its glyph has ink") {
  const Font& font = test::micro_hei();
  for (const char32_t c : {U'中', U'A', U'，', U'①', U'Ⅲ', U'㎡', U'…', U'—', U'龘', U' ', U'　'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(font.has(c));
  }
  CHECK_FALSE(font.has(0x2103));   // in the character map, with an empty glyph
  CHECK_FALSE(font.has(0x20BB7));  // beyond the BMP
  CHECK_FALSE(font.has(U'\n'));
  CHECK_FALSE(font.has(0xE000));
}

TEST_CASE("advances are thousandths of the size") {
  const Font& font = test::micro_hei();
  CHECK(font.advance(U'中') == 1000);
  CHECK(font.advance(0x3000) == 1000);
  CHECK(font.advance(U'i') < font.advance(U'W'));
  CHECK(font.advance(0x20BB7) == 0);
  CHECK(font.ascent() > 700);
  CHECK(font.descent() < 0);
  CHECK(font.cap_height() > 500);
  CHECK(font.name() == "WenQuanYiMicroHei");
}

TEST_CASE("a subset has its characters under consecutive codes and keeps their outlines") {
  const Font& font = test::micro_hei();
  const std::vector<char32_t> characters{U'智', U'A', U'造', U'A', U' ', U'懿', U'Ⅲ'};
  const auto bytes = font.subset(characters);
  REQUIRE(bytes);
  CHECK(bytes->size() < 10'000);
  const auto read = Font::read(*bytes, 0);
  REQUIRE(std::holds_alternative<Font>(read));
  const Font& subset = std::get<Font>(read);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    CAPTURE(i);
    CHECK(subset.advance(Font::code_of(i)) == font.advance(characters[i]));
    if (!is_blank(characters[i])) CHECK(subset.has(Font::code_of(i)));
  }
  CHECK_FALSE(subset.has(U'智'));
  CHECK_FALSE(subset.has(Font::code_of(characters.size())));
}

TEST_CASE("a subset of nothing, of too much, or of what the font lacks is refused") {
  const Font& font = test::micro_hei();
  CHECK_FALSE(font.subset({}));
  CHECK_FALSE(font.subset(std::vector<char32_t>(Font::max_subset + 1, U'a')));
  CHECK_FALSE(font.subset(std::vector<char32_t>{U'a', char32_t{0x20BB7}}));
}

TEST_CASE("the first font of a stack that has a character draws it") {
  // A small font that has two characters, at the codes U+0100 and U+0101.
  const auto bytes = test::micro_hei().subset(std::vector<char32_t>{U'中', U'i'});
  REQUIRE(bytes);
  const FontStack stack({std::get<Font>(Font::read(*bytes, 0)), test::micro_hei()});
  CHECK(stack.find(0x100).font == 0);
  CHECK(stack.find(0x100).advance == 1000);
  CHECK(stack.find(U'中').font == 1);
  const Glyph missing = stack.find(0x20BB7);
  CHECK(missing.is_missing);
  CHECK_FALSE(missing.font);
  CHECK(missing.advance == 1000);
  const Glyph invisible = stack.find(0x200B);
  CHECK_FALSE(invisible.is_missing);
  CHECK(invisible.advance == 0);
}

TEST_CASE("without a font, blanks still have a width and all else is missing") {
  const FontStack none{{}};
  CHECK_FALSE(none.find(U' ').is_missing);
  CHECK(none.find(0x3000).advance == 1000);
  CHECK(none.find(U'a').is_missing);
}

}  // namespace
}  // namespace assess::render
