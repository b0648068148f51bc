// What a YAML file says, as a tree with places. Scalars are text, exactly as written; which type a
// scalar has is decided by whoever reads it (see Fields), never by its looks.
#pragma once

#include <assess/diag/diagnostic.hpp>
#include <assess/diag/source.hpp>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, mapping };

class Tree;

// A handle to one value of a tree, which must outlive it.
class Node {
 public:
  Kind kind() const;
  bool is_null() const { return kind() == Kind::null; }
  bool is_scalar() const { return kind() == Kind::scalar; }
  bool is_sequence() const { return kind() == Kind::sequence; }
  bool is_mapping() const { return kind() == Kind::mapping; }

  // The text of a scalar with quotes and escapes resolved; empty for the other kinds.
  std::string_view text() const;

  // True for '…', "…", | and >: written as text beyond doubt.
  bool is_quoted() const;

  // All bytes of the value, quotes and brackets included. An absent value has an empty span behind
  // its key.
  Span span() const;

  // Number of items, or of key-value pairs.
  std::size_t size() const;

  // The items of a sequence, or the keys of a mapping, in order of the file.
  class Iterator;
  struct Range;
  Range children() const;

  // The value that belongs to this key of a mapping.
  Node value() const;

  // Whether two keys of a mapping are the same; that has been reported.
  bool has_equal_keys() const;

  // A handle in half the room: `at` gives it back, from any handle of the same tree.
  std::uint32_t place() const { return index_; }
  Node at(std::uint32_t place) const { return {tree_, place}; }

 private:
  friend class Tree;
  Node(const Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
  const Tree* tree_;
  std::uint32_t index_;
};

// Owns the values; their text is that of the source wherever it is written there as it reads, so
// the source must outlive the tree. Moving the tree invalidates the handles.
class Tree {
 public:
  Tree() = default;
  Tree(const Tree&) = delete;  // handles point into it; move it before taking any
  Tree& operator=(const Tree&) = delete;
  Tree(Tree&&) = default;
  Tree& operator=(Tree&&) = default;

  Node root() const { return {this, 0}; }

  // Number of values, keys included.
  std::size_t size() const { return values_.size(); }

 private:
  friend class Node;
  friend class TreeBuilder;
  // Small, since a tree is written once and read once: what it takes of the caches counts.
  struct Value {
    Kind kind;
    bool quoted = false;
    bool has_equal_keys = false;
    bool is_apart = false;  // of a scalar: its text is none of the source's
    std::uint32_t begin;
    std::uint32_t end;
    // Of a scalar where its text begins in the source, or which of those apart it is; of a mapping
    // or sequence the index behind the last value in it.
    std::uint32_t first = 0;
    std::uint32_t size = 0;  // bytes of text, items, or pairs

    Value(Kind own_kind, std::uint32_t own_begin, std::uint32_t own_end)
        : kind(own_kind), begin(own_begin), end(own_end) {}
    bool is_collection() const { return kind == Kind::sequence || kind == Kind::mapping; }
  };
  std::string_view text_of(const Value& value) const;
  std::uint32_t index_behind(std::uint32_t index) const;

  SourceId source_{};
  std::string_view source_text_;
  std::vector<Value>
      values_;  // in order of the file: the first child stands right behind its parent
  std::vector<std::string_view> apart_;
  std::deque<std::string> kept_;  // of those apart, what nobody else owns
};

class Node::Iterator {
 public:
  Iterator(Node node, std::uint32_t left, bool is_key)
      : node_(node), left_(left), is_key_(is_key) {}
  Node operator*() const { return node_; }
  Iterator& operator++();
  friend bool operator==(const Iterator& a, const Iterator& b) { return a.left_ == b.left_; }

 private:
  Node node_;
  std::uint32_t left_;
  bool is_key_;  // in a mapping keys and values alternate: the sibling of a key is its value
};

struct Node::Range {
  Iterator first;
  Iterator last;
  Iterator begin() const { return first; }
  Iterator end() const { return last; }
};

// Reads one source. nullopt after a fault that makes the rest meaningless, which has then been
// reported: not UTF-8, not YAML, a second document, anchors, tags, too deep, too many values, an
// unclosed quote. Equal keys are reported and the first one counts.
std::optional<Tree> parse(const SourceMap& sources, SourceId id, Diagnostics& diagnostics);

}  // namespace assess::yaml

#include <assess/yaml/node_access.hpp>
