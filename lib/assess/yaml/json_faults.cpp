#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/yaml/json_faults.hpp>
#include <assess/yaml/json_scalar.hpp>
#include <assess/yaml/prescan.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::yaml {
namespace {

constexpr Words value_expected{
    "这里应为值：双引号内的文本、数字、true、false、null、`[` 或 `{`",
    "a value is expected here: text in double quotes, a number, true, false, null, `[` or `{`"};
constexpr Words number_form{"数字应写成 3、-0.5、1e6 的形式，开头没有多余的 0",
                            "a number is written like 3, -0.5 or 1e6, without a leading zero"};
constexpr Words comma_or_bracket{"这里应为逗号或 `]`", "a comma or `]` is expected here"};
constexpr Words comma_or_brace{"这里应为逗号或 `}`", "a comma or `}` is expected here"};
constexpr Words key_expected{"这里应为双引号内的键", "a key in double quotes is expected here"};
constexpr Words colon_expected{"键后面应为半角冒号", "a colon is expected behind the key"};
constexpr Words last_comma{"最后一项后面多了逗号", "a comma stands behind the last item"};
constexpr Words open_brace{"花括号 `{` 没有结束", "the brace `{` is never closed"};
constexpr Words open_bracket{"方括号 `[` 没有结束", "the bracket `[` is never closed"};
constexpr Words more{"值结束之后还有内容", "there is more after the end of the value"};
constexpr Words outer_backslash{"双引号外面有反斜杠", "a backslash stands outside of the quotes"};
constexpr Words open_quote{"从这里开始的引号一直没有结束",
                           "the quote that opens here is never closed"};
constexpr Words broken_line{
    "从这里开始的引号在本行没有结束；文本中的换行写成 `\\n`",
    "the quote that opens here is not closed in its line; a line break in a text is written `\\n`"};
constexpr Words tab_in_text{"文本中有制表符；应写成 `\\t`",
                            "a tab stands in a text; it is written `\\t`"};

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && json_blanks.find(c) == std::string_view::npos;
}

}  // namespace

void JsonFaults::report(std::size_t begin, std::size_t end, const Words& what) {
  const auto offset = [&](std::size_t at) {
    return static_cast<std::uint32_t>(std::min(at, text_.size()));
  };
  diagnostics_.report(rules::json_syntax, Span{source_, offset(begin), offset(end)}, what.text());
}

void JsonFaults::report_text() {
  if (report_bytes() || report_quotes()) return;
  const std::uint32_t end = text_.empty() ? 0 : 1;
  diagnostics_.report(rules::empty_file, Span{source_, 0, end});
}

void JsonFaults::report_value(std::size_t begin, const JsonProgress& progress) {
  if (begin >= text_.size()) return report_never_closed(progress);
  const std::size_t before = skip_json_blanks(text_, progress.end);
  const bool closes = text_[begin] == ']' || text_[begin] == '}';
  if (closes && text_[before] == ',') return report(before, before + 1, last_comma);
  const bool is_number = std::string_view("+-.0123456789").find(text_[begin]) != text_.npos;
  if (!is_number) return report_character(begin, value_expected);
  report(begin, end_of_json_word(text_, begin), number_form);
}

void JsonFaults::report_item_end(const JsonProgress& progress) {
  const std::size_t at = skip_json_blanks(text_, progress.end);
  if (at == text_.size()) return report_never_closed(progress);
  report_character(at, comma_or_bracket);
}

void JsonFaults::report_pair(const JsonProgress& progress, bool is_first) {
  std::size_t at = skip_json_blanks(text_, progress.end);
  const std::size_t comma = at;
  const Words* what = is_first ? &key_expected : &comma_or_brace;
  if (!is_first && at < text_.size() && text_[at] == ',') {
    at = skip_json_blanks(text_, at + 1);
    what = &key_expected;
  }
  if (what == &key_expected && at < text_.size() && text_[at] == '"') {
    at = skip_json_blanks(text_, scan_json_text(text_, at).end);
    what = &colon_expected;
  }
  if (at == text_.size()) return report_never_closed(progress);
  const bool is_last_comma = what == &key_expected && text_[at] == '}';
  if (is_last_comma) return report(comma, comma + 1, last_comma);
  report_character(at, *what);
}

void JsonFaults::report_more(std::size_t begin) {
  report_character(begin, more);
}

void JsonFaults::report_character(std::size_t at, const Words& what) {
  if (is_control(text_[at])) {
    report_bytes();
    return;
  }
  if (text_[at] == '\\') return report(at, at + 1, outer_backslash);
  const bool is_text = text_[at] == '"';
  const std::size_t end = is_text ? scan_json_text(text_, at).end : end_of_json_word(text_, at);
  report(at, std::max(at + 1, end), what);
}

void JsonFaults::report_never_closed(const JsonProgress& progress) {
  report(progress.open, progress.open + 1, text_[progress.open] == '{' ? open_brace : open_bracket);
}

// Bytes that are no text, with the rules and the words that they have in YAML.
bool JsonFaults::report_bytes() {
  const auto report_byte = [&](const auto& rule, std::size_t at, const auto&... args) {
    const auto begin = static_cast<std::uint32_t>(at);
    diagnostics_.report(rule, Span{source_, begin, begin + 1}, args...);
    return true;
  };
  if (const auto at = find_invalid_utf8(text_)) return report_byte(rules::not_utf8, *at);
  const auto control = std::find_if(text_.begin(), text_.end(), is_control);
  if (control == text_.end()) return false;
  return report_byte(rules::control_character, static_cast<std::size_t>(control - text_.begin()),
                     fmt::format("U+{:04X}", static_cast<unsigned char>(*control)));
}

// Quotes that do not close in their line. To simdjson a backslash hides a quote outside of texts as
// well, so one that stands there is told of before quotes are counted beyond it.
bool JsonFaults::report_quotes() {
  for (std::size_t at = 0; at < text_.size(); ++at) {
    if (text_[at] == '\\') {
      report(at, at + 1, outer_backslash);
      return true;
    }
    if (text_[at] != '"') continue;
    const auto end = end_of_quoted(text_, at);
    const auto text = text_.substr(at, end.value_or(text_.size()) - at);
    const std::size_t blank = text.find_first_of("\t\r\n");
    if (blank != std::string_view::npos && text[blank] == '\t') {
      report(at + blank, at + blank + 1, tab_in_text);
    } else if (blank != std::string_view::npos || !end) {
      report(at, at + 1, blank == std::string_view::npos ? open_quote : broken_line);
    } else {
      at = *end - 1;
      continue;
    }
    return true;
  }
  return false;
}

}  // namespace assess::yaml
