// Lines of a feed of any length, in memory that does not grow with it.
#pragma once

#include <assess/io/files.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace assess {

struct Line {
  std::string text;          // without its end (`\n`, `\r\n`)
  std::size_t number = 0;    // from 1
  bool is_too_long = false;  // longer than it may be; the text is empty then
  bool is_ended = false;     // false for the last one of a feed that stops within it
  std::size_t end = 0;       // bytes of the feed up to here, the end of the line included
};

class Lines {
 public:
  // `begun`: what was read from the feed already. No line is longer than `longest` bytes.
  Lines(std::unique_ptr<Feed> feed, std::size_t longest, std::string begun = {});

  // nullopt at the end.
  std::optional<Line> next();

 private:
  bool fill();

  std::unique_ptr<Feed> feed_;
  std::size_t longest_;
  std::string buffer_;
  std::size_t at_ = 0;  // of the buffer: what has been given out
  std::size_t number_ = 0;
  std::size_t end_ = 0;
  bool is_at_end_ = false;
};

}  // namespace assess
