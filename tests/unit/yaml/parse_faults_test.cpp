// The table of texts that are refused: by which rule, and where.
#include "support/samples.hpp"
#include <assess/base/utf8.hpp>
#include <assess/yaml/limits.hpp>
#include <assess/yaml/node.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace assess::yaml {
namespace {

struct Case {
  std::string_view text;
  std::string_view faults;
};

struct Parsed {
  bool has_tree = false;
  bool has_errors = false;
  std::string faults;  // `line:column rule`, with commas between them
};

Parsed parsed(std::string_view text) {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId id = sources.add("f", std::string(text));
  Parsed out;
  out.has_tree = parse(sources, id, diagnostics).has_value();
  out.has_errors = diagnostics.has_errors();
  out.faults = test::faults(sources, diagnostics);
  return out;
}

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      // nothing in it
      {"", "1:1 yaml/empty"},
      {" ", "1:1 yaml/empty"},
      {"\n\n", "1:1 yaml/empty"},
      {"# only\n", "1:1 yaml/empty"},
      {"~", "1:1 yaml/empty"},
      {"---\n", "1:1 yaml/empty"},
      {"\xEF\xBB\xBF"
       "",
       "1:1 yaml/empty"},
      // more than one document
      {"a: 1\n---\nb: 2\n", "3:1 yaml/several-documents"},
      {"a: 1\n...\nb: 2\n", "3:1 yaml/several-documents"},
      {"a: 1\n---\n", "3:1 yaml/several-documents"},
      {"- a\nb: 1", "2:1 yaml/several-documents"},
      {R"("a" b)", "1:5 yaml/several-documents"},
      {R"("a":b)", "1:4 yaml/several-documents"},
      {"a: 1\n---\n- b\n", "3:1 yaml/several-documents"},
      {"a: 1\n---\n[b]\n", "3:1 yaml/several-documents"},
      {"a: 1\n---\n{b: c}\n", "3:1 yaml/several-documents"},
      {"{a: 1} x", "1:8 yaml/several-documents"},
      {"[a] [b]", "1:5 yaml/several-documents"},
      // what is left out of YAML
      {"a: &x 1", "1:4 yaml/alias"},
      {"a: &x 1\nb: *x", "1:4 yaml/alias, 2:4 yaml/alias"},
      {"&x a: 1", "1:1 yaml/alias"},
      {"a: *x", "1:4 yaml/alias"},
      {"a: !!str 1", "1:4 yaml/tag"},
      {"a: !t 1", "1:4 yaml/tag"},
      {"a: ! 1", "1:4 yaml/tag"},
      {"a: ! [1]", "1:4 yaml/tag"},
      {"!!map {a: 1}", "1:1 yaml/tag"},
      // keys
      {"[a]: b", "1:1 yaml/key-not-text"},
      {"{a: b}: c", "1:1 yaml/key-not-text"},
      {"? [a]\n: b", "1:3 yaml/key-not-text"},
      {"? {a: b}", "1:3 yaml/key-not-text"},
      {"~: a", "1:1 yaml/key-not-text"},
      {"null: a", "1:1 yaml/key-not-text"},
      {"a:\nnull: b", "2:1 yaml/key-not-text"},
      {"{null: 1}", "1:2 yaml/key-not-text"},
      {": a", "1:1 yaml/key-not-text"},
      {"{,}", "1:2 yaml/key-not-text"},
      // keys that repeat
      {"a: 1\na: 2", "2:1 yaml/duplicate-key"},
      {"a: 1\nb: 2\n'a': 3", "3:1 yaml/duplicate-key"},
      {R"({a: 1, b: 2, "a": 3})", "1:14 yaml/duplicate-key"},
      {"a: {b: 1, b: 2}\nc: {b: 1}", "1:11 yaml/duplicate-key"},
      {"a: 1\na: 2\na: 3", "2:1 yaml/duplicate-key, 3:1 yaml/duplicate-key"},
      {"智: 1\n能: {x: 1, x: 2}", "2:11 yaml/duplicate-key"},
      // never closed
      {"a: [1", "1:4 yaml/syntax"},
      {"a: {b: 1", "1:4 yaml/syntax"},
      {"a: [b, c\nd: e", "1:4 yaml/syntax"},
      {"a: {b: c\nd: e}", "1:4 yaml/syntax"},
      {"a: {b: [c\n}", "2:1 yaml/syntax"},
      {"[a, b", "1:1 yaml/syntax"},
      {"{a: b\n", "1:1 yaml/syntax"},
      {"- [a, b\n- c", "1:3 yaml/syntax"},
      {R"(- {a: "]}")", "1:3 yaml/syntax"},
      {"- [a, it's # ]\n", "1:3 yaml/syntax"},
      {R"(a: "x)", "1:4 yaml/unclosed-quote"},
      {"a: \"x\n", "1:4 yaml/unclosed-quote"},
      {"a: 'x\nb: 1\n", "1:4 yaml/unclosed-quote"},
      {"a: 'it''s", "1:4 yaml/unclosed-quote"},
      {"a: {b: c, d: \"e}\nf: g\n", "1:14 yaml/unclosed-quote"},
      {"# don't\na: it's\nb: \"x", "3:4 yaml/unclosed-quote"},
      // The next quote closes it, and what stands behind that makes no sense.
      {"a: {b: \"c\", d: \"e}\nf: \"g\"\n", "1:16 yaml/unclosed-quote"},
      {"a: \"e\nf: 1\ng: \"%\"\n", "1:4 yaml/unclosed-quote"},
      {"a: 'e\n  f'\nb: 'c' d\n", "3:8 yaml/syntax"},
      // brackets too many
      {"a: [b]]", "1:7 yaml/syntax"},
      {"a: {b: 1}}", "1:10 yaml/syntax"},
      {"a: ]", "1:4 yaml/syntax"},
      {"]", "1:1 yaml/syntax"},
      {"}", "1:1 yaml/syntax"},
      {"a: {b: [c, d}", "1:13 yaml/syntax"},
      // tabs
      {"\ta: 1", "1:1 yaml/tab-indentation"},
      {"a:\n\tb: 1", "2:1 yaml/tab-indentation"},
      {"a:\n  b: 1\n\tc: 2", "3:1 yaml/tab-indentation"},
      {"a:\n  b: 1\n  \tc: 2\n", "3:3 yaml/tab-indentation"},
      // colons, dashes, indentation
      {"a: b: c", "1:5 yaml/syntax"},
      {"a: 智能: c", "1:6 yaml/syntax"},
      {"a: b\n  c: d", "2:4 yaml/syntax"},
      {"a\nb: 1", "2:2 yaml/syntax"},
      {"a: 1 b: 2", "1:7 yaml/syntax"},
      {"a: 1\n- b", "2:1 yaml/syntax"},
      {"a: - b", "1:4 yaml/syntax"},
      {"a: 1\n   b: 2\n  c: 3", "2:5 yaml/syntax"},
      {"a:\n  b: 1\n c: 2", "3:2 yaml/syntax"},
      // quotes and escapes
      {R"(a: "b"c)", "1:7 yaml/syntax"},
      {R"(a: "b" c: d)", "1:8 yaml/syntax"},
      {"a: 'it's'", "1:8 yaml/syntax"},
      {R"(a: "\z")", "1:7 yaml/syntax"},
      {R"(a: "\u12g4")", "1:11 yaml/syntax"},
      {R"(a: "\uD800")", "1:11 yaml/syntax"},
      {R"(a: "\U00110000")", "1:15 yaml/syntax"},
      {"a: \"x\n---\ny\"", "2:1 yaml/syntax"},
      // signs
      {"@x", "1:1 yaml/syntax"},
      {"`x`", "1:1 yaml/syntax"},
      {"a: %x", "1:4 yaml/syntax"},
      {"a: @x", "1:4 yaml/syntax"},
      {"a: |x\n  b", "1:5 yaml/syntax"},
      {"a: >- x\n  b", "1:7 yaml/syntax"},
      {"a: &", "1:5 yaml/syntax"},
      {"a: *", "1:5 yaml/syntax"},
  };
  return all;
}

