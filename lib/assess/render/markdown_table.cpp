#include <assess/render/markdown_table.hpp>
#include <assess/render/markdown_text.hpp>

#include <algorithm>
#include <cstddef>

namespace assess::render {
namespace {

using report::Heat;
using report::Table;
using Align = Table::Align;

std::string cell(std::string_view text) {
  return markdown_text(text, MarkdownPlace::cell);
}

std::string bold_cell(std::string_view text) {
  return markdown_bold(text, MarkdownPlace::cell);
}

std::string_view delimiter(Align align) {
  switch (align) {
    case Align::left:
      return "---";
    case Align::right:
      return "--:";
    case Align::center:
      return ":-:";
  }
  return {};
}

// One line; `cells` are escaped already.
std::string line_of(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& text : cells) out += text.empty() ? " |" : " " + text + " |";
  return out + "\n";
}

// Markdown has no indentation in cells; an ideographic blank is as wide as one should be.
std::string indentation(int depth) {
  std::string out;
  for (int i = 0; i < std::clamp(depth, 0, 8); ++i) out += "　";
  return out;
}

std::string row_of(const Heat::Row& row, std::size_t columns) {
  std::vector<std::string> cells(columns);
  cells.front() = row.is_group ? bold_cell(row.name) : cell(row.name);
  if (!row.is_group) {
    for (std::size_t i = 0; i < std::min(columns - 2, row.cells.size()); ++i) {
      const Heat::Cell& one = row.cells[i];
      const bool is_reached = one.value && one.tone == report::Tone::good;
      cells[i + 1] = is_reached ? bold_cell(one.shown) : cell(one.shown);
    }
    cells.back() = cell(row.level);
  }
  return line_of(cells);
}

}  // namespace

std::string markdown_head(const std::vector<Table::Column>& columns) {
  std::vector<std::string> heads;
  std::vector<std::string> delimiters;
  for (const Table::Column& column : columns) {
    heads.push_back(cell(column.head));
    delimiters.emplace_back(delimiter(column.align));
  }
  return line_of(heads) + line_of(delimiters);
}

std::string markdown_row(const Table::Row& row, std::size_t columns) {
  std::vector<std::string> cells(columns);
  for (std::size_t i = 0; i < std::min(columns, row.cells.size()); ++i) {
    cells[i] = row.is_group ? bold_cell(row.cells[i]) : cell(row.cells[i]);
  }
  if (!row.is_group) cells.front().insert(0, markdown_mark(row.tone));
  cells.front().insert(0, indentation(row.depth));
  return line_of(cells);
}

std::string markdown_table(const Table& table) {
  if (table.columns.empty()) return {};
  std::string out = markdown_head(table.columns);
  for (const Table::Row& row : table.rows) out += markdown_row(row, table.columns.size());
  return out;
}

std::string markdown_table(const Heat& heat) {
  std::vector<Table::Column> columns{{heat.name_head, Align::left}};
  for (const std::string& column : heat.columns) columns.push_back({column, Align::right});
  columns.push_back({heat.level_head, Align::right});
  std::string out = markdown_head(columns);
  for (const Heat::Row& row : heat.rows) out += row_of(row, columns.size());
  return out;
}

std::string_view markdown_mark(report::Tone tone) {
  switch (tone) {
    case report::Tone::good:
      return "● ";
    case report::Tone::warning:
      return "△ ";
    case report::Tone::plain:
    case report::Tone::muted:
      return {};
  }
  return {};
}

}  // namespace assess::render
