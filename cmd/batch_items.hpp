// What a batch is given, one after the other: answer files, and the records of NDJSON files. Only
// as much is held as is asked for.
#pragma once

#include "inputs.hpp"
#include <assess/io/lines.hpp>
#include <assess/render/batch.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assess::cmd {

// `.ndjson` or `.jsonl`.
bool is_ndjson_name(std::string_view path);

class BatchItems {
 public:
  // Standard input is NDJSON when its name says so, or when it has no other ending and begins with
  // `{`. A shard holds each item that no other one holds, in the order of all; counting the records
  // for that takes a look at every NDJSON file, so standard input cannot be shared out: reported.
  // `env` and `diagnostics` must outlive it.
  BatchItems(std::vector<InputFile> files, const render::Shard& shard, Env& env,
             Diagnostics& diagnostics);

  // False after a report: a shard was asked for of what cannot be shared out.
  bool can_be_shared_out() const { return can_be_shared_out_; }

  // How many there are; nullopt where nobody has counted the records.
  std::optional<std::size_t> total() const { return total_; }

  // The next one, or nullopt at the end. Read already: records, and standard input.
  std::optional<InputFile> next();

 private:
  void count_items(const render::Shard& shard);
  std::optional<InputFile> next_item();
  std::optional<InputFile> next_record();
  std::optional<InputFile> open_stdin(InputFile file);
  std::optional<Lines> open_lines(const InputFile& file);
  static bool is_blank(const Line& line);

  Env& env_;
  Diagnostics& diagnostics_;
  std::vector<InputFile> files_;
  std::size_t at_ = 0;            // of the files: the one that is read, or comes next
  std::optional<Lines> records_;  // of the NDJSON file that is read
  std::optional<std::size_t> total_;
  std::optional<std::size_t> left_;  // of a shard
  bool can_be_shared_out_ = true;
};

}  // namespace assess::cmd
