#include "unit/yaml/reading.hpp"

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::yaml {
namespace {

using Type = Shape::Type;

TEST_CASE("a text is what was written, with its place") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"k: plain", "plain"},
      {"k: \"quoted\"", "quoted"},
      {"k: 1.10", "1.10"},
      {"k: '0012'", "0012"},
      {"k: 'yes'", "yes"},
      {"k: 1e3", "1e3"},
      {"k: 2026-01-02", "2026-01-02"},
      {"k: 智能", "智能"},
      {"k: |\n  a\n  b\n", "a\nb\n"},
      {"k: 'null'", "null"},
      {"k: 0", "0"},
      {"k: 91330200MADEM0C77R", "91330200MADEM0C77R"},
      {"k: 0.8", "0.8"},
      {"k: Norway", "Norway"},
      {"k: a:b", "a:b"},
      {"k: v1_2", "v1_2"},
  };
  for (const auto& [text, value] : cases) {
    CAPTURE(text);
    Reading reading(text);
    Fields fields = reading.fields();
    const auto read = fields.text("k");
    CHECK(read.value == value);
    CHECK(read.span.begin == 3);
    fields.done();
    CHECK(reading.faults().empty());
  }
}

TEST_CASE("text on which YAML readers disagree is taken as written, with a warning") {
  for (const std::string text :
       {"yes",   "Yes",   "YES",  "no",  "No",   "NO",    "on",    "On",
        "ON",    "off",   "Off",  "OFF", "true", "True",  "TRUE",  "false",
        "False", "FALSE", "0012", "00",  "010",  "12:30", "1_000", "1:2:3"}) {
    CAPTURE(text);
    Reading plain("k: " + text);
    CHECK(plain.fields().text("k").value == text);
    CHECK(plain.faults() == "1:4 yaml/ambiguous-text");
    CHECK_FALSE(plain.diagnostics.has_errors());
    Reading quoted("k: \"" + text + "\"");
    CHECK(quoted.fields().text("k").value == text);
    CHECK(quoted.faults().empty());
  }
}

TEST_CASE("a key that is absent or empty is missing where it is required") {
  for (const std::string text : {"{a: 1}", "{a: 1, k: }", "{a: 1, k: ~}", "{a: 1, k: null}"}) {
    CAPTURE(text);
    const std::vector<std::pair<Type, std::function<void(Fields&)>>> questions{
        {Type::text, [](Fields& fields) { CHECK(fields.text("k").value.empty()); }},
        {Type::word, [](Fields& fields) { CHECK_FALSE(fields.word("k").has_value()); }},
        {Type::integer, [](Fields& fields) { CHECK(fields.integer("k").value == 0); }},
        {Type::number, [](Fields& fields) { CHECK(fields.number("k").value == Fraction(0)); }},
        {Type::mapping, [](Fields& fields) { CHECK_FALSE(fields.require("k").has_value()); }},
    };
    for (const auto& [type, ask] : questions) {
      Reading reading(text);
      Fields fields = reading.fields(type);
      fields.find("a");
      ask(fields);
      fields.done();
      CHECK(reading.faults() == "1:1 yaml/missing-key");
    }
  }
}

TEST_CASE("a key that is absent or empty is fine where it is not required") {
  for (const std::string text : {"{}", "{k: }", "{k: ~}"}) {
    CAPTURE(text);
    Reading reading(text);
    Fields fields = reading.fields();
    CHECK_FALSE(fields.find("k").has_value());
    CHECK_FALSE(fields.optional_text("k").has_value());
    CHECK_FALSE(reading.fields(Type::integer).optional_integer("k").has_value());
    CHECK_FALSE(reading.fields(Type::number).optional_number("k").has_value());
    CHECK(reading.fields(Type::flag).flag("k", true));
    CHECK_FALSE(reading.fields(Type::flag).flag("k", false));
    CHECK(reading.fields(Type::list).list("k").empty());
    CHECK(reading.fields(Type::list).texts("k").empty());
    CHECK(reading.fields(Type::list).words("k").empty());
    fields.done();
    CHECK(reading.faults().empty());
  }
}

