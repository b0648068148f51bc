// Files that are read or written piece by piece, however long.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace assess {

// A file that is written piece by piece. It gets its name when it is closed; until then, and after
// a crash, what was written stands beside it under the name with `.part` behind. A device or a pipe
// is written as it is.
class Sink {
 public:
  virtual ~Sink() = default;
  // False after a report to the diagnostics it was opened with; nothing more is written then.
  virtual bool write(std::string_view bytes) = 0;
  virtual bool close() = 0;
};

// Bytes that come one after the other, however many: a file, or standard input.
class Feed {
 public:
  virtual ~Feed() = default;
  // Up to `most` bytes; none at the end, and after a report when they cannot be read.
  virtual std::size_t read(char* to, std::size_t most) = 0;
};

// What a text holds, in pieces.
class TextFeed : public Feed {
 public:
  explicit TextFeed(std::string text) : text_(std::move(text)) {}
  std::size_t read(char* to, std::size_t most) override {
    const std::size_t count = text_.copy(to, most, at_);
    at_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

}  // namespace assess
