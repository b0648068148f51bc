// The flow: puts strips on pages, one below the other.
#pragma once

#include <assess/render/pdf_page.hpp>
#include <assess/render/pdf_strip.hpp>

#include <vector>

namespace assess::render {

// The strips of a document on as many pages as they need, at least one. Strips that keep with the
// next one move to a new page together with it; one that is too high for what is left of a page is
// split if it may be, and one that is too high for any page is split in any case. Nothing is drawn
// outside the text area.
Drawing flow(const std::vector<Strip>& strips);

}  // namespace assess::render