TEST_CASE("whole numbers are read without leading zeros, and nothing else") {
  const std::vector<std::pair<std::string, int>> good{
      {"0", 0}, {"7", 7}, {"-3", -3}, {"2147483647", 2147483647}, {"'12'", 12}};
  for (const auto& [text, value] : good) {
    CAPTURE(text);
    Reading reading("k: " + text);
    CHECK(reading.fields(Type::integer).integer("k").value == value);
    CHECK(reading.faults().empty());
  }
  for (const std::string text :
       {"010", "00", "-0", "-01", "+1", "1.0", "1e3", "0x10", "1_000", "2147483648",
        "99999999999999999999", "one", "''", "1 2", "１", "[1]", "{a: 1}"}) {
    CAPTURE(text);
    Reading reading("k: " + text);
    const auto read = reading.fields(Type::integer).integer("k");
    CHECK(read.value == 0);
    CHECK(read.span.begin == read.span.end);
    CHECK(reading.faults() == "1:4 yaml/type");
  }
}

TEST_CASE("numbers are whole, decimal, per cent or fractions, and nothing else") {
  const std::vector<std::pair<std::string, Fraction>> good{
      {"3", 3}, {"0.8", {4, 5}}, {"80%", {4, 5}}, {"1/3", {1, 3}}, {"-1", -1}, {"'0.5'", {1, 2}}};
  for (const auto& [text, value] : good) {
    CAPTURE(text);
    Reading reading("k: " + text);
    CHECK(reading.fields(Type::number).number("k").value == value);
    CHECK(reading.faults().empty());
  }
  for (const std::string text :
       {"1e3", ".5", "0,8", "1/0", "½", "80 %", "80％", "[1]", "{}", "''"}) {
    CAPTURE(text);
    Reading reading("k: " + text);
    CHECK(reading.fields(Type::number).number("k").value == Fraction(0));
    CHECK(reading.faults() == "1:4 yaml/type");
  }
}

TEST_CASE("a flag is true or false, and nothing that looks like it") {
  Reading both("{a: true, b: false}");
  Fields fields = both.fields();
  CHECK(fields.flag("a", false));
  CHECK_FALSE(fields.flag("b", true));
  CHECK(both.faults().empty());
  for (const std::string text : {"yes", "True", "1", "on", "[true]", "''"}) {
    CAPTURE(text);
    Reading reading("k: " + text);
    CHECK(reading.fields(Type::flag).flag("k", true));
    CHECK(reading.faults() == "1:4 yaml/type");
  }
}

TEST_CASE("a word is one of those that the shape lists") {
  static constexpr std::array<std::string_view, 2> words{"high", "low"};
  const std::array keys{
      Shape::Key{"k", {.type = Type::word, .words = words}, Shape::Presence::optional, {}},
      Shape::Key{"l",
                 {.type = Type::list, .item = Type::word, .words = words},
                 Shape::Presence::optional,
                 {}}};
  const Shape shape{"bank", nouns::bank, keys};
  Reading good("{k: high, l: [low, high]}");
  Fields fields(good.tree.root(), shape, good.diagnostics);
  CHECK(fields.word("k")->value == "high");
  CHECK(fields.words("l").size() == 2);
  CHECK(good.faults().empty());
  Reading bad("{k: High, l: [low, middle, [high]]}");
  Fields others(bad.tree.root(), shape, bad.diagnostics);
  CHECK_FALSE(others.word("k").has_value());
  CHECK(others.words("l").size() == 1);
  CHECK(bad.faults() == "1:5 yaml/type, 1:20 yaml/type, 1:28 yaml/type");
  CHECK(bad.diagnostics.all().front().message.en.find("high | low") != std::string::npos);
}

TEST_CASE("a text must be a scalar") {
  for (const std::string text : {"[a]", "{a: b}"}) {
    CAPTURE(text);
    Reading reading("k: " + text);
    const auto read = reading.fields().text("k");
    CHECK(read.value.empty());
    CHECK(read.span.begin == read.span.end);
    CHECK(reading.faults() == "1:4 yaml/type");
  }
}

TEST_CASE("a required text is not empty, an optional one may be") {
  for (const std::string text : {"''", "\"\"", "|\n"}) {
    CAPTURE(text);
    Reading required("k: " + text);
    CHECK(required.fields().text("k").value.empty());
    CHECK(required.faults() == "1:4 yaml/type");
    Reading optional("k: " + text);
    CHECK(optional.fields().optional_text("k")->value.empty());
    CHECK(optional.faults().empty());
  }
}

TEST_CASE("a list gives its items in order, and its texts with their places") {
  Reading reading("k: [a, 'b', ~, {c: d}, no]");
  Fields fields = reading.fields(Type::list);
  CHECK(fields.list("k").size() == 5);
  const auto texts = fields.texts("k");
  REQUIRE(texts.size() == 3);
  CHECK(texts[0].value == "a");
  CHECK(texts[1].value == "b");
  CHECK(reading.text(texts[1].span) == "'b'");
  CHECK(texts[2].value == "no");
  CHECK(reading.faults() == "1:13 yaml/type, 1:16 yaml/type, 1:24 yaml/ambiguous-text");
}

