#include <assess/diag/source.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

std::string shown(const Position& position) {
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

struct Case {
  std::string text;
  std::vector<std::pair<std::uint32_t, std::string>> places;  // byte, line:column
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"", {{0, "1:1"}, {9, "1:1"}}},
      {"ab\ncd", {{0, "1:1"}, {2, "1:3"}, {3, "2:1"}, {4, "2:2"}, {5, "2:3"}, {99, "2:3"}}},
      {"a\n", {{1, "1:2"}, {2, "2:1"}}},
      {"a\r\nb", {{1, "1:2"}, {3, "2:1"}, {4, "2:2"}}},
      {"a\r\n\r\nb", {{3, "2:1"}, {5, "3:1"}}},
      {"a\rb\rc", {{2, "2:1"}, {4, "3:1"}}},
      {"a\r", {{2, "2:1"}}},
      {"智能: x", {{0, "1:1"}, {3, "1:2"}, {6, "1:3"}, {8, "1:5"}}},
      {"a: 智能\n  制造: 1", {{3, "1:4"}, {6, "1:5"}, {9, "1:6"}, {12, "2:3"}, {15, "2:4"}}},
      {"😀x", {{4, "1:2"}}},
      {"e\u0301x", {{3, "1:3"}}},
      {"\xFF\xFEx", {{2, "1:3"}}},
      {"\xEF\xBB\xBF"
       "ab\nc",
       {{0, "1:1"}, {3, "1:1"}, {4, "1:2"}, {6, "2:1"}}},
  };
  return all;
}

TEST_CASE("a byte has the line and the column that an editor shows") {
  for (const Case& c : cases()) {
    CAPTURE(c.text);
    SourceMap sources;
    const SourceId id = sources.add("f", c.text);
    for (const auto& [offset, place] : c.places) {
      CAPTURE(offset);
      CHECK(shown(sources.position(id, offset)) == place);
    }
  }
}

TEST_CASE("positions do not depend on the order of the questions") {
  for (const Case& c : cases()) {
    CAPTURE(c.text);
    SourceMap sources;
    const SourceId id = sources.add("f", c.text);
    for (const auto& [first, first_place] : c.places) {
      for (const auto& [second, second_place] : c.places) {
        CHECK(shown(sources.position(id, first)) == first_place);
        CHECK(shown(sources.position(id, second)) == second_place);
      }
    }
  }
}

TEST_CASE("a byte inside a character counts as the next one, and misleads no later question") {
  SourceMap sources;
  const SourceId id = sources.add("f", "智能x");
  for (const std::uint32_t inside : {1U, 2U}) {
    CAPTURE(inside);
    CHECK(shown(sources.position(id, inside)) == "1:2");
    CHECK(shown(sources.position(id, 6)) == "1:3");
  }
  CHECK(shown(sources.position(id, 5)) == "1:3");
  CHECK(shown(sources.position(id, 7)) == "1:4");
}

TEST_CASE("a line is given without its line break and without a byte order mark") {
  SourceMap sources;
  const SourceId id = sources.add("f", "\xEF\xBB\xBFone\r\n二\n\nlast");
  CHECK(sources.line(id, 1) == "one");
  CHECK(sources.line(id, 2) == "二");
  CHECK(sources.line(id, 3).empty());
  CHECK(sources.line(id, 4) == "last");
  for (const int none : {-1, 0, 5, 1000}) CHECK(sources.line(id, none).empty());
}

TEST_CASE("a source that is a part of its file counts lines from where it stands there") {
  SourceMap sources;
  const SourceId record = sources.add("cards.ndjson", "{\"a\": 1}", 123);
  CHECK(shown(sources.position(record, 0)) == "123:1");
  CHECK(shown(sources.position(record, 99)) == "123:9");
  CHECK(sources.line(record, 123) == "{\"a\": 1}");
  for (const int none : {-1, 0, 1, 122, 124}) CHECK(sources.line(record, none).empty());
  const SourceId part = sources.add("f", "one\n二x\n", 7);
  CHECK(shown(sources.position(part, 3)) == "7:4");
  CHECK(shown(sources.position(part, 7)) == "8:2");
  CHECK(shown(sources.position(part, 9)) == "9:1");
  CHECK(sources.line(part, 8) == "二x");
  CHECK(sources.line(part, 9).empty());
}

TEST_CASE("sources keep their paths and texts apart, and views into them stay good") {
  SourceMap sources;
  const SourceId first = sources.add("a.yaml", "one\ntwo");
  const std::string_view line = sources.line(first, 2);
  for (int i = 0; i < 100; ++i) sources.add("more", std::string(100, 'x'));
  const SourceId last = sources.add("b.yaml", "\n\nthree");
  CHECK(sources.size() == 102);
  CHECK(sources.path(first) == "a.yaml");
  CHECK(sources.path(last) == "b.yaml");
  CHECK(line == "two");
  CHECK(shown(sources.position(last, 2)) == "3:1");
  CHECK(shown(sources.position(first, 4)) == "2:1");
}

}  // namespace
}  // namespace assess
