// Strips as a picture inside an HTML page. The same drawings as in the PDF, in the fonts of whoever
// reads the page.
#pragma once

#include <assess/render/pdf_strip.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace assess::render {

// The strips one below the other as one `<svg>` element, as wide as the text area and named `label`
// for those who do not see it; without a label it is hidden from them. Empty when there is nothing
// to draw. Text is anchored as the layout
// meant it, since the reader's font is not the one that was measured. Pictures, links and page
// numbers belong to pages and are left out.
std::string svg(const std::vector<Strip>& strips, std::string_view label);

}  // namespace assess::render
