// Looks for one of a few bytes, sixteen at once. What readers look for is mostly near: to go on
// byte by byte is to guess wrongly, once for each value, where that will be.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace assess::yaml {

template <char... signs>
struct Signs {
  static bool hold(char c) { return ((c == signs) || ...); }

  // The first of them from `at` on, or the size of the text.
  static std::size_t find(std::string_view text, std::size_t at) {
    // The first byte is the lowest of a number here; elsewhere one goes byte by byte.
    constexpr bool is_little = std::endian::native == std::endian::little;
    for (; is_little && at + sizeof(Bytes) <= text.size(); at += sizeof(Bytes)) {
      Bytes bytes;
      std::memcpy(&bytes, text.data() + at, sizeof bytes);
      const Bytes found = ((bytes == static_cast<unsigned char>(signs)) | ...);  // ones where true
      std::array<std::uint64_t, 2> halves;
      std::memcpy(halves.data(), &found, sizeof found);
      if (halves[0] != 0) return at + static_cast<std::size_t>(std::countr_zero(halves[0])) / 8;
      if (halves[1] != 0) return at + 8 + static_cast<std::size_t>(std::countr_zero(halves[1])) / 8;
    }
    while (at < text.size() && !hold(text[at])) ++at;
    return at;
  }

 private:
  using Bytes [[gnu::vector_size(16)]] = unsigned char;
};

}  // namespace assess::yaml
