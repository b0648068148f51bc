// Strong indices: an AreaId is not a QuestionId, though both are a place in a vector.
#pragma once

#include <compare>
#include <cstdint>

namespace assess {

template <typename Tag>
struct Id {
  std::uint32_t index = 0;
  friend auto operator<=>(const Id&, const Id&) = default;
};

}  // namespace assess
