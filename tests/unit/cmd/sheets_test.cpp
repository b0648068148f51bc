#include "sheets.hpp"

#include "support/score_samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace assess::cmd {
namespace {

Answers tailored(const Bank& bank, std::vector<std::string> areas) {
  return test::chosen(
      bank, [](const Question&) { return std::string(); }, std::move(areas));
}

// As many areas at the top as asked for, each with one question of four options.
Bank wide_bank(int areas) {
  test::BankPlan plan;
  for (int i = 0; i < areas; ++i) {
    const std::string id = "a" + std::to_string(i);
    plan.areas.push_back({id, ""});
    plan.questions.push_back({"q" + id, id});
  }
  return test::planned_bank(plan);
}

TEST_CASE("answers that are tailored alike share one sheet, however they say it") {
  const Bank bank = wide_bank(4);
  SheetShelf shelf(bank);
  const auto sheet = shelf.sheet(tailored(bank, {"a1", "a3"}));
  CHECK(shelf.sheet(tailored(bank, {"a3", "a1"})) == sheet);
  CHECK(shelf.sheet(tailored(bank, {"a3", "a1", "a3"})) == sheet);
  CHECK(shelf.count() == 1);
  CHECK(shelf.sheet(tailored(bank, {"a1"})) != sheet);
  CHECK(shelf.sheet(tailored(bank, {})) != sheet);
  CHECK(shelf.count() == 3);
  CHECK(sheet->questions.size() == 2);
  CHECK(sheet->out.size() == 2);
}

TEST_CASE("variants have sheets of their own") {
  Bank bank = wide_bank(2);
  bank.variants = {{.id = {"x", {}}}, {.id = {"y", {}}}};
  for (Area& area : bank.areas) area.weights.push_back(area.weights.front());
  bank.areas[1].weights[1].reset();
  SheetShelf shelf(bank);
  Answers answers = tailored(bank, {});
  answers.variant.value = "x";
  CHECK(shelf.sheet(answers)->areas.size() == 2);
  answers.variant.value = "y";
  CHECK(shelf.sheet(answers)->areas.size() == 1);
  CHECK(shelf.count() == 2);
}

TEST_CASE("a shelf does not grow with the number of ways to tailor") {
  constexpr int areas = 1000;
  const Bank bank = wide_bank(areas);
  SheetShelf shelf(bank);
  const auto first = shelf.sheet(tailored(bank, {}));
  std::size_t most = 0;
  for (int i = 0; i < 200; ++i) {
    const auto sheet = shelf.sheet(tailored(bank, {"a" + std::to_string(i)}));
    CHECK(sheet->questions.size() == areas - 1);
    most = std::max(most, shelf.count());
  }
  // A sheet has a thousand areas and questions, and four thousand options.
  CHECK(most > 10);
  CHECK(most <= SheetShelf::max_kept / 5000);
  CHECK(first->questions.size() == areas);  // whoever has a sheet keeps it
}

TEST_CASE("many threads get the same sheets as one") {
  const Bank bank = wide_bank(12);
  SheetShelf shelf(bank);
  std::vector<std::vector<std::shared_ptr<const Sheet>>> seen(4);
  std::vector<std::thread> threads;
  for (auto& mine : seen) {
    threads.emplace_back([&] {
      for (int i = 0; i < 120; ++i) {
        mine.push_back(shelf.sheet(tailored(bank, {"a" + std::to_string(i % 12)})));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(shelf.count() == 12);
  for (const auto& mine : seen) CHECK(mine == seen.front());
}

}  // namespace
}  // namespace assess::cmd
