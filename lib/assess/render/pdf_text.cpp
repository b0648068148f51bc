#include <assess/base/utf8.hpp>
#include <assess/render/pdf_text.hpp>

#include <linebreak.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace assess::render {
namespace {

constexpr std::u32string_view never_first =
    U"，。、；：？！）》」』】〕〉〗〙〛”’…‥·・々〻ー～‰℃％%,.;:?!)]}›»°′″"
    U"｝］｡､｣";
constexpr std::u32string_view never_last = U"（《「『【〔〈〖〘〚“‘([{‹«￥＄$£€｛［｢№";

bool is_one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_line_end(char32_t c) {
  return c == U'\n' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_combining(char32_t c) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME ||
         category == UTF8PROC_CATEGORY_MC;
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_latin(char32_t c) {
  return is_digit(c) || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
         (c >= 0xC0 && c <= 0x24F && c != U'×' && c != U'÷');
}

// What must stay on one line though Unicode would part it: a sign and the number that it is applied
// to, "×100%", and the name of a standard, "GB/T 39116".
bool belongs_together(std::u32string_view text, std::size_t i) {
  std::size_t next = i + 1;
  while (next < text.size() && is_blank(text[next])) ++next;
  if (next == text.size()) return false;
  std::size_t last = i + 1;
  while (last > 0 && is_blank(text[last - 1])) --last;
  const std::u32string_view before = text.substr(0, last);
  if (is_digit(text[next])) {
    return before.ends_with(U'×') || before.ends_with(U'÷') || before.ends_with(U"GB/T");
  }
  return before.ends_with(U"GB/") && text[next] == U'T' && next == i + 1;
}

// A line that the text itself ends: its characters, and after which of them it may be broken.
struct Breakable {
  std::u32string characters;
  std::vector<bool> may_break_after;
};

Breakable find_breaks(std::u32string characters) {
  // Fills the library's index of its own tables, which never changes afterwards.
  static const bool is_ready = (init_linebreak(), true);
  static_cast<void>(is_ready);

  const std::size_t count = characters.size();
  std::vector<utf32_t> codes(characters.begin(), characters.end());
  std::vector<char> breaks(count);
  if (count > 0) set_linebreaks_utf32(codes.data(), count, "zh", breaks.data());
  Breakable out{std::move(characters), std::vector<bool>(count)};
  for (std::size_t i = 0; i + 1 < count; ++i) {
    out.may_break_after[i] = breaks[i] == LINEBREAK_ALLOWBREAK &&
                             may_break_between(out.characters[i], out.characters[i + 1]) &&
                             !belongs_together(out.characters, i);
  }
  return out;
}

// Whether a last line looks left over: fewer than three ideographs or five letters, or as little of
// both.
bool is_short(std::u32string_view line) {
  constexpr std::size_t most_characters = 8;  // signs may be as many
  constexpr int enough = 15;
  int weight = 0;
  for (const char32_t c : line) weight += is_han(c) ? 5 : is_latin(c) ? 3 : 0;
  return line.size() <= most_characters && weight < enough;
}

// Begins the last of some lines at an earlier break when it is short, so that it takes over the end
// of the line before. `begins` has the place where each line begins, `widths` that of each
// character. There are never more lines than before, and the one before stays mostly full.
void lengthen_last_line(const Breakable& paragraph, const std::vector<double>& widths, double room,
                        std::vector<std::size_t>& begins) {
  // In a narrower column every line is short, and a word is better left whole.
  constexpr double least_room = 12 * 1000;
  const std::u32string_view characters(paragraph.characters);
  if (room < least_room || !is_short(characters.substr(begins.back()))) return;
  double last = 0;
  for (std::size_t i = begins.back(); i < widths.size(); ++i) last += widths[i];
  double moved = 0;
  for (std::size_t at = begins.back(); --at > begins[begins.size() - 2];) {
    moved += widths[at];
    if (moved > room / 3 || last + moved > room) return;
    if (!paragraph.may_break_after[at - 1] || is_short(characters.substr(at))) continue;
    begins.back() = at;
    return;
  }
}

// Characters [begin, end) as UTF-8, without blanks at the end and without what is never drawn.
std::string drawn(const std::u32string& characters, std::size_t begin, std::size_t end) {
  while (end > begin && is_blank(characters[end - 1])) --end;
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_invisible(characters[i])) append_utf8(out, characters[i]);
  }
  return out;
}

