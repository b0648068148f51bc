// 统一社会信用代码, the unified social credit code of a Chinese enterprise (GB 32100-2015).
#pragma once

#include <string>
#include <string_view>

namespace assess {

// `code` without blanks around it, in capitals, full-width characters made half-width.
std::string normalised_uscc(std::string_view code);

// Whether the normalised code has the form of one: 18 characters of the right kinds.
bool has_uscc_form(std::string_view code);

// The check character that the first 17 characters of a well-formed code ask for.
char uscc_check_character(std::string_view code);

}  // namespace assess
