// All of the outside world that a command may touch. `main` fills it from the real one, tests from
// memory.
#pragma once

#include <assess/io/files.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {
class Watcher;
}

namespace assess::cmd {

// Where a command writes. A stream remembers that it failed; nothing more is written then.
class Stream {
 public:
  virtual ~Stream() = default;
  virtual void write(std::string_view bytes) = 0;
  virtual bool is_good() const { return true; }
};

class StringStream : public Stream {
 public:
  std::string text;
  void write(std::string_view bytes) override { text.append(bytes); }
};

// Standard input, asked for at most once.
class Input {
 public:
  virtual ~Input() = default;
  // nullopt after a report: too much, or it cannot be read.
  virtual std::optional<std::string> read(Diagnostics& diagnostics) = 0;

  // The next line without its end; nullopt when there is none. Not to be mixed with `read`.
  virtual std::optional<std::string> line() = 0;

  // All of it, piece by piece; likewise not to be mixed. `diagnostics` must outlive the feed.
  virtual std::unique_ptr<Feed> feed(Diagnostics& diagnostics) = 0;
};

class StringInput : public Input {
 public:
  std::string text;
  std::optional<std::string> read(Diagnostics&) override { return text; }
  std::optional<std::string> line() override {
    if (at_ >= text.size()) return std::nullopt;
    const std::size_t end = std::min(text.find('\n', at_), text.size());
    std::string out = text.substr(at_, end - at_);
    at_ = end + 1;
    return out;
  }
  std::unique_ptr<Feed> feed(Diagnostics&) override { return std::make_unique<TextFeed>(text); }

 private:
  std::size_t at_ = 0;
};

struct Env {
  Files& files;
  Input& in;
  Stream& out;
  Stream& err;
  std::map<std::string, std::string> variables;  // of the environment
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::int64_t now = 0;                   // seconds since 1970, UTC, by the clock
  int width = 0;                          // columns of the terminal; 0 when standard output is none
  std::vector<std::string> bank_folders;  // the installed or built-in places of banks
  Watcher* watcher = nullptr;             // absent where nothing can be watched
  std::function<std::string()> time_of_day{};  // `14:03:21` by the clock on the wall

  // The value of a variable; empty when it is not set.
  std::string variable(const std::string& name) const {
    const auto found = variables.find(name);
    return found == variables.end() ? std::string() : found->second;
  }
};

}  // namespace assess::cmd
