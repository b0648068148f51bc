// Runs the program in the process: real files in the current directory, all else from nothing.
#pragma once

#include "command_line.hpp"

#include <string>
#include <string_view>

namespace assess::test {

struct Outcome {
  std::string out;
  std::string err;
  int exit = 0;
};

// No variable is set but those of the line; there is no terminal and no built-in place of banks.
Outcome run(const CommandLine& line);

// The same for a line as text. Throws when it is none.
Outcome run(std::string_view line);

}  // namespace assess::test
