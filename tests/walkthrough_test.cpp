// docs/walkthrough.md is what a terminal shows: each `terminal` block holds a command and all that
// is seen, and the `typed` block above it what is typed meanwhile. They run one after the other in
// one folder. ASSESS_UPDATE_DOCS=1 rewrites the document.
#include "cli.hpp"
#include "support/command_line.hpp"
#include "support/diff.hpp"
#include "support/pages.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

namespace assess::test {
namespace {

const std::string document_path = ASSESS_ROOT "/docs/walkthrough.md";
const std::string bank_path = ASSESS_ROOT "/tests/golden/common/tiny.yaml";

// What is typed also shows on the screen.
class Keyboard : public cmd::Input {
 public:
  Keyboard(std::string text, cmd::Stream& screen) : screen_(screen) {
    lines_.text = std::move(text);
  }
  std::optional<std::string> read(Diagnostics& diagnostics) override {
    return lines_.read(diagnostics);
  }
  std::optional<std::string> line() override {
    auto line = lines_.line();
    if (line) screen_.write(*line + "\n");
    return line;
  }

 private:
  cmd::StringInput lines_;
  cmd::Stream& screen_;
};

// Everything on one screen.
std::string shown(const std::string& command, const std::string& typed) {
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
  std::string out = "$ " + command + "\n" + screen.text;
  if (code != ExitCode::yes) out += "[exit " + std::to_string(static_cast<int>(code)) + "]\n";
  return out;
}

// The document with every terminal as it is.
std::string with_true_terminals(const std::string& document) {
  const WorkingFolder folder;
  write_bytes("tiny.yaml", read_bytes(bank_path));
  std::string out;
  std::size_t copied = 0;
  std::string typed;
  for (const Page& page : read_pages(document)) {
    for (const PageBlock& block : page.blocks) {
      if (block.kind == "typed") typed = block.text;
      if (block.kind != "terminal") continue;
      const std::size_t end = block.text.find('\n');
      REQUIRE(block.text.starts_with("$ assess "));
      out += document.substr(copied, block.begin - copied);
      out += shown(block.text.substr(2, end - 2), std::exchange(typed, {}));
      copied = block.begin + block.text.size();
    }
  }
  return out + document.substr(copied);
}

}  // namespace

TEST_CASE("docs/walkthrough.md is what a terminal shows") {
  const std::string document = read_bytes(document_path);
  const std::string truth = with_true_terminals(document);
  if (std::getenv("ASSESS_UPDATE_DOCS") != nullptr) write_bytes(document_path, truth);
  const std::string difference = diff(read_bytes(document_path), truth);
  CHECK_MESSAGE(difference.empty(), difference);
}

}  // namespace assess::test
