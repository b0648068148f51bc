// Reads the keys of one mapping by its shape. Only keys of the shape may be asked for, by their
// type, and `done` reports what was not asked for: so neither the shape nor what is made of it
// (JSON Schema) can drift from the code that reads. A value that is missing or of another type is
// reported; what is returned then has an empty span.
#pragma once

#include <assess/base/fraction.hpp>
#include <assess/base/language.hpp>
#include <assess/base/shape.hpp>
#include <assess/diag/diagnostic.hpp>
#include <assess/yaml/node.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace assess::yaml {

class Fields {
 public:
  // Reports when `node` is not a mapping; every question then answers as if the key were absent,
  // and nothing is reported as missing. The shape must outlive the fields.
  Fields(const Node& node, const Shape& shape, Diagnostics& diagnostics);

  bool is_mapping() const { return is_mapping_; }
  Span span() const { return node_.span(); }

  // The value of a key, or nullopt when the key is absent or its value empty (`~`, `null`,
  // nothing).
  std::optional<Node> find(std::string_view key);

  // The same, but reports `yaml/missing-key`.
  std::optional<Node> require(std::string_view key);

  // Text as it was written: `no`, `1.10` and `0012` are text. Warns where YAML readers disagree.
  // Reports a required text that is empty.
  Located<std::string> text(std::string_view key);
  std::optional<Located<std::string>> optional_text(std::string_view key);

  // One of the words that the shape lists; another one is reported.
  std::optional<Located<std::string>> word(std::string_view key);

  // A whole number without leading zeros.
  Located<int> integer(std::string_view key);
  std::optional<Located<int>> optional_integer(std::string_view key);

  // A number: `3`, `0.8`, `80%`, `1/3`.
  Located<Fraction> number(std::string_view key);
  std::optional<Located<Fraction>> optional_number(std::string_view key);

  // `true` or `false`.
  bool flag(std::string_view key, bool absent);

  // The items of a list; a value that is no list is reported and counts as empty.
  std::vector<Node> list(std::string_view key);
  std::vector<Located<std::string>> texts(std::string_view key);

  // For texts that nobody will read: reports what `optional_text` and `texts` would. Whether there
  // is one.
  bool check_text(std::string_view key);
  bool check_texts(std::string_view key);
  std::vector<Located<std::string>> words(std::string_view key);

  // All keys that were not asked for, each reported as unknown with the nearest known one.
  void done();

 private:
  const Shape::Key& ask(std::string_view key);
  const Shape::Key& ask_as(std::string_view key, std::initializer_list<Shape::Type> types);
  // The value of a key that has been asked for.
  std::optional<Node> value_of(const Shape::Key& key) const;
  void report_missing(std::string_view key);
  // The value that is a list; another one is reported.
  std::optional<Node> find_list(std::string_view key);

  Node node_;
  const Shape* shape_;
  Diagnostics& diagnostics_;
  bool is_mapping_;
  // A bit for each key of the shape: which there are, and which were asked for.
  std::uint32_t present_ = 0;
  std::uint32_t asked_ = 0;
  std::array<std::uint32_t, Shape::most_keys> places_;  // of the values of those present
};

// Each key, or all pairs, of a mapping whose keys are data; of equal keys the first. `noun` names
// the mapping in messages; what is no mapping is reported and has none.
template <typename Visit>
void visit_keys(const Node& node, const Words& noun, Diagnostics& diagnostics, Visit visit);
std::vector<std::pair<Located<std::string>, Node>> read_pairs(const Node& node, const Words& noun,
                                                              Diagnostics& diagnostics);

// The same conversions for a value that is not below a key of its own. `name` stands in messages.
bool check_text(const Node& node, std::string_view name, Diagnostics& diagnostics);
std::optional<Located<std::string>> read_text(const Node& node, std::string_view name,
                                              Diagnostics& diagnostics);
std::optional<Located<Fraction>> read_number(const Node& node, std::string_view name,
                                             Diagnostics& diagnostics);
std::optional<Located<int>> read_integer(const Node& node, std::string_view name,
                                         Diagnostics& diagnostics);

// How a value looks in a message: the scalar itself, or which kind of structure it is.
std::string describe(const Node& node);

// False after a report.
bool check_mapping(const Node& node, const Words& noun, Diagnostics& diagnostics);

template <typename Visit>
void visit_keys(const Node& node, const Words& noun, Diagnostics& diagnostics, Visit visit) {
  if (!check_mapping(node, noun, diagnostics)) return;
  std::unordered_set<std::string_view> seen;
  for (const Node key : node.children()) {
    if (!node.has_equal_keys() || seen.insert(key.text()).second) visit(key);
  }
}

}  // namespace assess::yaml
