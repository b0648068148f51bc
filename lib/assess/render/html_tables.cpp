// Tables, and the table of areas and levels whose cells are tinted.
#include <assess/render/escape.hpp>
#include <assess/render/html_parts.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace assess::render {
namespace {

using report::Heat;
using report::Table;
using report::Tone;
using Align = Table::Align;

std::string_view align_class(Align align) {
  switch (align) {
    case Align::left:
      return "left";
    case Align::right:
      return "right";
    case Align::center:
      return "center";
  }
  return {};
}

// Around a table, which may be wider than the screen: it can be reached and scrolled by keyboard.
// Short tables are kept on one page.
std::string scroll_begin(std::string_view name, std::size_t rows) {
  constexpr std::size_t most_rows_of_short = 15;
  return fmt::format("<div class=\"scroll{}\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n",
                     rows <= most_rows_of_short ? " short" : "", escape_html(name));
}

// The table cannot shrink below a few characters a column: it is scrolled instead.
std::string table_begin(std::string_view css_class, std::size_t columns, const std::string& title) {
  std::string out =
      fmt::format("<table class=\"{}\" style=\"--columns:{}\">\n", css_class, columns);
  if (!title.empty()) out += "<caption>" + escape_html_lines(title) + "</caption>\n";
  return out;
}

std::string group_row(const std::string& name, std::size_t columns, int depth) {
  return fmt::format(
      "<tr><th class=\"group\" colspan=\"{}\" scope=\"rowgroup\" "
      "style=\"--depth:{}\">{}</th></tr>\n",
      columns, depth, escape_html_lines(name));
}

// Rows in a body of their own from each group row on, so that screen readers know what it heads.
class Bodies {
 public:
  void begin_group() {
    close();
    out_ += "<tbody>\n";
    is_open_ = true;
  }
  void add(const std::string& row) {
    if (!is_open_) begin_group();
    out_ += row;
  }
  std::string take() {
    close();
    return std::move(out_);
  }

 private:
  void close() {
    if (std::exchange(is_open_, false)) out_ += "</tbody>\n";
  }
  std::string out_;
  bool is_open_ = false;
};

// The widths are wishes: a column still grows with words that cannot be broken.
std::string column_widths(const std::vector<Table::Column>& columns) {
  double total = 0;
  for (const Table::Column& column : columns) total += column.share;
  if (!std::isfinite(total) || total <= 0) return {};
  std::string out = "<colgroup>";
  for (const Table::Column& column : columns) {
    const double share = std::clamp(column.share / total, 0.0, 1.0);
    out += fmt::format("<col style=\"width:{:.0f}%\"/>", 100 * share);
  }
  return out + "</colgroup>\n";
}

std::string table_head(const std::vector<Table::Column>& columns) {
  const bool is_empty =
      std::all_of(columns.begin(), columns.end(),
                  [](const Table::Column& column) { return column.head.empty(); });
  if (is_empty) return {};
  std::string out = "<thead><tr>";
  for (const Table::Column& column : columns) {
    out += fmt::format("<th scope=\"col\" class=\"{}\">{}</th>", align_class(column.align),
                       escape_html_lines(column.head));
  }
  return out + "</tr></thead>\n";
}

int indent_of(const Table::Row& row) {
  return std::clamp(row.depth, 0, 8);
}

std::string table_row(const Table::Row& row, const std::vector<Table::Column>& columns) {
  std::string out = fmt::format("<tr class=\"{}\">", html_class(row.tone));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string text = i < row.cells.size() ? escape_html_lines(row.cells[i]) : "";
    const std::string_view align = align_class(columns[i].align);
    out += i > 0 ? fmt::format("<td class=\"{}\">{}</td>", align, text)
                 : fmt::format("<th scope=\"row\" class=\"{}\" style=\"--depth:{}\">{}{}</th>",
                               align, indent_of(row), html_mark(row.tone), text);
  }
  return out + "</tr>\n";
}

