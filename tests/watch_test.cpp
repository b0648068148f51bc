// `assess validate --watch` as a real process among real files: what it notices, what it leaves
// alone, and how it ends. A test gives up only when nothing has happened for a whole minute.
#include "support/working_folder.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace assess::test {
namespace {

namespace fs = std::filesystem;

const std::string good_bank = read_bytes(ASSESS_ROOT "/tests/golden/common/tiny.yaml");
const std::string good_answers = read_bytes(ASSESS_ROOT "/tests/golden/common/good.yaml");

std::string replaced_once(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// The answers with a fault that is told by this word.
std::string faulty_answers(const std::string& word) {
  return replaced_once(good_answers, "answers:", word + ": 1\nanswers:");
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// The program in the background; it writes to the files `out` and `err`.
class Watching {
 public:
  explicit Watching(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {ASSESS_PROGRAM, "validate", "--watch"});
    child_ = ::fork();
    REQUIRE(child_ >= 0);
    if (child_ == 0) run(arguments);
    wait_for_runs(1);
  }

  ~Watching() {
    if (child_ > 0) {
      ::kill(child_, SIGKILL);
      ::waitpid(child_, nullptr, 0);
    }
  }

  Watching(const Watching&) = delete;
  Watching& operator=(const Watching&) = delete;

  std::string out() const { return read_bytes("out"); }
  std::string err() const { return fs::exists("err") ? read_bytes("err") : std::string(); }

  // Each run is told by one line: the first one afterwards, the others before.
  std::size_t runs() const { return count_of(err(), "assess: "); }

  void wait_for_runs(std::size_t least) {
    wait_until([&] { return runs() >= least; });
  }

  // What standard output says from where the last call left it up to `part`, once it says that.
  std::string wait_for(const std::string& part) {
    wait_until([&] { return out().find(part, seen_) != std::string::npos; });
    const std::size_t end = out().find(part, seen_) + part.size();
    std::string fresh = out().substr(seen_, end - seen_);
    seen_ = end;
    return fresh;
  }

  // What a shell would take for its exit status.
  int interrupt() {
    ::kill(child_, SIGINT);
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = 0;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

  static void wait_until(const std::function<bool()>& is_so) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!is_so()) {
      REQUIRE(std::chrono::steady_clock::now() < end);
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }

 private:
  [[noreturn]] static void run(const std::vector<std::string>& arguments) {
    const int out = ::open("out", O_WRONLY | O_CREAT | O_TRUNC, 0666);
    const int err = ::open("err", O_WRONLY | O_CREAT | O_TRUNC, 0666);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    std::signal(SIGINT, SIG_DFL);
    std::vector<char*> words;
    for (const std::string& argument : arguments)
      words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    const char* environment[] = {nullptr};
    ::execve(ASSESS_PROGRAM, words.data(), const_cast<char**>(environment));
    ::_exit(127);
  }

  pid_t child_ = 0;
  std::size_t seen_ = 0;
};

// As editors do it.
void save_by_rename(const std::string& path, const std::string& text) {
  write_bytes(path + "~new", text);
  fs::rename(path + "~new", path);
}

}  // namespace

TEST_CASE("a fault is told when it is saved, and gone when it is mended") {
  const WorkingFolder folder;
  write_bytes("tiny.yaml", good_bank);
  write_bytes("good.yaml", good_answers);
  Watching watching({"good.yaml"});
  CHECK(watching.wait_for(" in 1 file").find("error:") == std::string::npos);
  write_bytes("good.yaml", faulty_answers("one"));
  CHECK(watching.wait_for("`one`").find("good.yaml:") != std::string::npos);
  watching.wait_for(" in 1 file");
  save_by_rename("good.yaml", faulty_answers("two"));
  watching.wait_for("`two`");
  watching.wait_for(" in 1 file");
  save_by_rename("good.yaml", good_answers);
  CHECK(watching.wait_for(" in 1 file").find("\n0 errors, 0 warnings") != std::string::npos);
  CHECK(watching.err().find(" good.yaml changed\n") != std::string::npos);
  CHECK(watching.out().find('\x1b') == std::string::npos);
  CHECK(watching.interrupt() == 130);
  CHECK(count_of(watching.err(), "\n") == count_of(watching.err(), "assess: "));
}

TEST_CASE("the bank that answers use is watched, wherever it was found") {
  const WorkingFolder folder;
  write_bytes("elsewhere/bank.yaml", good_bank.substr(0, good_bank.find("questions:\n")));
  write_bytes("elsewhere/questions/1.yaml", good_bank.substr(good_bank.find("questions:\n") + 11));
  write_bytes("answers/good.yaml", good_answers);
  Watching watching({"answers", "--bank", "elsewhere"});
  watching.wait_for(" in 1 file");
  write_bytes("elsewhere/questions/1.yaml", "nonsense: 1\n");
  watching.wait_for("[answers/broken-bank]");
  write_bytes("elsewhere/questions/1.yaml", good_bank.substr(good_bank.find("questions:\n") + 11));
  CHECK(watching.wait_for("\n0 errors").find("good.yaml") == std::string::npos);
}

TEST_CASE("files and folders that come, go and come back are noticed") {
  const WorkingFolder folder;
  write_bytes("tiny.yaml", good_bank);
  write_bytes("in/good.yaml", good_answers);
  Watching watching({"in", "--bank", "tiny.yaml"});
  watching.wait_for(" in 1 file");
  write_bytes("in/new.yaml", good_answers);
  watching.wait_for(" in 2 files");
  write_bytes("in/deep/er/new.yaml", good_answers);
  watching.wait_for(" in 3 files");
  write_bytes("in/deep/er/new.yaml", faulty_answers("three"));
  watching.wait_for("`three`");
  watching.wait_for(" in 3 files");
  fs::rename("in/deep", "away");
  watching.wait_for(" in 2 files");
  fs::create_hard_link("in/new.yaml", "in/link.yaml");
  watching.wait_for(" in 3 files");
  fs::remove_all("in");
  watching.wait_for("[io/no-such-input]");
  write_bytes("in/back.yaml", faulty_answers("four"));
  CHECK(watching.wait_for("`four`").find("in/back.yaml") != std::string::npos);
  write_bytes("in/back.yaml", faulty_answers("five"));
  CHECK(watching.wait_for("`five`").find("in/back.yaml") != std::string::npos);
}

TEST_CASE("what the program writes itself, and what is no input, starts no run") {
  const WorkingFolder folder;
  write_bytes("tiny.yaml", good_bank);
  write_bytes("good.yaml", good_answers);
  Watching watching({".", "-o", "json:result.json", "-o", "oneline:result.yaml"});
  watching.wait_for(" in 2 files");
  write_bytes("notes.txt", "nothing");
  write_bytes(".good.yaml.swp", "nothing");
  write_bytes("good.yaml~", "nothing");
  const std::size_t before = watching.runs();
  // A run that one of these had started would come before the one that this starts.
  write_bytes("good.yaml", faulty_answers("six"));
  watching.wait_for("`six`");
  watching.wait_for_runs(before + 1);
  CHECK(watching.runs() == before + 1);
  // The files are written after standard output.
  for (const char* path : {"result.json", "result.yaml"}) {
    Watching::wait_until([&] { return read_bytes(path).find("`six`") != std::string::npos; });
  }
}

}  // namespace assess::test
