// Puts values into a tree, in order of the file. All readers build with it, so that what it
// decides (where an absent value stands, where a block ends) cannot differ between them.
#pragma once

#include <assess/yaml/limits.hpp>
#include <assess/yaml/node.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::yaml {

class TreeBuilder {
 public:
  using Value = Tree::Value;

  // `expected` values are made room for; more may come.
  TreeBuilder(SourceId source, std::size_t expected) {
    tree_.source_ = source;
    tree_.values_.reserve(expected);
  }

  // The next value: of the innermost open collection, or the root.
  std::uint32_t add(const Value& value) {
    const auto index = static_cast<std::uint32_t>(tree_.values_.size());
    tree_.values_.push_back(value);
    last_end_ = std::max(last_end_, value.end);
    if (!open_.empty()) link(index);
    return index;
  }

  // A value that is not written stands behind what stands before it.
  void add_absent() { add({.kind = Kind::null, .begin = last_end_, .end = last_end_}); }

  void open(Kind kind, std::uint32_t begin, bool is_flow) {
    const std::uint32_t index = add({.kind = kind, .begin = begin, .end = begin + 1});
    open_.push_back({.index = index, .expects_key = kind == Kind::mapping, .is_flow = is_flow});
  }

  // Ends the innermost collection: at a bracket, or for a block where its last value ends.
  void close_at(std::uint32_t end) {
    tree_.values_[open_.back().index].end = end;
    last_end_ = end;
    open_.pop_back();
  }
  void close() { close_at(last_end_); }

  // A text that is not written like this in the source; good as long as the tree.
  std::string_view keep(std::string text) { return tree_.texts_.emplace_back(std::move(text)); }

  std::size_t depth() const { return open_.size(); }
  bool is_full() const { return tree_.values_.size() >= max_values; }
  bool is_too_deep() const { return open_.size() >= static_cast<std::size_t>(max_depth); }
  bool expects_key() const { return !open_.empty() && open_.back().expects_key; }
  bool is_in_flow() const { return !open_.empty() && open_.back().is_flow; }

  // Where the innermost open collection begins.
  std::uint32_t open_begin() const { return tree_.values_[open_.back().index].begin; }

  // Where the innermost open bracket stands.
  std::optional<std::uint32_t> open_bracket() const;

  // Where the last value ends.
  std::uint32_t last_end() const { return last_end_; }

  // Calls `visit(first, again)` for every key of the innermost open mapping that stands there
  // already; both are values.
  template <typename Visit>
  void visit_equal_keys(Visit visit);
  void report_equal_keys(Diagnostics& diagnostics);

  bool is_empty() const {
    return tree_.values_.empty() || tree_.values_.front().kind == Kind::null;
  }
  Tree take() { return std::move(tree_); }

 private:
  struct Open {
    std::uint32_t index = 0;
    std::uint32_t last_child = 0;
    bool expects_key = false;
    bool is_flow = false;
  };

  void link(std::uint32_t index) {
    Open& parent = open_.back();
    Value& owner = tree_.values_[parent.index];
    if (parent.last_child != 0) tree_.values_[parent.last_child].next = index;
    parent.last_child = index;
    const bool is_mapping = owner.kind == Kind::mapping;
    if (!is_mapping || parent.expects_key) ++owner.count;
    if (is_mapping) parent.expects_key = !parent.expects_key;
  }

  std::uint32_t next_key(std::uint32_t key) const {
    return tree_.values_[tree_.values_[key].next].next;
  }

  // The key with this text that was met first since the table was made; `key` itself when new.
  std::uint32_t first_like(std::uint32_t key);
  void make_key_table(std::uint32_t count);

  Tree tree_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> key_table_;  // by hash, open addressing; 0 is free: the root is no key
  std::uint32_t last_end_ = 0;
};

template <typename Visit>
void TreeBuilder::visit_equal_keys(Visit visit) {
  const std::uint32_t mapping = open_.back().index;
  const std::uint32_t count = tree_.values_[mapping].count;
  constexpr std::uint32_t few = 16;  // below this a hash table costs more than comparing
  if (count > few) make_key_table(count);
  std::uint32_t key = mapping + 1;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t first = key;
    if (count > few) {
      first = first_like(key);
    } else {
      first = mapping + 1;
      while (first != key && tree_.values_[first].text != tree_.values_[key].text) {
        first = next_key(first);
      }
    }
    if (first != key) {
      tree_.values_[mapping].has_equal_keys = true;
      visit(tree_.values_[first], tree_.values_[key]);
    }
    key = next_key(key);
  }
}

}  // namespace assess::yaml
