// Where the files of a bank lie, and where banks are found, on a real disk with links.
#include "support/run.hpp"
#include "support/samples.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace assess::test {
namespace {

namespace fs = std::filesystem;

// The small bank as a folder with its questions in a file of their own.
void write_bank(const fs::path& folder) {
  const std::string& text = small_bank_text();
  const auto at = text.find("\nquestions:\n");  // the last key
  REQUIRE(at != std::string::npos);
  write_bytes(folder / "questions/1.yaml", text.substr(at + 12));
  write_bytes(folder / "bank.yaml", text.substr(0, at + 1));
}

TEST_CASE("links within a bank are followed, links out of it are told and not read") {
  const WorkingFolder folder;
  write_bank("small");
  const Outcome plain = run("assess validate small -f oneline");
  CHECK(plain.exit == 0);
  fs::rename("small/questions/1.yaml", "small/questions/1.text");
  fs::create_symlink("1.text", "small/questions/1.yaml");
  CHECK(run("assess validate small -f oneline").out == plain.out);

  write_bytes("secret", "password: 12345\n");
  fs::create_symlink("../../secret", "small/questions/2.yaml");
  const Outcome outside = run("assess validate small");
  CHECK(outside.exit == 1);
  CHECK(outside.out.find("[bank/outside-folder]") != std::string::npos);
  CHECK(outside.out.find("12345") == std::string::npos);
  fs::remove("small/questions/2.yaml");

  fs::create_symlink("2.yaml", "small/questions/2.yaml");
  const Outcome circle = run("assess validate small");
  CHECK(circle.exit == 2);
  CHECK(circle.out.find("circle") != std::string::npos);
  fs::remove("small/questions/2.yaml");

  fs::rename("small/questions", "elsewhere");
  fs::create_symlink("../elsewhere", "small/questions");
  CHECK(run("assess validate small").out.find("[bank/outside-folder]") != std::string::npos);
}

TEST_CASE("two banks of one id are told, one that is found in two ways is not") {
  const WorkingFolder folder;
  write_bytes("one/small.yaml", small_bank_text());
  write_bytes("two/small.yaml", small_bank_text());
  fs::create_directory_symlink("one", "again");
  write_bytes("a/a.yaml", small_answers_text());
  const std::string shadowed = "[bank/shadowed]";
  const Outcome both = run("ASSESS_BANK_PATH=one:two assess validate a -f oneline");
  CHECK(both.exit == 0);
  CHECK(both.out.find("`one/small.yaml` is used, `two/small.yaml` is not") != std::string::npos);
  CHECK(both.out.find(shadowed) != std::string::npos);
  for (const char* line :
       {"ASSESS_BANK_PATH=one assess validate a -f oneline",
        "ASSESS_BANK_PATH=one:again assess validate a -f oneline",
        "ASSESS_BANK_PATH=one:two assess validate a -f oneline --bank one/small.yaml",
        "ASSESS_BANK_PATH=one:two assess score a -f json"}) {
    CAPTURE(line);
    const Outcome outcome = run(line);
    CHECK(outcome.exit == 0);
    CHECK((outcome.out + outcome.err).find(shadowed) == std::string::npos);
  }
}

}  // namespace
}  // namespace assess::test
