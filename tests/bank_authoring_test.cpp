// What an author of a bank does one after the other: begins one, checks it, breaks its form, looks
// at the patch, applies it.
#include "support/run.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace assess::test {
namespace {

void replace(const std::string& path, const std::string& from, const std::string& to) {
  std::string text = read_bytes(path);
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  write_bytes(path, text.replace(at, from.size(), to));
}

}  // namespace

TEST_CASE("a new bank validates, can be scored, and is in form") {
  const WorkingFolder folder;
  for (const std::string language : {"zh", "en"}) {
    CAPTURE(language);
    const std::string id = "shop-" + language;
    REQUIRE(run("assess bank new " + id + " --lang " + language).exit == 0);
    CHECK(run("assess validate --strict " + id).exit == 0);
    CHECK(run("assess bank fmt --check " + id).exit == 0);
    const std::string answers = id + ".yaml";
    write_bytes(answers, "schema: assess/answers/1\nbank: " + id +
                             "\nenterprise: {name: 某厂（虚构）}\nvariant: service\nanswers:\n"
                             "  L1-1.1.1: D\n  L1-2.1.1: \"Yes\"\n  L1-2.1.2: B\n");
    const Outcome scored = run("assess score -f json --bank " + id + " " + answers);
    CAPTURE(scored.err);
    CHECK(scored.exit == 0);
    CHECK(scored.out.find("\"exact\": \"14/15\"") != std::string::npos);
  }
}

TEST_CASE("nothing that is there is overwritten by a new bank") {
  const WorkingFolder folder;
  std::filesystem::create_directory("shop");
  CHECK(run("assess bank new shop").exit == 2);
  CHECK(std::filesystem::is_empty("shop"));
  CHECK(run("assess bank new a/b").exit == 2);
  CHECK_FALSE(std::filesystem::exists("a"));
}

TEST_CASE("the patch of `bank fmt --diff` brings a bank into form") {
  if (std::system("command -v git > /dev/null") != 0) {  // NOLINT
    MESSAGE("git is not installed, so this is not tested");
    return;
  }
  const WorkingFolder folder;
  REQUIRE(run("assess bank new shop").exit == 0);
  const std::string before = read_bytes("shop/questions/1-people.yaml");
  replace("shop/questions/1-people.yaml", "  level: 1\n", "");
  replace("shop/questions/1-people.yaml", "  evidence: {from: C}\n",
          "  evidence: { from : 'C' }\n  level: 1");
  replace("shop/bank.yaml", "id: shop\n", "\"id\":   shop   \n");
  CHECK(run("assess bank fmt --check shop").out ==
        "shop/bank.yaml\nshop/questions/1-people.yaml\n");
  const Outcome shown = run("assess bank fmt --diff shop");
  CHECK(shown.exit == 1);
  write_bytes("patch", shown.out);
  REQUIRE(std::system("git apply patch") == 0);  // NOLINT
  CHECK(run("assess bank fmt --check shop").exit == 0);
  CHECK(run("assess bank fmt --diff shop").out == "");
  CHECK(read_bytes("shop/questions/1-people.yaml").find("  level: 1\n") < before.size());
  CHECK(run("assess validate --strict shop").exit == 0);
}

TEST_CASE("a file that cannot be written stays, and the run says so") {
  const WorkingFolder folder;
  write_bytes("a.yaml", "id: a\nschema: assess/bank/1\n");
  write_bytes("b.yaml", "id: b\nschema: assess/bank/1\n");
  std::filesystem::permissions("a.yaml", std::filesystem::perms::owner_read);
  if (std::system("test -w a.yaml") == 0) {  // NOLINT
    MESSAGE("every file can be written here, so this is not tested");
    return;
  }
  const Outcome outcome = run("assess bank fmt a.yaml b.yaml");
  CHECK(outcome.exit == 2);
  CHECK(read_bytes("a.yaml") == "id: a\nschema: assess/bank/1\n");
  CHECK(read_bytes("b.yaml") == "schema: assess/bank/1\nid: b\n");
}

}  // namespace assess::test
