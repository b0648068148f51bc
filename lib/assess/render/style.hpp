// Colour on a terminal. It marks, and never carries a meaning that the words do not.
#pragma once

#include <string>
#include <string_view>

namespace assess::render {

enum class Style { bold, good, warning, bad, faint };

// `text` in a style, or as it is.
std::string styled(std::string_view text, Style style, bool colour);

}  // namespace assess::render
