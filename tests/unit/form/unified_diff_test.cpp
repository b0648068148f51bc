#include "support/working_folder.hpp"
#include <assess/form/unified_diff.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>

namespace assess::test {
namespace {

using form::unified_diff;

bool is_installed(const std::string& program) {
  return std::system(("command -v " + program + " > /dev/null").c_str()) == 0;  // NOLINT
}

bool runs(const std::string& command) {
  return std::system((command + " > out 2>&1").c_str()) == 0;  // NOLINT
}

// What each program that reads patches makes of this one.
void check_patch(const std::string& path, const std::string& before, const std::string& after) {
  CAPTURE(before);
  CAPTURE(after);
  const std::string patch = unified_diff(path, before, after);
  CAPTURE(patch);
  for (const std::string command : {"git apply p", "patch -s -p1 -i p"}) {
    CAPTURE(command);
    if (!is_installed(command.substr(0, command.find(' ')))) {
      MESSAGE("not installed, so not tested: ", command);
      continue;
    }
    const WorkingFolder folder;
    write_bytes(path, before);
    write_bytes("p", patch);
    REQUIRE_MESSAGE(runs(command), read_bytes("out"));
    REQUIRE(read_bytes(path) == after);
  }
}

// Lines of few kinds, so that many are alike.
std::string some_lines(std::mt19937& random) {
  std::string out;
  const auto lines = random() % 30;
  for (std::size_t i = 0; i < lines; ++i) {
    out +=
        std::string(1, static_cast<char>('a' + random() % 6)) + (random() % 9 == 0 ? "\r\n" : "\n");
  }
  return out;
}

std::string changed(std::string text, std::mt19937& random) {
  for (auto i = random() % 5 + 1; i > 0; --i) {
    const std::size_t at = text.empty() ? 0 : random() % text.size();
    const std::size_t line =
        text.rfind('\n', at) == std::string::npos ? 0 : text.rfind('\n', at) + 1;
    if (random() % 2 == 0) {
      text.insert(line, "new\n");
    } else {
      const std::size_t end = text.find('\n', line);
      if (end != std::string::npos) text.erase(line, end + 1 - line);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a patch shows three lines around each change") {
  CHECK(unified_diff("a.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  CHECK(unified_diff("a", "1\n", "1\n") == "");
}

TEST_CASE("changes far from each other are apart, near ones together") {
  const std::string before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
  const std::string near = "x\n2\n3\n4\n5\n6\n7\ny\n9\n10\n11\n12\n";
  const std::string far = "x\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\ny\n";
  CHECK(unified_diff("a", before, near).find("@@ -1,11 +1,11 @@\n") != std::string::npos);
  const std::string apart = unified_diff("a", before, far);
  CHECK(apart.find("@@ -1,4 +1,4 @@\n") != std::string::npos);
  CHECK(apart.find("@@ -9,4 +9,4 @@\n") != std::string::npos);
}

TEST_CASE("a patch says where a text has no line break at its end") {
  check_patch("a.yaml", "a\nb", "a\nb\n");
  check_patch("a.yaml", "a", "b\n");
  CHECK(unified_diff("a", "b", "b\n").find("-b\n\\ No newline at end of file\n+b\n") !=
        std::string::npos);
}

TEST_CASE("names with odd characters stand as git writes them") {
  check_patch("a b.yaml", "1\n", "2\n");
  check_patch("目录/题库.yaml", "1\n", "2\n");
  check_patch("x\"y.yaml", "1\n", "2\n");
  CHECK(unified_diff("/abs/x", "1\n", "2\n").starts_with("--- a/abs/x\n+++ b/abs/x\n"));
  CHECK(unified_diff("./x", "1\n", "2\n").starts_with("--- a/x\n"));
}

TEST_CASE("git and patch take what is written, whatever was changed") {
  std::mt19937 random(7);
  for (int i = 0; i < 40; ++i) {
    const std::string before = some_lines(random) + "end\n";
    const std::string after = changed(before, random);
    if (before != after && !after.empty()) check_patch("f.yaml", before, after);
  }
}

TEST_CASE("large texts that have nothing in common are compared in no time") {
  std::string before;
  std::string after;
  for (int i = 0; i < 200'000; ++i) {
    before += i % 2 == 0 ? "a\n" : "b\n";
    after += i % 2 == 0 ? "c\n" : "d\n";
  }
  const std::string patch = unified_diff("f", before, after);
  CHECK(patch.size() > 2 * before.size());
}

}  // namespace assess::test
