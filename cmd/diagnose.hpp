// One answer file: read, checked, and scored where a score is wanted.
#pragma once

#include "banks.hpp"
#include "inputs.hpp"

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
Diagnosed diagnose(const InputFile& input, const std::string& bank_path, Depth depth,
                   const Gates& gates, BankShelf& shelf, Env& env);

// Calls `work(i)` for 0 <= i < count on up to `jobs` threads. The order of the calls is not
// defined; what they write must be apart.
void for_each_index(std::size_t count, int jobs, const std::function<void(std::size_t)>& work);

}  // namespace assess::cmd
