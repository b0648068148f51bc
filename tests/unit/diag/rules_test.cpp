#include "support/samples.hpp"
#include <assess/base/utf8.hpp>
#include <assess/diag/nouns.hpp>
#include <assess/diag/rules.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <regex>
#include <string>
#include <string_view>

namespace assess {
namespace {

bool has_chinese(std::string_view text) {
  const auto characters = to_code_points(text);
  return std::any_of(characters.begin(), characters.end(),
                     [](char32_t c) { return c >= 0x3000 && c <= 0xFFEF; });
}

// What no finished text contains.
bool has_rubbish(std::string_view text) {
  for (const std::string_view sign : {"{}", "{0}", "TODO", "FIXME", "XXX", "  ", "\n", "\t"}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  const auto ticks = std::count(text.begin(), text.end(), '`');
  return text != safe_to_show(text) || ticks % 2 != 0 || text.starts_with(' ') ||
         text.ends_with(' ');
}

void check_words(const Words& words) {
  CHECK_FALSE(words.zh.empty());
  CHECK_FALSE(words.en.empty());
  CHECK(has_chinese(words.zh));
  CHECK_FALSE(has_chinese(words.en));
  CHECK_FALSE(has_rubbish(words.zh));
  CHECK_FALSE(has_rubbish(words.en));
  CHECK_FALSE(words.zh.ends_with("。"));
  CHECK_FALSE(words.en.ends_with("."));
}

TEST_CASE("every rule id names a module and a fault in kebab case") {
  const std::regex form(
      "(io|cli|run|gate|report|yaml|json|bank|answers|seal|diagnosis|form|history|cohort|ignore)/"
      "[a-z0-9]+(-[a-z0-9]+)*");
  for (const RuleInfo* rule : rules::all) {
    CAPTURE(rule->id);
    CHECK(std::regex_match(std::string(rule->id), form));
    CHECK(rules::find(rule->id) == rule);
  }
  CHECK(rules::find("bank/no-such-rule") == nullptr);
  CHECK(rules::find("") == nullptr);
}

TEST_CASE("every rule says what is wrong in both languages") {
  for (const RuleInfo* rule : rules::all) {
    CAPTURE(rule->id);
    check_words(rule->summary);
  }
}

TEST_CASE("the help of a rule exists in both languages or in neither") {
  for (const RuleInfo* rule : rules::all) {
    CAPTURE(rule->id);
    CHECK(rule->help.zh.empty() == rule->help.en.empty());
    if (!rule->help.zh.empty()) check_words(rule->help);
    CHECK(rule->help.en != rule->summary.en);
    CHECK(rule->help.zh != rule->summary.zh);
  }
}

TEST_CASE("no two rules of a module have the same summary") {
  const auto module_of = [](const RuleInfo* rule) {
    return rule->id.substr(0, rule->id.find('/'));
  };
  for (const RuleInfo* rule : rules::all) {
    for (const RuleInfo* other : rules::all) {
      if (rule == other || module_of(rule) != module_of(other)) continue;
      CAPTURE(rule->id);
      CHECK(rule->summary.en != other->summary.en);
      CHECK(rule->summary.zh != other->summary.zh);
    }
  }
}

TEST_CASE("every rule that is written down is in the catalogue") {
  std::size_t written = 0;
  for (const char* name : {"answers", "bank", "cohort", "diagnosis", "ignore", "meaning", "run",
                           "texts", "versions", "yaml"}) {
    const auto path = std::string("lib/assess/diag/rules_") + name + ".hpp";
    const std::string text = test::read_bytes(test::repository() / path);
    const std::string_view sign = "inline constexpr Rule<";
    for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at + 1)) {
      ++written;
    }
  }
  CHECK(written == rules::all.size());
}

TEST_CASE("every noun exists in both languages") {
  const std::array all{nouns::bank,     nouns::tier,    nouns::level,    nouns::variant,
                       nouns::scoring,  nouns::origin,  nouns::area,     nouns::section,
                       nouns::question, nouns::option,  nouns::evidence, nouns::indicator,
                       nouns::text,     nouns::answers, nouns::answer,   nouns::enterprise};
  for (const Words& noun : all) {
    CAPTURE(noun.en);
    check_words(noun);
  }
}

}  // namespace
}  // namespace assess
