// The heat table: cells tinted by their value, the number in each. Dark with white letters reaches
// the threshold; below it, paler is lower.
#include <assess/render/pdf_blocks.hpp>
#include <assess/render/pdf_rows.hpp>
#include <assess/report/chart_tables.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace assess::render {
namespace {

using report::Heat;
using report::Tone;
using Align = report::Table::Align;

constexpr double least_names = 90;
constexpr double widest_names = area_width * 0.42;
constexpr double least_head = 6;  // size
constexpr double least_cell = 30;
constexpr double cell_gap = 2;  // on both sides of a cell
constexpr double head_gap = 4;  // on both sides of the words over it

struct Look {
  Paint paint;
  Ink ink = Ink::black;
};

Look look_of(const Heat::Cell& cell) {
  if (!cell.value || cell.tone == Tone::muted || cell.tone == Tone::plain) {
    return {{}, Ink::grey};
  }
  if (cell.tone == Tone::good) return {{.fill = Ink::accent}, Ink::white};
  const double value = clamp_unit(*cell.value);
  if (value >= 0.6) return {{.fill = Ink::accent_middle}, Ink::black};
  if (value >= 0.3) return {{.fill = Ink::accent_light}, Ink::black};
  return {{.fill = Ink::tint, .stroke = Ink::rule, .stroke_width = 0.4}, Ink::black};
}

// The names, one column per level, and the level of its own. Heads get smaller rather than broken
// inside a word.
Grid grid_of(const Heat& heat, Metrics& metrics) {
  constexpr double padding = 5;
  Grid grid;
  double names = metrics.widest_piece(heat.name_head, grid.head.size);
  for (const Heat::Row& row : heat.rows) {
    if (!row.is_group) names = std::max(names, metrics.width(row.name, grid.cell.size));
  }
  names = std::clamp(names + 2 * padding, least_names, widest_names);
  const auto count = static_cast<double>(heat.columns.size() + 1);
  const double pitch = (area_width - names) / count;
  double widest_head = metrics.widest_piece(heat.level_head, grid.head.size);
  for (const std::string& head : heat.columns) {
    widest_head = std::max(widest_head, metrics.widest_piece(head, grid.head.size));
  }
  const double room = pitch - 2 * head_gap;
  if (widest_head > room) {
    const double size = std::max(grid.head.size * room / widest_head, least_head);
    grid.head.leading *= size / grid.head.size;
    grid.head.size = size;
  }
  grid.columns.push_back({padding, names - 2 * padding, Align::left});
  for (std::size_t i = 0; i <= heat.columns.size(); ++i) {
    grid.columns.push_back(
        {names + static_cast<double>(i) * pitch + cell_gap, pitch - 2 * cell_gap, Align::center});
  }
  return grid;
}

// All heads of the levels are broken alike, behind the number, if any of them needs two lines.
Strip head_strip(const Heat& heat, Grid grid, Metrics& metrics) {
  for (std::size_t i = 1; i < grid.columns.size(); ++i) {
    grid.columns[i].left += head_gap - cell_gap;
    grid.columns[i].width -= 2 * (head_gap - cell_gap);
  }
  std::vector<std::string> heads{heat.name_head};
  heads.insert(heads.end(), heat.columns.begin(), heat.columns.end());
  const bool is_broken = std::any_of(heads.begin() + 1, heads.end(), [&](const std::string& head) {
    return metrics.lines(head, grid.head.size, grid.columns[1].width).size() > 1;
  });
  for (std::size_t i = 1; is_broken && i < heads.size(); ++i) {
    const std::size_t blank = heads[i].find(' ');
    if (blank != std::string::npos) heads[i][blank] = '\n';
  }
  heads.push_back(heat.level_head);
  return head_row(heads, grid, metrics);
}

Strip row_strip(const Heat::Row& row, const Grid& grid, Metrics& metrics) {
  Strip strip;
  const Style style = grid.cell;
  struct Placed {
    std::vector<std::string> lines;
    Style style;
  };
  std::vector<Placed> placed{{metrics.lines(row.name, style.size, grid.columns[0].width), style}};
  for (std::size_t i = 0; i + 2 < grid.columns.size(); ++i) {
    const Heat::Cell cell = i < row.cells.size() ? row.cells[i] : Heat::Cell{};
    Style own = style;
    own.ink = look_of(cell).ink;
    if (cell.tone == Tone::good) own.weight = Weight::bold;
    placed.push_back({metrics.lines(cell.shown, own.size, grid.columns[i + 1].width - 2), own});
  }
  Style own = style;
  own.weight = Weight::bold;
  own.ink = Ink::accent;
  placed.push_back({metrics.lines(row.level, own.size, grid.columns.back().width), own});
  std::size_t most = 1;
  for (const Placed& cell : placed) most = std::max(most, cell.lines.size());
  constexpr double padding = 3.2;
  strip.height = 2 * padding + static_cast<double>(most) * style.leading;
  strip.may_split = strip.height > area_height / 4;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const GridColumn& column = grid.columns[i];
    const bool is_cell = i > 0 && i + 1 < placed.size();
    if (is_cell && i - 1 < row.cells.size()) {
      const Paint paint = look_of(row.cells[i - 1]).paint;
      if (paint.fill) {
        strip.operations.push_back(Box{column.left, 1, column.width, strip.height - 2, paint});
      }
    }
    // By whole lines, so that a row of many lines can be split between them.
    const double lacking = static_cast<double>((most - placed[i].lines.size()) / 2) * style.leading;
    add_lines(strip, metrics, placed[i].lines, column.left, padding + lacking, column.width,
              column.align, placed[i].style);
  }
  return strip;
}

