// The table of `score` row by row, for runs too long to be held.
#pragma once

#include <assess/report/run.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assess::render {

// The columns that every table has.
inline constexpr std::array<std::string_view, 8> score_columns{
    "path", "status", "bank", "enterprise", "uscc", "variant", "level", "total"};

// Behind them, the columns that depend on banks: levels, and section ids in order of appearance.
struct ScoreColumns {
  std::size_t levels = 0;
  std::vector<std::string> sections;

  std::size_t count() const { return score_columns.size() + levels + sections.size(); }
};

void add_columns(const Bank& bank, ScoreColumns& columns);

std::string score_head(const ScoreColumns& columns);

// The cells of one row; those of a file that could not be scored end behind its path and status.
std::vector<std::string> score_cells(const RunFile& file, const ScoreColumns& columns);

}  // namespace assess::render
