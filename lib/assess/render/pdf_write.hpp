// The writer: pages become the bytes of a PDF. Only pdf_write.cpp knows libharu.
#pragma once

#include <assess/render/font.hpp>
#include <assess/render/pdf_page.hpp>
#include <assess/report/document.hpp>

#include <string>

namespace assess::render {

struct PdfBytes {
  std::string bytes;  // empty after an error
  std::string error;  // libharu's code in hexadecimal, or what else went wrong; empty when nothing
};

// The PDF of `drawing`, with the title, author, subject, language and date of `document`; a date
// only if the document has one, so the same input gives the same bytes. All fonts are embedded, and
// every character can be found and copied, also those that no font has.
PdfBytes write_pdf(const Drawing& drawing, const report::Document& document,
                   const FontStack& fonts);

}  // namespace assess::render
