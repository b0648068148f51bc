#include <assess/base/utf8.hpp>
#include <assess/render/text_table.hpp>

#include <algorithm>

namespace assess::render {

std::string TextTable::text(int indent, bool colour) const {
  std::string out;
  for (const std::string& line : lines(indent, colour)) out += line + "\n";
  return out;
}

std::vector<std::string> TextTable::lines(int indent, bool colour) const {
  std::vector<int> widths(columns_.size(), 0);
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row.cells[i]));
    }
  }
  std::vector<std::string> out;
  for (const Row& row : rows_) {
    std::string line(static_cast<std::size_t>(indent), ' ');
    std::size_t content_end = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) line += "  ";
      const int blanks = widths[i] - display_width(row.cells[i]);
      const std::string padding(static_cast<std::size_t>(blanks), ' ');
      if (columns_[i] == Align::right) line += padding;
      std::string cell = row.cells[i];
      if (row.is_head) cell = styled(cell, Style::faint, colour);
      for (const auto& [column, style] : row.styles) {
        if (column == i) cell = styled(cell, style, colour);
      }
      line += cell;
      if (!cell.empty()) content_end = line.size();
      if (columns_[i] == Align::left) line += padding;
    }
    line.resize(content_end);
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace assess::render
