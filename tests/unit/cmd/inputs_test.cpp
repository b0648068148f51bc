#include "inputs.hpp"

#include "support/working_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace assess::cmd {
namespace {

const std::string answers = "schema: assess/answers/1\n";
const std::string bank = "schema: assess/bank/1\n";

struct World {
  MemoryFiles files;
  StringInput in;
  StringStream out;
  StringStream err;
  Env env{.files = files, .in = in, .out = out, .err = err};

  World() {
    files.files = {{"in/a.yaml", answers},
                   {"in/b.yml", answers},
                   {"in/.hidden.yaml", answers},
                   {"in/.git/c.yaml", answers},
                   {"in/notes.yaml", "a: 1\n"},
                   {"in/read.me", answers},
                   {"in/deep/er/d.yaml", answers},
                   {"in/tiny/bank.yaml", bank},
                   {"in/tiny/questions/1.yaml", "- id: q\n"},
                   {"in/questions/e.yaml", answers},
                   {"empty/x.txt", ""}};
  }

  // The paths that were found, the number of those skipped, and the rules of what was reported.
  std::string find(const InputOptions& options, Wanted wanted = Wanted::answers) {
    Diagnostics diagnostics;
    const auto found = find_inputs(options, wanted, env, diagnostics);
    std::string shown;
    if (found) {
      for (const InputFile& file : found->files) shown += file.path + " ";
      shown += "+" + std::to_string(found->skipped);
    } else {
      shown = "nothing";
    }
    for (const Diagnostic& fault : diagnostics.all()) shown += " " + std::string(fault.rule);
    return shown;
  }
};

InputOptions operands(std::vector<std::string> paths) {
  InputOptions options;
  options.paths = std::move(paths);
  return options;
}

TEST_CASE("the schema of a file is seen without reading all of it") {
  struct Case {
    std::string text;
    Schema schema;
  };
  const std::vector<Case> cases{
      {answers, Schema::answers},
      {"# a comment\n\nbank: x\nschema:   assess/answers/7\n", Schema::answers},
      {"{\"schema\": \"assess/bank/1\"}", Schema::bank},
      {"\xEF\xBB\xBFschema: assess/bank/1", Schema::bank},
      {"schema: 'assess/bank/1'\r\n", Schema::bank},
      {"# schema: assess/bank/1\n", Schema::other},
      {"my_schema: assess/bank/1\n", Schema::other},
      {"schema: other/1\n", Schema::other},
      {"schema", Schema::other},
      {"", Schema::other},
      {std::string("\0\xFF schema", 9), Schema::other},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(sniff_schema(c.text) == c.schema);
  }
}

TEST_CASE("a folder means the answer files below it, hidden ones not") {
  World world;
  CHECK(world.find(operands({"in"})) ==
        "in/a.yaml in/b.yml in/deep/er/d.yaml in/questions/e.yaml +2");
}

TEST_CASE("validating a folder takes banks too, and their questions as a part of them") {
  World world;
  CHECK(world.find(operands({"in"}), Wanted::banks_and_answers) ==
        "in/a.yaml in/b.yml in/deep/er/d.yaml in/questions/e.yaml in/tiny/bank.yaml +1");
}

TEST_CASE("a question file stands for its bank when it is validated") {
  World world;
  const auto options = operands({"in/tiny/questions/1.yaml"});
  CHECK(world.find(options, Wanted::banks_and_answers) == "in/tiny/bank.yaml +0");
  CHECK(world.find(options, Wanted::answers) == "in/tiny/questions/1.yaml +0");
}

TEST_CASE("what is named twice is read once, and a name is taken whatever it holds") {
  World world;
  CHECK(world.find(operands({"in/b.yml", "in", "in/b.yml", "in/notes.yaml"})) ==
        "in/a.yaml in/b.yml in/deep/er/d.yaml in/notes.yaml in/questions/e.yaml +2");
}

TEST_CASE("all ways to a file on the disk are one file, through links and folders too") {
  const test::WorkingFolder folder;
  test::write_bytes("in/deep/a.yaml", answers);
  test::write_bytes("b.yaml", answers);
  std::filesystem::create_symlink("deep/a.yaml", "in/link.yaml");
  std::filesystem::create_symlink("../b.yaml", "in/out.yaml");
  std::filesystem::create_directory_symlink("in", "also");
  RealFiles files;
  StringInput in;
  StringStream out;
  Env env{.files = files, .in = in, .out = out, .err = out};
  const std::string whole = (folder.path() / "in").string();
  for (const InputOptions& options :
       {operands({"in", "also", "./in/", whole, "in/../in/deep/a.yaml", "b.yaml"}),
        operands({"b.yaml", "in/link.yaml", "also", "in"})}) {
    Diagnostics diagnostics;
    const auto found = find_inputs(options, Wanted::unread, env, diagnostics);
    REQUIRE(found);
    CHECK(found->files.size() == 2);
    CHECK(!diagnostics.has_errors());
  }
}

TEST_CASE("patterns stop at a slash unless they have two stars") {
  World world;
  CHECK(world.find(operands({"in/*.y*ml"})) == "in/a.yaml in/b.yml in/notes.yaml +0");
  CHECK(world.find(operands({"./in/[ab].*"})) == "in/a.yaml in/b.yml +0");
  CHECK(world.find(operands({"in/**/?.yaml"})) ==
        "in/deep/er/d.yaml in/questions/e.yaml in/tiny/questions/1.yaml +0");
  CHECK(world.find(operands({"in/a.yaml", "in/a*"})) == "in/a.yaml +0");
  CHECK(world.find(operands({"in/z*"})) == "nothing io/no-such-input");
}

TEST_CASE("excluded names and paths are passed over, folders with all below them") {
  World world;
  InputOptions options = operands({"in"});
  options.exclude = {"deep", "in/b.*", "*/notes.yaml"};
  CHECK(world.find(options) == "in/a.yaml in/questions/e.yaml +1");
}

TEST_CASE("what leads to nothing is reported, and the rest is found") {
  World world;
  CHECK(world.find(operands({"none.yaml", "in/a.yaml"})) == "in/a.yaml +0 io/no-such-input");
  CHECK(world.find(operands({"empty"})) == "nothing io/no-answers");
  CHECK(world.find(operands({"empty"}), Wanted::banks_and_answers) ==
        "nothing io/nothing-to-validate");
  InputOptions options = operands({"empty"});
  options.allow_empty = true;
  CHECK(world.find(options) == "+0");
}

TEST_CASE("paths come from lists, by line or by NUL") {
  World world;
  world.files.files["list"] = "in/b.yml\r\n\nin/a.yaml";
  world.files.files["list0"] = std::string("in/b.yml\0in/a.yaml\0", 19);
  InputOptions options;
  options.files_from = {"list"};
  CHECK(world.find(options) == "in/a.yaml in/b.yml +0");
  options.files_from = {"list0"};
  options.null_separated = true;
  CHECK(world.find(options) == "in/a.yaml in/b.yml +0");
  options.files_from = {"-"};
  world.in.text = "in/deep";
  CHECK(world.find(options) == "in/deep/er/d.yaml +0");
  options.files_from = {"nowhere"};
  CHECK(world.find(options) == "nothing io/cannot-read");
}

TEST_CASE("standard input is a file with the name that it was given") {
  World world;
  world.in.text = answers;
  InputOptions options = operands({"-", "in/a.yaml", "-"});
  options.stdin_name = "upload.yaml";
  CHECK(world.find(options) == "in/a.yaml upload.yaml +0");
}

}  // namespace
}  // namespace assess::cmd
