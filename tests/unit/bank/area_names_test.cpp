#include "support/samples.hpp"
#include "support/score_samples.hpp"
#include <assess/bank/area_names.hpp>

#include <doctest/doctest.h>

#include <string>

namespace assess::test {
namespace {

std::string called(const Bank& bank, std::string_view name) {
  std::string out;
  for (const AreaId id : find_areas_called(bank, name)) out += bank.area(id).id.value + " ";
  return out;
}

TEST_CASE("an area is found by its id, its number and its title in both languages") {
  const Bank& bank = shipped_bank().bank;
  CHECK(called(bank, "equipment-management") == "equipment-management ");
  CHECK(called(bank, "Equipment-Management") == "equipment-management ");
  CHECK(called(bank, "5.4") == "equipment-management ");
  CHECK(called(bank, "5") == "production ");
  CHECK(called(bank, "设备管理") == "equipment-management ");
  CHECK(called(bank, "equipment management") == "equipment-management ");
}

TEST_CASE("what is no area has none") {
  const Bank& bank = shipped_bank().bank;
  for (const char* name :
       {"", ".", "5.", ".4", "5.9", "9", "5.4.1", "-1", "5.04x", "设备管", "@"}) {
    CAPTURE(name);
    CHECK(called(bank, name).empty());
  }
}

TEST_CASE("every area of the shipped bank has a title or a number of its own") {
  const Bank& bank = shipped_bank().bank;
  for (const Area& area : bank.areas) {
    CAPTURE(area.id.value);
    CHECK(find_areas_called(bank, area.title.zh).size() == 1);
    CHECK(find_areas_called(bank, area.title.en).size() == 1);
  }
  // The only child under the title of its parent stands for both.
  CHECK(called(bank, "人员技能") == "skills ");
  CHECK(called(bank, "skills-domain") == "skills-domain ");
}

TEST_CASE("a title that several areas share finds them all, and an id counts more than a title") {
  Bank bank = planned_bank(
      {.areas = {{"a", ""}, {"a1", "a"}, {"b", ""}, {"b1", "b"}, {"b2", "b"}}, .questions = {}});
  for (const std::size_t i : {std::size_t{1}, std::size_t{3}})
    bank.areas[i].title = {"计划", "Plan"};
  bank.areas[4].title = {"a", "a"};
  CHECK(called(bank, "plan") == "a1 b1 ");
  CHECK(called(bank, "a") == "a ");
}

}  // namespace
}  // namespace assess::test
