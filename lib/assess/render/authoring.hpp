// What the commands of question authors found out, for people and for programs.
#pragma once

#include <assess/authoring/bank_diff.hpp>
#include <assess/authoring/impact.hpp>
#include <assess/authoring/migration.hpp>
#include <assess/render/render.hpp>

#include <string>
#include <vector>

namespace assess::render {

// `bank diff`. The banks must outlive it.
struct BankComparison {
  struct File {
    std::string path;
    authoring::Impact impact;
  };
  const Bank* before = nullptr;
  const Bank* after = nullptr;
  authoring::BankDiff diff;
  bool has_answers = false;  // whether answer files were looked at
  std::vector<File> files;   // bytewise by path
  Run run;                   // command, exit code and findings

  std::size_t count(authoring::ImpactState state) const;
};

std::string bank_diff_text(const BankComparison& comparison, const Context& context);
std::string bank_diff_json(const BankComparison& comparison, const Context& context);

// `migrate`.
struct MigratedFile {
  std::string path;
  std::string output;  // where it was written; empty when it was not
  const Bank* bank = nullptr;
  authoring::Migration migration;
  Run run;
};

std::string migration_text(const MigratedFile& file, const Context& context);
std::string migration_json(const MigratedFile& file, const Context& context);

// Why something does not come along: `the question is gone`. Of a bank `cmmm@2.0.0`.
std::string shown_reason(const authoring::Carried& entry, Language language);

}  // namespace assess::render
