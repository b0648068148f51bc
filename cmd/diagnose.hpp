// One answer file: read, checked, and scored where a score is wanted.
#pragma once

#include "banks.hpp"
#include "inputs.hpp"
#include <assess/yaml/json.hpp>

#include <string>
#include <vector>

namespace assess::cmd {

struct Diagnosed {
  RunFile file;
  std::vector<Finding> findings;
  std::shared_ptr<const LoadedBank> bank;  // null when none was found
  std::optional<Diagnosis> unsealed;  // of a file with no other errors than seals that do not hold
};

// How closely a file is looked at.
enum class Depth {
  check,   // whatever its author should know; it is not scored
  report,  // scored, with all that it says
  score,   // scored; what notes and evidence say is passed over
};

// `bank_path` is what --bank said, already resolved; empty to look the bank up by its id.
// A record of an NDJSON file is read by `json`.
Diagnosed diagnose(InputFile input, const std::string& bank_path, Depth depth, const Gates& gates,
                   BankShelf& shelf, Env& env, yaml::JsonReader* json = nullptr);

}  // namespace assess::cmd
