// A batch while it goes on: each format makes pieces of its document out of one record after the
// other, so that no more of them are held than it needs.
#pragma once

#include <assess/diag/finding.hpp>
#include <assess/report/run.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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
  bool has_gates = false;
  std::vector<Finding> faults;  // of the run, not of a record
  ExitCode exit_code = ExitCode::yes;
};

// What is settled before the first record.
struct BatchContext {
  Language language = Language::en;
  Severity min_severity = Severity::error;  // of findings that are told; all are counted
  Shard shard;
  bool bom = false;  // in front of CSV
};

// What a format makes of one record while all of it is at hand. Nothing else of the record is kept
// until its turn comes.
struct BatchPiece {
  std::string text;
  // Of a format with columns, which are known only once a record before this one has been scored:
  // a row of the columns of its own bank, or just path and status where there is no bank.
  std::vector<std::string> cells;
  std::shared_ptr<const Bank> bank;
};

// One document in one format. Its bytes are what `begin`, each `record` and `end` return, in this
// order.
class BatchWriter {
 public:
  virtual ~BatchWriter() = default;

  // `files`: how many are to be read, where that is known.
  virtual std::string begin(std::optional<std::size_t> files) = 0;

  // What takes time and needs no other record. Called from several threads at a time, in any order.
  virtual BatchPiece prepare(const RunFile& file, const std::vector<Finding>& findings) const = 0;

  // In the order of the records: what became of it, and what `prepare` returned.
  virtual std::string record(Outcome outcome, BatchPiece piece) = 0;

  virtual std::string end(const BatchSummary& summary) = 0;
};

struct BatchFormat {
  std::string_view name;    // as after `-f`
  std::string_view ending;  // of files, with the dot
  Words summary;
  std::unique_ptr<BatchWriter> (*make)(const BatchContext& context);
};

// In the order that help shows; the first is the default.
std::span<const BatchFormat> batch_formats();

std::unique_ptr<BatchWriter> batch_ndjson(const BatchContext& context);
std::unique_ptr<BatchWriter> batch_csv(const BatchContext& context);
std::unique_ptr<BatchWriter> batch_junit(const BatchContext& context);
std::unique_ptr<BatchWriter> batch_junit_strict(const BatchContext& context);
std::unique_ptr<BatchWriter> batch_markdown(const BatchContext& context);

}  // namespace assess::render
