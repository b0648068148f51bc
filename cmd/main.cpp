// The program: hands the real world to the commands.
#include "cli.hpp"
#include <assess/diag/rules.hpp>
#include <assess/io/error_words.hpp>
#include <assess/io/watcher.hpp>

#include <sys/ioctl.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <string>
#include <unistd.h>
#include <vector>

extern char** environ;

namespace assess::cmd {
namespace {

class DescriptorStream : public Stream {
 public:
  explicit DescriptorStream(int descriptor) : descriptor_(descriptor) {}
  void write(std::string_view bytes) override {
    while (is_good() && !bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) {
        error_ = errno;
      } else {
        bytes.remove_prefix(static_cast<std::size_t>(written));
      }
    }
  }
  bool is_good() const override { return error_ == 0; }
  int error() const { return error_; }

 private:
  int descriptor_;
  int error_ = 0;
};

class StandardFeed : public Feed {
 public:
  explicit StandardFeed(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}
  std::size_t read(char* to, std::size_t most) override {
    while (true) {
      const ssize_t got = ::read(STDIN_FILENO, to, most);
      if (got < 0 && errno == EINTR) continue;
      if (got >= 0) return static_cast<std::size_t>(got);
      diagnostics_.report(rules::cannot_read, std::nullopt, "-", error_words(errno));
      return 0;
    }
  }

 private:
  Diagnostics& diagnostics_;
};

class StandardInput : public Input {
 public:
  std::unique_ptr<Feed> feed(Diagnostics& diagnostics) override {
    return std::make_unique<StandardFeed>(diagnostics);
  }

  std::optional<std::string> read(Diagnostics& diagnostics) override {
    std::string bytes;
    char buffer[65536];
    while (true) {
      const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) {
        diagnostics.report(rules::cannot_read, std::nullopt, "-", error_words(errno));
        return std::nullopt;
      }
      if (got == 0) return bytes;
      bytes.append(buffer, static_cast<std::size_t>(got));
      if (bytes.size() > Files::max_bytes) {
        diagnostics.report(rules::too_large, std::nullopt, "-", Files::max_bytes);
        return std::nullopt;
      }
    }
  }

  std::optional<std::string> line() override {
    std::size_t end = pending_.find('\n');
    while (end == std::string::npos && pending_.size() < Files::max_bytes) {
      char buffer[4096];
      const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) {
        // What was begun and not ended by Enter was not said.
        pending_.clear();
        return std::nullopt;
      }
      pending_.append(buffer, static_cast<std::size_t>(got));
      end = pending_.find('\n');
    }
    std::string out = pending_.substr(0, end);
    pending_.erase(0, end == std::string::npos ? end : end + 1);
    return out;
  }

 private:
  std::string pending_;
};

std::map<std::string, std::string> read_environment() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    const auto sign = text.find('=');
    if (sign != std::string::npos) variables[text.substr(0, sign)] = text.substr(sign + 1);
  }
  return variables;
}

int terminal_width(const std::map<std::string, std::string>& variables) {
  const auto columns = variables.find("COLUMNS");
  const int named = columns == variables.end() ? 0 : std::atoi(columns->second.c_str());
  if (named > 0) return named;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

// Beside the program when it is installed, else in the source tree that it was built from.
std::vector<std::string> bank_folders(Files& files) {
  std::vector<std::string> folders;
  const std::string program = files.identity("/proc/self/exe");
  const std::string installed =
      join_path(parent_path(parent_path(program)), "share/assess/questionbanks");
  if (files.kind(installed) == PathKind::directory) folders.push_back(installed);
  if (files.kind(ASSESS_SOURCE_BANKS) == PathKind::directory) {
    folders.emplace_back(ASSESS_SOURCE_BANKS);
  }
  return folders;
}

std::string time_of_day() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  char text[16] = "";
  if (::localtime_r(&now, &local) != nullptr) std::strftime(text, sizeof text, "%H:%M:%S", &local);
  return text;
}

int run_program(const std::vector<std::string>& arguments) {
  // A reader that goes away ends the program quietly, also where a parent ignores the signal.
  std::signal(SIGPIPE, SIG_DFL);
  RealFiles files;
  StandardInput in;
  DescriptorStream out(STDOUT_FILENO);
  DescriptorStream err(STDERR_FILENO);
  Env env{.files = files, .in = in, .out = out, .err = err};
  env.variables = read_environment();
  env.in_is_terminal = ::isatty(STDIN_FILENO) == 1;
  env.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  env.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  env.now = static_cast<std::int64_t>(std::time(nullptr));
  env.width = env.out_is_terminal ? terminal_width(env.variables) : 0;
  env.bank_folders = bank_folders(files);
  RealWatcher watcher;
  env.watcher = &watcher;
  env.time_of_day = time_of_day;
  ExitCode code = run(arguments, env);
  if (!out.is_good()) {
    const Text why = error_words(out.error());
    err.write("assess: error: cannot write standard output (无法写标准输出): " + why.en + " (" +
              why.zh + ") [io/cannot-write]\n");
    code = worst(code, ExitCode::cannot);
  }
  return static_cast<int>(code);
}

}  // namespace
}  // namespace assess::cmd

int main(int count, char** arguments) {
  return assess::cmd::run_program({arguments + 1, arguments + count});
}
