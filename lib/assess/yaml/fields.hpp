// Reads the keys of one mapping by what the schema wants. Asking for a key makes it known; `done`
// reports the others, so the list of valid keys cannot drift from the code that reads them. A value
// that is missing or of another type is reported; what is returned then has an empty span.
#pragma once

#include <assess/base/fraction.hpp>
#include <assess/base/language.hpp>
#include <assess/diag/diagnostic.hpp>
#include <assess/yaml/node.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::yaml {

class Fields {
 public:
  // `noun` names the mapping in messages. Reports when `node` is not a mapping; every question
  // then answers as if the key were absent, and nothing is reported as missing.
  Fields(const Node& node, Words noun, Diagnostics& diagnostics);

  bool is_mapping() const { return is_mapping_; }
  Span span() const { return node_.span(); }

  // The value of a key, or nullopt when the key is absent or its value empty (`~`, `null`,
  // nothing). The text of the key, here and below, must outlive the fields: it is a literal.
  std::optional<Node> find(std::string_view key);

  // The same, but reports `yaml/missing-key`.
  std::optional<Node> require(std::string_view key);

  // Text as it was written: `no`, `1.10` and `0012` are text. Warns where YAML readers disagree.
  // Reports a required text that is empty.
  Located<std::string> text(std::string_view key);
  std::optional<Located<std::string>> optional_text(std::string_view key);

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

  // All keys that were not asked for, each reported as unknown with the nearest known one.
  void done();

  // All keys or pairs, for mappings whose keys are data; of equal keys the first. `done` is not for
  // these.
  std::vector<Node> keys() const;
  std::vector<std::pair<Located<std::string>, Node>> pairs() const;

 private:
  // The names of the keys that were asked for, in that order. A file has hundreds of mappings, most
  // of them small: those need no memory of their own.
  class Asked {
   public:
    void add(std::string_view key) {
      if (count_ < first_.size()) {
        first_[count_++] = key;
      } else {
        more_.push_back(key);
      }
    }
    std::vector<std::string> all() const;

   private:
    std::array<std::string_view, 8> first_;
    std::size_t count_ = 0;
    std::vector<std::string_view> more_;
  };

  // The value that is a list; another one is reported.
  std::optional<Node> find_list(std::string_view key);

  Node node_;
  Words noun_;
  Diagnostics& diagnostics_;
  bool is_mapping_;
  Asked asked_;
  std::uint64_t found_ = 0;  // which of the first 64 keys of the mapping were asked for
};

// The same conversions for a value that is not below a key of its own. `name` stands in messages.
std::optional<Located<std::string>> read_text(const Node& node, std::string_view name,
                                              Diagnostics& diagnostics);
std::optional<Located<Fraction>> read_number(const Node& node, std::string_view name,
                                             Diagnostics& diagnostics);
std::optional<Located<int>> read_integer(const Node& node, std::string_view name,
                                         Diagnostics& diagnostics);

// How a value looks in a message: the scalar itself, or which kind of structure it is.
std::string describe(const Node& node);

}  // namespace assess::yaml
