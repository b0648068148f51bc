#include "config.hpp"

#include "support/working_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace assess::cmd {
namespace {

constexpr const char* settings = "schema: assess/config/1\nmark: ";

using test::write_bytes;

// The mark of the settings found from the folder `from` below the current one, `-` for none.
std::string mark_from(const std::string& from, std::map<std::string, std::string> variables = {}) {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::create_directories(from);
  std::filesystem::current_path(from);
  RealFiles files;
  StringInput in;
  StringStream out;
  StringStream err;
  Env env{.files = files, .in = in, .out = out, .err = err, .variables = std::move(variables)};
  std::vector<Finding> findings;
  const auto config = load_config({}, env, findings);
  std::filesystem::current_path(before);
  if (!config) return "faulty";
  return config->path.empty() ? "-" : config->mark;
}

TEST_CASE("settings are looked for upwards, the nearest one counts") {
  const test::WorkingFolder folder;
  write_bytes("project/.git/HEAD", "x");
  CHECK(mark_from("project/a/b") == "-");
  write_bytes("project/.assess.yaml", std::string(settings) + "top");
  CHECK(mark_from("project/a/b") == "top");
  write_bytes("project/a/assess.yaml", std::string(settings) + "near");
  CHECK(mark_from("project/a/b") == "near");
  CHECK(mark_from("project/c") == "top");
  write_bytes("project/assess.yaml", std::string(settings) + "plain");
  CHECK(mark_from("project/c") == "plain");
}

TEST_CASE("the search ends at the project, at the home folder, and goes on to the user's own") {
  const test::WorkingFolder folder;
  const std::string here = std::filesystem::current_path().string();
  write_bytes("assess.yaml", std::string(settings) + "outside");
  write_bytes("project/.git/HEAD", "x");
  CHECK(mark_from("project/a") == "-");
  CHECK(mark_from("other") == "outside");
  CHECK(mark_from("home/work", {{"HOME", here + "/home"}}) == "-");
  write_bytes("home/.config/assess/config.yaml", std::string(settings) + "user");
  CHECK(mark_from("home/work", {{"HOME", here + "/home"}}) == "user");
  write_bytes("xdg/assess/config.yaml", std::string(settings) + "xdg");
  CHECK(mark_from("project/a", {{"HOME", here + "/home"}, {"XDG_CONFIG_HOME", here + "/xdg"}}) ==
        "xdg");
}

TEST_CASE("files of the same name that are something else are passed over") {
  const test::WorkingFolder folder;
  write_bytes(".git/HEAD", "x");
  write_bytes("a/assess.yaml", "schema: assess/answers/1\n");
  CHECK(mark_from("a") == "-");
  std::filesystem::create_directories("b/assess.yaml");
  CHECK(mark_from("b") == "-");
}

TEST_CASE("paths in settings are relative to the file") {
  const test::WorkingFolder folder;
  write_bytes("project/ours/bank.yaml", "x");
  write_bytes("project/assess.yaml",
              "schema: assess/config/1\nbank: ours\nlogo: pictures/logo.png\n"
              "font: [/fonts/a.ttf, b.ttf]\n");
  RealFiles files;
  StringInput in;
  StringStream out;
  StringStream err;
  Env env{.files = files, .in = in, .out = out, .err = err};
  CommonOptions common;
  common.config = "project/assess.yaml";
  std::vector<Finding> findings;
  const auto config = load_config(common, env, findings);
  REQUIRE(config);
  CHECK(config->bank == "project/ours");
  CHECK(config->logo == "project/pictures/logo.png");
  REQUIRE(config->fonts.size() == 2);
  CHECK(config->fonts[0] == "/fonts/a.ttf");
  CHECK(config->fonts[1] == "project/b.ttf");
}

}  // namespace
}  // namespace assess::cmd
