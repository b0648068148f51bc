#include <assess/base/utf8.hpp>
#include <assess/render/escape.hpp>
#include <assess/render/font.hpp>
#include <assess/render/markdown_text.hpp>

#include <cstddef>
#include <vector>

namespace assess::render {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_word(char c) {
  return is_digit(c) || is_letter(c);
}

bool is_gap(char c) {
  return c == ' ' || c == '\t' || c == '\0';
}

// One line of clean text. Outside it are NUL characters, which clean text does not have.
class Line {
 public:
  explicit Line(std::string_view text) : text_(text) {}

  std::string escaped(bool begins_line) const {
    std::string out;
    const std::size_t marker = begins_line ? block_marker() : std::string_view::npos;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (i == marker || is_active(i)) out += '\\';
      out += text_[i] == '\t' ? ' ' : text_[i];
    }
    return out;
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  char before(std::size_t i) const { return i > 0 ? text_[i - 1] : '\0'; }

  // The character that would make a block of the whole line: a list, a heading, a quotation, a
  // rule, the underline of a heading or of the head of a table.
  std::size_t block_marker() const {
    const char next = at(1);
    switch (at(0)) {
      case '>':
        return 0;
      case '+':
        return is_gap(next) ? 0 : std::string_view::npos;
      case '-':
        return is_gap(next) || next == '-' || next == ':' ? 0 : std::string_view::npos;
      case '=':
        return is_gap(next) || next == '=' ? 0 : std::string_view::npos;
      case ':':
        return next == '-' ? 0 : std::string_view::npos;
      default:
        return list_number_end();
    }
  }

  // The point of `1. ` or the bracket of `1) `.
  std::size_t list_number_end() const {
    std::size_t i = 0;
    while (is_digit(at(i))) ++i;
    const bool is_number = i > 0 && (at(i) == '.' || at(i) == ')') && is_gap(at(i + 1));
    return is_number ? i : std::string_view::npos;
  }

  // Whether the character means something wherever it stands.
  bool is_active(std::size_t i) const {
    const char next = at(i + 1);
    switch (at(i)) {
      case '\\':
      case '`':
      case '*':
      case '[':
      case ']':
      case '<':
      case '|':
      case '~':  // struck out
      case '$':  // a formula, on GitHub
      case '{':  // a template, for site generators
        return true;
      case '_':  // means nothing inside a word
        return !(is_word(before(i)) && is_word(next));
      case '#':  // begins and ends headings
        return is_gap(before(i));
      case '&':
        return is_letter(next) || next == '#';
      case ':':  // of an address that GitHub would make a link of
        return next == '/' && is_letter(before(i));
      case '.':
        return i >= 3 && has_www(i - 3);
      default:
        return false;
    }
  }

  bool has_www(std::size_t begin) const {
    for (std::size_t i = begin; i < begin + 3; ++i) {
      if (at(i) != 'w' && at(i) != 'W') return false;
    }
    return !is_word(before(begin));
  }

  std::string_view text_;
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    lines.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  while (lines.size() > 1 && lines.back().empty()) lines.pop_back();
  while (lines.size() > 1 && lines.front().empty()) lines.erase(lines.begin());
  return lines;
}

// Without the blanks of any script at its ends: emphasis does not begin or end beside one.
std::string_view without_blanks(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (is_blank(c) || c == U'\n' || c == U'\t' || c == 0x1680) continue;
    if (begin == text.size()) begin = start;
    end = at;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace

std::string markdown_text(std::string_view text, MarkdownPlace place, std::string_view indent) {
  const std::string clean = clean_text(text);
  std::string out;
  bool is_first = true;
  for (const std::string_view line : lines_of(clean)) {
    if (!is_first) {
      switch (place) {
        case MarkdownPlace::block:
          out += "\\\n";
          out += indent;
          break;
        case MarkdownPlace::cell:
          out += "<br>";
          break;
        case MarkdownPlace::inside:
          out += ' ';
          break;
      }
    }
    out += Line(line).escaped(place == MarkdownPlace::block);
    is_first = false;
  }
  return out;
}

std::string markdown_bold(std::string_view text, MarkdownPlace place) {
  const std::string clean = clean_text(text);
  const std::string_view rest = without_blanks(clean);
  return rest.empty() ? std::string() : "**" + markdown_text(rest, place) + "**";
}

}  // namespace assess::render
