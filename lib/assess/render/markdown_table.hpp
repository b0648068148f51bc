// Tables of GitHub-flavoured Markdown.
#pragma once

#include <assess/report/document.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assess::render {

// The table without its title; nothing when it has no columns.
std::string markdown_table(const report::Table& table);

// The same in two parts: the lines of the head, and the line of one row of so many columns.
std::string markdown_head(const std::vector<report::Table::Column>& columns);
std::string markdown_row(const report::Table::Row& row, std::size_t columns);

// The table, with the cells that reach the threshold in bold.
std::string markdown_table(const report::Heat& heat);

// The character that marks a tone, and a blank; nothing for plain and muted.
std::string_view markdown_mark(report::Tone tone);

}  // namespace assess::render
