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
  CHECK(areas_of(*flow.sheet) == "people=1 skill=1");
  CHECK(out_of(*flow.sheet) == "plan:variant ship:variant");
  const Diagnosis piece = diagnose(small_bank_text(), small_answers_text());
  CHECK(areas_of(*piece.sheet) == "people=2/5 skill=1 work=3/5 plan=3/10 ship=7/10");
}

// `level area/full: question*weight(points ...) ...` for each group.
std::string groups_of(const Sheet& sheet) {
  std::string out;
  for (std::size_t level = 0; level < sheet.groups.size(); ++level) {
    for (const QuestionGroup& group : sheet.groups[level]) {
      out += std::to_string(level + 1) + " " +
             sheet.bank->area(sheet.areas[group.area].area).id.value + "/" +
             (group.has_points ? std::to_string(group.full) : "-") + ":";
      for (const QuestionGroup::Entry& entry : group.entries) {
        const Question& question = sheet.bank->question(entry.question);
        out += " " + question.id.value;
        if (!group.has_points) continue;
        out += "*" + std::to_string(entry.weight) + "(";
        for (std::size_t i = 0; i < question.options.size(); ++i) {
          out += (i == 0 ? "" : " ") + std::to_string(group.points[entry.points + i]);
        }
        out += ")";
      }
      out += "\n";
    }
  }
  return out;
}

TEST_CASE("questions stand together by level and area, with points in whole numbers") {
  const Bank bank =
      planned_bank({.areas = {{"a", "", Fraction(1, 3)}, {"b", "", Fraction(1, 2)}, {"c", "", 2}},
                    .questions = {{"p", "a", 1, Fraction(1, 2)},
                                  {"q", "c", 1},
                                  {"r", "a", 1, Fraction(1, 3)},
                                  {"s", "b", 2, Fraction(5000000000)},
                                  {"t", "c", 2, 4}},
                    .thresholds = {Fraction(4, 5), Fraction(4, 5)}});
  CHECK(groups_of(sheet_of(bank, {})) ==
        "1 a/10: p*3(0 15 24 30) r*2(0 10 16 20)\n"
        "1 c/10: q*1(0 5 8 10)\n"
        "2 b/-: s\n"
        "2 c/10: t*4(0 20 32 40)\n");
  CHECK(groups_of(sheet_of(bank, {"b", "c"})) == "1 a/10: p*3(0 15 24 30) r*2(0 10 16 20)\n");
  const Sheet sheet = sheet_of(bank, {});
  std::string units;
  for (const SheetArea& area : sheet.areas) units += std::to_string(*area.units) + " ";
  CHECK(units == "2 3 12 ");
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
