// The layout: a document becomes pages. Pure: the same document and fonts give the same pages.
#pragma once

#include <assess/render/font.hpp>
#include <assess/render/pdf_page.hpp>
#include <assess/report/document.hpp>

namespace assess::render {

// At least one page. All text of the document stands on them, nothing overlaps, and nothing leaves
// the page; only the running head and foot, which repeat the title, are shortened where they are
// too long. What no font has is listed in `missing`.
Drawing lay_out(const report::Document& document, const FontStack& fonts);

}  // namespace assess::render
