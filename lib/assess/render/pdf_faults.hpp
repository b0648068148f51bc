// The layout's own check: what overlaps, is cut, or runs off the page.
#pragma once

#include <assess/render/pdf_page.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace assess::render {

struct LayoutFault {
  std::size_t page = 0;  // from 0
  std::string text;      // that overlaps another one or leaves the page; empty for a shape
};

// None for a layout that can be printed. Two texts overlap when the boxes of their letters share
// more than a hair; text must keep within the margins, shapes within the page.
std::vector<LayoutFault> find_faults(const Drawing& drawing);

}  // namespace assess::render
