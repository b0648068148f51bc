#include <assess/form/scalar.hpp>
#include <assess/form/text_style.hpp>

#include <algorithm>

namespace assess::form {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view fold_blanks = " \t\r";

std::size_t skip(std::string_view text, std::size_t at, std::string_view signs) {
  return std::min(text.find_first_not_of(signs, at), text.size());
}

// 12, -1.5, 1e3, 0x1F, 2026-11-22, 12:30: what readers of YAML that go by looks make numbers and
// dates of. `1.0.0` is none of them.
bool looks_like_a_figure(std::string_view text) {
  std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  if (at == text.size()) return false;
  if (text.substr(at).starts_with("0x") || text.substr(at).starts_with("0o")) return true;
  const bool only_date_signs = skip(text, at, "0123456789-:_") == text.size();
  if (only_date_signs && digits.find(text[at]) != std::string_view::npos) return true;
  const std::size_t first = at;
  at = skip(text, at, "0123456789_");
  if (at < text.size() && text[at] == '.') at = skip(text, at + 1, "0123456789_");
  if (at == first) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    at = skip(text, at, digits);
  }
  return at == text.size();
}

// Numbers as banks write them: signs that mean nothing to YAML at these places.
bool is_plain_figure(std::string_view text) {
  if (text == "true" || text == "false") return true;
  const std::size_t at = text.starts_with('-') ? 1 : 0;
  if (at == text.size() || digits.find(text[at]) == std::string_view::npos) return false;
  return skip(text, at, "0123456789./%") == text.size();
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

std::size_t count_ending(std::string_view text, char c) {
  const std::size_t last = text.find_last_not_of(c);
  return last == std::string_view::npos ? text.size() : text.size() - last - 1;
}

std::size_t blanks_before(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

std::string_view first_that_says_something(const std::vector<std::string_view>& lines,
                                           std::size_t from) {
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (blanks_before(lines[i]) < lines[i].size()) return lines[i];
  }
  return {};
}

// The lines of `>` without their indentation. A text of `|` says itself what its lines are.
std::vector<std::string> block_content(const yaml::Node& node, std::string_view written,
                                       bool has_digit) {
  const auto values = split(node.text());
  if (written.starts_with('|')) return {values.begin(), values.end()};
  const auto lines = split(written);
  const std::size_t inner = blanks_before(first_that_says_something(values, 0));
  const std::size_t outer = blanks_before(first_that_says_something(lines, 1));
  const std::size_t indent = has_digit ? outer - std::min(outer, inner) : outer;
  std::vector<std::string> out;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    out.emplace_back(lines[i].substr(std::min(indent, lines[i].size())));
  }
  return out;
}

// The end is told by the value: a file that stops in a text has no line break to keep.
TextLines block_lines(const yaml::Node& node, std::string_view written) {
  const std::string_view value = node.text();
  const bool has_digit = written.substr(0, 3).find_first_of("123456789") != std::string_view::npos;
  const bool begins_with_blank = first_that_says_something(split(value), 0).starts_with(' ');
  const std::size_t breaks = count_ending(value, '\n');
  std::string head(1, written.front());
  if (begins_with_blank) head += '2';
  if (breaks != 1) head += breaks == 0 ? '-' : '+';
  TextLines out{.lines = {std::move(head)}};
  for (std::string& line : block_content(node, written, has_digit)) {
    out.lines.push_back(std::move(line));
  }
  while (out.lines.back().empty()) out.lines.pop_back();
  for (std::size_t i = 1; i < breaks; ++i) out.lines.emplace_back();
  return out;
}

// A line of a text in quotes or in none, as it stands in double quotes.
std::string in_double_quotes(std::string_view line, char quote) {
  if (quote == '"') return std::string(line);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (quote == '\'' && line[i] == '\'') ++i;  // a quote is written twice
    if (line[i] == '"' || line[i] == '\\') out += '\\';
    out += line[i];
  }
  return out;
}

