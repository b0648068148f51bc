// Names and what holds for them, side by side.
#include <assess/render/pdf_blocks.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace assess::render {

using Align = report::Table::Align;

Strips facts_strips(const report::Facts& facts, Metrics& metrics) {
  constexpr double gap = 12;
  Style name_style = label_style;
  name_style.leading = body_style.leading;
  double widest_name = 0;
  double widest_value = 0;
  for (const auto& [name, value] : facts.rows) {
    widest_name = std::max(widest_name, metrics.width(name, name_style.size));
    widest_value = std::max(widest_value, metrics.width(value, body_style.size));
  }
  // Two pairs on a line when all of them are short.
  const double half = area_width / 2 - gap;
  const bool is_double = facts.rows.size() > 2 && widest_name + gap + widest_value <= half;
  const std::size_t in_a_row = is_double ? 2 : 1;
  const double pitch = is_double ? area_width / 2 + gap / 2 : area_width;
  const double name_width = std::min(widest_name, area_width * 0.3);
  const double value_width = (is_double ? half : area_width) - name_width - gap;
  Strips strips;
  for (std::size_t begin = 0; begin < facts.rows.size(); begin += in_a_row) {
    Strip strip;
    double bottom = 0;
    for (std::size_t i = begin; i < std::min(begin + in_a_row, facts.rows.size()); ++i) {
      const double left = static_cast<double>(i - begin) * pitch;
      const auto names = metrics.lines(facts.rows[i].first, name_style.size, name_width);
      const auto values = metrics.lines(facts.rows[i].second, body_style.size, value_width);
      bottom = std::max(
          bottom, add_lines(strip, metrics, names, left, 3, name_width, Align::left, name_style));
      bottom = std::max(bottom, add_lines(strip, metrics, values, left + name_width + gap, 3,
                                          value_width, Align::left, body_style));
    }
    strip.space_before = strips.empty() ? 8 : 0;
    strip.height = bottom + 3;
    strip.may_split = strip.height > area_height / 4;
    strip.operations.push_back(Line{{0, strip.height}, {area_width, strip.height}, 0.4, Ink::rule});
    strips.push_back(std::move(strip));
  }
  return strips;
}

}  // namespace assess::render
