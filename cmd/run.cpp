// From arguments to an exit code: parses, calls the command, and says what went wrong with either.
#include "cli.hpp"
#include "config.hpp"
#include "output.hpp"
#include <assess/base/utf8.hpp>
#include <assess/base/version.hpp>

#include <exception>

namespace assess::cmd {
namespace {

ExitCode run(const Answered& answered, Env& env) {
  env.out.write(answered.out);
  say(answered.faults, answered.common, env);
  return answered.exit_code;
}

// False when a file of settings has faults, which have then been said.
bool configure(Command& command, Env& env) {
  const CommonOptions common =
      std::visit([](const auto& options) { return options.common; }, command);
  std::vector<Finding> findings;
  const auto config = load_config(common, env, findings);
  say(findings, common, env);
  if (config) apply(*config, env, command);
  return config.has_value();
}

}  // namespace

ExitCode run(const std::vector<std::string>& arguments, Env& env) {
  try {
    Command command = parse_command_line(arguments, env);
    if (!std::holds_alternative<Answered>(command) && !configure(command, env)) {
      return ExitCode::cannot;
    }
    return std::visit([&](const auto& options) { return run(options, env); }, command);
  } catch (const std::exception& defect) {
    std::string line = "assess: internal error: ";
    line += safe_to_show(defect.what());
    line += "\nassess " + std::string(program_version) + ", called as:";
    for (const std::string& argument : arguments) line += " " + safe_to_show(argument);
    env.err.write(line +
                  "\nThis is a defect in assess (这是 assess 的缺陷). Please report it with "
                  "the lines above and the file.\n");
    return ExitCode::bug;
  }
}

}  // namespace assess::cmd
