// The mappings of a question bank (docs/formats.md).
#pragma once

#include <assess/base/shape.hpp>

namespace assess::bank_shapes {

extern const Shape bank;
extern const Shape text;  // a text pair
extern const Shape tier;
extern const Shape level;
extern const Shape variant;
extern const Shape scoring;
extern const Shape origin;
extern const Shape area;  // `weights` with variants, `weight` without
extern const Shape question;
extern const Shape option;
extern const Shape evidence;
extern const Shape indicator;

}  // namespace assess::bank_shapes
