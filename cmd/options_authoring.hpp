// The options of the commands for authors of question banks, and of carrying answers from one
// version of a bank to the next.
#pragma once

#include "options.hpp"

namespace assess::cmd {

struct SchemaOptions {
  CommonOptions common;
  std::string of;                  // as given: `bank`, `answers` or `result`
  std::vector<std::string> banks;  // --bank, at most one: whose answers
};

struct BankDiffOptions {
  CommonOptions common;
  std::string before;  // path or id
  std::string after;
  InputOptions answers;  // no paths: none are looked at
  bool json = false;
};

struct MigrateOptions {
  CommonOptions common;
  std::string file;
  std::string to;      // path or id of a bank
  std::string from;    // the same, or empty
  std::string output;  // file to write, `-` for standard output; empty: none
  bool in_place = false;
  bool dry_run = false;
  bool reopen = false;
  bool json = false;
};

}  // namespace assess::cmd
