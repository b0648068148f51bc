#include <assess/io/files.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess {
namespace {

TEST_CASE("a path is taken apart at its last slash") {
  struct Case {
    std::string path;
    std::string parent;
    std::string name;
  };
  const std::vector<Case> cases{
      {"a/b/c.yaml", "a/b", "c.yaml"},
      {"c.yaml", ".", "c.yaml"},
      {"/c.yaml", "/", "c.yaml"},
      {"/", "/", ""},
      {"a/b/", "a", "b"},
      {"a//", ".", "a"},
      {"./a", ".", "a"},
      {"../a", "..", "a"},
      {"智/能.yaml", "智", "能.yaml"},
      {"", ".", ""},
      {".", ".", "."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    CHECK(parent_path(c.path) == c.parent);
    CHECK(file_name(c.path) == c.name);
  }
}

TEST_CASE("paths are joined with one slash") {
  CHECK(join_path("a", "b") == "a/b");
  CHECK(join_path("a/", "b") == "a/b");
  CHECK(join_path("/", "b") == "/b");
  CHECK(join_path(".", "b") == "b");
  CHECK(join_path("", "b") == "b");
  CHECK(join_path("..", "b") == "../b");
}

}  // namespace
}  // namespace assess
