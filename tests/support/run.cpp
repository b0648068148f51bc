#include "run.hpp"

#include "cli.hpp"
#include "env.hpp"
#include "working_folder.hpp"
#include <assess/io/files.hpp>

#include <stdexcept>

namespace assess::test {

Outcome run(const CommandLine& line) {
  RealFiles files;
  cmd::StringInput in;
  cmd::StringStream out;
  cmd::StringStream err;
  if (!line.input_path.empty()) in.text = read_bytes(line.input_path);
  cmd::Env env{.files = files, .in = in, .out = out, .err = err};
  env.variables = line.variables;
  const ExitCode code = cmd::run(line.arguments, env);
  return {out.text, err.text, static_cast<int>(code)};
}

Outcome run(std::string_view line) {
  const auto read = read_command_line(line);
  if (const auto* fault = std::get_if<std::string>(&read)) {
    throw std::runtime_error(*fault + ": " + std::string(line));
  }
  return run(std::get<CommandLine>(read));
}

}  // namespace assess::test
