// Texts as YAML scalars: what is read back is what was written, in any place.
#pragma once

#include <string>
#include <string_view>

namespace assess::form {

// Plain where that is safe beyond doubt, else in double quotes with escapes; one line, good inside
// `{…}` and `[…]` as well.
std::string scalar(std::string_view text);

// Always in double quotes.
std::string quoted(std::string_view text);

}  // namespace assess::form
