// A line on the terminal that says how far a long run is.
#pragma once

#include "cli.hpp"
#include "env.hpp"
#include "progress_meter.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>

namespace assess::cmd {

// Shown only where a person waits for it: standard error is a terminal that can move its cursor, no
// CI, no -q, more than one file, and half a second gone. Cleared at the end.
class Progress {
 public:
  // Time since the beginning. Tests have one of their own.
  using Elapsed = std::function<std::chrono::milliseconds()>;
  static Elapsed since_now();

  // Without `total` it is not known how many there will be.
  Progress(std::optional<std::size_t> total, const CommonOptions& common, Env& env,
           Elapsed elapsed = since_now());
  Progress(const Progress&) = delete;  // it clears its line when it ends
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  // One file more is done. May be called from several threads.
  void step();

  // Makes room for something else on the same terminal; a later step shows the line again.
  void clear();

 private:
  Env& env_;
  Elapsed elapsed_;
  bool is_wanted_;
  std::mutex mutex_;
  ProgressMeter meter_;
  bool is_shown_ = false;
};

}  // namespace assess::cmd
