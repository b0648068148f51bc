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
  // A value that is no collection: bytes [begin, end) of the source.
  struct Scalar {
    Kind kind = Kind::scalar;  // or null
    bool is_quoted = false;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string_view text{};  // a part of the source, or good as long as the tree
  };

  // `text` is that of the source. `expected` values are made room for; more may come.
  TreeBuilder(SourceId source, std::string_view text, std::size_t expected) {
    tree_.source_ = source;
    tree_.source_text_ = text;
    tree_.values_.reserve(expected);
  }

  // The next value: of the innermost open collection, or the root.
  void add(const Scalar& scalar) {
    // Made where it stays: a value put together elsewhere is copied before its bytes have arrived.
    Tree::Value& value = tree_.values_.emplace_back(scalar.kind, scalar.begin, scalar.end);
    count(scalar.end);
    if (scalar.kind != Kind::scalar) return;
    value.quoted = scalar.is_quoted;
    value.size = static_cast<std::uint32_t>(scalar.text.size());
    std::size_t first = place_in_source(scalar.text);
    if (first > tree_.source_text_.size()) {
      value.is_apart = true;
      first = tree_.apart_.size();
      tree_.apart_.push_back(scalar.text);
    }
    value.first = static_cast<std::uint32_t>(first);
  }

  // A value that is not written stands behind what stands before it.
  void add_absent() { add({.kind = Kind::null, .begin = last_end_, .end = last_end_}); }

  void open(Kind kind, std::uint32_t begin, bool is_flow) {
    const auto index = static_cast<std::uint32_t>(tree_.values_.size());
    tree_.values_.emplace_back(kind, begin, begin + 1);
    count(begin + 1);
    open_.push_back(
        {.index = index, .children = 0, .is_mapping = kind == Kind::mapping, .is_flow = is_flow});
  }

  // Ends the innermost collection: at a bracket, or for a block where its last value ends.
  void close_at(std::uint32_t end) {
    const Open& open = open_.back();
    Tree::Value& value = tree_.values_[open.index];
    value.end = end;
    value.first = static_cast<std::uint32_t>(tree_.values_.size());
    value.size = open.count();
    last_end_ = end;
    open_.pop_back();
  }
  void close() { close_at(last_end_); }

  // A text that is not written like this in the source; good as long as the tree.
  std::string_view keep(std::string text) { return tree_.kept_.emplace_back(std::move(text)); }

  std::size_t depth() const { return open_.size(); }
  bool is_full() const { return tree_.values_.size() >= max_values; }
  bool is_too_deep() const { return open_.size() >= static_cast<std::size_t>(max_depth); }
  bool expects_key() const { return !open_.empty() && open_.back().expects_key(); }
  bool is_in_flow() const { return !open_.empty() && open_.back().is_flow; }

  // Where the innermost open collection begins.
  std::uint32_t open_begin() const { return tree_.values_[open_.back().index].begin; }

  // Where the innermost open bracket stands.
  std::optional<std::uint32_t> open_bracket() const;

  // Where the last value ends.
  std::uint32_t last_end() const { return last_end_; }

  // Keys of the innermost open mapping that stand there already.
  bool find_equal_keys();
  void report_equal_keys(Diagnostics& diagnostics);

  bool is_empty() const {
    return tree_.values_.empty() || tree_.values_.front().kind == Kind::null;
  }
  Tree take() { return std::move(tree_); }

 private:
  struct Open {
    std::uint32_t index = 0;
    std::uint32_t children = 0;  // keys and values each
    bool is_mapping = false;
    bool is_flow = false;

    bool expects_key() const { return is_mapping && children % 2 == 0; }
    std::uint32_t count() const { return is_mapping ? (children + 1) / 2 : children; }
  };

  void count(std::uint32_t end) {
    last_end_ = std::max(last_end_, end);
    if (!open_.empty()) ++open_.back().children;
  }

  // Beyond the size of the source for a text that is no part of it.
  std::size_t place_in_source(std::string_view text) const {
    return reinterpret_cast<std::uintptr_t>(text.data()) -
           reinterpret_cast<std::uintptr_t>(tree_.source_text_.data());
  }

  std::uint32_t next_key(std::uint32_t key) const {
    return tree_.index_behind(tree_.index_behind(key));
  }
  std::string_view text(std::uint32_t index) const { return tree_.text_of(tree_.values_[index]); }

  // Calls `visit(first, again)` for each of them; both are values of the tree.
  template <typename Visit>
  void visit_equal_keys(Visit visit);

  // The key with this text that was met first since the table was made; `key` itself when new.
  std::uint32_t first_like(std::uint32_t key);
  void make_key_table(std::uint32_t count);

  Tree tree_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> key_table_;  // by hash, open addressing; 0 is free: the root is no key
  std::uint32_t last_end_ = 0;
};

}  // namespace assess::yaml
