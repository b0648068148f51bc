#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/yaml/limits.hpp>
#include <assess/yaml/prescan.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace assess::yaml {
namespace {

constexpr std::string_view bom = "\xEF\xBB\xBF";

Span one_byte(SourceId source, std::size_t at) {
  return {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)};
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return ((byte < 0x20) & (byte != '\n') & (byte != '\r') & (byte != '\t')) | (byte == 0x7F);
}

// What the common text has none or few of is counted without a branch, so that the compiler makes
// vectors of it; where something lies is looked for only when there is too much.
bool has_control(std::string_view text) {
  std::uint8_t controls = 0;
  for (const char c : text) controls = static_cast<std::uint8_t>(controls | is_control(c));
  return controls != 0;
}

// A byte order mark at the very start is not counted.
bool has_bom(std::string_view text) {
  std::uint8_t boms = 0;
  const char* const bytes = text.data();
  for (std::size_t at = 1; at + bom.size() <= text.size(); ++at) {
    boms = static_cast<std::uint8_t>(
        boms | ((bytes[at] == '\xEF') & (bytes[at + 1] == '\xBB') & (bytes[at + 2] == '\xBF')));
  }
  return boms != 0;
}

// Whether there are few enough signs of flow, without looking at their order.
bool has_few_signs(std::string_view text) {
  if (text.size() <= std::min(max_open_brackets, max_flow_signs)) return true;
  constexpr std::size_t block = 255;  // what a count in one byte can hold
  std::size_t all_brackets = 0;       // that open
  std::size_t all_signs = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += block) {
    const std::size_t end = std::min(begin + block, text.size());
    std::uint8_t brackets = 0;
    std::uint8_t signs = 0;
    for (std::size_t at = begin; at < end; ++at) {
      const char c = text[at];
      const bool opens = (c == '[') | (c == '{');
      brackets = static_cast<std::uint8_t>(brackets + opens);
      signs = static_cast<std::uint8_t>(
          signs + (opens | (c == ']') | (c == '}') | (c == ',') | (c == ':')));
    }
    all_brackets += brackets;
    all_signs += signs;
  }
  return all_brackets <= max_open_brackets && all_signs <= max_flow_signs;
}

// The scanner of yaml-cpp looks ahead to the end of a flow collection that might be a key, and
// keeps every token up to there: four megabytes of `[a,` would cost 700 of memory before any event
// arrives. Quotes and comments are not told apart here, so the limits are far beyond what any text
// has; values and nesting are counted exactly where the tree is built.
bool has_bearable_flow(std::string_view text, SourceId source, Diagnostics& diagnostics) {
  std::size_t open = 0;
  std::size_t signs = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool opens = c == '[' || c == '{';
    const bool closes = c == ']' || c == '}';
    if (opens) ++open;
    if (closes && open > 0) --open;
    if (opens || closes || c == ',' || c == ':') ++signs;
    if (open > max_open_brackets) {
      diagnostics.report(rules::too_deep, one_byte(source, at), max_depth);
      return false;
    }
    if (signs > max_flow_signs) {
      diagnostics.report(rules::too_many_values, one_byte(source, at), max_values);
      return false;
    }
  }
  return true;
}

// Whether a scalar may begin here: elsewhere a quote is an apostrophe inside plain text.
bool begins_scalar(std::string_view text, std::size_t at) {
  const char before = at == 0 ? ' ' : text[at - 1];
  return is_blank(before) || std::string_view("[{,:").find(before) != std::string_view::npos;
}

// Calls `visit` for every character from `from` on that stands outside of comments and closed
// quotes, until it says false.
template <typename Visit>
void walk(std::string_view text, std::size_t from, Visit visit) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const char before = at == 0 ? ' ' : text[at - 1];
    const bool begins = begins_scalar(text, at);
    const bool is_quote = text[at] == '"' || text[at] == '\'';
    const auto end = is_quote && begins ? end_of_quoted(text, at) : std::nullopt;
    if (end) {
      at = *end - 1;
    } else if (text[at] == '#' && is_blank(before)) {
      at = std::min(text.find('\n', at), text.size() - 1);
    } else if (is_quote && !begins) {
      continue;
    } else if (!visit(at)) {
      return;
    }
  }
}

}  // namespace

std::size_t bom_length(std::string_view text) {
  return text.starts_with(bom) ? bom.size() : 0;
}

