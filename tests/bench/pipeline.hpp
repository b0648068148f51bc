// The way of one answer file through a batch, from its bytes on disk to its record, with any reader
// of YAML: as `diagnose` and the NDJSON of `batch` go it, which a test of ours need not follow.
#pragma once

#include "banks.hpp"
#include "rivals.hpp"
#include "timing.hpp"
#include <assess/render/batch.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace assess::bench {

enum class Stage : std::size_t {
  read,
  prescan,
  parse,
  read_answers,
  check,
  tailor,
  score,
  judge,
  record,
  write,
  release
};
inline constexpr std::array<std::string_view, 11> stage_names{
    "open and read",    "prescan", "parse",         "read_answers",
    "check_answers",    "tailor",  "score",         "judge, seals, flow, remarks",
    "record as NDJSON", "write",   "release memory"};

// Seconds by stage.
class Stopwatch {
 public:
  void start() { last_ = std::chrono::steady_clock::now(); }
  void lap(Stage stage) {
    const auto now = std::chrono::steady_clock::now();
    times_[static_cast<std::size_t>(stage)] += std::chrono::duration<double>(now - last_).count();
    last_ = now;
  }
  const std::array<double, stage_names.size()>& times() const { return times_; }

 private:
  std::chrono::steady_clock::time_point last_;
  std::array<double, stage_names.size()> times_{};
};

class Pipeline {
 public:
  // With the bank of this folder, loaded once. `env` must outlive it.
  Pipeline(const std::string& bank, cmd::Env& env);

  // The record of a file, a line; empty when it cannot be scored.
  std::string record(const std::string& path, const Reader& reader, Stopwatch* watch = nullptr);

  // What reading their texts takes, which are in memory: one file.
  Timing time_reading(const std::vector<std::string>& paths, const Reader& reader);

  // Records of these files, written to /dev/null: of one file.
  Timing time(const std::vector<std::string>& paths, const Reader& reader,
              Stopwatch* watch = nullptr);

 private:
  bool diagnose(const std::string& path, const Reader& reader, Stopwatch* watch, std::string& out);

  Files& files_;
  std::shared_ptr<const cmd::LoadedBank> bank_;
  std::unique_ptr<render::BatchWriter> writer_;
};

}  // namespace assess::bench
