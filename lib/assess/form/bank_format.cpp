#include <assess/bank/read.hpp>
#include <assess/bank/shapes.hpp>
#include <assess/diag/rules.hpp>
#include <assess/form/bank_format.hpp>
#include <assess/form/bank_writer.hpp>
#include <assess/form/commented.hpp>
#include <assess/form/expectation.hpp>
#include <assess/io/files.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace assess::form {
namespace {

// Indentation makes deep lists longer; what is larger could not be read again.
constexpr std::size_t max_bank_bytes = 2 * Files::max_bytes;

std::optional<yaml::Node> value_of(const yaml::Node& mapping, std::string_view key) {
  for (const yaml::Node candidate : mapping.children()) {
    if (candidate.text() == key) return candidate.value();
  }
  return std::nullopt;
}

bool looks_like_a_question(const yaml::Node& node) {
  return node.is_mapping() && value_of(node, "id") &&
         (value_of(node, "area") || value_of(node, "options"));
}

Expectation expectation_of(BankPart part) {
  using Type = Shape::Type;
  if (part == BankPart::bank) {
    return Shape::Value{.type = Type::mapping, .shape = &bank_shapes::bank};
  }
  return Shape::Value{.type = Type::list, .item = Type::mapping, .shape = &bank_shapes::question};
}

// The keys of a mapping with their values; by name where their order says nothing.
std::vector<std::pair<yaml::Node, yaml::Node>> pairs_of(const yaml::Node& node, bool by_name) {
  std::vector<std::pair<yaml::Node, yaml::Node>> pairs;
  for (const yaml::Node key : node.children()) pairs.emplace_back(key, key.value());
  if (by_name) {
    std::sort(pairs.begin(), pairs.end(),
              [](const auto& a, const auto& b) { return a.first.text() < b.first.text(); });
  }
  return pairs;
}

// Whether two values are read the same.
bool is_same(const yaml::Node& a, const yaml::Node& b, const Expectation& expected) {
  if (a.kind() != b.kind() || a.text() != b.text() || a.size() != b.size()) return false;
  if (a.is_sequence()) {
    const Expectation item = expect_item(expected);
    auto other = b.children().begin();
    for (const yaml::Node child : a.children()) {
      if (!is_same(child, *other, item)) return false;
      ++other;
    }
  }
  if (!a.is_mapping()) return true;
  const bool by_name = shape_of(expected, a) != nullptr;
  const auto left = pairs_of(a, by_name);
  const auto right = pairs_of(b, by_name);
  for (std::size_t i = 0; i < left.size(); ++i) {
    const std::string_view key = left[i].first.text();
    if (key != right[i].first.text()) return false;
    if (!is_same(left[i].second, right[i].second, expect_value(expected, key))) return false;
  }
  return true;
}

// Whether `text` says what `root` does, with all of these comments.
bool says_the_same(const std::string& text, const yaml::Node& root, const Expectation& expected,
                   const std::vector<std::string>& comments) {
  SourceMap sources;
  Diagnostics faults;
  const SourceId source = sources.add("", text);
  const auto tree = yaml::parse(sources, source, faults);
  if (!tree || faults.has_errors()) return false;
  return is_same(root, tree->root(), expected) &&
         attach_comments(text, tree->root()).comments == comments;
}

// Files keep the line ends that their first line has.
std::string with_line_ends_of(const std::string& before, std::string text) {
  const std::size_t first = before.find('\n');
  if (first == std::string::npos || first == 0 || before[first - 1] != '\r') return text;
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

}  // namespace

std::optional<BankPart> part_of_bank(const yaml::Node& root) {
  if (root.is_mapping()) {
    const auto schema = value_of(root, "schema");
    if (schema && schema->text() == bank_schema) return BankPart::bank;
  }
  if (!root.is_sequence() || root.size() == 0) return std::nullopt;
  for (const yaml::Node item : root.children()) {
    if (!looks_like_a_question(item)) return std::nullopt;
  }
  return BankPart::questions;
}

std::optional<std::string> format_bank(const SourceMap& sources, SourceId source,
                                       Diagnostics& diagnostics) {
  const std::string& text = sources.text(source);
  const auto tree = yaml::parse(sources, source, diagnostics);
  if (!tree || diagnostics.has_errors()) return std::nullopt;
  const auto part = part_of_bank(tree->root());
  if (!part) {
    diagnostics.report(rules::form_not_a_bank, Span{source, 0, 0}, sources.path(source));
    return std::nullopt;
  }
  const Expectation expected = expectation_of(*part);
  const CommentedFile file = attach_comments(text, tree->root());
  // There are texts over several lines whose end or blanks no other indentation gives again.
  for (const LinesOfTexts lines : {LinesOfTexts::kept, LinesOfTexts::joined}) {
    std::string out = with_line_ends_of(text, write_bank_file(text, file, expected, lines));
    if (out.size() > max_bank_bytes) {
      diagnostics.report(rules::too_large, std::nullopt, sources.path(source), max_bank_bytes);
      return std::nullopt;
    }
    if (says_the_same(out, tree->root(), expected, file.comments)) return out;
  }
  diagnostics.report(rules::form_cannot_format, std::nullopt, sources.path(source));
  return std::nullopt;
}

}  // namespace assess::form
