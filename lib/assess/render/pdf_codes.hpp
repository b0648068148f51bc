// Codes: which characters of a drawing each font has to draw, and every line of text as codes of
// those fonts. Pure; the writer hands the result to libharu.
#pragma once

#include <assess/render/font.hpp>
#include <assess/render/pdf_page.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace assess::render {

// What one font of the stack has to draw: the code `Font::code_of(i)` shows the glyph of `drawn[i]`
// and means `meant[i]`. They differ for a character that no font has, and for one that is drawn as
// several: under the box, or under these, which mean nothing, lies a blank as wide with its
// meaning, so that it can be found and copied.
struct FontCodes {
  std::vector<char32_t> drawn;
  std::vector<char32_t> meant;                       // 0 for nothing
  std::unordered_map<char32_t, std::size_t> places;  // by meaning
  std::unordered_map<char32_t, std::size_t> parts;   // that mean nothing, by what they show
};

// A part of a line that one font draws.
struct CodedRun {
  std::size_t font = 0;
  double x = 0;
  std::string codes;              // UTF-8
  double percent_of_width = 100;  // how much the glyphs are stretched
};

struct CodedText {
  std::vector<CodedRun> runs;
  std::vector<Box> boxes;  // in place of characters that no font has
};

class Codes {
 public:
  // `fonts` must outlive this.
  Codes(const Drawing& drawing, const FontStack& fonts);

  // One for each font of the stack; empty for those that draw nothing.
  const std::vector<FontCodes>& fonts() const { return codes_; }

  // `text` is one of the drawing's.
  CodedText encode(const TextRun& text) const;

 private:
  void choose_blank();
  void add(char32_t c);
  CodedRun parts_of(const Glyph& glyph, double x) const;
  CodedRun blank_under(char32_t c, const Glyph& glyph, double x) const;

  const FontStack* stack_;
  std::vector<FontCodes> codes_;
  std::unordered_map<char32_t, Glyph> glyphs_;
  std::optional<std::size_t> blank_font_;
  char32_t blank_ = U' ';
};

}  // namespace assess::render
