// What a handle says of its value, in a header and not in a .cpp: whoever reads a tree asks this
// for every value of it. Included by node.hpp alone.
#pragma once

#include <assess/yaml/node.hpp>

namespace assess::yaml {

inline Kind Node::kind() const {
  return tree_->values_[index_].kind;
}
inline std::string_view Node::text() const {
  return tree_->values_[index_].text;
}
inline bool Node::is_quoted() const {
  return tree_->values_[index_].quoted;
}
inline std::size_t Node::size() const {
  return tree_->values_[index_].count;
}
inline bool Node::has_equal_keys() const {
  return tree_->values_[index_].has_equal_keys;
}
inline Span Node::span() const {
  const Tree::Value& value = tree_->values_[index_];
  return {tree_->source_, value.begin, value.end};
}
inline Node Node::value() const {
  return {tree_, tree_->values_[index_].next};
}
inline Node::Range Node::children() const {
  const Tree::Value& value = tree_->values_[index_];
  const bool has_children = value.kind == Kind::sequence || value.kind == Kind::mapping;
  const std::uint32_t count = has_children ? value.count : 0;
  const Node first(tree_, index_ + 1);
  const bool has_keys = value.kind == Kind::mapping;
  return {{first, count, has_keys}, {first, 0, has_keys}};
}
inline Node::Iterator& Node::Iterator::operator++() {
  --left_;
  if (left_ == 0) return *this;
  const auto& values = node_.tree_->values_;
  std::uint32_t next = values[node_.index_].next;
  if (is_key_) next = values[next].next;
  node_.index_ = next;
  return *this;
}

}  // namespace assess::yaml
