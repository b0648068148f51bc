#include <assess/render/json_line.hpp>
#include <assess/render/json_values.hpp>

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace assess::render {
namespace {

std::string dumped(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

TEST_CASE("a line nests, and separates what stands beside each other") {
  JsonLine line;
  line.open_object();
  line.key("a");
  line.open_array();
  line.number(1);
  line.open_object();
  line.close_object();
  line.open_array();
  line.close_array();
  line.flag(true);
  line.close_array();
  line.key("b");
  line.null();
  line.key("c");
  line.text_or_null("");
  line.key("d");
  line.flag(false);
  line.close_object();
  CHECK(line.take() == "{\"a\":[1,{},[],true],\"b\":null,\"c\":null,\"d\":false}\n");
  line.number(-7);
  CHECK(line.take() == "-7\n");
}

TEST_CASE("texts are written as the library writes them") {
  std::vector<std::string> texts{"",
                                 "plain",
                                 "中文：《制度》",
                                 "a \"b\" \\ c",
                                 "tab\tbreak\n\r",
                                 std::string("nul\0here", 8),
                                 "\x1b[0m\x7f",
                                 "\xe2\x80\xa8",
                                 "bad \xff byte",
                                 "cut \xe4\xb8",
                                 "\xed\xa0\x80",
                                 "😀"};
  for (int byte = 0; byte < 0x80; ++byte) texts.emplace_back(1, static_cast<char>(byte));
  for (const std::string& text : texts) {
    CAPTURE(text);
    JsonLine line;
    line.text(text);
    CHECK(line.take() == dumped(text));
  }
}

TEST_CASE("figures have six decimals at most, on a line as in a document") {
  std::vector<Fraction> values{0,
                               1,
                               -3,
                               {-1, 3},
                               {4, 5},
                               {649, 1'000'000},  // one that the library gives more decimals
                               {1, 1'000'000},
                               {1, 3'000'000},
                               {9'999'999, 2},
                               {INT64_MAX, 1}};
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    const auto over = static_cast<std::int64_t>(random() % 100'000);
    values.emplace_back(over, static_cast<std::int64_t>(random() % 20'000 + 1));
  }
  for (const Fraction& value : values) {
    CAPTURE(value.exact());
    JsonLine line;
    line.figure(value);
    const std::string shown = line.take();
    CHECK(shown == "{\"value\":" + value.shortest(6) + ",\"exact\":\"" + value.exact() + "\"}\n");
    CHECK(written(figure(value)) == "{\n  \"value\": " + value.shortest(6) + ",\n  \"exact\": \"" +
                                        value.exact() + "\"\n}\n");
  }
  JsonLine line;
  line.figure(std::nullopt);
  CHECK(line.take() == "null\n");
}

}  // namespace assess::render
