// The first pages: the cover and the contents.
#pragma once

#include <assess/render/pdf_strip.hpp>
#include <assess/render/pdf_text.hpp>
#include <assess/report/document.hpp>

#include <string>
#include <vector>

namespace assess::render {

// Title and enterprise alone, for a document without a cover; nothing when it has neither.
std::vector<Strip> title_strips(const report::Document& document, Metrics& metrics);

// Logo and mark at the top, title and facts in the middle, approvals and notice at the bottom; on
// more than one page where the texts need it.
std::vector<Strip> cover_strips(const report::Document& document, const report::Cover& cover,
                                Metrics& metrics);

// The headings of the document with the numbers of their pages, each a link.
std::vector<Strip> contents_strips(const report::Document& document,
                                   const report::Contents& contents, Metrics& metrics);

}  // namespace assess::render
