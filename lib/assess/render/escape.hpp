// Text of a document on its way into a file format that has markup: what must not be shown at all,
// and what must be escaped so that it stays text.
#pragma once

#include <string>
#include <string_view>

namespace assess::render {

// `text` as valid UTF-8 that shows what it says: every sort of line end is `\n`, other control
// characters, noncharacters and invalid bytes are U+FFFD, and characters that would change the
// direction of other text are left out. Tabs stay.
std::string clean_text(std::string_view text);

// Clean text for an element or an attribute of HTML or SVG.
std::string escape_html(std::string_view text);

// The same for an element, with its line ends as `<br/>`.
std::string escape_html_lines(std::string_view text);

// Clean text as a string of CSS, with its quotes, that is safe inside a style element.
std::string css_string(std::string_view text);

// The bytes of a PNG file as an address that needs no other file.
std::string png_address(std::string_view bytes);

}  // namespace assess::render
