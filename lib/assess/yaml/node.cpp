#include <assess/yaml/node.hpp>

namespace assess::yaml {

Kind Node::kind() const {
  return tree_->values_[index_].kind;
}
std::string_view Node::text() const {
  return tree_->values_[index_].text;
}
bool Node::is_quoted() const {
  return tree_->values_[index_].quoted;
}
std::size_t Node::size() const {
  return tree_->values_[index_].count;
}

Span Node::span() const {
  const Tree::Value& value = tree_->values_[index_];
  return {tree_->source_, value.begin, value.end};
}

Node::Range Node::children() const {
  const Tree::Value& value = tree_->values_[index_];
  const bool has_children = value.kind == Kind::sequence || value.kind == Kind::mapping;
  const std::uint32_t count = has_children ? value.count : 0;
  const Node first(tree_, index_ + 1);
  const bool has_keys = value.kind == Kind::mapping;
  return {{first, count, has_keys}, {first, 0, has_keys}};
}

Node Node::value() const {
  return {tree_, tree_->values_[index_].next};
}

Node::Iterator& Node::Iterator::operator++() {
  --left_;
  if (left_ == 0) return *this;
  const auto& values = node_.tree_->values_;
  std::uint32_t next = values[node_.index_].next;
  if (is_key_) next = values[next].next;
  node_.index_ = next;
  return *this;
}

}  // namespace assess::yaml
