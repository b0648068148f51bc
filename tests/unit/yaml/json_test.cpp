// The tables of JSON texts: the tree that each becomes, with the bytes of each value, and what is
// said of those that are refused.
#include "support/json_readers.hpp"
#include "support/samples.hpp"
#include "support/tree_dump.hpp"
#include <assess/answers/read.hpp>
#include <assess/base/utf8.hpp>
#include <assess/diag/finding.hpp>
#include <assess/yaml/json.hpp>
#include <assess/yaml/limits.hpp>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace assess::yaml {
namespace {

using namespace std::string_literals;

struct Case {
  std::string text;
  std::string_view result;
};

TEST_CASE("each JSON text becomes the tree that its YAML would") {
  const std::vector<Case> cases{
      // scalars at the top
      {"1", "p0<1>"},
      {" true\n", "p1<true>"},
      {R"("b")", R"(q0<"b">=b)"},
      {R"( "" )", R"(q1<"">=)"},
      // words are kept as they are written
      {"[0, -0, 10, 1.50, -2e+7, 1E-3]",
       "s0<[0, -0, 10, 1.50, -2e+7, 1E-3]>"
       "[p1<0>, p4<-0>, p8<10>, p12<1.50>, p18<-2e+7>, p25<1E-3>]"},
      {"[123456789012345678901234567890, 1e999]",
       "s0<[123456789012345678901234567890, 1e999]>"
       "[p1<123456789012345678901234567890>, p33<1e999>]"},
      {"[true,false,null]", "s0<[true,false,null]>[p1<true>, p6<false>, ~12<null>]"},
      {R"(["null", "1", "true"])",
       R"(s0<["null", "1", "true"]>[q1<"null">=null, q9<"1">=1, q14<"true">=true])"},
      // brackets
      {"{}", "m0<{}>{}"},
      {"[]", "s0<[]>[]"},
      {"\t[\r\n]\n", "s1<[␍⏎]>[]"},
      {"[[],{}]", "s0<[[],{}]>[s1<[]>[], m4<{}>{}]"},
      {R"({"a":1})", R"(m0<{"a":1}>{q1<"a">=a: p5<1>})"},
      {R"({ "a" : { "b" : [ 1 , null ] } })",
       R"(m0<{ "a" : { "b" : [ 1 , null ] } }>{q2<"a">=a: )"
       R"(m8<{ "b" : [ 1 , null ] }>{q10<"b">=b: s16<[ 1 , null ]>[p18<1>, ~22<null>]}})"},
      {R"({"":"", "null":null})",
       R"(m0<{"":"", "null":null}>{q1<"">=: q4<"">=, q8<"null">=null: ~15<null>})"},
      {"{\"题\":\"甲，乙\"}", "m0<{\"题\":\"甲，乙\"}>{q1<\"题\">=题: q7<\"甲，乙\">=甲，乙}"},
      // escapes
      {R"("\"\\\/\b\f\n\r\t")", R"(q0<"\"\\\/\b\f\n\r\t">="\/)"
                                "\b\f⏎␍→"},
      {R"("\u4e2d\u4E2D\u0041")", R"(q0<"\u4e2d\u4E2D\u0041">=中中A)"},
      {R"("\ud83d\ude00!")", R"(q0<"\ud83d\ude00!">=😀!)"},
      {R"("\ud800\udc00\udbff\udfff")",
       "q0<\"\\ud800\\udc00\\udbff\\udfff\">=\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"},
      {R"({"a\tb":1})", R"(m0<{"a\tb":1}>{q1<"a\tb">=a→b: p8<1>})"},
      {R"("\\")", R"(q0<"\\">=\)"},
      {R"(["\\\"",1])", R"(s0<["\\\"",1]>[q1<"\\\"">=\", p8<1>])"},
      // a byte order mark at the start only is none of the text
      {"\xEF\xBB\xBF{\"a\":1}", "m3<{\"a\":1}>{q4<\"a\">=a: p8<1>}"},
      {"[\"\xEF\xBB\xBF\"]", "s0<[\"\xEF\xBB\xBF\"]>[q1<\"\xEF\xBB\xBF\">=\xEF\xBB\xBF]"},
      {"[\"\x7F\"]", "s0<[\"\x7F\"]>[q1<\"\x7F\">=\x7F]"},
  };
  JsonReader reader;
  for (const Case& c : cases) {
    CAPTURE(c.text);
    SourceMap sources;
    Diagnostics diagnostics;
    const auto tree = reader.parse(sources, sources.add("f", c.text), diagnostics);
    CHECK(diagnostics.all().empty());
    REQUIRE(tree);
    CHECK(test::dump(c.text, tree->root()) == c.result);
    CHECK(test::compare_json(c.text).difference == "");
  }
}

TEST_CASE("an escape of NUL is text") {
  SourceMap sources;
  Diagnostics diagnostics;
  JsonReader reader;
  const auto tree = reader.parse(sources, sources.add("f", R"("a\u0000b")"), diagnostics);
  REQUIRE(tree);
  CHECK(tree->root().text() == "a\0b"s);
}

TEST_CASE("text without escapes is a view into the source") {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId id = sources.add("f", R"({"key": "value"})");
  JsonReader reader;
  const auto tree = reader.parse(sources, id, diagnostics);
  REQUIRE(tree);
  const Node key = *tree->root().children().begin();
  CHECK(key.text().data() == sources.text(id).data() + 2);
  CHECK(key.value().text().data() == sources.text(id).data() + 9);
}

// Where and by which rule, and what is said in English after `not JSON: `.
std::string refusal(const std::string& text) {
  SourceMap sources;
  Diagnostics diagnostics;
  JsonReader reader;
  const bool has_tree = reader.parse(sources, sources.add("f", text), diagnostics).has_value();
  std::string out;
  for (const Finding& fault : resolve(sources, diagnostics)) {
    REQUIRE(fault.place);
    const std::string& words = fault.message.en;
    const auto colon = fault.rule == "json/syntax" ? words.find(": ") + 2 : 0;
    out += fmt::format("{}:{}-{} {}: {}", fault.place->begin.line, fault.place->begin.column,
                       fault.place->end.column, fault.rule, words.substr(colon));
    CHECK(fault.message.zh != words);
  }
  CHECK_FALSE(has_tree);
  CHECK(test::compare_json(text).difference == "");
  return out;
}

constexpr std::string_view value =
    "a value is expected here: text in double quotes, a number, true, false, null, `[` or `{`";
constexpr std::string_view number =
    "a number is written like 3, -0.5 or 1e6, without a leading zero";
constexpr std::string_view more = "there is more after the end of the value";
constexpr std::string_view last_comma = "a comma stands behind the last item";

std::string syntax(std::string_view place, std::string_view words) {
  return std::string(place) + " json/syntax: " + std::string(words);
}

TEST_CASE("the structure of a text that is not JSON is told with what was expected where") {
  const auto check = [](const std::string& text, std::string_view place, std::string_view words) {
    CAPTURE(text);
    CHECK(refusal(text) == syntax(place, words));
  };
  check("[1 2]", "1:4-5", "a comma or `]` is expected here");
  check("[1}", "1:3-4", "a comma or `]` is expected here");
  check("[1:2]", "1:3-4", "a comma or `]` is expected here");
  check(R"(["a":1])", "1:5-6", "a comma or `]` is expected here");
  check(R"(["a""bc"])", "1:5-9", "a comma or `]` is expected here");
  check(R"({"a":1 "b c":2})", "1:8-13", "a comma or `}` is expected here");
  check(R"({"a":1])", "1:7-8", "a comma or `}` is expected here");
  check(R"({"a":1:2})", "1:7-8", "a comma or `}` is expected here");
  check("{a:1}", "1:2-3", "a key in double quotes is expected here");
  check("{\n  'abc': 1}", "2:3-8", "a key in double quotes is expected here");
  check("{1:2}", "1:2-3", "a key in double quotes is expected here");
  check(R"({"a":1, b:2})", "1:9-10", "a key in double quotes is expected here");
  check(R"({,"a":1})", "1:2-3", "a key in double quotes is expected here");
  check(R"({"a" 1})", "1:6-7", "a colon is expected behind the key");
  check(R"({"a"})", "1:5-6", "a colon is expected behind the key");
  check(R"({"a"，1})", "1:5-7", "a colon is expected behind the key");
  check(R"({"a":1,"b"=2})", "1:11-13", "a colon is expected behind the key");
  check("[1,]", "1:3-4", last_comma);
  check("[1 ,\n]", "1:4-5", last_comma);
  check(R"({"a":1,})", "1:7-8", last_comma);
  check("{\"a\": {\n", "1:7-8", "the brace `{` is never closed");
  check("[1, [2, 3]", "1:1-2", "the bracket `[` is never closed");
  check("[1,", "1:1-2", "the bracket `[` is never closed");
  check("[", "1:1-2", "the bracket `[` is never closed");
  check(R"({"a")", "1:1-2", "the brace `{` is never closed");
  check(R"({"a":)", "1:1-2", "the brace `{` is never closed");
  check(R"({"a":1)", "1:1-2", "the brace `{` is never closed");
  check(R"({"a":1,)", "1:1-2", "the brace `{` is never closed");
  check("{} {}", "1:4-5", more);
  check("{}\n]", "2:1-2", more);
  check("{}}", "1:3-4", more);
  check("[1],", "1:4-5", more);
  check("1 2", "1:3-4", more);
  check(R"("a" // b)", "1:5-7", more);
  check(R"("a"b)", "1:4-5", more);
}

TEST_CASE("a value that is none is told with what values there are") {
  const auto check = [](const std::string& text, std::string_view place, std::string_view words) {
    CAPTURE(text);
    CHECK(refusal(text) == syntax(place, words));
  };
  for (const char* word : {"a", "True", "nul", "nulll", "NaN", "truefalse", "'a'", "#", "“a”"}) {
    const auto width = 2 + count_code_points(word);
    check("["s + word + "]", "1:2-" + std::to_string(width), value);
  }
  check("a: b", "1:1-2", value);
  check("[,1]", "1:2-3", value);
  check("[1,,2]", "1:4-5", value);
  check("[}", "1:2-3", value);
  check(R"({"a":})", "1:6-7", value);
  check(R"({"a":,"b":1})", "1:6-7", value);
  check("]", "1:1-2", value);
  check("[1, // x\n2]", "1:5-7", value);
  for (const char* word : {"01", "-", "+1", "1.", ".5", "1e", "1e+", "0x10", "1_000", "-Infinity",
                           "1.2.3", "00", "-01", "1e5.0"}) {
    check("["s + word + "]", "1:2-" + std::to_string(2 + std::string_view(word).size()), number);
  }
  check("-", "1:1-2", number);
  check("[1\"a\"]", "1:2-6", number);
}

TEST_CASE("what is wrong inside of quotes or with them is told where it stands") {
  const auto check = [](const std::string& text, std::string_view place, std::string_view words) {
    CAPTURE(text);
    CHECK(refusal(text) == syntax(place, words));
  };
  constexpr std::string_view unknown = "an unknown escape; a backslash itself is written `\\\\`";
  constexpr std::string_view digits = "four hexadecimal digits are expected behind `\\u`";
  constexpr std::string_view half = "this escape is half of a character; the other half is missing";
  check(R"(["a\x41"])", "1:4-6", unknown);
  check(R"(["C:\中"])", "1:5-7", unknown);
  check(R"({"a\ ":1})", "1:4-6", unknown);
  check(R"(["\u12"])", "1:3-7", digits);
  check(R"(["\u12g4"])", "1:3-9", digits);
  check(R"(["\u+123"])", "1:3-9", digits);
  check(R"(["\u12\n45"])", "1:3-7", digits);
  check(R"(["\u"])", "1:3-5", digits);
  check(R"(["\ud800"])", "1:3-9", half);
  check(R"(["\udc00\ud800"])", "1:3-9", half);
  check(R"(["\ud800\ud800"])", "1:3-9", half);
  check(R"(["\ud800\u0041"])", "1:3-9", half);
  check(R"(["\ud800x"])", "1:3-9", half);
  check("[\"a\tb\"]", "1:4-5", "a tab stands in a text; it is written `\\t`");
  constexpr std::string_view line =
      "the quote that opens here is not closed in its line; a line break in a text is written "
      "`\\n`";
  check("[\"a\nb\"]", "1:2-3", line);
  check("{\"a: 1,\n\"b\": 2}", "1:2-3", line);
  check("[\"a\\\nb\"]", "1:2-3", line);
  constexpr std::string_view open = "the quote that opens here is never closed";
  check("[\"a]", "1:2-3", open);
  check("\"", "1:1-2", open);
  check("[\"a\\\"]", "1:2-3", open);
  constexpr std::string_view backslash = "a backslash stands outside of the quotes";
  check(R"({\"a\":1})", "1:2-3", backslash);
  check(R"({"a": \"b})", "1:7-8", backslash);
  check(R"([\"a", 1])", "1:2-3", backslash);
}

