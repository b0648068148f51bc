// The version of the program, as documents and reports name it.
#pragma once

#include <string_view>

namespace assess {

inline constexpr std::string_view program_version = ASSESS_VERSION;

}  // namespace assess
