// Tables.
#include <assess/render/pdf_blocks.hpp>
#include <assess/render/pdf_rows.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace assess::render {
namespace {

using report::Table;
using report::Tone;
using Align = Table::Align;

constexpr double mark_room = 11;
constexpr double short_phrase = 60;  // points
constexpr double indent = 10;        // of a first cell, for each step of depth
constexpr double back_to_back = 14;  // more between a column of numbers and one of words

const std::string nothing;

const std::string& cell(const Table::Row& row, std::size_t column) {
  return column < row.cells.size() ? row.cells[column] : nothing;
}

bool is_marked(const Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [](const Table::Row& row) {
    return !row.is_group && (row.tone == Tone::good || row.tone == Tone::warning);
  });
}

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

double indent_of(const Table::Row& row, const Grid& grid) {
  return std::clamp(row.depth, 0, 6) * indent * grid.cell.size / cell_style.size;
}

// Room before a column: for marks, or where the one before ends at the same line that this one
// begins at.
double gutter_before(const Table& table, std::size_t column) {
  if (column == 0) return is_marked(table) ? mark_room : 0;
  const bool meets =
      table.columns[column - 1].align == Align::right && table.columns[column].align == Align::left;
  return meets ? back_to_back : 0;
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
  grid.head.size *= scale;
  grid.head.leading *= scale;
  grid.gutter = gutter_before(table, 0) * scale;

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
      if (whole <= short_phrase * scale) {
        widest = std::max(widest, whole + (i == 0 ? indent_of(row, grid) : 0));
      }
    }
    const double room = 2 * padding + gutter_before(table, i) * scale;
    least.push_back(std::min(std::max(widest, grid.cell.size * 1.1), area_width * 0.3) + room);
  }
  double left = 0;
  for (const double width : share_out(shares, least, area_width)) {
    const std::size_t i = grid.columns.size();
    const double gutter = gutter_before(table, i) * scale;
    grid.columns.push_back(
        {left + padding + gutter, width - 2 * padding - gutter, table.columns[i].align});
    left += width;
  }
  return grid;
}

Strip row_strip(const Table& table, const Table::Row& row, const Grid& grid, Metrics& metrics) {
  Style style = grid.cell;
  style.ink = text_ink(row.tone);
  Strip strip;
  double bottom = row_padding + style.leading;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    GridColumn column = grid.columns[i];
    if (i == 0) {
      const double inset = std::min(indent_of(row, grid), column.width / 2);
      column.left += inset;
      column.width -= inset;
    }
    const auto lines = metrics.lines(cell(row, i), style.size, column.width);
    bottom = std::max(bottom, add_lines(strip, metrics, lines, column.left, row_padding,
                                        column.width, column.align, style));
  }
  add_mark(strip, row.tone, grid.columns.front().left - grid.gutter / 2 - 1,
           row_padding + style.leading / 2);
  close_row(strip, bottom);
  return strip;
}

}  // namespace

Strips table_strips(const Table& table, Language language, Metrics& metrics) {
  Strips strips = caption_strips(table.title, metrics);
  if (table.columns.empty()) return strips;
  const Grid grid = make_grid(table, metrics);
  const std::size_t head = strips.size();
  std::vector<std::string> heads;
  for (const Table::Column& column : table.columns) heads.push_back(column.head);
  strips.push_back(head_row(heads, grid, metrics));
  if (strips.size() == 1) strips.back().space_before = 10;
  if (table.rows.empty()) strips.back().keeps_with_next = false;
  std::vector<std::size_t> repeats{head};
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Table::Row& row = table.rows[i];
    if (row.is_group) {
      repeats = {head};
      strips.push_back(group_row(cell(row, 0), grid, language, metrics));
      strips.back().keeps_with_next = i + 1 < table.rows.size();
      strips.back().repeats = repeats;
      repeats.push_back(strips.size() - 1);
    } else {
      strips.push_back(row_strip(table, row, grid, metrics));
      strips.back().repeats = repeats;
      // Neither the first row nor the last one of a table stands alone on its page.
      const bool is_edge = i == 0 || i + 2 == table.rows.size();
      strips.back().keeps_with_next = is_edge && i + 1 < table.rows.size();
    }
  }
  close_table(strips, head);
  return strips;
}

}  // namespace assess::render