TEST_CASE("bytes, emptiness and limits have the rules that they have in YAML") {
  const auto check = [](const std::string& text, std::string_view result) {
    CAPTURE(text.substr(0, 100));
    const std::string all = refusal(text);
    CHECK(all.substr(0, all.find(": ")) == result);
  };
  check("", "1:1-1 yaml/empty");
  check(" \n\t\r ", "1:1-2 yaml/empty");
  check("\xEF\xBB\xBF", "1:1-1 yaml/empty");
  check("\xEF\xBB\xBF \n", "1:1-1 yaml/empty");
  check("null", "1:1-2 yaml/empty");
  check("[\"\x80\"]", "1:3-4 yaml/not-utf8");
  check("[\"a\xED\xA0\x80\"]", "1:4-5 yaml/not-utf8");
  check("[\"\xC0\xAF\"]", "1:3-4 yaml/not-utf8");
  check("[1]\xFF", "1:4-5 yaml/not-utf8");
  check("\xFF\xFE{\0}\0"s, "1:1-2 yaml/not-utf8");
  check(
      "{\0\"\0a\0\"\0:\0"
      "1\0}\0"s,
      "1:2-3 yaml/control-character");
  check("[\"a\x01\"]", "1:4-5 yaml/control-character");
  check("[\"\0\"]"s, "1:3-4 yaml/control-character");
  check("[1]\0"s, "1:4-5 yaml/control-character");
  check("[1,\x02 2]", "1:4-5 yaml/control-character");
  check("\0"s, "1:1-2 yaml/control-character");
  const std::string deep(max_depth, '[');
  const std::string shallow = deep + std::string(max_depth, ']');
  CHECK(test::compare_json(shallow).is_read_twice);
  check("[" + shallow + "]", "1:65-66 yaml/too-deep");
  check(std::string(1'000'000, '['), "1:65-66 yaml/too-deep");
  std::string nested;
  for (int i = 0; i < 100'000; ++i) nested += "{\"a\":";
  check(nested, "1:321-322 yaml/too-deep");
}

TEST_CASE("as many values as the limit says are read, and no more") {
  std::string many = "[0";
  for (std::size_t i = 2; i < max_values; ++i) many += ",0";
  SourceMap sources;
  Diagnostics diagnostics;
  JsonReader reader;
  const auto tree = reader.parse(sources, sources.add("f", many + "]"), diagnostics);
  REQUIRE(tree);
  CHECK(tree->size() == max_values);
  CHECK_FALSE(reader.parse(sources, sources.add("f", many + ",0]"), diagnostics));
  CHECK_FALSE(reader.parse(sources, sources.add("f", many + ",[]]"), diagnostics));
  CHECK(diagnostics.all().size() == 2);
  CHECK(test::faults(sources, diagnostics) == "1:800000 yaml/too-many-values");
}

TEST_CASE("equal keys are reported and the first one counts") {
  SourceMap sources;
  Diagnostics diagnostics;
  JsonReader reader;
  const std::string text = R"({"a": 1, "b": {"c": 1, "c": 2}, "\u0061": 3})";
  CHECK(reader.parse(sources, sources.add("f", text), diagnostics));
  CHECK(test::faults(sources, diagnostics) == "1:24 yaml/duplicate-key, 1:33 yaml/duplicate-key");
  CHECK(diagnostics.all().back().labels.size() == 1);
  CHECK(test::compare_json(text).is_read_twice);
  CHECK(test::compare_json(text).difference == "");
}

TEST_CASE("nothing of a text is left in the reader for the next one") {
  JsonReader reader;
  SourceMap sources;
  Diagnostics none;
  Diagnostics faults;
  const std::string long_text = "[\"" + std::string(4 * 1024 * 1024, 'x') + "\\n\", 1]";
  for (const std::string& good : {"[1, 2]"s, long_text, "{\"a\": [1]}"s}) {
    CAPTURE(good.substr(0, 20));
    const auto tree = reader.parse(sources, sources.add("f", good), none);
    REQUIRE(tree);
    for (std::size_t cut : {std::size_t{1}, std::size_t{2}, good.size() - 1}) {
      CHECK_FALSE(reader.parse(sources, sources.add("f", good.substr(0, cut)), faults));
    }
    if (good.size() > 100)
      CHECK(tree->root().children().begin().operator*().text().size() == 4194305);
  }
  CHECK(none.all().empty());
  CHECK(faults.all().size() == 9);
}

TEST_CASE("a fault in a record is shown in its own line") {
  SourceMap sources;
  Diagnostics diagnostics;
  JsonReader reader;
  const SourceId id = sources.add("cards.ndjson", R"({"schema": nil})", 123);
  CHECK_FALSE(reader.parse(sources, id, diagnostics));
  const auto findings = resolve(sources, diagnostics);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].place->begin == Position{123, 12});
  CHECK(findings[0].place->end == Position{123, 15});
  CHECK(findings[0].place->excerpt == R"({"schema": nil})");
}

