#include <assess/render/pdf_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

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

namespace {

Strip::Repeated group_line(const std::string& name, const Grid& grid, Metrics& metrics) {
  Style style = grid.cell;
  style.weight = Weight::bold;
  Strip strip;
  const double left = grid.columns.front().left - grid.gutter;
  const auto lines = metrics.lines(name, style.size, area_width - 2 * left);
  strip.height = 2 * row_padding + static_cast<double>(lines.size()) * style.leading;
  strip.operations.push_back(Box{0, 0, area_width, strip.height, {.fill = Ink::tint}});
  add_lines(strip, metrics, lines, left, row_padding, area_width - 2 * left,
            report::Table::Align::left, style);
  return {strip.height, std::move(strip.operations)};
}

}  // namespace

Strip group_row(const std::string& name, const Grid& grid, Language language, Metrics& metrics) {
  constexpr Words goes_on{"（续）", " (cont.)"};
  Strip strip;
  strip.keeps_with_next = true;
  auto [height, operations] = group_line(name, grid, metrics);
  strip.height = height;
  strip.operations = std::move(operations);
  if (!name.empty()) {
    strip.repeated = group_line(name + std::string(goes_on.in(language)), grid, metrics);
  }
  return strip;
}

void close_table(std::vector<Strip>& strips, std::size_t head) {
  constexpr std::size_t least_rows = 5;
  Strip::Body body{.first = 0, .all = strips.size() - head - 1};
  std::size_t rows = 0;
  while (body.first < body.all && rows < least_rows) {
    ++body.first;
    if (!strips[head + body.first].repeated) ++rows;  // a group is not a row
  }
  strips[head].body = body;
}

void close_row(Strip& strip, double bottom) {
  strip.height = bottom + row_padding;
  strip.may_split = strip.height > area_height / 4;
  strip.operations.push_back(Line{{0, strip.height}, {area_width, strip.height}, 0.4, Ink::rule});
}

}  // namespace assess::render
