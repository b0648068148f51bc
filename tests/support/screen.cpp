#include "support/screen.hpp"

#include "cli.hpp"
#include "support/command_line.hpp"

#include <memory>
#include <optional>
#include <utility>
#include <variant>

namespace assess::test {
namespace {

// What is typed also shows on the screen.
class Keyboard : public cmd::Input {
 public:
  Keyboard(std::string text, cmd::Stream& screen) : screen_(screen) {
    lines_.text = std::move(text);
  }
  std::optional<std::string> read(Diagnostics& diagnostics) override {
    return lines_.read(diagnostics);
  }
  std::unique_ptr<Feed> feed(Diagnostics& diagnostics) override { return lines_.feed(diagnostics); }
  std::optional<std::string> line() override {
    auto line = lines_.line();
    if (line) screen_.write(*line + "\n");
    return line;
  }

 private:
  cmd::StringInput lines_;
  cmd::Stream& screen_;
};

}  // namespace

std::string screen_of(const std::string& command, const std::string& typed) {
  const auto line = std::get<CommandLine>(read_command_line(command));
  RealFiles files;
  cmd::StringStream screen;
  Keyboard keyboard(typed, screen);
  cmd::Env env{.files = files, .in = keyboard, .out = screen, .err = screen};
  env.variables = line.variables;
  env.variables["LANG"] = "zh_CN.UTF-8";
  env.in_is_terminal = env.out_is_terminal = env.err_is_terminal = true;
  env.width = 80;
  const ExitCode code = cmd::run(line.arguments, env);
  if (code != ExitCode::yes) {
    screen.text += "[exit " + std::to_string(static_cast<int>(code)) + "]\n";
  }
  return screen.text;
}

}  // namespace assess::test
