// What must hold in every bank that comes with the program: structure, numbers, origins.
#include "fill_verbs.hpp"
#include "support/samples.hpp"
#include <assess/bank/bank.hpp>
#include <assess/base/utf8.hpp>

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace assess {
namespace {

TEST_CASE("two banks come with the program, each in a folder of its name") {
  CHECK(test::shipped_bank_ids() == std::vector<std::string>{"cmmm", "smart-factory"});
  for (const std::string& id : test::shipped_bank_ids()) {
    CHECK(test::shipped_bank(id).bank.id.value == id);
  }
}

TEST_CASE("shipped banks have neither errors nor warnings, and both languages") {
  for (const std::string& id : test::shipped_bank_ids()) {
    CAPTURE(id);
    for (const Diagnostic& fault : test::shipped_bank(id).diagnostics.all()) {
      CAPTURE(fault.message.en);
      CHECK(fault.severity == Severity::info);
    }
    CHECK(test::shipped_bank(id).bank.languages == std::vector{Language::zh, Language::en});
  }
}

TEST_CASE("shipped questions are numbered without gaps within their level and area, in order") {
  for (const std::string& id : test::shipped_bank_ids()) {
    const Bank& bank = test::shipped_bank(id).bank;
    std::map<std::string, int> last;
    std::map<std::uint32_t, int> level;  // by area
    for (const Question& question : bank.questions) {
      CAPTURE(question.id.value);
      const std::string stem =
          "L" + std::to_string(question.level) + "-" + bank.area_number(question.area) + ".";
      CHECK(question.id.value == stem + std::to_string(++last[stem]));
      CHECK(level[question.area.index] <= question.level);
      level[question.area.index] = question.level;
    }
  }
}

TEST_CASE("every level of a shipped bank asks, and so does every leaf of its model") {
  for (const std::string& id : test::shipped_bank_ids()) {
    const Bank& bank = test::shipped_bank(id).bank;
    std::set<int> levels;
    std::set<std::string> areas;
    for (const Question& question : bank.questions) {
      levels.insert(question.level);
      areas.insert(bank.area(question.area).id.value);
    }
    CHECK(levels.size() == bank.levels.size());
    for (const Area& area : bank.areas) {
      CAPTURE(area.id.value);
      CHECK(areas.contains(area.id.value) == area.is_leaf());
      CHECK(area.depth < bank.tiers.size());
    }
  }
}

TEST_CASE("no option of a shipped bank is also a word that fill understands otherwise") {
  for (const std::string& id : test::shipped_bank_ids()) {
    for (const Question& question : test::shipped_bank(id).bank.questions) {
      CAPTURE(question.id.value);
      for (const Option& option : question.options) {
        CAPTURE(option.key.value);
        for (const cmd::VerbName& verb : cmd::verb_names) {
          CHECK(lower_ascii(option.key.value) != verb.name);
        }
      }
    }
  }
}

TEST_CASE("weights and questions of shipped banks say where they come from, with a confidence") {
  for (const std::string& id : test::shipped_bank_ids()) {
    CAPTURE(id);
    const Bank& bank = test::shipped_bank(id).bank;
    std::set<std::string> used;
    for (const Area& area : bank.areas) {
      CAPTURE(area.id.value);
      for (const auto& weight : area.weights) {
        if (!weight) continue;
        CHECK(bank.find_origin(weight->origin) != nullptr);
        used.insert(weight->origin);
      }
    }
    for (const Question& question : bank.questions) {
      CAPTURE(question.id.value);
      CHECK(bank.find_origin(question.origin) != nullptr);
      used.insert(question.origin);
    }
    for (const Origin& origin : bank.origins) {
      CAPTURE(origin.key.value);
      CHECK(used.contains(origin.key.value));
    }
  }
}

}  // namespace
}  // namespace assess