TEST_CASE("texts that are only checked have the faults of those that are read") {
  for (const std::string text :
       {"[a, 'b']", "[a, 'b', ~, {c: d}, no]", "[~]", "[]", "~", "a", "{a: b}", "[[a]]"}) {
    CAPTURE(text);
    Reading read("k: " + text);
    Reading checked("k: " + text);
    const auto texts = read.fields(Type::list).texts("k");
    CHECK(checked.fields(Type::list).check_texts("k") == !texts.empty());
    CHECK(checked.faults() == read.faults());
  }
  for (const std::string text : {"a", "'b'", "no", "~", "''", "[a]", "{a: b}", "0012"}) {
    CAPTURE(text);
    Reading read("k: " + text);
    Reading checked("k: " + text);
    const auto value = read.fields().optional_text("k");
    CHECK(checked.fields().check_text("k") == value.has_value());
    CHECK(checked.faults() == read.faults());
  }
}

TEST_CASE("of equal keys the first is taken, and of many keys each is found") {
  std::string text = "a: true\nb: false\n";
  for (int i = 0; i < 100; ++i) text += "x" + std::to_string(i) + ": 1\n";
  text += "k: last\nknown: y\n";
  Reading reading(text);
  Fields fields = reading.fields();
  CHECK(fields.text("k").value == "last");
  CHECK(fields.flag("a", false));
  CHECK_FALSE(fields.flag("b", true));
  CHECK(fields.optional_text("known")->value == "y");
  CHECK_FALSE(fields.optional_text("absent").has_value());
  CHECK(reading.faults() == "");
  fields.done();
  CHECK(reading.diagnostics.all().size() == 100);
}

TEST_CASE("what is not a list is reported where one is wanted") {
  for (const std::string text : {"a", "{a: b}", "''"}) {
    CAPTURE(text);
    Reading reading("k: " + text);
    CHECK(reading.fields(Type::list).list("k").empty());
    CHECK(reading.faults() == "1:4 yaml/not-a-list");
  }
}

TEST_CASE("what is not a mapping is reported once, and nothing of it as missing or unknown") {
  for (const std::string text : {"a", "- a", "''"}) {
    CAPTURE(text);
    Reading reading(text);
    Fields fields = reading.fields();
    CHECK_FALSE(fields.is_mapping());
    CHECK(fields.text("k").value.empty());
    CHECK_FALSE(fields.find("k").has_value());
    CHECK_FALSE(fields.optional_text("k").has_value());
    fields.done();
    CHECK(reading.faults() == "1:1 yaml/not-a-mapping");
    Reading pairs(text);
    CHECK(read_pairs(pairs.tree.root(), nouns::bank, pairs.diagnostics).empty());
    CHECK(pairs.faults() == "1:1 yaml/not-a-mapping");
  }
}

TEST_CASE("a mapping whose keys are data gives its pairs in order, of equal keys the first") {
  SourceMap sources;
  Diagnostics diagnostics;
  const auto tree = parse(sources, sources.add("f", "{b: 1, a: ~, b: 2, 'c': [x]}"), diagnostics);
  REQUIRE(tree.has_value());
  std::string seen;
  for (const auto& [key, value] : read_pairs(tree->root(), nouns::bank, diagnostics))
    seen += key.value + "=" + describe(value) + " ";
  CHECK(seen == "b=1 a=~ c=[...] ");
}

TEST_CASE("a value is described by itself or by its kind, and not at length") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"'a b'", "a b"},
      {"[a]", "[...]"},
      {"{a: b}", "{...}"},
      {"[~]", "[...]"},
      {std::string(40, 'x'), std::string(40, 'x')},
      {std::string(41, 'x'), std::string(40, 'x') + "…"},
      {"智能制造智能制造智能制造智能制造", "智能制造智能制造智能制造智能…"},
  };
  for (const auto& [text, shown] : cases) {
    CAPTURE(text);
    const Reading reading(text);
    CHECK(describe(reading.tree.root()) == shown);
  }
}

TEST_CASE("a message names the value as it was written") {
  Reading reading("k: 010");
  reading.fields(Type::integer).integer("k");
  const Diagnostic& fault = reading.diagnostics.all().front();
  for (const Language language : {Language::zh, Language::en}) {
    CHECK(fault.message.in(language).find("`k`") != std::string::npos);
    CHECK(fault.message.in(language).find("`010`") != std::string::npos);
  }
}

}  // namespace
}  // namespace assess::yaml
