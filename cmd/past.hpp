// Answer files as diagnoses that were made: what `history` lists, and `report` looks back at.
#pragma once

#include "diagnose.hpp"
#include <assess/history/history.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assess::cmd {

// nullopt for a file with other errors than seals that do not hold. What was finished under another
// version of its bank, and has not been changed since, keeps its recorded result.
std::optional<PastDiagnosis> past_of(const Diagnosed& diagnosed);

struct PastFile {
  std::string path;
  std::optional<PastDiagnosis> diagnosis;  // absent when the file has errors; seals may be broken
  std::vector<Finding> findings;
  std::shared_ptr<const LoadedBank> bank;  // null when none was found
};

// In the order of the inputs. Of what is found only errors are kept, and what concerns the code
// that an enterprise is known by; the rest is told by `validate`. Findings of a bank that has
// errors stand before those of the first file that asks for it.
std::vector<PastFile> read_past_files(const std::vector<InputFile>& inputs,
                                      const std::string& bank_path, const CommonOptions& common,
                                      BankShelf& shelf, Env& env);

struct EarlierDiagnoses {
  std::vector<PastDiagnosis> diagnoses;  // of the same enterprise, the valid ones, by date
  std::vector<Finding> findings;         // what of the files may be missing in them
  bool is_complete = true;               // no file was left out for its errors
};

// What `--history` of `report` leads to, beside `self` itself. nullopt after a report.
std::optional<EarlierDiagnoses> find_earlier(const ReportOptions& options, const InputFile& self,
                                             const Diagnosis& diagnosis,
                                             const std::string& bank_path, BankShelf& shelf,
                                             Env& env, Diagnostics& diagnostics);

}  // namespace assess::cmd
