// The door of the PDF renderer.
#pragma once

#include <assess/diag/diagnostic.hpp>
#include <assess/render/font.hpp>
#include <assess/report/document.hpp>

#include <optional>
#include <string>

namespace assess::render {

// `document` as a PDF, in the fonts of `fonts`. A character that no font has is drawn as a box and
// reported once (`report/missing-glyph`). nullopt after an error has been reported
// (`report/cannot-draw`). Nothing is thrown, and the same input gives the same bytes.
std::optional<std::string> render_pdf(const report::Document& document, const FontStack& fonts,
                                      Diagnostics& diagnostics);

}  // namespace assess::render
