// The PDF reports of a batch, one for each file that could be scored.
#pragma once

#include "cli.hpp"
#include "diagnose.hpp"
#include <assess/render/font.hpp>

#include <optional>
#include <string>

namespace assess::cmd {

// The name of a report: what is safe of the file's own name, and a part of the SHA-256 of its path,
// so that no two files share one and none leads out of the folder.
std::string report_name(const std::string& path);

class BatchReports {
 public:
  // nullopt after a report: the folder is not there, or there is no font.
  static std::optional<BatchReports> open(const BatchOptions& options, Env& env,
                                          Diagnostics& diagnostics);

  // Writes the report of a scored file; what went wrong joins its findings. May be called from
  // several threads.
  void write(Diagnosed& diagnosed) const;

 private:
  BatchReports(const BatchOptions& options, Env& env, render::FontStack fonts)
      : options_(&options), env_(&env), fonts_(std::move(fonts)) {}

  const BatchOptions* options_;
  Env* env_;
  render::FontStack fonts_;
};

}  // namespace assess::cmd
