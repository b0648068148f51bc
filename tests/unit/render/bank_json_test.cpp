#include "support/samples.hpp"
#include <assess/render/render.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace assess::render {
namespace {

using Json = nlohmann::ordered_json;

Json small() {
  Bank bank = test::good_bank(test::small_bank_text());
  bank.sha256 = "abc";
  return Json::parse(bank_json(bank));
}

void check_keys(const Json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    CAPTURE(key);
    CHECK(object.contains(key));
  }
}

TEST_CASE("a bank as JSON has every key of the contract") {
  const Json bank = small();
  check_keys(bank,
             {"id", "version", "sha256", "levels", "variants", "scoring", "areas", "questions",
              "indicators", "title", "instructions", "languages", "tiers", "provenance"});
  CHECK(bank["sha256"] == "abc");
  check_keys(bank["levels"][0], {"level", "threshold", "title"});
  check_keys(bank["areas"][0],
             {"id", "tier", "parent", "tailorable", "weights", "section", "title"});
  check_keys(bank["questions"][0], {"id", "level", "area", "weight", "options", "text", "help",
                                    "advice", "evidence", "requirement", "replaces"});
  check_keys(bank["questions"][0]["options"][0], {"key", "score", "text"});
  check_keys(bank["scoring"],
             {"progression", "empty_area", "not_applicable", "satisfied_counts", "weights_sum"});
}

TEST_CASE("a bank as JSON says what the bank says") {
  const Json bank = small();
  CHECK(bank["levels"][1]["threshold"] == 0.6);
  CHECK(bank["areas"][0]["parent"].is_null());
  CHECK(bank["areas"][1]["parent"] == "people");
  CHECK(bank["areas"][1]["tier"] == "part");
  CHECK(bank["areas"][1]["number"] == "1.1");
  CHECK(bank["areas"][2]["weights"] == Json{{"piece", 60}});
  CHECK(bank["areas"][0]["provenance"] == Json{{"piece", "guess"}, {"flow", nullptr}});
  CHECK(bank["areas"][4]["tailorable"] == true);
  CHECK(bank["questions"].size() == 4);
  CHECK(bank["questions"][0]["options"][1]["score"] == 0.5);
  CHECK(bank["questions"][0]["evidence"] == Json{{"from", "B"}});
  CHECK(bank["questions"][1]["evidence"].is_null());
  CHECK(bank["questions"][1]["replaces"].is_null());
  CHECK(bank["questions"][2]["weight"] == 2);
  CHECK(bank["indicators"][1]["free"] == true);
  CHECK(bank["indicators"][1]["unit"].is_null());
  CHECK(bank["scoring"]["weights_sum"] == 100);
}

TEST_CASE("a bank as JSON says what a question was called before") {
  const std::string text = test::replaced(test::small_bank_text(), "id: L1-1.1.1\n",
                                          "id: L1-1.1.1\n    replaces: L1-1.1.9\n");
  CHECK(Json::parse(bank_json(test::good_bank(text)))["questions"][0]["replaces"] == "L1-1.1.9");
}

TEST_CASE("a question as JSON is the one of its bank") {
  const Bank bank = test::good_bank(test::small_bank_text());
  const Json question = Json::parse(question_json(bank, *bank.find_question("L1-2.1.1")));
  CHECK(question["id"] == "L1-2.1.1");
  CHECK(question["area"] == "plan");
  CHECK(question["text"] == Json{{"zh", "排没排？"}, {"en", "Is it planned"}});
}

TEST_CASE("the shipped bank as JSON holds all its questions") {
  const Json bank = Json::parse(bank_json(test::shipped_bank().bank));
  CHECK(bank["questions"].size() == test::shipped_bank().bank.questions.size());
  CHECK(bank["areas"].size() == 36);
  CHECK(bank["indicators"].size() == 7);
}

}  // namespace
}  // namespace assess::render
