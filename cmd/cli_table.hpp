// The commands and their options as rows: what help shows, what CLI11 is told, and which function
// turns the words that were given into the options of the command.
#pragma once

#include "cli.hpp"
#include "cli_values.hpp"

#include <span>
#include <string>
#include <variant>
#include <vector>

namespace assess::cmd {

// Where the words of an option go; the kind of the member says how often it may be given.
using OptionTarget = std::variant<std::string GivenWords::*,               // once, the last counts
                                  std::vector<std::string> GivenWords::*,  // any number of times
                                  bool GivenWords::*>;                     // a flag

struct OptionRow {
  std::string name;  // `-f,--format`; an operand has no dashes
  std::string type;  // of the value, as help calls it
  Words words;
  OptionTarget target;
  std::string choices = {};  // behind the words
  bool is_required = false;  // of an operand
  bool is_gate = false;      // stands among the gates
};

// All that a command line gave.
struct Given {
  CommonOptions common;
  GivenWords words;
  const Env& env;
  Diagnostics& faults;
};

struct CommandRow {
  std::string name;  // of a command in a group: `bank show`
  Words words;
  std::vector<OptionRow> options;
  Command (*collect)(Given&);
};

// Of cli_authoring.cpp.
CommandRow schema_row();
CommandRow bank_diff_row();
CommandRow migrate_row();

// In the order that help shows. A group stands before its first command.
const std::vector<CommandRow>& command_rows();

// Those that begin with `bank`.
std::vector<CommandRow> bank_command_rows();

// What the words of several commands mean. `wants_json` reports any `--format` but `json` and
// `text`.
InputOptions inputs_of(Given& given);
std::vector<std::string> banks_of(const Given& given);
bool wants_json(Given& given);

}  // namespace assess::cmd
