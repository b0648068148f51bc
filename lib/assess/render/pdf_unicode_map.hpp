// The map by which a PDF reader turns codes back into text.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace assess::render {

// A ToUnicode map: the code `first_code + i` means `characters[i]`, and nothing where that is 0.
std::string unicode_map(char32_t first_code, std::span<const char32_t> characters);

// UTF-8 as UTF-16, big end first, with a byte order mark: the form of text outside of pages.
std::string utf16_text(std::string_view text);

}  // namespace assess::render