bool is_marked(const Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [](const Table::Row& row) {
    return !row.is_group && !html_mark(row.tone).empty();
  });
}

// The tint of a cell. Below the threshold there are three, so that a field of cells shows where the
// weakest are; the number says it exactly.
std::string_view tint_class(const Heat::Cell& cell) {
  if (!cell.value || cell.tone == Tone::muted || cell.tone == Tone::plain) return "none";
  if (cell.tone == Tone::good) return "full";
  if (!(*cell.value >= 0.3)) return "low";
  return *cell.value < 0.6 ? "some" : "most";
}

// Reached values are strong as well: that survives where no colour does.
std::string heat_cell(const Heat::Cell& cell) {
  const std::string_view tint = tint_class(cell);
  std::string shown = escape_html_lines(cell.shown);
  if (tint == "full") shown = "<strong>" + shown + "</strong>";
  return fmt::format("<td class=\"{}\">{}</td>", tint, shown);
}

std::string heat_row(const Heat::Row& row, std::size_t columns) {
  std::string out = fmt::format("<tr><th scope=\"row\">{}</th>", escape_html_lines(row.name));
  for (std::size_t i = 0; i < columns; ++i) {
    out += i < row.cells.size() ? heat_cell(row.cells[i]) : "<td class=\"none\"></td>";
  }
  return out + fmt::format("<td class=\"level\">{}</td></tr>\n", escape_html_lines(row.level));
}

std::string heat_legend(const Heat& heat) {
  std::string out;
  const auto add = [&](std::string_view swatches, const std::string& label) {
    if (label.empty()) return;
    out += fmt::format("<li><span class=\"swatches\" aria-hidden=\"true\">{}</span>{}</li>\n",
                       swatches, escape_html_lines(label));
  };
  add("<span class=\"full\"></span>", heat.good_label);
  add("<span class=\"most\"></span><span class=\"some\"></span><span class=\"low\"></span>",
      heat.warning_label + heat.shade_label);
  add("<span class=\"none\"></span>", heat.muted_label);
  return out.empty() ? out : "<ul class=\"legend\">\n" + out + "</ul>\n";
}

}  // namespace

std::string html_table(const Table& table, std::string_view name) {
  if (table.columns.empty()) return {};
  Bodies bodies;
  for (const Table::Row& row : table.rows) {
    if (row.is_group) {
      bodies.begin_group();
      const std::string head = row.cells.empty() ? "" : row.cells.front();
      bodies.add(group_row(head, table.columns.size(), indent_of(row)));
    } else {
      bodies.add(table_row(row, table.columns));
    }
  }
  return scroll_begin(name, table.rows.size()) +
         table_begin(is_marked(table) ? "marked" : "plain", table.columns.size(), table.title) +
         column_widths(table.columns) + table_head(table.columns) + bodies.take() +
         "</table>\n</div>\n";
}

std::string html_heat(const Heat& heat, std::string_view name) {
  if (heat.rows.empty() && heat.title.empty()) return {};
  std::string head =
      fmt::format("<thead><tr><th scope=\"col\">{}</th>", escape_html_lines(heat.name_head));
  for (const std::string& column : heat.columns) {
    head += fmt::format("<th scope=\"col\" class=\"center\">{}</th>", escape_html_lines(column));
  }
  head += fmt::format("<th scope=\"col\" class=\"center\">{}</th></tr></thead>\n",
                      escape_html_lines(heat.level_head));
  Bodies bodies;
  const std::size_t columns = heat.columns.size() + 2;
  for (const Heat::Row& row : heat.rows) {
    if (row.is_group) bodies.begin_group();
    bodies.add(row.is_group ? group_row(row.name, columns, 0) : heat_row(row, heat.columns.size()));
  }
  return scroll_begin(name, heat.rows.size()) + table_begin("heat", columns, heat.title) + head +
         bodies.take() + "</table>\n</div>\n" + heat_legend(heat);
}

}  // namespace assess::render
