// `fill` as a process: killed at any moment, on a real terminal, beside others at the same file.
#include "support/samples.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <pty.h>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace assess::test {
namespace {

const std::string bank = ASSESS_ROOT "/questionbanks/cmmm";

// A child process, its standard error in a file; or on a terminal of its own.
pid_t start(std::vector<std::string> arguments, const std::string& err) {
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child > 0) return child;
  const int out = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(out, STDERR_FILENO);
  ::execv(pointers[0], pointers.data());
  ::_exit(127);
}

int wait_for(pid_t child) {
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return status;
}

int run_assess(std::vector<std::string> arguments, const std::string& err) {
  arguments.insert(arguments.begin(), ASSESS_PROGRAM);
  const int status = wait_for(start(std::move(arguments), err));
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void write_sheet(const std::string& path) {
  REQUIRE(run_assess({"new", path, "--bank", bank, "--name", "某厂", "--variant", "discrete",
                      "--date", "2026-11-22"},
                     "new.err") == 0);
}

std::vector<std::string> lines_of(const std::string& path) {
  std::istringstream in(read_bytes(path));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// What the file says of each question that is answered, in the bank's order.
std::vector<std::string> answered(const std::string& path) {
  const AnswersRead read = read_answers_text(shipped_bank().bank, read_bytes(path));
  REQUIRE_MESSAGE(!read.diagnostics.has_errors(), read.faults);
  std::vector<std::string> out;
  for (const Answer& answer : read.answers.answers) {
    if (answer.option) out.push_back(answer.question.value + " " + answer.option->value);
  }
  return out;
}

// A terminal with `assess fill` on it.
class Terminal {
 public:
  explicit Terminal(std::vector<std::string> arguments) {
    winsize size{};
    size.ws_row = 24;
    size.ws_col = 80;
    child_ = ::forkpty(&screen_, nullptr, nullptr, &size);
    REQUIRE(child_ >= 0);
    if (child_ > 0) return;
    ::setenv("LANG", "zh_CN.UTF-8", 1);
    arguments.insert(arguments.begin(), ASSESS_PROGRAM);
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    ::execv(pointers[0], pointers.data());
    ::_exit(127);
  }
  ~Terminal() {
    if (screen_ >= 0) ::close(screen_);
    if (child_ > 0) ::waitpid(child_, nullptr, 0);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  // Reads until the screen has shown `text`.
  void expect(const std::string& text) {
    while (seen_.find(text) == std::string::npos) {
      char buffer[4096];
      const ssize_t got = ::read(screen_, buffer, sizeof buffer);
      if (got <= 0) break;
      seen_.append(buffer, static_cast<std::size_t>(got));
    }
    const auto at = seen_.find(text);
    REQUIRE_MESSAGE(at != std::string::npos, text << " not in " << seen_);
    seen_.erase(0, at + text.size());
  }

  void type(const std::string& text) {
    REQUIRE(::write(screen_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  }

  void close() { ::close(std::exchange(screen_, -1)); }

  int end() { return wait_for(std::exchange(child_, -1)); }

 private:
  pid_t child_ = -1;
  int screen_ = -1;
  std::string seen_;
};

}  // namespace

TEST_CASE("a hundred kills leave a hundred valid files with all that was accepted") {
  const WorkingFolder folder;
  write_sheet("empty.yaml");
  const std::string empty = read_bytes("empty.yaml");
  std::string script;
  for (const Question& question : shipped_bank().bank.questions) {
    if (question.level == 1) script += question.id.value + " C\n";
  }
  write_bytes("script.txt", script);
  const std::vector<std::string> wanted = lines_of("script.txt");
  std::size_t cut_short = 0;
  for (unsigned i = 0; i < 100; ++i) {
    CAPTURE(i);
    write_bytes("a.yaml", empty);
    write_bytes("err", "");
    const pid_t child =
        start({ASSESS_PROGRAM, "fill", "a.yaml", "--bank", bank, "--from", "script.txt"}, "err");
    // Somewhere behind one of the first fifty answers.
    while (lines_of("err").size() < i * 7919 % 50 + 1 && ::kill(child, 0) == 0) ::usleep(100);
    ::usleep(i * 104729 % 3000);
    ::kill(child, SIGKILL);
    wait_for(child);
    std::vector<std::string> told = lines_of("err");
    if (!told.empty() && !read_bytes("err").ends_with('\n')) told.pop_back();
    const std::vector<std::string> saved = answered("a.yaml");
    CHECK(saved.size() >= told.size());
    CHECK(saved.size() <= told.size() + 1);
    REQUIRE(saved.size() <= wanted.size());
    CHECK(std::equal(saved.begin(), saved.end(), wanted.begin()));
    if (!saved.empty() && saved.size() < wanted.size()) ++cut_short;
  }
  MESSAGE("killed between the first and the last answer: " << cut_short);
}

TEST_CASE("on a terminal answers are saved as they are given") {
  const WorkingFolder folder;
  write_sheet("a.yaml");
  Terminal terminal({"fill", "a.yaml", "--bank", bank});
  terminal.expect("[1/56]");
  terminal.expect("h 帮助）：");
  terminal.type("ｃ\r");
  terminal.expect("L1-1.1.1 = C，已保存");
  terminal.expect("以后再补）：");
  terminal.type("规划.pdf；纪要\r");
  terminal.expect("已保存");
  CHECK(answered("a.yaml") == std::vector<std::string>{"L1-1.1.1 C"});
  terminal.expect("[2/56]");
  terminal.type("备注 已列入《2026年预算》\r");
  terminal.expect("已保存");
  terminal.type("n\r");
  terminal.expect("不能答“不涉及”");
  terminal.type("go 生产\r");
  terminal.expect("L1-5.1.1");
  terminal.type("s\r");
  terminal.expect("目前得分");
  SUBCASE("and leaving is leaving") {
    terminal.type("q\r");
    CHECK(terminal.end() == 0);
  }
  SUBCASE("also by Ctrl-C") {
    terminal.type("d\r");
    terminal.expect("L1-5.1.1 = D，已保存");
    terminal.type("\x03");
    CHECK(WTERMSIG(terminal.end()) == SIGINT);
  }
  SUBCASE("also when the terminal is closed with a line half typed") {
    terminal.type("L1-5.1.2 D");
    terminal.close();
    terminal.end();
  }
  const auto saved = answered("a.yaml");
  REQUIRE_FALSE(saved.empty());
  CHECK(saved.front() == "L1-1.1.1 C");
  CHECK(saved.size() <= 2);
  CHECK(read_bytes("a.yaml").find("evidence: [规划.pdf, 纪要]") != std::string::npos);
  CHECK(read_bytes("a.yaml").find("note: 已列入《2026年预算》") != std::string::npos);
}

TEST_CASE("a second fill on the same file is turned away") {
  const WorkingFolder folder;
  write_sheet("a.yaml");
  Terminal terminal({"fill", "a.yaml", "--bank", bank});
  terminal.expect("[1/56]");
  terminal.type("B\r");
  terminal.expect("已保存");
  write_bytes("script.txt", "L1-1.1.2 D\n");
  CHECK(run_assess({"fill", "a.yaml", "--bank", bank, "--from", "script.txt"}, "err") == 2);
  CHECK(read_bytes("err").find("[form/in-use]") != std::string::npos);
  terminal.type("q\r");
  CHECK(terminal.end() == 0);
  CHECK(run_assess({"fill", "a.yaml", "--bank", bank, "--from", "script.txt"}, "err") == 0);
}

TEST_CASE("a file that is edited meanwhile is not overwritten, and both are kept") {
  const WorkingFolder folder;
  write_sheet("a.yaml");
  Terminal terminal({"fill", "a.yaml", "--bank", bank});
  terminal.expect("[1/56]");
  const std::string theirs = read_bytes("a.yaml") + "# edited\n";
  write_bytes("a.yaml", theirs);
  terminal.type("C\r");
  terminal.expect("[form/changed-meanwhile]");
  CHECK(WEXITSTATUS(terminal.end()) == 2);
  CHECK(read_bytes("a.yaml") == theirs);
  CHECK(answered("a.mine.yaml") == std::vector<std::string>{"L1-1.1.1 C"});
}

TEST_CASE("the end of input is no answer") {
  const WorkingFolder folder;
  write_sheet("a.yaml");
  Terminal terminal({"fill", "a.yaml", "--bank", bank});
  terminal.expect("h 帮助）：");
  terminal.type("\x04");
  CHECK(terminal.end() == 0);
  CHECK(answered("a.yaml").empty());
}

}  // namespace assess::test
