#include <assess/base/utf8.hpp>

#include <fmt/format.h>
#include <simdjson.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

namespace assess {
namespace {

constexpr char32_t replacement = 0xFFFD;

// Length of the valid sequence at `at`, or 0.
std::size_t valid_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;   // overlong
    if (lead == 0xED) high = 0x9F;  // surrogates
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (at + length > text.size()) return 0;
  if (byte(at + 1) < low || byte(at + 1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (byte(at + i) < 0x80 || byte(at + i) > 0xBF) return 0;
  }
  return length;
}

std::string escaped(std::string_view text, bool keep_line_breaks) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const bool valid = valid_length(text, at) != 0;
    const char32_t c = next_code_point(text, at);
    if (!valid) {
      fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned char>(text[start]));
    } else if (c == U'\n' && keep_line_breaks) {
      out += '\n';
    } else if (c == U'\t') {
      out += "\\t";
    } else if (c == U'\n') {
      out += "\\n";
    } else if (is_unsafe_to_show(c)) {
      if (c < 0x100) {
        fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned>(c));
      } else {
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
      }
    } else {
      out.append(text.substr(start, at - start));
    }
  }
  return out;
}

// Whether a line may end between two characters that are not blanks: beside wide ones, but no
// closing sign begins a line and no opening one ends it.
bool may_break(char32_t before, char32_t after) {
  constexpr std::u32string_view never_first = U"，。、；：？！）》」』】〉〕”’…—·％%";
  constexpr std::u32string_view never_last = U"（《「『【〈〔“‘";
  if (before == 0 || display_width(after) == 0) return false;
  if (display_width(before) != 2 && display_width(after) != 2) return false;
  return never_first.find(after) == std::u32string_view::npos &&
         never_last.find(before) == std::u32string_view::npos;
}

// Collects the lines of `wrap`.
class LineBreaker {
 public:
  explicit LineBreaker(int width) : width_(width) {}

  void add(char32_t c, std::string_view bytes) {
    const int columns = display_width(c);
    if (may_break(before_, c)) break_at_ = line_.size();
    if (c == U' ' && is_continued_ && line_.empty()) return;
    if (columns_ + columns > width_ && !line_.empty()) {
      break_line(c != U' ' && break_at_ != 0 ? break_at_ : line_.size());
      if (c == U' ') return;  // the break stands for it
    }
    line_.append(bytes);
    columns_ += columns;
    if (c == U' ') break_at_ = line_.size();
    if (columns > 0) before_ = c;  // a mark of no width stays with the character before it
  }

  void end_line() {
    const bool ends_with_the_break = is_continued_ && line_.empty();
    if (!ends_with_the_break) break_line(line_.size());
    is_continued_ = false;
    before_ = 0;
  }

  std::vector<std::string> finish() {
    if (!line_.empty() || lines_.empty()) break_line(line_.size());
    return std::move(lines_);
  }

 private:
  void break_line(std::size_t keep) {
    std::string rest = line_.substr(keep);
    line_.resize(keep);
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    lines_.push_back(std::move(line_));
    rest.erase(0, std::min(rest.find_first_not_of(' '), rest.size()));
    line_ = std::move(rest);
    columns_ = display_width(line_);
    break_at_ = 0;
    is_continued_ = true;
  }

  int width_;
  std::vector<std::string> lines_;
  std::string line_;
  int columns_ = 0;            // of `line_`
  std::size_t break_at_ = 0;   // bytes of `line_` that may stand alone; 0 when it cannot be broken
  char32_t before_ = 0;        // the last character that has a width
  bool is_continued_ = false;  // `line_` goes on where one became too long
};

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  // Nearly every text is valid, which vectors tell in a tenth of the time. They do not tell where.
  if (simdjson::validate_utf8(text.data(), text.size())) return std::nullopt;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = valid_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const std::size_t length = valid_length(text, at);
  const auto bits = [&](std::size_t i, unsigned mask) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]) & mask);
  };
  char32_t c = replacement;
  switch (length) {
    case 1:
      c = bits(0, 0x7F);
      break;
    case 2:
      c = bits(0, 0x1F) << 6 | bits(1, 0x3F);
      break;
    case 3:
      c = bits(0, 0x0F) << 12 | bits(1, 0x3F) << 6 | bits(2, 0x3F);
      break;
    case 4:
      c = bits(0, 0x07) << 18 | bits(1, 0x3F) << 12 | bits(2, 0x3F) << 6 | bits(3, 0x3F);
      break;
    default:
      break;
  }
  at += length == 0 ? 1 : length;
  return c;
}

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  utf8proc_uint8_t bytes[4];
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes);
  for (utf8proc_ssize_t i = 0; i < length; ++i) out += static_cast<char>(bytes[i]);
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::u32string compatible_form(char32_t c) {
  std::array<utf8proc_int32_t, 18> parts{};  // the longest one there is
  int boundary = 0;
  const utf8proc_ssize_t count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT), &boundary);
  if (count <= 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) return {c};
  return std::u32string(parts.begin(), parts.begin() + count);
}

int display_width(char32_t c) {
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) width += display_width(next_code_point(text, at));
  return width;
}

std::string pad_right(std::string_view text, int width) {
  std::string out(text);
  for (int i = display_width(text); i < width; ++i) out += ' ';
  return out;
}

std::string pad_left(std::string_view text, int width) {
  std::string out;
  for (int i = display_width(text); i < width; ++i) out += ' ';
  return out.append(text);
}

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_blank(char32_t c) {
  return c == U'\t' || utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ZS;
}

bool is_punctuation(char32_t c) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}

bool is_bidi_control(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_unsafe_to_show(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || is_bidi_control(c) || c == 0x2028 || c == 0x2029 ||
         c == 0xFEFF;
}

std::string safe_to_show(std::string_view text) {
  return escaped(text, false);
}

std::string safe_lines(std::string_view text) {
  return escaped(text, true);
}

std::vector<std::string> wrap(std::string_view text, int width) {
  LineBreaker breaker(width);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (c == U'\n') {
      breaker.end_line();
    } else {
      breaker.add(c, text.substr(start, at - start));
    }
  }
  return breaker.finish();
}

}  // namespace assess