// The last place in (begin, limit] where a word may be broken by force: not before a combining
// mark, and if the Chinese rules leave a choice, not against them.
std::size_t forced_break(const std::u32string& characters, std::size_t begin, std::size_t limit) {
  std::size_t fallback = 0;
  for (std::size_t at = limit; at > begin && at + 4 > limit; --at) {
    if (is_combining(characters[at]) || is_invisible(characters[at])) continue;
    if (may_break_between(characters[at - 1], characters[at])) return at;
    if (fallback == 0) fallback = at;
  }
  return fallback != 0 ? fallback : limit;
}

}  // namespace

bool may_break_between(char32_t before, char32_t after) {
  if (is_one_of(never_last, before)) return false;
  // After a blank, a point or a bracket begins a word such as ".yaml".
  return is_blank(before) || !is_one_of(never_first, after);
}

const Glyph& Metrics::glyph(char32_t c) {
  auto found = glyphs_.find(c);
  if (found == glyphs_.end()) found = glyphs_.emplace(c, fonts_->find(c)).first;
  return found->second;
}

int Metrics::advance(char32_t c, std::string_view text) {
  const Glyph& how = glyph(c);
  if (how.is_missing && reported_.insert(c).second) missing_.push_back({c, std::string(text)});
  return how.advance;
}

std::u32string Metrics::drawable(char32_t c) {
  if (c == U'\t') return U" ";
  if (c == 0xAD) return {};
  return {c};
}

std::vector<std::u32string> Metrics::own_lines(std::string_view text) {
  std::vector<std::u32string> out(1);
  bool was_return = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'\r' || is_line_end(c)) {
      if (!(c == U'\n' && was_return)) out.emplace_back();
    } else {
      out.back() += drawable(c);
    }
    was_return = c == U'\r';
  }
  return out;
}

double Metrics::width(std::string_view text, double size) {
  std::int64_t widest = 0;
  for (const std::u32string& line : own_lines(text)) {
    std::int64_t total = 0;
    for (const char32_t c : line) total += advance(c, text);
    widest = std::max(widest, total);
  }
  return static_cast<double>(widest) * size / 1000;
}

std::vector<std::string> Metrics::lines(std::string_view text, double size, double width) {
  // A hair of tolerance: a text must fit into the width that was measured for it.
  const double room = width * 1000 / size + 0.001;
  std::vector<std::string> out;
  for (std::u32string& own_line : own_lines(text)) {
    const Breakable paragraph = find_breaks(std::move(own_line));
    const std::u32string& characters = paragraph.characters;
    std::vector<double> widths;
    for (const char32_t c : characters) widths.push_back(advance(c, text));
    std::vector<std::size_t> begins{0};
    std::size_t break_at = 0;  // where the line may end, if beyond where it begins
    double used = 0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
      used += widths[i];
      while (used > room && !is_blank(characters[i]) && i > begins.back()) {
        const std::size_t begin = begins.back();
        begins.push_back(break_at > begin ? break_at : forced_break(characters, begin, i));
        while (begins.back() < i && is_blank(characters[begins.back()])) ++begins.back();
        used = 0;
        for (std::size_t k = begins.back(); k <= i; ++k) used += widths[k];
      }
      if (paragraph.may_break_after[i]) break_at = i + 1;
    }
    if (begins.size() > 1) lengthen_last_line(paragraph, widths, room, begins);
    begins.push_back(characters.size());
    for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
      out.push_back(drawn(characters, begins[i], begins[i + 1]));
    }
  }
  return out;
}

double Metrics::widest_piece(std::string_view text, double size) {
  std::int64_t widest = 0;
  for (std::u32string& own_line : own_lines(text)) {
    const Breakable paragraph = find_breaks(std::move(own_line));
    std::int64_t used = 0;
    std::int64_t blanks = 0;  // at the end of the piece; they may hang over
    for (std::size_t i = 0; i < paragraph.characters.size(); ++i) {
      const char32_t c = paragraph.characters[i];
      used += advance(c, text);
      blanks = is_blank(c) ? blanks + advance(c, text) : 0;
      widest = std::max(widest, used - blanks);
      if (paragraph.may_break_after[i]) used = blanks = 0;
    }
  }
  return static_cast<double>(widest) * size / 1000;
}

}  // namespace assess::render
