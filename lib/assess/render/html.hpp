// The door of the HTML renderer.
#pragma once

#include <assess/report/document.hpp>

#include <string>

namespace assess::render {

// `document` as one HTML file that needs nothing else: no script, no network, no font. Its charts
// are drawn as in the PDF, and told as tables besides. It is well-formed XML too, and prints on A4.
// Nothing is thrown, and the same input gives the same bytes.
std::string render_html(const report::Document& document);

}  // namespace assess::render
