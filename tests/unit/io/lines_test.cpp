#include <assess/io/lines.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string>

namespace assess {
namespace {

// Gives out a few bytes at a time.
class Drops : public Feed {
 public:
  Drops(std::string text, std::size_t drop) : text_(std::move(text)), drop_(drop) {}
  std::size_t read(char* to, std::size_t most) override {
    const std::size_t count = text_.copy(to, std::min(most, drop_), at_);
    at_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t drop_;
  std::size_t at_ = 0;
};

// `number:text` of each line, `!` for one that is too long, `~` for one without an end.
std::string told(const std::string& text, std::size_t longest, std::size_t drop,
                 const std::string& begun = {}) {
  Lines lines(std::make_unique<Drops>(text, drop), longest, begun);
  std::string out;
  std::size_t end = 0;
  while (const auto line = lines.next()) {
    out += std::to_string(line->number) + ":" + (line->is_too_long ? "!" : line->text) +
           (line->is_ended ? " " : "~ ");
    end = line->end;
  }
  CHECK(end == begun.size() + text.size());
  return out;
}

TEST_CASE("lines are the same however the bytes arrive") {
  for (const std::size_t drop : std::initializer_list<std::size_t>{1, 2, 3, 7, 1000}) {
    CAPTURE(drop);
    CHECK(told("", 9, drop) == "");
    CHECK(told("a", 9, drop) == "1:a~ ");
    CHECK(told("a\n", 9, drop) == "1:a ");
    CHECK(told("\n\nb\r\n", 9, drop) == "1: 2: 3:b ");
    CHECK(told("a\rb\nc", 9, drop) == "1:a\rb 2:c~ ");
    CHECK(told("bc\nd\n", 9, drop, "x\na") == "1:x 2:abc 3:d ");
    CHECK(told(std::string("\0\n", 2), 9, drop) == std::string("1:\0 ", 4));
  }
}

TEST_CASE("a line that is too long is passed over, and those behind it are read") {
  for (const std::size_t drop : std::initializer_list<std::size_t>{1, 5, 1000}) {
    CAPTURE(drop);
    CHECK(told("abcd\nabcde\nab\n", 4, drop) == "1:abcd 2:! 3:ab ");
    CHECK(told(std::string(999, 'x') + "\nab", 4, drop) == "1:! 2:ab~ ");
    CHECK(told(std::string(999, 'x'), 4, drop) == "1:!~ ");
  }
}

}  // namespace
}  // namespace assess
