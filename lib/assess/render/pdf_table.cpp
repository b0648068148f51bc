// Tables, and the two-column list of facts.
#include <assess/render/pdf_blocks.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace assess::render {
namespace {

using report::Table;
using report::Tone;
using Align = Table::Align;

constexpr double row_padding = 4.5;
constexpr double mark_room = 11;
constexpr double short_phrase = 60;  // points

const std::string nothing;

const std::string& cell(const Table::Row& row, std::size_t column) {
  return column < row.cells.size() ? row.cells[column] : nothing;
}

bool is_marked(const Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [](const Table::Row& row) {
    return !row.is_group && (row.tone == Tone::good || row.tone == Tone::warning);
  });
}

// Where the columns stand and how their text looks.
struct Grid {
  std::vector<double> lefts;   // of the text
  std::vector<double> widths;  // of the text
  Style cell;
  double gutter = 0;  // for the marks, before the first column
};

// Widths after the shares, except that a column is as wide as its longest word if the others can
// spare the room: a word broken in the middle is worse than a share not kept. `least` sums to more
// than 0.
std::vector<double> share_out(const std::vector<double>& shares, const std::vector<double>& least,
                              double total) {
  double all_shares = 0;
  double all_least = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    all_shares += shares[i];
    all_least += least[i];
  }
  std::vector<double> widths(shares.size());
  double lacking = 0;
  double spare = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    widths[i] = total * shares[i] / all_shares;
    (widths[i] < least[i] ? lacking : spare) += std::abs(widths[i] - least[i]);
  }
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (all_least >= total) {
      widths[i] = total * least[i] / all_least;
    } else if (widths[i] < least[i]) {
      widths[i] = least[i];
    } else if (lacking > 0) {
      widths[i] -= (widths[i] - least[i]) * lacking / spare;
    }
  }
  return widths;
}

Grid make_grid(const Table& table, Metrics& metrics) {
  // Beyond a dozen columns the letters get smaller, so that at least one fits into each.
  constexpr double usual_columns = 12;
  const auto count = static_cast<double>(table.columns.size());
  const double scale = std::clamp(usual_columns / count, 0.1, 1.0);
  const double padding = 5 * scale;
  Grid grid;
  grid.cell = cell_style;
  grid.cell.size *= scale;
  grid.cell.leading *= scale;
  grid.gutter = is_marked(table) ? mark_room * scale : 0;

  std::vector<double> shares;
  std::vector<double> least;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Table::Column& column = table.columns[i];
    shares.push_back(std::isfinite(column.share) ? std::clamp(column.share, 0.05, 100.0) : 1);
    double widest = metrics.widest_piece(column.head, grid.cell.size);
    for (const Table::Row& row : table.rows) {
      if (row.is_group) continue;
      widest = std::max(widest, metrics.widest_piece(cell(row, i), grid.cell.size));
      // Short phrases such as "not reached" stay on one line.
      const double whole = metrics.width(cell(row, i), grid.cell.size);
      if (whole <= short_phrase * scale) widest = std::max(widest, whole);
    }
    const double room = 2 * padding + (i == 0 ? grid.gutter : 0);
    least.push_back(std::min(std::max(widest, grid.cell.size * 1.1), area_width * 0.3) + room);
  }
  double left = 0;
  for (const double width : share_out(shares, least, area_width)) {
    const double gutter = grid.lefts.empty() ? grid.gutter : 0;
    grid.lefts.push_back(left + padding + gutter);
    grid.widths.push_back(width - 2 * padding - gutter);
    left += width;
  }
  return grid;
}

Strip head_strip(const Table& table, const Grid& grid, Metrics& metrics) {
  Style style = grid.cell;
  style.ink = Ink::accent;
  style.weight = Weight::bold;
  Strip strip;
  strip.keeps_with_next = true;
  std::vector<std::vector<std::string>> heads;
  std::size_t most = 1;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    heads.push_back(metrics.lines(table.columns[i].head, style.size, grid.widths[i]));
    most = std::max(most, heads.back().size());
  }
  for (std::size_t i = 0; i < heads.size(); ++i) {
    // Heads of different heights stand on the same line, next to what they head.
    const auto lacking = static_cast<double>(most - heads[i].size());
    add_lines(strip, metrics, heads[i], grid.lefts[i], row_padding + lacking * style.leading,
              grid.widths[i], table.columns[i].align, style);
  }
  strip.height = 2 * row_padding + static_cast<double>(most) * style.leading;
  strip.operations.push_back(Line{{0, strip.height}, {area_width, strip.height}, 1, Ink::accent});
  return strip;
}

Strip group_strip(const Table::Row& row, const Grid& grid, Metrics& metrics) {
  Style style = grid.cell;
  style.weight = Weight::bold;
  Strip strip;
  strip.keeps_with_next = true;
  const double left = grid.lefts.front() - grid.gutter;
  const auto lines = metrics.lines(cell(row, 0), style.size, area_width - 2 * left);
  strip.height = 2 * row_padding + static_cast<double>(lines.size()) * style.leading;
  strip.operations.push_back(Box{0, 0, area_width, strip.height, {.fill = Ink::tint}});
  add_lines(strip, metrics, lines, left, row_padding, area_width - 2 * left, Align::left, style);
  return strip;
}

Strip row_strip(const Table& table, const Table::Row& row, const Grid& grid, Metrics& metrics) {
  Style style = grid.cell;
  style.ink = text_ink(row.tone);
  Strip strip;
  double bottom = row_padding + style.leading;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto lines = metrics.lines(cell(row, i), style.size, grid.widths[i]);
    bottom = std::max(bottom, add_lines(strip, metrics, lines, grid.lefts[i], row_padding,
                                        grid.widths[i], table.columns[i].align, style));
  }
  add_mark(strip, row.tone, grid.lefts.front() - grid.gutter / 2 - 1,
           row_padding + style.leading / 2);
  strip.height = bottom + row_padding;
  // A row that takes little room moves to the next page whole.
  strip.may_split = strip.height > area_height / 4;
  strip.operations.push_back(Line{{0, strip.height}, {area_width, strip.height}, 0.4, Ink::rule});
  return strip;
}

}  // namespace

Strips caption_strips(std::string_view title, Metrics& metrics) {
  if (title.empty()) return {};
  Strip strip;
  strip.space_before = 14;
  strip.keeps_with_next = true;
  const auto lines = metrics.lines(title, caption_style.size, area_width);
  strip.height = 3 + add_lines(strip, metrics, lines, 0, 0, area_width, Align::left, caption_style);
  return {strip};
}

Strips table_strips(const Table& table, Metrics& metrics) {
  Strips strips = caption_strips(table.title, metrics);
  if (table.columns.empty()) return strips;
  const Grid grid = make_grid(table, metrics);
  const std::size_t head = strips.size();
  strips.push_back(head_strip(table, grid, metrics));
  if (strips.size() == 1) strips.back().space_before = 10;
  if (table.rows.empty()) strips.back().keeps_with_next = false;
  std::vector<std::size_t> repeats{head};
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Table::Row& row = table.rows[i];
    if (row.is_group) {
      repeats = {head};
      strips.push_back(group_strip(row, grid, metrics));
      strips.back().keeps_with_next = i + 1 < table.rows.size();
      strips.back().repeats = repeats;
      repeats.push_back(strips.size() - 1);
    } else {
      strips.push_back(row_strip(table, row, grid, metrics));
      strips.back().repeats = repeats;
    }
  }
  return strips;
}

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
