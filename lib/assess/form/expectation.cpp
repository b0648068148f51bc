#include <assess/form/expectation.hpp>

namespace assess::form {
namespace {

using Type = Shape::Type;

bool has_shape(const Shape::Value& value) {
  return value.type == Type::mapping || value.type == Type::text_or_mapping;
}

Expectation item_of(const Shape::Value& value) {
  return Shape::Value{.type = value.item, .shape = value.shape, .words = value.words};
}

}  // namespace

Expectation expect_value(const Expectation& mapping, std::string_view key) {
  if (!mapping) return std::nullopt;
  if (mapping->type == Type::pairs || mapping->type == Type::text_or_pairs)
    return item_of(*mapping);
  if (!has_shape(*mapping)) return std::nullopt;
  const std::size_t place = mapping->shape->place_of(key);
  if (place == mapping->shape->keys.size()) return std::nullopt;
  return mapping->shape->keys[place].value;
}

Expectation expect_item(const Expectation& list) {
  if (!list || list->type != Type::list) return std::nullopt;
  return item_of(*list);
}

const Shape* shape_of(const Expectation& expectation, const yaml::Node& node) {
  return expectation && node.is_mapping() && has_shape(*expectation) ? expectation->shape : nullptr;
}

}  // namespace assess::form
