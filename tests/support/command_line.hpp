// A command line as people write it in examples and golden cases, taken apart as a shell would.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace assess::test {

// `NAME=value assess score - < answers.yaml`
struct CommandLine {
  std::map<std::string, std::string> variables;
  std::vector<std::string> arguments;  // without the name of the program
  std::string input_path;              // behind `<`, or empty
};

// Understands blanks, '…', "…", $'…' with C escapes, backslashes, `< FILE` and comments of a whole
// line; nothing is expanded. The other alternative says what could not be read.
std::variant<CommandLine, std::string> read_command_line(std::string_view text);

// The bytes that C escapes stand for: \n \r \t \0 \e \\ \xFF, a backslash at the end of a line
// (which joins it to the next), and \repeat{COUNT}{TEXT}, TEXT being escaped in the same way.
std::string unescape(std::string_view text);

}  // namespace assess::test
