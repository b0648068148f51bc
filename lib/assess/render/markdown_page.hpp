// A page of Markdown that does not grow beyond what CI shows: a job summary on GitHub may have one
// mebibyte, and is not shown at all beyond that.
#pragma once

#include <assess/base/language.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace assess::render {

class MarkdownPage {
 public:
  static constexpr std::size_t most_bytes = std::size_t{900} * 1024;

  explicit MarkdownPage(std::size_t limit = most_bytes) : limit_(limit) {}

  // A part that is whole or not there: a heading, a row of a table, an entry of a list. From the
  // first one on that finds no room, none does.
  void add(std::string_view part);

  // What was left out is said at the end.
  std::string take(Language language);

 private:
  std::size_t limit_;
  std::size_t left_out_ = 0;
  std::string out_;
};

}  // namespace assess::render
