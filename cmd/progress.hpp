// A line on the terminal that says how far a long run is.
#pragma once

#include "cli.hpp"
#include "env.hpp"

#include <chrono>
#include <cstddef>
#include <mutex>

namespace assess::cmd {

// Shown only where a person waits for it: standard error is a terminal that can move its cursor, no
// CI, no -q, more than one file, and half a second gone. Rewritten at most ten times a second and
// cleared at the end.
class Progress {
 public:
  Progress(std::size_t total, const CommonOptions& common, Env& env);
  Progress(const Progress&) = delete;  // it clears its line when it ends
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  // One file more is done. May be called from several threads.
  void step();

 private:
  using Clock = std::chrono::steady_clock;

  Env& env_;
  std::size_t total_;
  Language language_;
  bool is_wanted_;
  std::mutex mutex_;
  std::size_t done_ = 0;
  Clock::time_point next_;
  bool is_shown_ = false;
};

}  // namespace assess::cmd