// A group is told by its name over a line; tints are for values here.
Strip group_strip(const std::string& name, const Grid& grid, Language language, Metrics& metrics) {
  Strip strip = group_row(name, grid, language, metrics);
  const auto underline = [](std::vector<Operation>& operations, double height) {
    std::erase_if(operations, [](const Operation& operation) {
      return std::holds_alternative<Box>(operation);
    });
    operations.push_back(Line{{0, height - 2}, {area_width, height - 2}, 0.5, Ink::rule});
  };
  underline(strip.operations, strip.height);
  if (strip.repeated) underline(strip.repeated->operations, strip.repeated->height);
  return strip;
}

// What the tints mean.
Strip legend_strip(const Heat& heat, Metrics& metrics) {
  constexpr double sample = 14;
  constexpr double gap = 5;
  Strip strip;
  strip.space_before = 6;
  double x = 5;
  double y = 0;
  const auto add = [&](const std::vector<Ink>& samples, const std::string& text) {
    if (text.empty()) return;
    const double samples_width =
        static_cast<double>(samples.size()) * sample + (samples.empty() ? 0 : gap);
    const auto lines = metrics.lines(text, label_style.size, area_width - 10 - samples_width);
    const double taken = samples_width + metrics.width(text, label_style.size) + 3 * gap;
    if (x > 5 && (lines.size() > 1 || x + taken > area_width)) {
      x = 5;
      y += label_style.leading + 2;
    }
    for (std::size_t i = 0; i < samples.size(); ++i) {
      const Paint paint{.fill = samples[i], .stroke = Ink::rule, .stroke_width = 0.4};
      strip.operations.push_back(
          Box{x + static_cast<double>(i) * sample, y + 2, sample, label_style.leading - 4, paint});
    }
    const double left = x + samples_width;
    add_lines(strip, metrics, lines, left, y, area_width - left, Align::left, label_style);
    y += static_cast<double>(lines.size() - 1) * label_style.leading;
    x = lines.size() > 1 ? area_width : x + taken;
  };
  add({Ink::accent}, heat.good_label);
  add({Ink::accent_middle, Ink::accent_light, Ink::tint}, heat.warning_label + heat.shade_label);
  add({}, heat.muted_label);
  strip.height = y + label_style.leading + 4;
  strip.may_split = strip.height > area_height / 4;
  return strip;
}

}  // namespace

Strips heat_strips(const Heat& heat, Language language, Metrics& metrics) {
  const Grid grid = grid_of(heat, metrics);
  if (grid.columns.back().width < least_cell) {
    return table_strips(report::table_of(heat, language), language, metrics);
  }
  Strips strips = caption_strips(heat.title, metrics);
  const std::size_t head = strips.size();
  strips.push_back(head_strip(heat, grid, metrics));
  strips.back().keeps_with_next = !heat.rows.empty();
  std::vector<std::size_t> repeats{head};
  for (std::size_t i = 0; i < heat.rows.size(); ++i) {
    const Heat::Row& row = heat.rows[i];
    if (row.is_group) repeats = {head};
    strips.push_back(row.is_group ? group_strip(row.name, grid, language, metrics)
                                  : row_strip(row, grid, metrics));
    strips.back().repeats = repeats;
    if (row.is_group) repeats.push_back(strips.size() - 1);
    const bool is_last = i + 1 == heat.rows.size();
    strips.back().keeps_with_next = is_last || row.is_group;
  }
  close_table(strips, head);
  strips.push_back(legend_strip(heat, metrics));
  return strips;
}

}  // namespace assess::render
