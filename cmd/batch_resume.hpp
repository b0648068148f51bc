// The NDJSON of a batch that was cut short: what of it stands, and where to go on.
#pragma once

#include "env.hpp"
#include <assess/render/batch.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace assess::cmd {

struct BegunBatch {
  std::size_t keep = 0;          // bytes: the lines that are whole
  std::string begin;             // the first line, or empty
  std::string last;              // the name of the last record, or empty
  render::BatchSummary summary;  // of the records, but for those skipped
  std::optional<ExitCode> end;   // of a run that came to its summary
};

// Reads `path` with `.part` behind it, else `path`; without either nothing was begun. nullopt after
// a report: it is no such output.
std::optional<BegunBatch> read_begun_batch(const std::string& path, Env& env,
                                           Diagnostics& diagnostics);

}  // namespace assess::cmd
