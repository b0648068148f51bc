// A table for the terminal, laid out by display width so that Chinese stands straight.
#pragma once

#include <assess/render/style.hpp>

#include <string>
#include <vector>

namespace assess::render {

enum class Align { left, right };

class TextTable {
 public:
  explicit TextTable(std::vector<Align> columns) : columns_(std::move(columns)) {}

  // One cell per column, safe to show. The head is faint.
  void head(std::vector<std::string> cells) { rows_.push_back({std::move(cells), true, {}}); }
  void row(std::vector<std::string> cells) { rows_.push_back({std::move(cells), false, {}}); }
  // The style of a cell of the last row.
  void style(std::size_t column, Style style) { rows_.back().styles.emplace_back(column, style); }

  // Every line indented by `indent` blanks; no blanks at the end of a line.
  std::string text(int indent, bool colour) const;

  // The same line by line, without line breaks: the head and the rows in their order.
  std::vector<std::string> lines(int indent, bool colour) const;

 private:
  struct Row {
    std::vector<std::string> cells;
    bool is_head;
    std::vector<std::pair<std::size_t, Style>> styles;
  };
  std::vector<Align> columns_;
  std::vector<Row> rows_;
};

}  // namespace assess::render
