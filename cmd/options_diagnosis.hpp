// The options of the commands that carry a self-diagnosis from its registration to its end.
#pragma once

#include "options.hpp"

namespace assess::cmd {

struct NewOptions {
  CommonOptions common;
  std::string file;
  std::vector<std::string> banks;
  std::string from;  // an earlier answer file, or empty
  std::string name;
  std::string uscc;
  std::string type;
  std::string industry;
  std::string size;
  std::string revenue;
  std::string date;  // ISO 8601
  std::string variant;
  std::vector<std::string> tailored;
  int level = 1;
  bool all_levels = false;
  bool no_input = false;
  bool no_schema = false;  // nothing for editors
};

struct FillOptions {
  CommonOptions common;
  std::string file;
  std::vector<std::string> banks;
  std::string script;  // where lines come from instead of the terminal; `-` is standard input
};

struct StatusOptions {
  CommonOptions common;
  InputOptions input;
  bool json = false;
};

struct SubmitOptions {
  CommonOptions common;
  std::string file;
  std::vector<std::string> banks;
  std::string date;  // ISO 8601
};

}  // namespace assess::cmd
