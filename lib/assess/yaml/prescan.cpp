#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/yaml/limits.hpp>
#include <assess/yaml/prescan.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::yaml {
namespace {

constexpr std::string_view bom = "\xEF\xBB\xBF";

Span one_byte(SourceId source, std::size_t at) {
  return {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)};
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// The scanner of yaml-cpp looks ahead over a run of opening brackets and keeps a token for each, so
// a megabyte of `[` would cost hundreds of megabytes before any event arrives. Quotes are ignored
// here: no text has this many opening brackets in a row.
std::optional<std::size_t> find_bracket_run(std::string_view text) {
  int run = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '[' || c == '{') {
      if (++run > max_depth) return at;
    } else if (!is_blank(c)) {
      run = 0;
    }
  }
  return std::nullopt;
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
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7F;
  };
  if (const auto found = std::find_if(text.begin(), text.end(), is_control); found != text.end()) {
    diagnostics.report(rules::control_character,
                       one_byte(source, static_cast<std::size_t>(found - text.begin())),
                       fmt::format("U+{:04X}", static_cast<unsigned char>(*found)));
    return false;
  }
  if (const auto second = text.find(bom, 1); second != std::string_view::npos) {
    diagnostics.report(rules::misplaced_bom, one_byte(source, second));
    return false;
  }
  if (const auto run = find_bracket_run(text)) {
    diagnostics.report(rules::too_deep, one_byte(source, *run), max_depth);
    return false;
  }
  return true;
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

std::size_t end_of_block(std::string_view text, std::size_t begin) {
  std::size_t at = std::min(text.find('\n', begin), text.size());
  std::size_t end = at;
  std::size_t indent = 0;
  while (at < text.size()) {
    const std::size_t start = at + 1;
    const std::size_t line_end = std::min(text.find('\n', start), text.size());
    std::size_t first = start;
    while (first < line_end && text[first] == ' ') ++first;
    const bool is_empty = first == line_end || text[first] == '\r';
    if (!is_empty) {
      if (indent == 0) indent = first - start;
      if (indent == 0 || first - start < indent) break;
      end = line_end;
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

}  // namespace assess::yaml
