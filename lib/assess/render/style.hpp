// Colour on a terminal. It marks, and never carries a meaning that the words do not.
#pragma once

#include <string>
#include <string_view>

namespace assess::render {

enum class Style { bold, good, warning, bad, faint };

// `text` in a style, or as it is.
std::string styled(std::string_view text, Style style, bool colour);

// `shown` as a link (OSC 8) to a file: `path`, relative to the absolute folder `base`.
std::string linked(std::string_view shown, std::string_view path, std::string_view base);

}  // namespace assess::render
