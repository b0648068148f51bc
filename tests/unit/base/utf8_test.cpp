#include <assess/base/utf8.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

using Lines = std::vector<std::string>;

// Lines with a bar between them, so that a red test shows what came out.
std::string joined(const Lines& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "|") + line;
  return out;
}

TEST_CASE("valid UTF-8 is found valid") {
  const std::vector<std::string> cases{
      "",
      "plain",
      "é",
      "智能制造",
      "😀",
      std::string("\0", 1),
      "\x7F",
      "\xC2\x80",          // U+0080, the first of two bytes
      "\xDF\xBF",          // U+07FF
      "\xE0\xA0\x80",      // U+0800
      "\xED\x9F\xBF",      // U+D7FF, before the surrogates
      "\xEE\x80\x80",      // U+E000, behind them
      "\xEF\xBF\xBF",      // U+FFFF
      "\xF0\x90\x80\x80",  // U+10000
      "\xF4\x8F\xBF\xBF",  // U+10FFFF
  };
  for (const std::string& text : cases) {
    CAPTURE(text);
    CHECK(find_invalid_utf8(text) == std::nullopt);
  }
}

TEST_CASE("the first byte that is not valid UTF-8 is found") {
  const std::vector<std::pair<std::string, std::size_t>> cases{
      {"\x80", 0},  // a continuation alone
      {"a\xBF", 1},
      {"\xC0\x80", 0},  // overlong forms
      {"\xC1\xBF", 0},
      {"\xE0\x80\x80", 0},
      {"\xE0\x9F\xBF", 0},
      {"\xF0\x80\x80\x80", 0},
      {"\xF0\x8F\xBF\xBF", 0},
      {"\xED\xA0\x80", 0},  // surrogates
      {"\xED\xBF\xBF", 0},
      {"\xF4\x90\x80\x80", 0},  // beyond U+10FFFF
      {"\xF5\x80\x80\x80", 0},
      {"\xFE", 0},
      {"\xFF", 0},
      {"\xC3", 0},  // cut off
      {"\xE6\x99", 0},
      {"\xF0\x9F\x98", 0},
      {"智\xE6\x99", 3},
      {"\xC3(", 0},  // a lead without its continuation
      {"\xE6\x99(", 0},
      {"\xE6(\xBA", 0},
      {"\xF0\x9F(\x80", 0},
      {"\xD6\xC7\xC4\xDC", 0},  // 智能 in GBK
      {"ok 智\x80", 6},
  };
  for (const auto& [text, at] : cases) {
    CAPTURE(text);
    CHECK(find_invalid_utf8(text) == at);
  }
}

TEST_CASE("an invalid byte is found wherever it stands among others") {
  // Eight bytes of ASCII are passed over at once: every place in and around such a run.
  for (const std::string_view before : {"", "智", "é", "a智能"}) {
    for (std::size_t ascii = 0; ascii < 20; ++ascii) {
      const std::string text = std::string(before) + std::string(ascii, 'x');
      CAPTURE(text);
      CHECK(find_invalid_utf8(text) == std::nullopt);
      CHECK(find_invalid_utf8(text + "\xFF" + "0123456789") == text.size());
      CHECK(find_invalid_utf8(text + "\xE6\x99") == text.size());
      CHECK(find_invalid_utf8(text + "智" + "\x80" + "智") == text.size() + 3);
    }
  }
}

TEST_CASE("stepping through text decodes every character and one invalid byte at a time") {
  CHECK(to_code_points("a智😀") == U"a智😀");
  CHECK(to_code_points("\xE6\x99z") == U"\uFFFD\uFFFDz");
  CHECK(to_code_points("\xFF") == U"\uFFFD");
  CHECK(count_code_points("智能制造 CMMM") == 9);
  CHECK(count_code_points("") == 0);
  std::size_t at = 1;
  CHECK(next_code_point("a智b", at) == U'智');
  CHECK(at == 4);
}

TEST_CASE("every character survives encoding and decoding") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    if (next_code_point(text, at) != c || at != text.size() || find_invalid_utf8(text)) {
      FAIL_CHECK("U+", static_cast<unsigned>(c));
    }
  }
}

TEST_CASE("width is that of a terminal") {
  const std::vector<std::pair<std::string, int>> cases{
      {"", 0},       {"abc", 3},      {"评估", 4},   {"Ａ", 2},   {"é", 1},        {"e\u0301", 1},
      {"😀", 2},      {"（）", 4},     {"，。：", 6}, {"ｱ", 1},    {"가", 2},       {"\u3000", 2},
      {"\u200B", 0}, {"a\u200Db", 2}, {"–", 1},      {"\x1b", 0}, {"中\uFE00", 2}, {"𠮷", 2},
  };
  for (const auto& [text, width] : cases) {
    CAPTURE(text);
    CHECK(display_width(text) == width);
  }
}

TEST_CASE("padding counts columns, and never cuts") {
  CHECK(pad_right("智能", 6) == "智能  ");
  CHECK(pad_left("智能", 6) == "  智能");
  CHECK(pad_right("智能", 3) == "智能");
  CHECK(pad_left("abc", 3) == "abc");
  CHECK(pad_right("", 2) == "  ");
}

