// Text as the layout needs it: how wide it is, and where its lines break.
#pragma once

#include <assess/render/font.hpp>
#include <assess/render/pdf_page.hpp>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace assess::render {

// What the fonts say about each character, asked once per character and remembered; and what no
// font has. Lives for one layout and is not to be shared between threads; `fonts` must outlive it.
class Metrics {
 public:
  explicit Metrics(const FontStack& fonts) : fonts_(&fonts) {}

  // Of `text` when only its own line breaks count: that of its widest line, in points.
  double width(std::string_view text, double size);

  // `text` in lines of at most `width` points: broken where Unicode (UAX 14) and the Chinese rules
  // for punctuation allow it, and inside a word where a word alone is too wide. Line breaks in the
  // text are kept, blanks at the ends of lines are not. A last line of one or two ideographs or one
  // short word takes over the end of the line before. A line holds at least one character, however
  // wide. Never empty: no text is one empty line.
  std::vector<std::string> lines(std::string_view text, double size, double width);

  // Width of the widest piece of `text` that must not be broken, in points.
  double widest_piece(std::string_view text, double size);

  // The characters met so far that no font has.
  std::vector<MissingGlyph> take_missing() { return std::move(missing_); }

 private:
  const Glyph& glyph(char32_t c);
  int advance(char32_t c, std::string_view text);

  // `c` as it is drawn: a tab is a blank, and a soft hyphen nothing, since it would not show at the
  // end of a line.
  std::u32string drawable(char32_t c);

  // `text` at its own line breaks.
  std::vector<std::u32string> own_lines(std::string_view text);

  const FontStack* fonts_;
  std::unordered_map<char32_t, Glyph> glyphs_;
  std::unordered_set<char32_t> reported_;
  std::vector<MissingGlyph> missing_;
};

// Whether a line may end between `before` and `after`, as far as the Chinese rules go: no closing
// punctuation at the start of a line, no opening punctuation at its end.
bool may_break_between(char32_t before, char32_t after);

}  // namespace assess::render
