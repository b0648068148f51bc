// The scripts of docs/scaling.md do what it says: its shards, joined as it says, are one run.
#include "support/diff.hpp"
#include "support/scripts.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace assess::test {
namespace {

namespace fs = std::filesystem;

constexpr int shards = 4;

std::vector<PageBlock> blocks() {
  return read_blocks(read_bytes(ASSESS_ROOT "/docs/scaling.md"));
}

std::string block(std::string_view name) {
  return block_named(blocks(), name);
}

// Some sixty diagnoses with different results, sizes and variants; a few have faults.
void write_answers() {
  install_program();
  write_bytes("answers/tiny.yaml", read_bytes(ASSESS_ROOT "/tests/golden/common/tiny.yaml"));
  constexpr std::string_view options = "ABCDDCBADCBD";
  for (std::size_t i = 0; i < 61; ++i) {
    const std::string first(1, i % 20 == 7 ? 'X' : options[i % options.size()]);
    const std::string second(1, options[i / 5 % options.size()]);
    write_bytes("answers/" + std::to_string(i * 37 % 61) + ".yaml",
                "schema: assess/answers/1\nbank: tiny@1\nenterprise: {name: \xE5\x8E\x82 " +
                    std::to_string(i) + ", size: " + (i % 3 == 0 ? "中型" : "small") +
                    "}\nvariant: " + (i % 4 == 0 ? "heavy" : "light") + "\nanswers: {L1-1.1.1: " +
                    first + ", L1-2.1.1: " + second + ", L1-2.2.1: D, L2-1.1.1: " + first + "}\n");
  }
}

std::string records_of(const std::string& path) {
  std::istringstream lines(read_bytes(path));
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    if (nlohmann::json::parse(line)["type"] == "record") out += line + "\n";
  }
  return out;
}

// What the whole run and the shards wrote is the same, byte by byte, and so are the counts.
void check_joined(int status) {
  const std::string difference = diff(records_of("whole.ndjson"), read_bytes("records.ndjson"));
  CHECK_MESSAGE(difference.empty(), difference);
  CHECK(read_bytes("cohort.json") == read_bytes("whole.json"));
  std::string parts;
  for (int i = 1; i <= shards; ++i) parts += records_of("part-0" + std::to_string(i) + ".ndjson");
  CHECK(parts == records_of("whole.ndjson"));
  REQUIRE(run_script("{\n" + block("totals") + "} >totals.json") == 0);
  const auto totals = nlohmann::json::parse(read_bytes("totals.json"));
  CHECK(totals == nlohmann::json{{"shards", shards},
                                 {"files", 61},
                                 {"failed", 0},
                                 {"unreadable", 3},
                                 {"exit_code", status}});
}

// `score` runs the shards and returns the highest status, `join` is the script that joins them.
void check(const std::function<int()>& score, const std::string& join) {
  const WorkingFolder folder;
  write_answers();
  const int whole = run_script(block("whole"));
  CHECK(whole == 2);
  CHECK(score() == whole);
  CHECK(run_script(join) == 0);
  CHECK(fs::file_size("whole.ndjson") > 10'000);
  check_joined(whole);
}

// The script once for each shard; `variables` says what the platform sets for shard I, from 1.
int highest_status(const std::string& script, const std::function<std::string(int)>& variables) {
  int worst = 0;
  for (int i = 1; i <= shards; ++i) worst = std::max(worst, run_script(script, variables(i)));
  return worst;
}

}  // namespace

TEST_SUITE_BEGIN("golden");

TEST_CASE("docs/scaling.md: shards of a shell loop join to one run") {
  check([] { return run_script(block("loop")); }, block("join"));
}

TEST_CASE("docs/scaling.md: shards of GNU parallel join to one run") {
  if (std::system("command -v parallel >/dev/null") != 0) {
    MESSAGE("skipped: GNU parallel is not installed (tests/packages test)");
    return;
  }
  check([] { return run_script(block("parallel")); }, block("join"));
}

TEST_CASE("docs/scaling.md: the shards of CI systems and clusters join to one run") {
  const auto number = [](int i) { return std::to_string(i); };
  const auto github = scripts_in(block("github"), "run");
  REQUIRE(github.size() == 2);
  check(
      [&] {
        return highest_status(github[0],
                              [&](int i) { return "SHARD=0" + number(i) + " SHARDS=4"; });
      },
      github[1]);
  const auto gitlab = scripts_in(block("gitlab"), "script");
  REQUIRE(gitlab.size() == 2);
  check(
      [&] {
        return highest_status(
            gitlab[0], [&](int i) { return "CI_NODE_INDEX=" + number(i) + " CI_NODE_TOTAL=4"; });
      },
      gitlab[1]);
  check(
      [&] {
        return highest_status(block("slurm"), [&](int i) {
          return "SLURM_ARRAY_TASK_ID=" + number(i) +
                 " SLURM_ARRAY_TASK_COUNT=4 SLURM_CPUS_PER_TASK=2";
        });
      },
      block("join"));
}

TEST_CASE("docs/scaling.md: a pod of Kubernetes succeeds with every result") {
  const auto kubernetes = scripts_in(block("kubernetes"), "args");
  REQUIRE(kubernetes.size() == 1);
  const auto variables = [](int i) {
    return "JOB_COMPLETION_INDEX=" + std::to_string(i - 1) + " SHARDS=4";
  };
  check(
      [&] {
        CHECK(highest_status(kubernetes[0], variables) == 0);
        return 2;  // stands in the summaries
      },
      block("join"));
  const WorkingFolder folder;
  write_bytes("bin/assess", "#!/bin/sh\nexit 3\n");
  fs::permissions("bin/assess", fs::perms::owner_all);
  CHECK(highest_status(kubernetes[0], variables) == 1);
}

TEST_CASE("docs/scaling.md has no script that is not run") {
  std::string names;
  for (const PageBlock& one : blocks()) names += one.kind + " " + one.name + "; ";
  CHECK(names ==
        "sh whole; sh loop; sh parallel; yaml github; yaml gitlab; sh slurm; yaml kubernetes; "
        "sh join; sh totals; ");
}

TEST_SUITE_END();

}  // namespace assess::test
