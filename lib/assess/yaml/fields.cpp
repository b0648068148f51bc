#include <assess/base/nearest.hpp>
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/yaml/fields.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <charconv>
#include <span>

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

// One more than the last bit would have no place.
static_assert(Shape::most_keys == 32);

void report_not_a_mapping(const Node& node, const Words& noun, Diagnostics& diagnostics) {
  auto& fault = diagnostics.report(rules::not_a_mapping, node.span(), noun.text());
  // A full-width colon makes `键：值` one plain text instead of a key and a value.
  if (node.is_scalar() && node.text().find("：") != std::string_view::npos) {
    fault.help = full_width_colon.text();
  }
}

void report_type(const Node& node, std::string_view name, const Words& type,
                 Diagnostics& diagnostics) {
  auto& fault = diagnostics.report(rules::wrong_type, node.span(), std::string(name), type.text(),
                                   describe(node));
  if (node.is_scalar() && node.text().find("：") != std::string_view::npos) {
    fault.help = full_width_colon.text();
  }
}

// `zh | en`
std::string listed(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += " | ";
    out += word;
  }
  return out;
}

std::optional<Located<std::string>> read_word(const Node& node, std::string_view name,
                                              std::span<const std::string_view> words,
                                              Diagnostics& diagnostics) {
  auto text = read_text(node, name, diagnostics);
  if (!text || std::find(words.begin(), words.end(), text->value) != words.end()) return text;
  const std::string expected = listed(words);
  diagnostics.report(rules::wrong_type, node.span(), std::string(name), Text{expected, expected},
                     describe(node));
  return std::nullopt;
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

bool check_text(const Node& node, std::string_view name, Diagnostics& diagnostics) {
  if (!node.is_scalar()) {
    report_type(node, name, text_type, diagnostics);
    return false;
  }
  if (!node.is_quoted() && looks_ambiguous(node.text())) {
    diagnostics.report(rules::ambiguous_text, node.span(), std::string(name),
                       std::string(node.text()));
  }
  return true;
}

std::optional<Located<std::string>> read_text(const Node& node, std::string_view name,
                                              Diagnostics& diagnostics) {
  std::optional<Located<std::string>> out;
  if (check_text(node, name, diagnostics)) out = {std::string(node.text()), node.span()};
  return out;
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

Fields::Fields(const Node& node, const Shape& shape, Diagnostics& diagnostics)
    : node_(node), shape_(&shape), diagnostics_(diagnostics), is_mapping_(node.is_mapping()) {
  assert(shape.keys.size() <= Shape::most_keys);
  if (!check_mapping(node, shape.noun, diagnostics)) return;
  for (const Node key : node.children()) {
    const std::size_t place = shape.place_of(key.text());
    if (place == shape.keys.size() || (present_ >> place & 1) != 0) continue;
    present_ |= std::uint32_t{1} << place;
    places_[place] = key.value().place();
  }
}

const Shape::Key& Fields::ask(std::string_view key) {
  const std::size_t place = shape_->place_of(key);
  assert(place < shape_->keys.size() && "a reader asks for a key that the shape does not have");
  asked_ |= std::uint32_t{1} << place;
  return shape_->keys[place];
}

const Shape::Key& Fields::ask_as(std::string_view key,
                                 [[maybe_unused]] std::initializer_list<Shape::Type> types) {
  const Shape::Key& asked = ask(key);
  assert(std::find(types.begin(), types.end(), asked.value.type) != types.end() &&
         "a reader takes a key for another type than the shape");
  return asked;
}

std::optional<Node> Fields::value_of(const Shape::Key& key) const {
  const auto place = static_cast<std::size_t>(&key - shape_->keys.data());
  if ((present_ >> place & 1) == 0) return std::nullopt;
  const Node value = node_.at(places_[place]);
  return value.is_null() ? std::nullopt : std::optional(value);
}

void Fields::report_missing(std::string_view key) {
  if (!is_mapping_) return;
  const Span whole = node_.span();
  const Span start{whole.source, whole.begin, std::min(whole.begin + 1, whole.end)};
  diagnostics_.report(rules::missing_key, start, std::string(key), shape_->noun.text());
}

std::optional<Node> Fields::find(std::string_view key) {
  return value_of(ask(key));
}

std::optional<Node> Fields::require(std::string_view key) {
  assert(ask(key).presence == Shape::Presence::required);
  const auto value = find(key);
  if (!value) report_missing(key);
  return value;
}

Located<std::string> Fields::text(std::string_view key) {
  ask_as(key, {Shape::Type::text, Shape::Type::id, Shape::Type::date});
  const auto value = require(key);
  if (!value) return {{}, nowhere(node_)};
  const auto text = read_text(*value, key, diagnostics_);
  if (text && text->value.empty()) report_type(*value, key, required_text_type, diagnostics_);
  return text.value_or(Located<std::string>{{}, nowhere(*value)});
}

std::optional<Located<std::string>> Fields::optional_text(std::string_view key) {
  const auto value = value_of(ask_as(
      key, {Shape::Type::text, Shape::Type::id, Shape::Type::date, Shape::Type::text_or_pairs}));
  if (!value) return std::nullopt;
  return read_text(*value, key, diagnostics_);
}

bool Fields::check_text(std::string_view key) {
  const auto value = value_of(ask_as(key, {Shape::Type::text}));
  return value && yaml::check_text(*value, key, diagnostics_);
}

std::optional<Located<std::string>> Fields::word(std::string_view key) {
  const Shape::Key& asked = ask_as(key, {Shape::Type::word});
  const auto value = value_of(asked);
  if (!value && asked.presence == Shape::Presence::required) report_missing(key);
  return value ? read_word(*value, key, asked.value.words, diagnostics_) : std::nullopt;
}

Located<int> Fields::integer(std::string_view key) {
  ask_as(key, {Shape::Type::integer});
  const auto value = require(key);
  if (!value) return {0, nowhere(node_)};
  return read_integer(*value, key, diagnostics_).value_or(Located<int>{0, nowhere(*value)});
}

std::optional<Located<int>> Fields::optional_integer(std::string_view key) {
  const auto value = value_of(ask_as(key, {Shape::Type::integer}));
  return value ? read_integer(*value, key, diagnostics_) : std::nullopt;
}

Located<Fraction> Fields::number(std::string_view key) {
  ask_as(key, {Shape::Type::number});
  const auto value = require(key);
  if (!value) return {{}, nowhere(node_)};
  return read_number(*value, key, diagnostics_).value_or(Located<Fraction>{{}, nowhere(*value)});
}

std::optional<Located<Fraction>> Fields::optional_number(std::string_view key) {
  const auto value = value_of(ask_as(key, {Shape::Type::number}));
  return value ? read_number(*value, key, diagnostics_) : std::nullopt;
}

bool Fields::flag(std::string_view key, bool absent) {
  const auto value = value_of(ask_as(key, {Shape::Type::flag}));
  if (!value) return absent;
  if (value->is_scalar() && (value->text() == "true" || value->text() == "false")) {
    return value->text() == "true";
  }
  report_type(*value, key, flag_type, diagnostics_);
  return absent;
}

std::optional<Node> Fields::find_list(std::string_view key) {
  auto value = value_of(ask_as(key, {Shape::Type::list}));
  if (value && !value->is_sequence()) {
    diagnostics_.report(rules::not_a_list, value->span(), std::string(key));
    value.reset();
  }
  return value;
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

bool Fields::check_texts(std::string_view key) {
  const auto value = find_list(key);
  bool has_one = false;
  if (!value) return has_one;
  for (const Node item : value->children()) {
    if (yaml::check_text(item, key, diagnostics_)) has_one = true;
  }
  return has_one;
}

std::vector<Located<std::string>> Fields::words(std::string_view key) {
  std::vector<Located<std::string>> out;
  const auto value = find_list(key);
  if (!value) return out;
  const auto words = ask(key).value.words;
  for (const Node item : value->children()) {
    if (auto word = read_word(item, key, words, diagnostics_)) out.push_back(std::move(*word));
  }
  return out;
}

void Fields::done() {
  const std::size_t size = is_mapping_ ? node_.size() : 0;
  if (static_cast<std::size_t>(std::popcount(present_ & asked_)) == size) return;
  const auto is_asked = [&](std::size_t place) { return (asked_ >> place & 1) != 0; };
  const auto known = [&] {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < shape_->keys.size(); ++i) {
      if (is_asked(i)) names.emplace_back(shape_->keys[i].name);
    }
    return names;
  };
  for (const Node key : node_.children()) {
    const std::size_t place = shape_->place_of(key.text());
    if (place < shape_->keys.size() && is_asked(place)) continue;
    const std::string name(key.text());
    auto& fault = diagnostics_.report(rules::unknown_key, key.span(), name, shape_->noun.text());
    if (!diagnostics_.wants_suggestions()) continue;
    if (const auto near = nearest(name, known())) {
      fault.help = {"是否想写 `" + *near + "`？", "did you mean `" + *near + "`?"};
    } else if (name.find("：") != std::string::npos) {
      fault.help = full_width_colon.text();
    } else if (name == "<<") {
      fault.help = {"不使用合并键；把内容直接写在这里",
                    "merge keys are not used; write the content out"};
    }
  }
}

bool check_mapping(const Node& node, const Words& noun, Diagnostics& diagnostics) {
  if (!node.is_mapping()) report_not_a_mapping(node, noun, diagnostics);
  return node.is_mapping();
}

std::vector<std::pair<Located<std::string>, Node>> read_pairs(const Node& node, const Words& noun,
                                                              Diagnostics& diagnostics) {
  std::vector<std::pair<Located<std::string>, Node>> out;
  visit_keys(node, noun, diagnostics, [&](const Node& key) {
    out.push_back({{std::string(key.text()), key.span()}, key.value()});
  });
  return out;
}

}  // namespace assess::yaml
