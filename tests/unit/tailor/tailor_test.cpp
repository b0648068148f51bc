#include "support/samples.hpp"
#include "support/score_samples.hpp"
#include <assess/tailor/tailor.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess::test {
namespace {

Bank tree() {
  return planned_bank(
      {.areas =
           {{"a", "", 2}, {"b", "a", 3}, {"c", "a", 1}, {"d", "", 6}, {"e", "d", 1}, {"f", "", 2}},
       .questions = {{"p", "b"}, {"q", "c"}, {"r", "e"}, {"s", "f"}, {"t", "b"}}});
}

Sheet sheet_of(const Bank& bank, std::vector<std::string> tailored) {
  return tailor(bank, chosen(
                          bank, [](const Question&) { return ""; }, std::move(tailored)));
}

std::string areas_of(const Sheet& sheet) {
  std::string out;
  for (const SheetArea& area : sheet.areas) {
    if (!out.empty()) out += " ";
    out += sheet.bank->area(area.area).id.value + "=" + area.weight.exact();
  }
  return out;
}

std::string questions_of(const Sheet& sheet) {
  std::string out;
  for (const SheetQuestion& entry : sheet.questions) {
    out += sheet.bank->question(entry.question).id.value;
    CHECK(sheet.areas[entry.area].area == sheet.bank->question(entry.question).area);
  }
  return out;
}

std::string out_of(const Sheet& sheet) {
  std::string out;
  for (const OutArea& area : sheet.out) {
    if (!out.empty()) out += " ";
    out += sheet.bank->area(area.area).id.value;
    out += area.reason == OutReason::tailored ? ":tailored" : ":variant";
  }
  return out;
}

TEST_CASE("siblings add up to 1 when nothing is tailored out") {
  const Bank bank = tree();
  const Sheet sheet = sheet_of(bank, {});
  CHECK(areas_of(sheet) == "a=1/5 b=3/4 c=1/4 d=3/5 e=1 f=1/5");
  CHECK(questions_of(sheet) == "pqrst");
  CHECK(out_of(sheet).empty());
}

TEST_CASE("the weight of a tailored area goes to its siblings alone") {
  const Bank bank = tree();
  const Sheet sheet = sheet_of(bank, {"c"});
  CHECK(areas_of(sheet) == "a=1/5 b=1 d=3/5 e=1 f=1/5");
  CHECK(questions_of(sheet) == "prst");
  CHECK(out_of(sheet) == "c:tailored");
  CHECK_FALSE(sheet.find(*bank.find_area("c")).has_value());
}

TEST_CASE("a tailored area takes all below it along") {
  const Bank bank = tree();
  const Sheet sheet = sheet_of(bank, {"a"});
  CHECK(areas_of(sheet) == "d=3/4 e=1 f=1/4");
  CHECK(questions_of(sheet) == "rs");
  CHECK(out_of(sheet) == "b:tailored c:tailored");
}

TEST_CASE("an area goes with the last of its children") {
  const Bank bank = tree();
  CHECK(areas_of(sheet_of(bank, {"b", "c"})) == areas_of(sheet_of(bank, {"a"})));
  CHECK(areas_of(sheet_of(bank, {"e"})) == areas_of(sheet_of(bank, {"d"})));
}

TEST_CASE("naming an area and one below it is the same as naming the upper one") {
  const Bank bank = tree();
  const Sheet sheet = sheet_of(bank, {"c", "a", "a"});
  CHECK(areas_of(sheet) == areas_of(sheet_of(bank, {"a"})));
  CHECK(out_of(sheet) == out_of(sheet_of(bank, {"a"})));
}

TEST_CASE("the order in which areas are tailored out changes nothing") {
  const Bank bank = tree();
  CHECK(areas_of(sheet_of(bank, {"f", "c"})) == areas_of(sheet_of(bank, {"c", "f"})));
}

TEST_CASE("nothing is left when everything is tailored out") {
  const Bank bank = tree();
  const Sheet sheet = sheet_of(bank, {"a", "d", "f"});
  CHECK(sheet.areas.empty());
  CHECK(sheet.questions.empty());
  CHECK(sheet.out.size() == 4);
}

TEST_CASE("an area without a weight in the variant is out, and all below it") {
  const std::string answers =
      replaced(replaced(small_answers_text(), "variant: piece", "variant: flow"),
               "  L1-2.1.1: C\n  L1-2.2.1: \"yes\"\n", "");
  const Diagnosis flow = diagnose(small_bank_text(), answers);
  CHECK(areas_of(flow.sheet) == "people=1 skill=1");
  CHECK(out_of(flow.sheet) == "plan:variant ship:variant");
  const Diagnosis piece = diagnose(small_bank_text(), small_answers_text());
  CHECK(areas_of(piece.sheet) == "people=2/5 skill=1 work=3/5 plan=3/10 ship=7/10");
}

TEST_CASE("an area of weight 0 stays while a sibling of weight is there, and goes with it") {
  const Bank bank = planned_bank({.areas = {{"a", "", 1}, {"b", "a", 0}, {"c", "a", 2}, {"d", ""}},
                                  .questions = {{"p", "b"}, {"q", "c"}, {"r", "d"}}});
  CHECK(areas_of(sheet_of(bank, {})) == "a=1/2 b=0 c=1 d=1/2");
  const Sheet sheet = sheet_of(bank, {"c"});
  CHECK(areas_of(sheet) == "d=1");
  CHECK(out_of(sheet) == "b:tailored c:tailored");
}

TEST_CASE("places on the sheet lead to parents and children") {
  const Bank bank = tree();
  const Sheet sheet = sheet_of(bank, {"c"});
  for (std::size_t i = 0; i < sheet.areas.size(); ++i) {
    CHECK(sheet.find(sheet.areas[i].area) == i);
    for (const std::size_t child : sheet.areas[i].children) {
      CHECK(child > i);
      CHECK(sheet.areas[child].parent == i);
    }
  }
}

}  // namespace
}  // namespace assess::test
