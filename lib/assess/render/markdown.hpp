// The door of the Markdown renderer.
#pragma once

#include <assess/report/document.hpp>

#include <string>

namespace assess::render {

// `document` as GitHub-flavoured Markdown, with its charts told as tables. No text of the document
// becomes markup; the one thing that cannot be prevented is that GitHub makes links of e-mail
// addresses. Nothing is thrown, and the same input gives the same bytes.
std::string render_markdown(const report::Document& document);

}  // namespace assess::render
