// Running text on a terminal.
#pragma once

#include <assess/render/render.hpp>

#include <string>
#include <string_view>

namespace assess::render {

// `text`, safe to show, wrapped to the width of the terminal (80 columns where there is none),
// every line indented; its own line breaks are kept. Ends with a line break.
std::string paragraph(std::string_view text, int indent, const Context& context);

}  // namespace assess::render
