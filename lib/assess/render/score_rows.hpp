// The table of `score` row by row, for runs too long to be held.
#pragma once

#include <assess/report/run.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace assess::render {

// The columns that depend on banks: levels, and section ids in order of appearance.
struct ScoreColumns {
  std::size_t levels = 0;
  std::vector<std::string> sections;
};

void add_columns(const Bank& bank, ScoreColumns& columns);

std::string score_head(const ScoreColumns& columns);

// One row; a file that could not be scored has empty cells behind its path and status.
std::string score_row(const RunFile& file, const ScoreColumns& columns);

}  // namespace assess::render
