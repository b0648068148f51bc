#include <assess/render/pdf_rows.hpp>

#include <algorithm>
#include <cstddef>

namespace assess::render {

Strip head_row(const std::vector<std::string>& heads, const Grid& grid, Metrics& metrics) {
  const Style& style = grid.head;
  Strip strip;
  strip.keeps_with_next = true;
  std::vector<std::vector<std::string>> broken;
  std::size_t most = 1;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    broken.push_back(metrics.lines(heads[i], style.size, grid.columns[i].width));
    most = std::max(most, broken.back().size());
  }
  for (std::size_t i = 0; i < broken.size(); ++i) {
    const auto lacking = static_cast<double>(most - broken[i].size());
    const GridColumn& column = grid.columns[i];
    add_lines(strip, metrics, broken[i], column.left, row_padding + lacking * style.leading,
              column.width, column.align, style);
  }
  strip.height = 2 * row_padding + static_cast<double>(most) * style.leading;
  strip.operations.push_back(Line{{0, strip.height}, {area_width, strip.height}, 1, Ink::accent});
  return strip;
}

Strip group_row(const std::string& name, const Grid& grid, Metrics& metrics) {
  Style style = grid.cell;
  style.weight = Weight::bold;
  Strip strip;
  strip.keeps_with_next = true;
  const double left = grid.columns.front().left - grid.gutter;
  const auto lines = metrics.lines(name, style.size, area_width - 2 * left);
  strip.height = 2 * row_padding + static_cast<double>(lines.size()) * style.leading;
  strip.operations.push_back(Box{0, 0, area_width, strip.height, {.fill = Ink::tint}});
  add_lines(strip, metrics, lines, left, row_padding, area_width - 2 * left,
            report::Table::Align::left, style);
  return strip;
}

void close_row(Strip& strip, double bottom) {
  strip.height = bottom + row_padding;
  strip.may_split = strip.height > area_height / 4;
  strip.operations.push_back(Line{{0, strip.height}, {area_width, strip.height}, 0.4, Ink::rule});
}

}  // namespace assess::render
