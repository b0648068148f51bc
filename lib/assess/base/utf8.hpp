// UTF-8: validity, stepping by character, display width, and making foreign text safe to show.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

// Offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and code points
// beyond U+10FFFF count as invalid), or nullopt when all of it is valid.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Decodes the character at `at` and moves `at` behind it. An invalid byte gives U+FFFD and one
// step.
char32_t next_code_point(std::string_view text, std::size_t& at);

std::u32string to_code_points(std::string_view text);
void append_utf8(std::string& out, char32_t c);
std::size_t count_code_points(std::string_view text);

// `text` with A to Z as a to z; everything else stays.
std::string lower_ascii(std::string_view text);

// What Unicode says `c` may be written as: `°C` for ℃; `c` itself when there is nothing else.
std::u32string compatible_form(char32_t c);

// Columns of a terminal: 2 for East Asian wide and full-width characters, 0 for combining ones.
int display_width(char32_t c);
int display_width(std::string_view text);

// `text` followed by blanks up to `width` columns; longer text is returned whole.
std::string pad_right(std::string_view text, int width);
std::string pad_left(std::string_view text, int width);

// Chinese characters. Marks, even Chinese ones, are none.
bool is_han(char32_t c);

// Blanks of any script, the tabulator included; not line breaks.
bool is_blank(char32_t c);

// Punctuation of any script; signs of arithmetic and money are none, but `%`, `/` and `-` are.
bool is_punctuation(char32_t c);

// Characters that change the direction of text.
bool is_bidi_control(char32_t c);

// True for characters that may change what a reader sees of other text: controls (C0, DEL, C1) and
// bidirectional formatting.
bool is_unsafe_to_show(char32_t c);

// `text` with every unsafe character written as an escape (`\x1b`, `\u202e`), invalid bytes too;
// line breaks become escapes as well. Whatever comes from a file goes through this before a
// terminal sees it.
std::string safe_to_show(std::string_view text);

// The same for text of several lines: keeps line breaks.
std::string safe_lines(std::string_view text);

// Breaks `text` into lines of at most `width` columns, at blanks and between wide characters; a
// single longer word is broken where it must be. Line breaks in the text are kept.
std::vector<std::string> wrap(std::string_view text, int width);

}  // namespace assess
