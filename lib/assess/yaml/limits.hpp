// What a bank or answer file may not exceed, so that no input takes more than two seconds or half a
// gigabyte (contract 6). The largest file is bounded by `io`.
#pragma once

#include <cstddef>

namespace assess::yaml {

inline constexpr int max_depth = 64;
inline constexpr std::size_t max_values = 400'000;
// Of the bare characters, wherever they stand.
inline constexpr std::size_t max_open_brackets = 20'000;
inline constexpr std::size_t max_flow_signs = 1'000'000;  // `[`, `]`, `{`, `}`, `,`, `:`

}  // namespace assess::yaml
