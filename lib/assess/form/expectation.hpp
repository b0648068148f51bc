// What may stand at a place of a bank, found by walking down its shapes with the keys of a file.
#pragma once

#include <assess/base/shape.hpp>
#include <assess/yaml/node.hpp>

#include <optional>
#include <string_view>

namespace assess::form {

// Nothing for a key that no shape knows, and for all below it.
using Expectation = std::optional<Shape::Value>;

// The value behind a key of a mapping that was expected like this.
Expectation expect_value(const Expectation& mapping, std::string_view key);

// An item of a list that was expected like this.
Expectation expect_item(const Expectation& list);

// The shape whose order the keys of this value have; nullptr where its keys are data, or unknown.
const Shape* shape_of(const Expectation& expectation, const yaml::Node& node);

}  // namespace assess::form
