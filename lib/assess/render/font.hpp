// TrueType fonts as the renderer needs them: what they cover, how wide their characters are, and
// subsets of them for embedding. The bytes are read elsewhere; nothing here opens a file.
#pragma once

#include <assess/base/language.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace assess::render {

// Blanks have an advance and no ink.
bool is_blank(char32_t c);

// Characters that only steer other text (joiners, direction marks, variation selectors): they take
// no room and are never drawn, so no font needs to have them.
bool is_invisible(char32_t c);

// One face of a font file. Copies share the bytes; all members may be used from several threads.
class Font {
 public:
  // The face `index` of `bytes` (0 unless the file is a collection), or why it cannot be used: no
  // font, no such face, PostScript outlines instead of TrueType ones, or embedding forbidden.
  static std::variant<Font, Text> read(std::string bytes, unsigned index);

  // A glyph exists and has ink; for blanks it need only exist.
  bool has(char32_t c) const;

  // Thousandths of the font size, cut off to a whole number as PDF widths are, so that the layout
  // and the reader of the PDF add up the same numbers. 0 for what the font does not have.
  int advance(char32_t c) const;

  // Thousandths of the font size above (positive) and below (negative) the baseline.
  int ascent() const;
  int descent() const;
  int cap_height() const;

  // The PostScript name, reduced to characters that need no escape in a PDF name.
  const std::string& name() const;

  // A subset holds at most this many characters: its glyph numbers must fit 15 bits.
  static constexpr std::size_t max_subset = 30'000;

  // The code that the character at place `at` has in a subset. Codes are consecutive and have
  // nothing to do with Unicode: what they mean is for the PDF's ToUnicode map to say.
  static char32_t code_of(std::size_t at) { return 0x100 + static_cast<char32_t>(at); }

  // A font file with the outlines of `characters` (all of which the font `has`) and no others; the
  // character at place i has the code `code_of(i)`. nullopt when there are too many, or when the
  // font is broken.
  std::optional<std::string> subset(std::span<const char32_t> characters) const;

 private:
  struct Face;
  explicit Font(std::shared_ptr<const Face> face) : face_(std::move(face)) {}
  std::shared_ptr<const Face> face_;
};

// How one character is drawn.
struct Glyph {
  std::optional<std::size_t> font;  // place in the stack; absent when no font has the character
  int advance = 0;                  // thousandths of the font size
  bool is_missing = false;          // a visible box is drawn in its place
  // What is drawn side by side in its place when the font has not the character itself but what
  // Unicode calls compatible with it: the font most used here lacks ℃, but not ° and C.
  std::u32string parts;
};

// A character that no font has, and the text it was first met in.
struct MissingGlyph {
  char32_t character = 0;
  std::string text;
};

// Fonts in order of preference.
class FontStack {
 public:
  explicit FontStack(std::vector<Font> fonts) : fonts_(std::move(fonts)) {}

  // The first font that has the character draws it.
  Glyph find(char32_t c) const;

  const std::vector<Font>& fonts() const { return fonts_; }

 private:
  std::vector<Font> fonts_;
};

}  // namespace assess::render
