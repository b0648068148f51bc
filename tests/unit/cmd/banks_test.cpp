#include "banks.hpp"

#include "support/samples.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess::cmd {
namespace {

const std::string tiny = test::read_bytes(ASSESS_ROOT "/tests/golden/common/tiny.yaml");

struct World {
  MemoryFiles files;
  StringInput in;
  StringStream out;
  StringStream err;
  Env env{.files = files, .in = in, .out = out, .err = err};

  std::string find(const std::string& id, const std::string& near) {
    std::string searched;
    return BankShelf(env).find(id, near, searched).value_or("none in " + searched);
  }
};

TEST_CASE("a bank is looked for beside the answers, then in the path, then where it is built in") {
  World world;
  world.env.variables["ASSESS_BANK_PATH"] = "one::two";
  world.env.bank_folders = {"built-in"};
  const std::vector<std::string> places{"in/tiny/bank.yaml",
                                        "in/tiny.yaml",
                                        "in/tiny.yml",
                                        "in/questionbanks/tiny/bank.yaml",
                                        "one/tiny/bank.yaml",
                                        "two/tiny.yaml",
                                        "built-in/tiny/bank.yaml"};
  const std::vector<std::string> found{
      "in/tiny",  "in/tiny.yaml",  "in/tiny.yml",  "in/questionbanks/tiny",
      "one/tiny", "two/tiny.yaml", "built-in/tiny"};
  for (std::size_t i = places.size(); i-- > 0;) {
    world.files.files[places[i]] = tiny;
    CHECK(world.find("tiny", "in/a.yaml") == found[i]);
  }
  CHECK(world.find("huge", "in/a.yaml") ==
        "none in `in` `in/questionbanks` `one` `two` `built-in`");
}

TEST_CASE("the meaning of a bank is looked at only where it is asked for") {
  World world;
  world.files.files["tiny.yaml"] = test::replaced(tiny, "scale: {A: 0,", "scale: {A: 0.1,");
  CHECK(BankShelf(world.env).load("tiny.yaml")->findings.empty());
  const auto bank = BankShelf(world.env, BankChecks::all).load("tiny.yaml");
  CHECK(bank->findings.empty());
  REQUIRE(bank->told.size() == 1);
  CHECK(bank->told.front().rule == "bank/lowest-score");
  CHECK_FALSE(bank->has_errors());
}

TEST_CASE("an id never leads out of the places of banks") {
  World world;
  world.files.files = {{"bank.yaml", tiny}, {"x/bank.yaml", tiny}, {"in/.x/bank.yaml", tiny}};
  for (const char* id : {"../x", "..", ".", "", "/x", "x/../../x", ".x"}) {
    CAPTURE(id);
    CHECK(world.find(id, "in/a.yaml").starts_with("none in "));
  }
}

TEST_CASE("an answer file is not taken for the bank that it names") {
  World world;
  world.files.files["in/tiny.yaml"] = "schema: assess/answers/1\nbank: tiny\n";
  CHECK(world.find("tiny", "in/tiny.yaml").starts_with("none in "));
}

TEST_CASE("a bank in a folder is the same as the bank in one file") {
  World world;
  const auto at = tiny.find("questions:\n") + 11;
  std::string questions = tiny.substr(at);
  world.files.files = {{"tiny.yaml", tiny},
                       {"tiny/bank.yaml", tiny.substr(0, at - 11)},
                       {"tiny/questions/1.yaml", questions},
                       {"tiny/questions/notes.txt", "no questions"},
                       {"tiny/questions/.draft.yaml", "no questions"}};
  BankShelf shelf(world.env);
  const auto file = shelf.load("tiny.yaml");
  const auto folder = shelf.load("tiny");
  const auto main = shelf.load("tiny/bank.yaml");
  for (const auto& loaded : {file, folder, main}) {
    REQUIRE(loaded->bank);
    CHECK(loaded->findings.empty());
    CHECK(loaded->bank->questions.size() == 6);
  }
  CHECK(folder->bank->sha256 == main->bank->sha256);
  CHECK(folder->bank->sha256 != file->bank->sha256);
}

TEST_CASE("each bank is loaded once, and its findings stay with it") {
  World world;
  world.files.files["bad.yaml"] = "schema: assess/bank/1\n";
  BankShelf shelf(world.env);
  const auto first = shelf.load("bad.yaml");
  CHECK(first->has_errors());
  CHECK_FALSE(first->findings.empty());
  CHECK(shelf.load("bad.yaml") == first);
  CHECK(shelf.load("none.yaml")->bank == nullptr);
  CHECK(shelf.load("none.yaml")->has_errors());
}

TEST_CASE("the list of banks has every folder with a bank in the known places") {
  World world;
  world.env.variables["ASSESS_BANK_PATH"] = "one:nowhere";
  world.env.bank_folders = {"two"};
  world.files.files = {{"one/b/bank.yaml", tiny},
                       {"one/a/bank.yaml", tiny},
                       {"one/c/x.yaml", tiny},
                       {"two/a/bank.yaml", tiny},
                       {"two/d.yaml", tiny}};
  CHECK(BankShelf(world.env).list() == std::vector<std::string>{"one/a", "one/b", "two/a"});
}

}  // namespace
}  // namespace assess::cmd
