// The door of the PDF renderer.
#pragma once

#include <assess/diag/diagnostic.hpp>
#include <assess/render/font.hpp>
#include <assess/report/document.hpp>

#include <optional>
#include <string>
#include <vector>

namespace assess::render {

struct Pdf {
  std::string bytes;
  // Characters that no font has, each once; a box is drawn for them.
  std::vector<MissingGlyph> missing;
};

// `document` as a PDF, in the fonts of `fonts`. nullopt after an error has been reported
// (`report/cannot-draw`). The layout is looked at before it is written: what overlaps or leaves a
// page is reported (`report/overlap`). Nothing is thrown, and the same input gives the same bytes.
std::optional<Pdf> render_pdf(const report::Document& document, const FontStack& fonts,
                              Diagnostics& diagnostics);

}  // namespace assess::render
