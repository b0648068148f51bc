// The mappings of an answer file (docs/formats.md).
#pragma once

#include <assess/base/shape.hpp>

namespace assess::answers_shapes {

extern const Shape answers;
extern const Shape enterprise;
extern const Shape answer;
extern const Shape indicator;  // the value of one
extern const Shape seal;
extern const Shape finish;

}  // namespace assess::answers_shapes
