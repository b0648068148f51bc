#include <assess/io/files.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess {
namespace {

MemoryFiles sample() {
  MemoryFiles out;
  out.files = {{"a.yaml", "one"}, {"dir/b.yaml", "two"}, {"dir/sub/c.yaml", ""}, {"dir.txt", "x"}};
  return out;
}

std::string only_rule(const Diagnostics& diagnostics) {
  if (diagnostics.all().size() != 1) return std::to_string(diagnostics.all().size()) + " reports";
  return std::string(diagnostics.all().front().rule);
}

TEST_CASE("a file in memory is read and written") {
  MemoryFiles files = sample();
  Diagnostics diagnostics;
  CHECK(files.read("dir/b.yaml", diagnostics) == "two");
  CHECK(files.write("dir/b.yaml", "three", diagnostics));
  CHECK(files.read("dir/b.yaml", diagnostics) == "three");
  CHECK(files.read("a.yaml", diagnostics, 3) == "one");
  CHECK(diagnostics.all().empty());
}

TEST_CASE("faults in memory are those of a disk") {
  MemoryFiles files = sample();
  const auto read = [&](const std::string& path, std::size_t most) {
    Diagnostics diagnostics;
    CHECK(files.read(path, diagnostics, most) == std::nullopt);
    return only_rule(diagnostics);
  };
  CHECK(read("none", 10) == "io/cannot-read");
  CHECK(read("dir", 10) == "io/not-a-file");
  CHECK(read("a.yaml", 2) == "io/too-large");
  Diagnostics diagnostics;
  CHECK(files.list("none", diagnostics).empty());
  CHECK(only_rule(diagnostics) == "io/cannot-read");
}

TEST_CASE("a path in memory is a folder when a file stands below it") {
  MemoryFiles files = sample();
  CHECK(files.kind("a.yaml") == PathKind::file);
  CHECK(files.kind("dir") == PathKind::directory);
  CHECK(files.kind("dir/sub") == PathKind::directory);
  CHECK(files.kind(".") == PathKind::directory);
  CHECK(files.kind("di") == PathKind::missing);
  CHECK(files.kind("dir/b") == PathKind::missing);
  CHECK_FALSE(files.is_link("a.yaml"));
  CHECK(files.identity("a.yaml") == "a.yaml");
}

TEST_CASE("a folder in memory is listed in the order of bytes, each name once") {
  MemoryFiles files = sample();
  Diagnostics diagnostics;
  CHECK(files.list(".", diagnostics) ==
        std::vector<FolderEntry>{{"a.yaml", PathKind::file, false},
                                 {"dir", PathKind::directory, false},
                                 {"dir.txt", PathKind::file, false}});
  CHECK(files.list("dir", diagnostics) ==
        std::vector<FolderEntry>{{"b.yaml", PathKind::file, false},
                                 {"sub", PathKind::directory, false}});
  CHECK(diagnostics.all().empty());
}

}  // namespace
}  // namespace assess
