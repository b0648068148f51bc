// The options of the commands for authors of banks.
#pragma once

#include "options.hpp"

namespace assess::cmd {

struct SchemaOptions {
  CommonOptions common;
  std::string of;                  // as given: `bank`, `answers` or `result`
  std::vector<std::string> banks;  // --bank, at most one: whose answers
};

struct BankShowOptions {
  CommonOptions common;
  std::string bank;
  bool json = false;
};

struct BankStatsOptions {
  CommonOptions common;
  std::string bank;
  bool json = false;
};

struct BankListOptions {
  CommonOptions common;
  bool json = false;
};

}  // namespace assess::cmd
