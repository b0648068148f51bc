// A batch as NDJSON: one object a line - how it began, a record for each file, and what it came to.
#pragma once

#include <assess/render/render.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace assess::render {

// Shard `index` (from 1) of `count`.
struct Shard {
  std::size_t index = 1;
  std::size_t count = 1;
};

struct BatchSummary {
  std::size_t files = 0;  // records
  std::size_t scored = 0;
  std::size_t failed = 0;  // of those scored: a gate missed
  std::size_t unreadable = 0;
  std::size_t skipped = 0;  // files met in folders that are no answer files
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::map<int, std::size_t> levels;  // how many attained which
  ExitCode exit_code = ExitCode::yes;
};

std::string batch_begin(std::size_t files, const Shard& shard);

// Findings less grave than `min_severity` are counted and not told.
std::string batch_record(const RunFile& file, const std::vector<Finding>& findings,
                         Severity min_severity, Language language);

std::string batch_end(const BatchSummary& summary);

}  // namespace assess::render
