// The pages of docs/rules.md are true: every rule has one, in both languages, and every example in
// them gives exactly what is printed there. ASSESS_UPDATE_DOCS=1 rewrites what is printed.
#include "rule_pages.hpp"
#include "support/diff.hpp"
#include "support/pages.hpp"
#include "support/run.hpp"
#include "support/working_folder.hpp"
#include <assess/diag/rules.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace assess::test {
namespace {

const std::filesystem::path document_path = ASSESS_ROOT "/docs/rules.md";
constexpr std::string_view chinese_prefix = "中文：";
constexpr std::string_view chinese_option = " --lang zh";

// The rules that no input can be made to show: they tell of defects.
constexpr std::array<std::string_view, 6> rules_without_example{
    "form/cannot-edit", "form/cannot-format", "form/changed-meanwhile",
    "form/in-use",      "report/cannot-draw", "report/overlap"};

std::vector<Page> pages() {
  return read_pages(read_bytes(document_path));
}

bool is_chinese(const std::string& paragraph) {
  return paragraph.starts_with(chinese_prefix);
}

// U+4E00 to U+9FFF and the full-width marks: what English text has none of.
bool has_chinese_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE3 && byte <= 0xEF;
  });
}

std::vector<std::string> consoles(const Page& page) {
  std::vector<std::string> texts;
  for (const PageBlock& block : page.blocks) {
    if (block.kind == "console") texts.push_back(block.text);
  }
  return texts;
}

// The `$` lines of a console.
std::string commands(const std::string& console) {
  std::string out;
  std::size_t at = 0;
  while (at < console.size()) {
    const std::size_t end = console.find('\n', at) + 1;
    if (console.compare(at, 2, "$ ") == 0) out += console.substr(at, end - at);
    at = end;
  }
  return out;
}

std::string without_language(std::string text) {
  for (auto at = text.find(chinese_option); at != std::string::npos;
       at = text.find(chinese_option)) {
    text.erase(at, chinese_option.size());
  }
  return text;
}

}  // namespace

TEST_SUITE_BEGIN("golden");

TEST_CASE("docs/rules.md has the pages of all rules in the order of the catalogue") {
  std::string expected;
  for (const RuleInfo* rule : rules::all) expected += std::string(rule->id) + "\n";
  std::string actual;
  const auto all = pages();
  for (std::size_t i = 1; i < all.size(); ++i) actual += all[i].id + "\n";
  const std::string difference = diff(expected, actual);
  CHECK_MESSAGE(difference.empty(), "\n" << difference);
}

TEST_CASE("every page of docs/rules.md speaks both languages") {
  for (const Page& page : pages()) {
    CAPTURE(page.id);
    int english = 0;
    int chinese = 0;
    for (const std::string& paragraph : page.paragraphs) {
      CAPTURE(paragraph);
      if (is_chinese(paragraph)) {
        ++chinese;
      } else {
        ++english;
        CHECK_FALSE(has_chinese_letters(paragraph));
      }
    }
    CHECK(english > 0);
    CHECK(chinese > 0);
  }
}

TEST_CASE("every page of docs/rules.md shows its rule at work in both languages") {
  const auto all = pages();
  for (std::size_t i = 1; i < all.size(); ++i) {
    const Page& page = all[i];
    CAPTURE(page.id);
    const auto texts = consoles(page);
    if (std::find(rules_without_example.begin(), rules_without_example.end(), page.id) !=
        rules_without_example.end()) {
      CHECK(texts.empty());
      continue;
    }
    REQUIRE(texts.size() == 2);
    CHECK(commands(texts[0]) == without_language(commands(texts[1])));
    CHECK(texts[0].find(chinese_option) == std::string::npos);
    CHECK(texts[1].find(chinese_option) != std::string::npos);
    for (const std::string& text : texts) {
      CAPTURE(text);
      const std::string shown = text.substr(commands(text).size());
      CHECK(text.find(page.id) != std::string::npos);
      CHECK_FALSE(shown.empty());
    }
    for (const PageBlock& block : page.blocks) {
      CAPTURE(block.kind);
      const bool is_file = !block.name.empty() &&
                           (block.kind == "yaml" || block.kind == "bytes" || block.kind == "link");
      CHECK((is_file || block.kind == "console"));
    }
  }
}

TEST_CASE("the files that the examples of docs/rules.md share have no fault") {
  const auto all = pages();
  const WorkingFolder folder;
  std::string names;
  for (const PageBlock& block : all.front().blocks) {
    if (block.kind != "yaml") continue;
    write_bytes(block.name, block.text);
    names += " " + block.name;
  }
  REQUIRE(names == " tiny.yaml answers.yaml");
  const Outcome outcome = run("assess validate --all -f oneline" + names);
  CHECK(outcome.exit == 0);
  CHECK(outcome.out == "");
}

TEST_CASE("the examples of docs/rules.md give what is printed there") {
  if (std::getenv("ASSESS_UPDATE_DOCS") != nullptr) {
    write_bytes(document_path, with_true_consoles(read_bytes(document_path)));
  }
  const auto all = pages();
  for (std::size_t p = 0; p < all.size(); ++p) {
    for (std::size_t b = 0; b < all[p].blocks.size(); ++b) {
      if (all[p].blocks[b].kind != "console") continue;
      std::string difference;
      try {
        difference = diff(all[p].blocks[b].text, run_console(all, p, b));
      } catch (const std::exception& fault) {
        difference = fault.what();
      }
      CHECK_MESSAGE(difference.empty(), all[p].id << "\n" << difference);
    }
  }
}

TEST_CASE("every rule is at work in a golden case or in an example") {
  std::string told = read_bytes(document_path);
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(ASSESS_ROOT "/tests/golden")) {
    const auto name = entry.path().filename();
    if (name == "stdout" || name == "stderr") told += read_bytes(entry.path());
  }
  std::size_t count = 0;
  for (const RuleInfo* rule : rules::all) {
    CAPTURE(rule->id);
    const std::string id(rule->id);  // in JSON it stands in quotes
    const bool is_told = told.find("[" + id + "]") != std::string::npos ||
                         told.find("\"" + id + "\"") != std::string::npos;
    const bool has_none = std::find(rules_without_example.begin(), rules_without_example.end(),
                                    rule->id) != rules_without_example.end();
    CHECK((is_told || has_none));
    count += is_told ? 1 : 0;
  }
  CHECK(count + rules_without_example.size() >= rules::all.size());
}

TEST_CASE("explain prints the page of a rule in the language that is asked for") {
  for (const RuleInfo* rule : rules::all) {
    CAPTURE(rule->id);
    const std::string name(rule->id);
    const Outcome english = run("assess explain " + name);
    const Outcome chinese = run("assess explain --lang zh " + name);
    CHECK(english.exit == 0);
    CHECK(chinese.exit == 0);
    CHECK_FALSE(cmd::rule_page(cmd::rule_pages, rule->id, Language::en).empty());
    CHECK_FALSE(cmd::rule_page(cmd::rule_pages, rule->id, Language::zh).empty());
    CHECK(english.out != chinese.out);
    CHECK(chinese.out.find("中文：") == std::string::npos);
  }
}

TEST_SUITE_END();

}  // namespace assess::test
