// Rows on a grid of columns: what tables, lists of questions and heat tables have in common.
#pragma once

#include <assess/base/language.hpp>
#include <assess/render/pdf_strip.hpp>
#include <assess/render/pdf_text.hpp>

#include <string>
#include <vector>

namespace assess::render {

inline constexpr double row_padding = 4.5;  // above and below the text of a row

// Where the text of a column stands.
struct GridColumn {
  double left = 0;
  double width = 0;
  report::Table::Align align = report::Table::Align::left;
};

struct Grid {
  std::vector<GridColumn> columns;  // at least one
  Style cell = cell_style;
  Style head = {cell_style.size, cell_style.leading, Ink::accent, Weight::bold};
  double gutter = 0;  // for marks, before the first column
};

// The head of the columns, to be repeated on every page. Heads of different heights stand on the
// same line, next to what they head.
Strip head_row(const std::vector<std::string>& heads, const Grid& grid, Metrics& metrics);

// A tinted line that heads the rows below it. On a page on which these go on it says so.
Strip group_row(const std::string& name, const Grid& grid, Language language, Metrics& metrics);

// Tells the head of a table, strip `head` of a list that ends with it, which strips belong to it.
void close_table(std::vector<Strip>& strips, std::size_t head);

// Ends a row whose text ends at `bottom` with a rule. One that takes much room may be split, others
// move to the next page whole.
void close_row(Strip& strip, double bottom);

}  // namespace assess::render
