#include <assess/base/nearest.hpp>
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/yaml/fields.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <unordered_set>

namespace assess::yaml {
namespace {

constexpr Words text_type{"文本", "text"};
constexpr Words required_text_type{"非空的文本", "text that is not empty"};
constexpr Words integer_type{"整数", "a whole number"};
constexpr Words number_type{"数值（如 3、0.8、80%、1/3）", "a number such as 3, 0.8, 80% or 1/3"};
constexpr Words flag_type{"true 或 false", "true or false"};
constexpr Words full_width_colon{"这里用了全角冒号；键和值之间用半角冒号加空格",
                                 "this is a full-width colon; use `: ` between key and value"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Plain text that some YAML readers take for a boolean, or for another number than what is written.
bool looks_ambiguous(std::string_view text) {
  constexpr std::array<std::string_view, 18> words{"yes", "no", "on", "off", "true", "false",
                                                   "Yes", "No", "On", "Off", "True", "False",
                                                   "YES", "NO", "ON", "OFF", "TRUE", "FALSE"};
  constexpr std::size_t longest = 5;
  if (text.size() < 2) return false;
  if (text.size() <= longest && std::find(words.begin(), words.end(), text) != words.end()) {
    return true;
  }
  const bool only_number_signs =
      is_digit(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || c == '_' || c == ':';
      });
  if (!only_number_signs) return false;
  return text.front() == '0' || text.find_first_of("_:") != std::string_view::npos;
}

// The place of a value that could not be read: where it should be, and empty.
Span nowhere(const Node& node) {
  const Span span = node.span();
  return {span.source, span.begin, span.begin};
}

void report_type(const Node& node, std::string_view name, const Words& type,
                 Diagnostics& diagnostics) {
  auto& fault = diagnostics.report(rules::wrong_type, node.span(), std::string(name), type.text(),
                                   describe(node));
  // A full-width colon makes `键：值` one plain text instead of a key and a value.
  if (node.is_scalar() && node.text().find("：") != std::string_view::npos) {
    fault.help = full_width_colon.text();
  }
}

}  // namespace

std::string describe(const Node& node) {
  switch (node.kind()) {
    case Kind::null:
      return "~";
    case Kind::sequence:
      return "[...]";
    case Kind::mapping:
      return "{...}";
    case Kind::scalar:
      break;
  }
  constexpr std::size_t longest = 40;
  const std::string_view text = node.text();
  if (text.size() <= longest) return std::string(text);
  std::size_t end = 0;
  while (end < longest) next_code_point(text, end);
  return std::string(text.substr(0, end)) + "…";
}

std::optional<Located<std::string>> read_text(const Node& node, std::string_view name,
                                              Diagnostics& diagnostics) {
  if (!node.is_scalar()) {
    report_type(node, name, text_type, diagnostics);
    return std::nullopt;
  }
  if (!node.is_quoted() && looks_ambiguous(node.text())) {
    diagnostics.report(rules::ambiguous_text, node.span(), std::string(name),
                       std::string(node.text()));
  }
  return Located<std::string>{std::string(node.text()), node.span()};
}

std::optional<Located<Fraction>> read_number(const Node& node, std::string_view name,
                                             Diagnostics& diagnostics) {
  if (node.is_scalar()) {
    if (const auto value = Fraction::parse(node.text())) {
      return Located<Fraction>{*value, node.span()};
    }
  }
  report_type(node, name, number_type, diagnostics);
  return std::nullopt;
}

std::optional<Located<int>> read_integer(const Node& node, std::string_view name,
                                         Diagnostics& diagnostics) {
  if (node.is_scalar()) {
    const std::string_view text = node.text();
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool leading_zero = text.size() > 1 && (text.front() == '0' || text.starts_with("-0"));
    if (error == std::errc{} && end == text.data() + text.size() && !leading_zero) {
      return Located<int>{value, node.span()};
    }
  }
  report_type(node, name, integer_type, diagnostics);
  return std::nullopt;
}

Fields::Fields(const Node& node, Words noun, Diagnostics& diagnostics)
    : node_(node), noun_(noun), diagnostics_(diagnostics), is_mapping_(node.is_mapping()) {
  if (!is_mapping_) {
    auto& fault = diagnostics.report(rules::not_a_mapping, node.span(), noun.text());
    if (node.is_scalar() && node.text().find("：") != std::string_view::npos) {
      fault.help = full_width_colon.text();
    }
  }
}

std::optional<Node> Fields::find(std::string_view key) {
  asked_.add(key);
  if (!is_mapping_) return std::nullopt;
  std::uint64_t place = 1;
  for (const Node candidate : node_.children()) {
    if (candidate.text() != key) {
      place <<= 1;
      continue;
    }
    found_ |= place;
    const Node value = candidate.value();
    if (value.is_null()) return std::nullopt;
    return value;
  }
  return std::nullopt;
}

std::optional<Node> Fields::require(std::string_view key) {
  const auto value = find(key);
  if (!value && is_mapping_) {
    const Span whole = node_.span();
    const Span start{whole.source, whole.begin, std::min(whole.begin + 1, whole.end)};
    diagnostics_.report(rules::missing_key, start, std::string(key), noun_.text());
  }
  return value;
}

Located<std::string> Fields::text(std::string_view key) {
  const auto value = require(key);
  if (!value) return {{}, nowhere(node_)};
  const auto text = read_text(*value, key, diagnostics_);
  if (text && text->value.empty()) report_type(*value, key, required_text_type, diagnostics_);
  return text.value_or(Located<std::string>{{}, nowhere(*value)});
}

std::optional<Located<std::string>> Fields::optional_text(std::string_view key) {
  const auto value = find(key);
  if (!value) return std::nullopt;
  return read_text(*value, key, diagnostics_);
}

Located<int> Fields::integer(std::string_view key) {
  const auto value = require(key);
  if (!value) return {0, nowhere(node_)};
  return read_integer(*value, key, diagnostics_).value_or(Located<int>{0, nowhere(*value)});
}

std::optional<Located<int>> Fields::optional_integer(std::string_view key) {
  const auto value = find(key);
  return value ? read_integer(*value, key, diagnostics_) : std::nullopt;
}

Located<Fraction> Fields::number(std::string_view key) {
  const auto value = require(key);
  if (!value) return {{}, nowhere(node_)};
  return read_number(*value, key, diagnostics_).value_or(Located<Fraction>{{}, nowhere(*value)});
}

std::optional<Located<Fraction>> Fields::optional_number(std::string_view key) {
  const auto value = find(key);
  return value ? read_number(*value, key, diagnostics_) : std::nullopt;
}

bool Fields::flag(std::string_view key, bool absent) {
  const auto value = find(key);
  if (!value) return absent;
  if (value->is_scalar() && (value->text() == "true" || value->text() == "false")) {
    return value->text() == "true";
  }
  report_type(*value, key, flag_type, diagnostics_);
  return absent;
}

std::optional<Node> Fields::find_list(std::string_view key) {
  const auto value = find(key);
  if (!value || value->is_sequence()) return value;
  diagnostics_.report(rules::not_a_list, value->span(), std::string(key));
  return std::nullopt;
}

std::vector<Node> Fields::list(std::string_view key) {
  std::vector<Node> items;
  const auto value = find_list(key);
  if (!value) return items;
  items.reserve(value->size());
  for (const Node item : value->children()) items.push_back(item);
  return items;
}

std::vector<Located<std::string>> Fields::texts(std::string_view key) {
  std::vector<Located<std::string>> out;
  const auto value = find_list(key);
  if (!value) return out;
  out.reserve(value->size());
  for (const Node item : value->children()) {
    if (auto text = read_text(item, key, diagnostics_)) out.push_back(std::move(*text));
  }
  return out;
}

std::vector<std::string> Fields::Asked::all() const {
  std::vector<std::string> out(first_.begin(),
                               first_.begin() + static_cast<std::ptrdiff_t>(count_));
  out.insert(out.end(), more_.begin(), more_.end());
  return out;
}

void Fields::done() {
  const std::size_t size = is_mapping_ ? node_.size() : 0;
  if (static_cast<std::size_t>(std::popcount(found_)) == size) return;
  const std::vector<std::string> asked = asked_.all();
  for (const Node key : node_.children()) {
    const std::string name(key.text());
    if (std::find(asked.begin(), asked.end(), name) != asked.end()) continue;
    auto& fault = diagnostics_.report(rules::unknown_key, key.span(), name, noun_.text());
    if (!diagnostics_.wants_suggestions()) continue;
    if (const auto near = nearest(name, asked)) {
      fault.help = {"是否想写 `" + *near + "`？", "did you mean `" + *near + "`?"};
    } else if (name.find("：") != std::string::npos) {
      fault.help = full_width_colon.text();
    } else if (name == "<<") {
      fault.help = {"不使用合并键；把内容直接写在这里",
                    "merge keys are not used; write the content out"};
    }
  }
}

std::vector<Node> Fields::keys() const {
  std::vector<Node> out;
  if (!is_mapping_) return out;
  out.reserve(node_.size());
  std::unordered_set<std::string_view> seen;
  for (const Node key : node_.children()) {
    if (node_.has_equal_keys() && !seen.insert(key.text()).second) continue;
    out.push_back(key);
  }
  return out;
}

std::vector<std::pair<Located<std::string>, Node>> Fields::pairs() const {
  std::vector<std::pair<Located<std::string>, Node>> out;
  const std::vector<Node> all = keys();
  out.reserve(all.size());
  for (const Node key : all) out.push_back({{std::string(key.text()), key.span()}, key.value()});
  return out;
}

}  // namespace assess::yaml
