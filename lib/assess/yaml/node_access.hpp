// What a handle says of its value, in a header and not in a .cpp: whoever reads a tree asks this
// for every value of it. Included by node.hpp alone.
#pragma once

#include <assess/yaml/node.hpp>

namespace assess::yaml {

inline std::string_view Tree::text_of(const Value& value) const {
  if (value.kind != Kind::scalar) return {};
  if (value.is_apart) return apart_[value.first];
  return {source_text_.data() + value.first, value.size};
}
// Of the value that follows in the same collection, if there is one.
inline std::uint32_t Tree::index_behind(std::uint32_t index) const {
  const Value& value = values_[index];
  return value.is_collection() ? value.first : index + 1;
}

inline Kind Node::kind() const {
  return tree_->values_[index_].kind;
}
inline std::string_view Node::text() const {
  return tree_->text_of(tree_->values_[index_]);
}
inline bool Node::is_quoted() const {
  return tree_->values_[index_].quoted;
}
inline std::size_t Node::size() const {
  const Tree::Value& value = tree_->values_[index_];
  return value.is_collection() ? value.size : 0;
}
inline bool Node::has_equal_keys() const {
  return tree_->values_[index_].has_equal_keys;
}
inline Span Node::span() const {
  const Tree::Value& value = tree_->values_[index_];
  return {tree_->source_, value.begin, value.end};
}
inline Node Node::value() const {
  return {tree_, tree_->index_behind(index_)};
}
inline Node::Range Node::children() const {
  const Tree::Value& value = tree_->values_[index_];
  const std::uint32_t count = value.is_collection() ? value.size : 0;
  const Node first(tree_, index_ + 1);
  const bool has_keys = value.kind == Kind::mapping;
  return {{first, count, has_keys}, {first, 0, has_keys}};
}
inline Node::Iterator& Node::Iterator::operator++() {
  --left_;
  if (left_ == 0) return *this;
  node_.index_ = node_.tree_->index_behind(node_.index_);
  if (is_key_) node_.index_ = node_.tree_->index_behind(node_.index_);
  return *this;
}

}  // namespace assess::yaml