TEST_CASE("answers in JSON are read as answers") {
  SourceMap sources;
  Diagnostics diagnostics;
  JsonReader reader;
  const auto tree = reader.parse(sources, sources.add("f", R"({
    "schema": "assess/answers/1", "bank": "small@1.2",
    "enterprise": {"name": "\u6d77\u5ddd", "revenue": 12000},
    "variant": "piece", "tailored": [],
    "answers": {"L1-1.1.1": "C", "L1-2.1.1": {"option": "D", "note": null}}})"),
                                 diagnostics);
  REQUIRE(tree);
  const Answers answers = read_answers(tree->root(), diagnostics);
  CHECK(test::faults(sources, diagnostics) == "");
  CHECK(answers.enterprise.name == "海川");
  CHECK(answers.enterprise.revenue.value == "12000");
  REQUIRE(answers.answers.size() == 2);
  CHECK(answers.answers[1].option->value == "D");
}

TEST_CASE("whatever happens to JSON, our reader says what two others say") {
  std::size_t is_read = 0;
  std::size_t is_read_twice = 0;
  for (unsigned long long seed = 0; seed < 20'000; ++seed) {
    std::string text = test::generated_json(seed);
    if (seed % 4 != 0) text = test::mutate_json(std::move(text), seed);
    const auto comparison = test::compare_json(text);
    if (!comparison.difference.empty()) {
      FAIL_CHECK("seed " << seed << ": " << comparison.difference << "\n" << text);
    }
    if (comparison.is_read) ++is_read;
    if (comparison.is_read_twice) ++is_read_twice;
  }
  CHECK(is_read > 7'000);
  CHECK(is_read_twice > 4'000);
}

}  // namespace
}  // namespace assess::yaml