bool prescan(std::string_view text, SourceId source, Diagnostics& diagnostics) {
  const bool is_utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  const auto invalid = is_utf16 ? std::optional<std::size_t>(0) : find_invalid_utf8(text);
  if (invalid) {
    diagnostics.report(rules::not_utf8, one_byte(source, *invalid));
    return false;
  }
  if (has_control(text)) {
    const auto found = std::find_if(text.begin(), text.end(), is_control);
    diagnostics.report(rules::control_character,
                       one_byte(source, static_cast<std::size_t>(found - text.begin())),
                       fmt::format("U+{:04X}", static_cast<unsigned char>(*found)));
    return false;
  }
  if (has_bom(text)) {
    diagnostics.report(rules::misplaced_bom, one_byte(source, text.find(bom, 1)));
    return false;
  }
  return has_few_signs(text) || has_bearable_flow(text, source, diagnostics);
}

std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      const bool doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
      if (!doubled) return at + 1;
      ++at;
    }
  }
  return std::nullopt;
}

std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value) {
  if (text.substr(begin, value.size()) == value) return begin + value.size();
  // Folded over lines: every run of blanks in the value stands for a run of blanks in the text.
  std::size_t at = begin;
  std::size_t i = 0;
  while (i < value.size() && at < text.size()) {
    if (is_blank(value[i])) {
      while (i < value.size() && is_blank(value[i])) ++i;
      while (at < text.size() && is_blank(text[at])) ++at;
    } else if (value[i] == text[at]) {
      ++i;
      ++at;
    } else {
      break;
    }
  }
  return at;
}

std::size_t end_of_block(std::string_view text, std::size_t begin, std::size_t parent_column) {
  const auto end_of_line = [&](std::size_t from) {
    return std::min(text.find('\n', from), text.size());
  };
  const auto without_return = [&](std::size_t at) {
    return at > begin && text[at - 1] == '\r' ? at - 1 : at;
  };
  std::size_t at = end_of_line(begin);
  std::size_t end = without_return(at);
  // The indentation is that of the first line with content, or given by a digit: `|2`.
  const std::string_view header = text.substr(begin, std::min<std::size_t>(3, end - begin));
  const auto digit = header.find_first_of("123456789");
  std::size_t indent = 0;
  if (digit < std::min(header.find(' '), header.size())) {
    indent = parent_column + static_cast<std::size_t>(header[digit] - '0');
  }
  while (at < text.size()) {
    const std::size_t start = at + 1;
    const std::size_t line_end = end_of_line(start);
    std::size_t first = start;
    while (first < line_end && text[first] == ' ') ++first;
    const bool is_empty = first >= line_end || text[first] == '\r';
    if (!is_empty) {
      // What is not indented further than the parent is no line of the text: it is empty then.
      if (indent == 0 && first - start <= parent_column) break;
      if (indent == 0) indent = first - start;
      if (first - start < indent) break;
      end = without_return(line_end);
    }
    at = line_end;
  }
  return end;
}

std::size_t end_of_flow(std::string_view text, std::size_t from, char bracket) {
  // Only blanks, commas and comments can stand between the last value and the bracket.
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == bracket) return at + 1;
    if (text[at] == '#') at = std::min(text.find('\n', at), text.size() - 1);
  }
  return text.size();
}

std::optional<std::size_t> find_unclosed_quote(std::string_view text, std::size_t from) {
  std::optional<std::size_t> found;
  walk(text, from, [&](std::size_t at) {
    const bool is_quote = text[at] == '"' || text[at] == '\'';
    if (is_quote) found = at;
    return !is_quote;
  });
  return found;
}

std::optional<std::size_t> find_quote_over_lines(std::string_view text, std::size_t at) {
  constexpr int most_lines = 30;
  const auto line_start = [&](std::size_t from) {
    const std::size_t end = from == 0 ? std::string_view::npos : text.rfind('\n', from - 1);
    return end == std::string_view::npos ? 0 : end + 1;
  };
  const std::size_t last_line = line_start(std::min(at, text.size()));
  std::size_t line = last_line;
  for (int i = 0; i < most_lines && line > 0; ++i) {
    const std::size_t below = line;
    line = line_start(line - 1);
    for (std::size_t quote = line; quote < below; ++quote) {
      const bool is_quote = text[quote] == '"' || text[quote] == '\'';
      if (!is_quote || !begins_scalar(text, quote)) continue;
      const auto end = end_of_quoted(text, quote);
      if (!end) break;
      if (*end > last_line && *end <= at + 1) return quote;
      if (*end > below) break;
      quote = *end - 1;
    }
  }
  return std::nullopt;
}

bool is_never_closed(std::string_view text, std::size_t begin) {
  int depth = 0;
  walk(text, begin, [&](std::size_t at) {
    if (text[at] == '[' || text[at] == '{') ++depth;
    if (text[at] == ']' || text[at] == '}') --depth;
    return depth > 0;
  });
  return depth > 0;
}

}  // namespace assess::yaml
