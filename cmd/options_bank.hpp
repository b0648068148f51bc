// The options of the commands for banks.
#pragma once

#include "options.hpp"

namespace assess::cmd {

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

struct BankFormatOptions {
  enum class Mode { write, check, diff };
  CommonOptions common;
  InputOptions input;
  Mode mode = Mode::write;
};

struct BankNewOptions {
  CommonOptions common;
  std::string id;
  std::string folder;  // empty: one with the name of the id
  std::string title;   // empty: one that is to be replaced
};

struct BankListOptions {
  CommonOptions common;
  bool json = false;
};

}  // namespace assess::cmd
