// One answer file: read, checked, and scored where a score is wanted.
#pragma once

#include "banks.hpp"
#include "inputs.hpp"
#include <assess/yaml/json.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace assess::cmd {

struct Diagnosed {
  RunFile file;
  std::vector<Finding> findings;
  std::shared_ptr<const LoadedBank> bank;  // null when none was found
  std::optional<Diagnosis> unsealed;  // of a file with no other errors than seals that do not hold
};

enum class Depth { check, score };

// `bank_path` is what --bank said, already resolved; empty to look the bank up by its id.
// A record of an NDJSON file is read by `json`.
Diagnosed diagnose(const InputFile& input, const std::string& bank_path, Depth depth,
                   const Gates& gates, BankShelf& shelf, Env& env,
                   yaml::JsonReader* json = nullptr);

// Calls `work(i, worker)` for 0 <= i < count on up to `jobs` threads, `worker` being the number of
// the thread, from 0. The order of the calls is not defined; what they write must be apart.
using IndexedWork = std::function<void(std::size_t index, std::size_t worker)>;
void for_each_index(std::size_t count, int jobs, const IndexedWork& work);

}  // namespace assess::cmd
