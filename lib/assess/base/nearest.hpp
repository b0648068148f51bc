// Did-you-mean: the name that a person most likely meant.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace assess {

// Edits (insert, delete, replace, swap of neighbours) between two texts, counted in bytes and
// without regard to ASCII case. Whatever is further than `bound` counts as one more than that,
// which makes looking through many names cheap.
std::size_t edit_distance(std::string_view a, std::string_view b,
                          std::size_t bound = std::string_view::npos);

// The candidate nearest to `word`, if it is at most two edits and a third of its length away. Among
// equals the first wins. Words over 64 bytes have no neighbours.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace assess
