#include "repository.hpp"

#include "support/working_folder.hpp"
#include <assess/io/files.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>

namespace assess::test {
namespace {

namespace fs = std::filesystem;

class World {
 public:
  std::map<std::string, std::string> paths(const std::vector<std::string>& of) {
    Run run;
    for (const std::string& path : of) {
      run.findings.push_back({.place = Place{path, {1, 1}, {1, 2}, {}}});
    }
    cmd::Env env{.files = files_, .in = in_, .out = out_, .err = err_};
    return cmd::repository_paths(run, env);
  }

 private:
  RealFiles files_;
  cmd::StringInput in_;
  cmd::StringStream out_;
  cmd::StringStream err_;
};

TEST_CASE("files are named from the top of the repository, wherever the command is run") {
  const WorkingFolder folder;
  fs::create_directory(".git");
  write_bytes("sub/deep/a.yaml", "");
  write_bytes("b.yaml", "");
  World world;
  const std::map<std::string, std::string> from_top{{"b.yaml", "b.yaml"},
                                                    {"./sub/../b.yaml", "b.yaml"}};
  CHECK(world.paths({"b.yaml", "./sub/../b.yaml"}) == from_top);
  fs::current_path("sub");
  const std::string absolute = (folder.path() / "sub/deep/a.yaml").string();
  const std::map<std::string, std::string> from_below{
      {"deep/a.yaml", "sub/deep/a.yaml"}, {"../b.yaml", "b.yaml"}, {absolute, "sub/deep/a.yaml"}};
  CHECK(world.paths({"deep/a.yaml", "../b.yaml", absolute}) == from_below);
  fs::current_path("..");
}

TEST_CASE("without a repository the current folder is the top, and nothing above it has a name") {
  const WorkingFolder folder;
  write_bytes("sub/a.yaml", "");
  write_bytes("b.yaml", "");
  write_bytes("sub-b/c.yaml", "");
  fs::current_path("sub");
  const std::map<std::string, std::string> expected{{"a.yaml", "a.yaml"}};
  CHECK(World().paths({"a.yaml", "../b.yaml", "../sub-b/c.yaml", "/dev/null"}) == expected);
  fs::current_path("..");
}

TEST_CASE("links are followed, and a name that no file has is taken as it is written") {
  const WorkingFolder folder;
  write_bytes("real/a.yaml", "");
  fs::create_symlink("real", "linked");
  fs::create_symlink("/dev/null", "out.yaml");
  const std::map<std::string, std::string> expected{
      {"linked/a.yaml", "real/a.yaml"}, {"<stdin>", "<stdin>"}, {"x/./../y//z.yaml", "y/z.yaml"}};
  CHECK(World().paths({"linked/a.yaml", "out.yaml", "<stdin>", "x/./../y//z.yaml",
                       "../../../../../../../z"}) == expected);
}

TEST_CASE("the places of notes count too") {
  const WorkingFolder folder;
  write_bytes("a.yaml", "");
  Run run;
  run.files.push_back({.path = "a.yaml"});
  Finding finding{.notes = {{Place{"b.yaml", {1, 1}, {1, 1}, {}}, {}}}};
  run.findings.push_back(finding);
  RealFiles files;
  cmd::StringInput in;
  cmd::StringStream out;
  cmd::StringStream err;
  cmd::Env env{.files = files, .in = in, .out = out, .err = err};
  CHECK(cmd::repository_paths(run, env).size() == 2);
}

}  // namespace
}  // namespace assess::test
