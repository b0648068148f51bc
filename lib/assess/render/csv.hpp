// Rows of a table for spreadsheets.
#pragma once

#include <string>
#include <vector>

namespace assess::render {

// Cells with commas between them and a line feed, quoted where RFC 4180 asks for it. A cell that a
// spreadsheet would take for a formula gets an apostrophe in front: text from files is data
// (contract 6).
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace assess::render