TEST_CASE("what could change how other text is shown is written as an escape") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"智能 abc", "智能 abc"},
      {"a\tb\nc", "a\\tb\\nc"},
      {"\x1b[31mred", "\\x1b[31mred"},
      {"\r", "\\x0d"},
      {std::string("\0", 1), "\\x00"},
      {"\x7F", "\\x7f"},
      {"\u0085", "\\x85"},
      {"\u009B31m", "\\x9b31m"},
      {"\u202Eabc", "\\u202eabc"},
      {"\u2066\u2069", "\\u2066\\u2069"},
      {"\u200F\u200E\u061C", "\\u200f\\u200e\\u061c"},
      {"\u2028\u2029", "\\u2028\\u2029"},
      {"\uFEFF", "\\ufeff"},
      {"ok\xFF\xC3", "ok\\xff\\xc3"},
      {"\xE6\x99", "\\xe6\\x99"},
      {"back\\slash", "back\\slash"},
  };
  for (const auto& [text, shown] : cases) {
    CAPTURE(shown);
    CHECK(safe_to_show(text) == shown);
  }
}

TEST_CASE("nothing that is safe to show changes a second time, and nothing unsafe is left") {
  std::string all;
  for (char32_t c = 0; c < 0x2100; ++c) append_utf8(all, c);
  const std::string shown = safe_to_show(all);
  CHECK(safe_to_show(shown) == shown);
  for (const char32_t c : to_code_points(shown)) {
    if (is_unsafe_to_show(c)) FAIL_CHECK("U+", static_cast<unsigned>(c));
  }
}

TEST_CASE("text of several lines keeps its line breaks and nothing else") {
  CHECK(safe_lines("a\nb\r\n\x1b") == "a\nb\\x0d\n\\x1b");
}

TEST_CASE("lines are broken at blanks and between wide characters") {
  struct Case {
    std::string text;
    int width;
    Lines lines;
  };
  const std::vector<Case> cases{
      {"", 10, {""}},
      {"one two", 10, {"one two"}},
      {"one two three", 7, {"one two", "three"}},
      {"one two three", 8, {"one two", "three"}},
      {"one two three", 3, {"one", "two", "thr", "ee"}},
      {"one two", 3, {"one", "two"}},
      {"one  two", 4, {"one", "two"}},
      {"abcdefgh", 3, {"abc", "def", "gh"}},
      {"智能制造", 4, {"智能", "制造"}},
      {"智能制造", 5, {"智能", "制造"}},
      {"智能abc", 5, {"智能", "abc"}},
      {"abc智能", 5, {"abc智", "能"}},
      {"a智 b", 4, {"a智", "b"}},
      {"first\nsecond", 20, {"first", "second"}},
      {"first\n\nthird", 20, {"first", "", "third"}},
      {"end\n", 20, {"end"}},
      {"abc \nd", 3, {"abc", "d"}},
      {"abc \n\nd", 3, {"abc", "", "d"}},
      {"abc ", 3, {"abc"}},
      {"a\n  b", 9, {"a", "  b"}},
      {"  indented text", 10, {"  indented", "text"}},
      {"ab cd ef", 5, {"ab cd", "ef"}},
      {"智", 1, {"智"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.width);
    CHECK(wrap(c.text, c.width).size() == c.lines.size());
    CHECK(joined(wrap(c.text, c.width)) == joined(c.lines));
  }
}

TEST_CASE("a combining mark stays with its character when a line is broken") {
  CHECK(wrap("智\u0301能\u0301a", 4) == Lines{"智\u0301能\u0301", "a"});
  CHECK(wrap("ae\u0301", 1) == Lines{"a", "e\u0301"});
}

TEST_CASE("no wrapped line is too wide, and no character is lost") {
  const std::string text =
      "关键工序设备台账 must be kept for at least 12 months；每月核对一次。Very-long-word-without-"
      "any-blank-in-it 结束";
  const auto without_blanks = [](std::string_view from) {
    std::string out;
    for (const char c : from) {
      if (c != ' ') out += c;
    }
    return out;
  };
  for (int width = 2; width <= 90; ++width) {
    CAPTURE(width);
    std::string all;
    for (const std::string& line : wrap(text, width)) {
      CHECK(display_width(line) <= width);
      CHECK_FALSE(line.empty());
      CHECK_FALSE(line.ends_with(' '));
      CHECK_FALSE(line.starts_with(' '));
      all += line;
    }
    CHECK(without_blanks(all) == without_blanks(text));
  }
}

TEST_CASE("no closing sign begins a wrapped line and no opening one ends it") {
  CHECK(wrap("一二三，四五", 6) == std::vector<std::string>{"一二", "三，四", "五"});
  CHECK(wrap("一二（三四）五", 6) == std::vector<std::string>{"一二", "（三", "四）五"});
  CHECK(wrap("一二三四，", 8) == std::vector<std::string>{"一二三", "四，"});
}

}  // namespace
}  // namespace assess
