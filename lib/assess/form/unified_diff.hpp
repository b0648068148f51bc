// How a text differs from what it was, as a patch that `git apply` and `patch` take.
#pragma once

#include <string>
#include <string_view>

namespace assess::form {

// Three lines around each change. Names are `a/PATH` and `b/PATH`, quoted where they must be; an
// absolute path loses its first slash. Empty for equal texts.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace assess::form
