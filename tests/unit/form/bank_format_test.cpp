#include "support/diff.hpp"
#include "support/samples.hpp"
#include "support/scrambled_yaml.hpp"
#include "support/working_folder.hpp"
#include <assess/bank/shapes.hpp>
#include <assess/form/bank_format.hpp>
#include <assess/form/starter_bank.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace assess::test {
namespace {

namespace fs = std::filesystem;

struct Outcome {
  std::string text;  // empty when nothing came of it
  std::string faults;
};

Outcome format(const std::string& text) {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("bank.yaml", text);
  const auto out = form::format_bank(sources, source, diagnostics);
  return {out.value_or(""), faults(sources, diagnostics)};
}

void check_format(const std::string& text, const std::string& expected) {
  CAPTURE(text);
  const Outcome outcome = format(text);
  CHECK(outcome.faults == "");
  const std::string difference = diff(expected, outcome.text);
  CHECK_MESSAGE(difference.empty(), "\n" << difference);
  CHECK(format(outcome.text).text == outcome.text);
}

// The file with `inner` behind the keys that every bank begins with.
std::string bank_with(const std::string& inner) {
  return "schema: assess/bank/1\nid: b\n" + inner;
}

void check_inner(const std::string& inner, const std::string& expected) {
  check_format(bank_with(inner), bank_with(expected));
}

// A bank with something of everything, in one file.
std::string rich_bank_text() {
  const auto files = form::starter_bank({.id = "rich", .title = "A \"rich\" bank: all of it"});
  std::string questions;
  std::string text;
  for (const form::StarterFile& file : files) {
    (file.path == "bank.yaml" ? text : questions) += file.text;
  }
  text += "extra: {b: 1, a: [x, {y: z}], text: 'it''s # odd', none: ~}\nquestions:\n";
  return text + questions;
}

// A Value, so that tests may walk banks as the program does.
const form::Expectation whole_bank =
    Shape::Value{.type = Shape::Type::mapping, .shape = &bank_shapes::bank};

std::string scrambled_text(const std::string& text, Scramble how, std::uint32_t number) {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("", text);
  const auto tree = yaml::parse(sources, source, diagnostics);
  REQUIRE(tree);
  return scrambled(tree->root(), whole_bank, how, number);
}

std::string without_returns(std::string text) {
  std::erase(text, '\r');
  return text;
}

// Lines that are comments, or end in one; sorted.
std::vector<std::string> comments_of(const std::string& text) {
  std::vector<std::string> out;
  for (auto at = text.find("# comment "); at != std::string::npos;
       at = text.find("# comment ", at + 1)) {
    const std::size_t end = text.find_first_not_of("0123456789", at + 10);
    out.push_back(text.substr(at, end - at));
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("the shipped banks are in canonical form") {
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(repository() / "questionbanks")) {
    if (entry.path().extension() != ".yaml") continue;
    CAPTURE(entry.path().string());
    const std::string text = read_bytes(entry.path());
    check_format(text, text);
    ++files;
  }
  CHECK(files >= 9);
}

TEST_CASE("keys stand in the order of the shapes, unknown ones behind them") {
  check_format("z: 1\nid: b\nversion: 1.0.0\na: 2\nschema: assess/bank/1\n",
               "schema: assess/bank/1\nid: b\nversion: 1.0.0\nz: 1\na: 2\n");
  check_format(
      "- options: {A: {zh: 甲}, B: {zh: 乙}}\n  level: 1\n  id: x\n  area: a\n",
      "- id: x\n  area: a\n  level: 1\n  options:\n    A: {zh: \"甲\"}\n    B: {zh: \"乙\"}\n");
}

TEST_CASE("keys that are data and lists keep their order") {
  check_inner("scale: {D: 1, B: 0.5, A: 0}\nlanguages: [zh, en]\n",
              "languages: [zh, en]\nscale: {D: 1, B: 0.5, A: 0}\n");
}

TEST_CASE("texts for people are in quotes, all else only where it needs them") {
  check_inner("title: {en: Tiny, zh: '小'}\n", "title: {zh: \"小\", en: \"Tiny\"}\n");
  check_inner("version: '1.0.0'\n", "version: 1.0.0\n");
  check_inner("version: '1.10'\n", "version: \"1.10\"\n");
  check_inner("version: 1.10\n", "version: \"1.10\"\n");
  check_inner("version: 2026-11-22\n", "version: \"2026-11-22\"\n");
  check_inner("scale: {'no': \"0\", \"A\": '1/2', B: \"100%\"}\n",
              "scale: {\"no\": 0, A: 1/2, B: 100%}\n");
  check_inner("indicators: [{id: i, title: {zh: a}, unit: '%'}]\n",
              "indicators:\n  - {id: i, title: {zh: \"a\"}, unit: \"%\"}\n");
  check_inner("title: {zh: \"\\u00a0a\\\"b\"}\n", "title: {zh: \"\\u00a0a\\\"b\"}\n");
  check_inner("title: {zh: 'a \"b\" \\ c'}\n", "title: {zh: \"a \\\"b\\\" \\\\ c\"}\n");
}

TEST_CASE("what is not of the type that is expected stays as it is written") {
  check_inner("scale: {A: 'often'}\nweird: 'x'\nlevels: [a, {level: one}]\n",
              "levels:\n  - a\n  - {level: one}\nscale: {A: 'often'}\nweird: 'x'\n");
}

TEST_CASE("text pairs stand on one line up to 80 columns, titles and options always") {
  const std::string long_text(60, 'x');
  check_inner("description: {zh: 短, en: short}\n", "description: {zh: \"短\", en: \"short\"}\n");
  check_inner("description: {zh: " + long_text + ", en: short}\n",
              "description:\n  zh: \"" + long_text + "\"\n  en: \"short\"\n");
  check_inner("title:\n  zh: " + long_text + "\n  en: " + long_text + "\n",
              "title: {zh: \"" + long_text + "\", en: \"" + long_text + "\"}\n");
  check_inner("description:\n  zh: 短\n", "description: {zh: \"短\"}\n");
  // 21 columns without the text, and 智 has two.
  const std::string wide = "智智智智智智智智智智智智智智智智智智智智智智智智智智智智智x";
  check_inner("description: {zh: " + wide + "}\n", "description: {zh: \"" + wide + "\"}\n");
  check_inner("description: {zh: " + wide + "x}\n", "description:\n  zh: \"" + wide + "x\"\n");
}

TEST_CASE("the items of a list stand on one line each, or none does") {
  const std::string long_text(60, 'x');
  check_inner("tiers: [{id: a, title: {zh: 甲}}, {id: b, title: {zh: 乙}}]\n",
              "tiers:\n  - {id: a, title: {zh: \"甲\"}}\n  - {id: b, title: {zh: \"乙\"}}\n");
  check_inner("tiers: [{id: a, title: {zh: 甲}}, {id: b, title: {zh: " + long_text + "}}]\n",
              "tiers:\n  - id: a\n    title: {zh: \"甲\"}\n  - id: b\n    title: {zh: \"" +
                  long_text + "\"}\n");
}

TEST_CASE("lists are indented below their key") {
  check_inner("tiers:\n- id: a\n", "tiers:\n  - {id: a}\n");
}

TEST_CASE("comments and blank lines travel with what follows them") {
  check_format("schema: assess/bank/1\n\n# of the version\nversion: 1.0.0\n# of the id\nid: b\n",
               "schema: assess/bank/1\n# of the id\nid: b\n\n# of the version\nversion: 1.0.0\n");
  check_inner("tiers:\n  # first\n  - title: {zh: 甲}\n    # its id\n    id: a\n\n\n\n  - id: b\n",
              "tiers:\n  # first\n  # its id\n  - {id: a, title: {zh: \"甲\"}}\n\n  - {id: b}\n");
}

TEST_CASE("comments at the end of a line stay there") {
  check_inner("version: 1.0.0 # from 2026\ntitle: {zh: 甲}     # the name\n",
              "version: 1.0.0  # from 2026\ntitle: {zh: \"甲\"}  # the name\n");
  check_inner("scale: # of all\n  A: 0 # none\n  B: 1 # all\n",
              "scale:  # of all\n  A: 0  # none\n  B: 1  # all\n");
  check_inner("instructions:\n  zh: | # lines\n   a\n   b\n",
              "instructions:\n  zh: |  # lines\n    a\n    b\n");
}

TEST_CASE("comments between brackets make a block") {
  check_inner("scale: { # of all\n  A: 0, # none\n  # the best\n  B: 1\n  # end\n} # scale\n",
              "# scale\nscale:  # of all\n  A: 0  # none\n  # the best\n  B: 1\n  # end\n");
  check_inner("tiers: [ # some\n  {id: a}, # one\n  {id: b}]\n",
              "tiers:  # some\n  - {id: a}  # one\n  - {id: b}\n");
  check_inner("tiers: [ # none\n]\n", "tiers: []  # none\n");
}

TEST_CASE("a comment that is indented like a list or mapping stays at its end") {
  check_inner("areas:\n  - id: a\n    # weight: 2\n  # - id: b\n# none above\nscale: {A: 0}\n",
              "# none above\nscale: {A: 0}\nareas:\n  - id: a\n    # weight: 2\n  # - id: b\n");
  check_inner("scale:\n  A: 0\n  # B: 1\n\n# the end\n", "scale:\n  A: 0\n  # B: 1\n\n# the end\n");
}

TEST_CASE("what stands at the top of a file stays at the top") {
  check_format("# about the file\n\n# about the id\nid: b\nschema: assess/bank/1\n",
               "# about the file\n\nschema: assess/bank/1\n# about the id\nid: b\n");
  check_format(
      "# yaml-language-server: $schema=x\n# about the file\nid: b\nschema: assess/bank/1\n",
      "# yaml-language-server: $schema=x\n# about the file\nschema: assess/bank/1\nid: b\n");
}

TEST_CASE("texts over several lines keep their lines") {
  check_inner("instructions:\n   zh: |\n      1. a\n\n        b\n   en: >-\n    one\n    two\n",
              "instructions:\n  zh: |\n    1. a\n\n      b\n  en: >-\n    one\n    two\n");
  check_inner("instructions:\n  zh: one\n     two\n\n     three\n",
              "instructions:\n  zh: \"one\n    two\n\n    three\"\n");
  check_inner("instructions: {zh: 'it''s\n  \"so\"', en: a}\n",
              "instructions:\n  zh: \"it's\n    \\\"so\\\"\"\n  en: \"a\"\n");
  check_inner("instructions:\n  zh: |2\n     a\n    b\n",
              "instructions:\n  zh: |2\n     a\n    b\n");
  check_inner("instructions:\n  zh: |+\n    a\n\n\n  en: b\n",
              "instructions:\n  zh: |+\n    a\n\n\n  en: \"b\"\n");
  check_inner("instructions:\n  zh: |\n    a", "instructions:\n  zh: |-\n    a\n");
}

TEST_CASE("blanks at the end of a text are a part of it") {
  check_inner("instructions:\n    zh: |\n        a\n          \n    en: b\n",
              "instructions:\n  zh: |\n    a\n      \n  en: \"b\"\n");
  check_inner("instructions:\n  zh: |\n  en: b\n", "instructions: {zh: \"\", en: \"b\"}\n");
}

TEST_CASE("a byte order mark goes, line ends stay what they are in the first line") {
  check_format("\xEF\xBB\xBFschema: assess/bank/1\nid: b", "schema: assess/bank/1\nid: b\n");
  check_format("schema: assess/bank/1\r\nid: b\n", "schema: assess/bank/1\r\nid: b\r\n");
}

TEST_CASE("a file whose meaning is in doubt is not formatted") {
  CHECK(format("schema: assess/bank/1\nid: a\nid: b\n").faults == "3:1 yaml/duplicate-key");
  CHECK(format("schema: assess/bank/1\nid: [\n").text == "");
  CHECK(format("schema: assess/answers/1\n").faults == "1:1 form/not-a-bank");
  CHECK(format("schema: assess/bank/2\n").faults == "1:1 form/not-a-bank");
  CHECK(format("- id: x\n").faults == "1:1 form/not-a-bank");
  CHECK(format("[]\n").faults == "1:1 form/not-a-bank");
}

TEST_CASE("a file that would be too large to be read again is not formatted") {
  std::string deep = "x: " + std::string(60, '[');
  for (int i = 0; i < 70'000; ++i) deep += "a,";
  const Outcome outcome = format(bank_with(deep + std::string(60, ']') + "\n"));
  CHECK(outcome.faults == "- io/too-large");
  CHECK(outcome.text == "");
}

TEST_CASE("however a bank is laid out, it is formatted to the same bytes") {
  for (const std::string& text :
       {small_bank_text(), read_bytes(repository() / "tests/golden/common/tiny.yaml")}) {
    const std::string expected = format(text).text;
    REQUIRE(expected != "");
    for (std::uint32_t number = 0; number < 60; ++number) {
      CAPTURE(number);
      const std::string other = scrambled_text(text, Scramble::layout, number);
      CAPTURE(other);
      const Outcome outcome = format(other);
      REQUIRE(outcome.faults == "");
      const std::string difference = diff(expected, without_returns(outcome.text));
      REQUIRE_MESSAGE(difference.empty(), "\n" << difference);
    }
  }
}

TEST_CASE("whatever stands in a bank, nothing is lost, and formatting twice changes nothing") {
  for (const std::string& text : {rich_bank_text(), small_bank_text()}) {
    for (std::uint32_t number = 0; number < 100; ++number) {
      CAPTURE(number);
      const std::string other = scrambled_text(text, Scramble::all, number);
      CAPTURE(other);
      const Outcome outcome = format(other);
      REQUIRE(outcome.faults == "");
      REQUIRE(comments_of(outcome.text) == comments_of(other));
      const Outcome again = format(outcome.text);
      REQUIRE(again.faults == "");
      const std::string difference = diff(outcome.text, again.text);
      REQUIRE_MESSAGE(difference.empty(), "\n" << difference);
      REQUIRE(outcome.text.find(" \n") == std::string::npos);
    }
  }
}

TEST_CASE("whatever is typed into a bank, it is refused or formatted to what it says") {
  constexpr std::string_view signs = " \n\t#:-'\"|>{}[],~?!&*%@`\\\r+2a\xC2\x85";
  const std::string text = rich_bank_text();
  std::mt19937 random(11);
  int formatted = 0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    CAPTURE(number);
    std::string other = scrambled_text(text, Scramble::all, number);
    for (auto i = random() % 3; i <= 3; ++i) {
      const std::size_t at = random() % other.size();
      const char sign = signs[random() % signs.size()];
      if (random() % 3 == 0) {
        other.erase(at, random() % 4);
      } else {
        other.insert(at, 1, sign);
      }
    }
    CAPTURE(other);
    const Outcome outcome = format(other);
    REQUIRE(outcome.faults.find("form/cannot-format") == std::string::npos);
    if (outcome.text.empty()) continue;
    ++formatted;
    const std::string difference = diff(outcome.text, format(outcome.text).text);
    REQUIRE_MESSAGE(difference.empty(), "\n" << difference);
  }
  CHECK(formatted > 30);
}

TEST_CASE("a starter bank has no faults and is in canonical form") {
  for (const Language language : {Language::zh, Language::en}) {
    const auto files = form::starter_bank({.id = "demo", .title = "", .language = language});
    std::vector<std::string> questions;
    for (const form::StarterFile& file : files) {
      CAPTURE(file.path);
      check_format(file.text, file.text);
      CHECK(file.text.find("@") == std::string::npos);
      if (file.path != "bank.yaml") questions.push_back(file.text);
    }
    REQUIRE(files.back().path == "bank.yaml");
    CHECK(read_bank_text(files.back().text, questions).faults == "");
  }
}

}  // namespace assess::test