TEST_CASE("what is not a file of ours is refused at the place of the fault") {
  for (const Case& c : cases()) {
    CAPTURE(c.text);
    const Parsed result = parsed(c.text);
    CHECK(result.faults == c.faults);
    CHECK(result.has_errors);
  }
}

TEST_CASE("after a fault there is no tree, except that of equal keys the first counts") {
  for (const Case& c : cases()) {
    CAPTURE(c.text);
    const bool only_repeats = c.faults.find("yaml/duplicate-key") != std::string_view::npos;
    CHECK(parsed(c.text).has_tree == only_repeats);
  }
}

TEST_CASE("every fault of syntax is explained in Chinese, too") {
  for (const Case& c : cases()) {
    if (c.faults.find("yaml/syntax") == std::string_view::npos) continue;
    CAPTURE(c.text);
    SourceMap sources;
    Diagnostics diagnostics;
    parse(sources, sources.add("f", std::string(c.text)), diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    const std::string& message = diagnostics.all().front().message.zh;
    const auto explanation = to_code_points(message.substr(message.rfind("：") + 3));
    CHECK(std::any_of(explanation.begin(), explanation.end(),
                      [](char32_t sign) { return sign > 0x3000; }));
  }
}

TEST_CASE("a key that repeats points back to its first place") {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId id = sources.add("f", "a: 1\nb: 2\n'a': 3\n");
  parse(sources, id, diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  const Diagnostic& fault = diagnostics.all().front();
  CHECK(fault.where == Span{id, 10, 13});
  REQUIRE(fault.labels.size() == 1);
  CHECK(fault.labels.front().span == Span{id, 0, 1});
}

TEST_CASE("among many keys the one that repeats is found too") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "k" + std::to_string(i) + ": x\n";
  CHECK(parsed(text).faults.empty());
  CHECK(parsed(text + "k7: y\n").faults == "41:1 yaml/duplicate-key");
}

TEST_CASE("bytes that are not clean UTF-8 are refused before they are parsed") {
  const std::vector<Case> bytes{
      {"a: \xFF", "1:4 yaml/not-utf8"},
      {"a: b\n\xC4\xE3: c", "2:1 yaml/not-utf8"},
      {"智\xE8", "1:2 yaml/not-utf8"},
      {{"\xFF\xFE"
        "a\0",
        4},
       "1:1 yaml/not-utf8"},
      {{"\xFE\xFF\0a", 4}, "1:1 yaml/not-utf8"},
      {{"a: \0", 4}, "1:4 yaml/control-character"},
      {{"a\0:\0", 4}, "1:2 yaml/control-character"},
      {"a: \x01", "1:4 yaml/control-character"},
      {"a: b\n# \x1b[31m", "2:3 yaml/control-character"},
      {"a: \x7F", "1:4 yaml/control-character"},
      {"a: \x0C", "1:4 yaml/control-character"},
      {"a: x\xEF\xBB\xBF", "1:5 yaml/misplaced-bom"},
      {"\xEF\xBB\xBF\xEF\xBB\xBF"
       "a: x",
       "1:1 yaml/misplaced-bom"},
  };
  for (const Case& c : bytes) {
    CAPTURE(c.faults);
    CHECK(parsed(c.text).faults == c.faults);
  }
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST_CASE("a byte that cannot stand in a file is found far behind its start too") {
  for (const int count : {254, 255, 256, 509, 510, 511, 700}) {
    const std::string start = "a: " + repeated("x", count - 3);
    CAPTURE(count);
    const std::string place = "1:" + std::to_string(count + 1);
    CHECK(parsed(start + "\x01").faults == place + " yaml/control-character");
    CHECK(parsed(start + "\x7F" + "\x01y\n").faults == place + " yaml/control-character");
    CHECK(parsed(start + "\xEF\xBB\xBF").faults == place + " yaml/misplaced-bom");
    CHECK(parsed(start + "\xEF\xBB\xBEy").faults.empty());
  }
}

TEST_CASE("a file may be nested as deep as the limit and no deeper") {
  CHECK(parsed(repeated("[", max_depth) + repeated("]", max_depth)).faults.empty());
  CHECK(parsed(repeated("[", max_depth + 1) + repeated("]", max_depth + 1)).faults ==
        "1:65 yaml/too-deep");
  CHECK(parsed(repeated("- ", max_depth) + "x").faults.empty());
  CHECK(parsed(repeated("- ", max_depth + 1) + "x").faults == "1:129 yaml/too-deep");
  CHECK(parsed(repeated("{a: ", max_depth) + repeated("}", max_depth)).faults.empty());
  CHECK(parsed(repeated("{a: ", max_depth + 1) + repeated("}", max_depth + 1)).faults ==
        "1:257 yaml/too-deep");
  CHECK(parsed(repeated("- ", 100'000)).faults == "1:129 yaml/too-deep");
  CHECK(parsed(repeated("[ \n", 100'000)).faults ==
        std::to_string(max_open_brackets + 1) + ":1 yaml/too-deep");
  CHECK(parsed(repeated("{", 1'000'000)).faults ==
        "1:" + std::to_string(max_open_brackets + 1) + " yaml/too-deep");
}

TEST_CASE("a file may have as many values as the limit and no more") {
  const auto list_of = [](std::size_t items) {
    std::string text;
    for (std::size_t i = 0; i < items; ++i) text += "- a\n";
    return text;
  };
  CHECK(parsed(list_of(max_values - 1)).faults.empty());  // and the list itself
  CHECK(parsed(list_of(max_values)).faults == "400000:3 yaml/too-many-values");
}

TEST_CASE("aliases are refused before they can multiply") {
  std::string text = "a0: &a0 x\n";
  for (int i = 1; i < 10; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before +
            "]\n";
  }
  const Parsed result = parsed(text);
  CHECK_FALSE(result.has_tree);
  CHECK(std::count(result.faults.begin(), result.faults.end(), 'y') == 28);
}

TEST_CASE("a cut at any byte of a good file is read or refused, never worse") {
  const std::string text =
      "a: \"x\\\"\"\nb: |\n  1\n\n  2\nc: {d: [e, 'f'], g: ~}\n智: >-\n  能\nh:\n  - i: j\n";
  REQUIRE(parsed(text).faults.empty());
  for (std::size_t size = 0; size < text.size(); ++size) {
    CAPTURE(size);
    const Parsed result = parsed(text.substr(0, size));
    CHECK(result.has_tree != result.has_errors);
  }
}

}  // namespace
}  // namespace assess::yaml
