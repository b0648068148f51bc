// Pictures for the report: PNG files become pixels.
#pragma once

#include <assess/base/language.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace assess::render {

struct Image {
  std::size_t width = 0;  // pixels, at least 1
  std::size_t height = 0;
  std::string rgb;  // three bytes a pixel, row by row from the top; transparent parts are white
};

// No side longer than this, and no more pixels than 16 million: what a logo never needs.
inline constexpr std::size_t longest_side = 8192;
inline constexpr std::size_t most_pixels = std::size_t{16} * 1024 * 1024;

// The picture in `bytes`, or why it cannot be used.
std::variant<Image, Text> read_png(std::string_view bytes);

}  // namespace assess::render