// Blanks at both sides of a line break are not a part of the text, but for one that is escaped.
std::string_view without_fold_blanks(std::string_view line, bool is_first, bool is_last) {
  if (!is_first) line.remove_prefix(skip(line, 0, fold_blanks));
  if (is_last) return line;
  const std::size_t size = line.find_last_not_of(fold_blanks) + 1;
  const bool is_escaped = count_ending(line.substr(0, size), '\\') % 2 == 1;
  return line.substr(0, is_escaped ? std::min(size + 1, line.size()) : size);
}

TextLines folded_lines(std::string_view written) {
  const char quote = written.front() == '"' || written.front() == '\'' ? written.front() : '\0';
  if (quote != '\0') written = written.substr(1, written.size() - 2);
  const auto lines = split(written);
  TextLines out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_last = i + 1 == lines.size();
    out.lines.push_back(in_double_quotes(without_fold_blanks(lines[i], i == 0, is_last), quote));
  }
  out.lines.front().insert(0, 1, '"');
  out.lines.back() += '"';
  out.beside = out.lines.size() - 1;
  return out;
}

// Escapes that the author chose stay: they may be there to make a character seen.
std::string in_quotes(const yaml::Node& node, std::string_view written) {
  return written.starts_with('"') ? std::string(written) : quoted(node.text());
}

bool is_block(std::string_view written) {
  return written.starts_with('|') || written.starts_with('>');
}

}  // namespace

TextStyle style_of(const Expectation& expectation, bool is_for_people) {
  using Type = Shape::Type;
  if (!expectation) return TextStyle::unknown;
  if (is_for_people) return TextStyle::people;
  switch (expectation->type) {
    case Type::integer:
    case Type::number:
    case Type::flag:
      return TextStyle::figure;
    case Type::mapping:
    case Type::list:
    case Type::pairs:
    case Type::text_or_mapping:
      return TextStyle::unknown;
    case Type::text:
    case Type::id:
    case Type::date:
    case Type::scalar:
    case Type::word:
    case Type::text_or_pairs:
      return TextStyle::word;
  }
  return TextStyle::unknown;
}

std::string one_line(const yaml::Node& node, std::string_view written, TextStyle style) {
  if (node.is_null()) return std::string(written);
  const bool has_break = written.find('\n') != std::string_view::npos ||
                         node.text().find('\r') != std::string_view::npos;
  if (is_block(written) || has_break) return quoted(node.text());  // no lines to keep
  switch (style) {
    case TextStyle::people:
      return in_quotes(node, written);
    case TextStyle::word:
      if (!looks_like_a_figure(node.text()) && scalar(node.text()) == node.text()) {
        return std::string(node.text());
      }
      return in_quotes(node, written);
    case TextStyle::figure:
      return is_plain_figure(node.text()) ? std::string(node.text()) : std::string(written);
    case TextStyle::unknown:
      break;
  }
  return std::string(written);
}

std::string one_line_in_brackets(const yaml::Node& node, std::string_view written,
                                 TextStyle style) {
  if (node.is_null()) return written.empty() ? "~" : std::string(written);
  std::string text = one_line(node, written, style);
  const bool is_plain = !text.starts_with('"') && !text.starts_with('\'');
  const bool is_safe = text.find_first_of(",[]{}#:?") == std::string::npos;
  return is_plain && !is_safe ? quoted(node.text()) : text;
}

bool has_lines(const yaml::Node& node, std::string_view written) {
  if (written.find('\n') == std::string_view::npos) return false;
  if (node.text().find('\r') != std::string_view::npos) return false;  // seen only as an escape
  if (!is_block(written)) return true;
  return !first_that_says_something(split(written), 1).empty();
}

TextLines lines_of(const yaml::Node& node, std::string_view written) {
  return is_block(written) ? block_lines(node, written) : folded_lines(written);
}

}  // namespace assess::form
