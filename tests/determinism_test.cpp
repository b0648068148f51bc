// The same input gives the same bytes: on every run, with any number of threads, in any locale.
#include "support/command_line.hpp"
#include "support/diff.hpp"
#include "support/run.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace assess::test {
namespace {

using namespace std::string_literals;

const std::string common = ASSESS_ROOT "/tests/golden/common/";

// Twenty diagnoses with different results and faults, below `in`, written in the given order.
void write_many(bool is_reversed) {
  std::vector<int> numbers;
  for (int i = 0; i < 20; ++i) numbers.push_back(i);
  if (is_reversed) std::reverse(numbers.begin(), numbers.end());
  for (const int i : numbers) {
    const std::string option(1, static_cast<char>('A' + i % 5));  // `E` is a fault
    const std::string variant = i % 3 == 0 ? "heavy" : "light";
    write_bytes("in/" + std::to_string(i * 7 % 20) + "/answers.yaml",
                "schema: assess/answers/1\nbank: tiny@1\nenterprise: {name: E" + std::to_string(i) +
                    "}\nvariant: " + variant + "\nanswers: {L1-1.1.1: " + option +
                    ", L1-2.1.1: D, L9: A}\n");
  }
}

void write_inputs(bool is_reversed = false) {
  for (const char* name : {"tiny.yaml", "good.yaml", "weak.yaml"}) {
    write_bytes(name, read_bytes(common + name));
  }
  write_many(is_reversed);
}

// Standard output, standard error and the exit code in one text.
std::string shown(std::string_view line) {
  const Outcome outcome = run(line);
  return outcome.out + "--\n" + outcome.err + "--\n" + std::to_string(outcome.exit) + "\n";
}

const std::vector<std::string> lines{
    "score --bank tiny.yaml -f json good.yaml weak.yaml in",
    "score --bank tiny.yaml -f csv --lang en good.yaml weak.yaml in",
    "score --bank tiny.yaml --lang zh good.yaml weak.yaml in",
    "score --bank tiny.yaml -f junit --min-level 1 good.yaml weak.yaml in",
    "score --bank tiny.yaml -f markdown --min-level 1 good.yaml weak.yaml in",
    "batch --bank tiny.yaml good.yaml weak.yaml in",
    "batch --bank tiny.yaml -f csv good.yaml weak.yaml in",
    "batch --bank tiny.yaml -f junit --min-level 1 good.yaml weak.yaml in",
    "batch --bank tiny.yaml -f markdown --min-level 1 good.yaml weak.yaml in",
    "validate --bank tiny.yaml -f json good.yaml weak.yaml in tiny.yaml",
    "validate --bank tiny.yaml --lang zh --all good.yaml weak.yaml in",
    "history --bank tiny.yaml -f json --as-of 2026-11-22 good.yaml weak.yaml in",
    "bank show -f json tiny.yaml",
    "explain --all -f json",
    "explain --bank tiny.yaml --lang zh good.yaml work@1",
    "explain --bank tiny.yaml -f json weak.yaml @1",
    "report good.yaml --lang zh -o -",
};

}  // namespace

TEST_SUITE_BEGIN("golden");

TEST_CASE("two runs give the same bytes") {
  const WorkingFolder folder;
  write_inputs();
  for (const std::string& line : lines) {
    CAPTURE(line);
    const std::string first = shown("assess " + line);
    CHECK(first.size() > 100);
    CHECK(shown("assess " + line) == first);
  }
}

TEST_CASE("the order in which files were made does not matter") {
  for (const std::string& line : lines) {
    CAPTURE(line);
    std::string first;
    {
      const WorkingFolder folder;
      write_inputs();
      first = shown("assess " + line);
    }
    const WorkingFolder folder;
    write_inputs(true);
    CHECK(shown("assess " + line) == first);
  }
}

TEST_CASE("the number of threads does not matter") {
  const WorkingFolder folder;
  write_inputs();
  for (const std::string& line : lines) {
    const bool takes_jobs =
        line.starts_with("score") || line.starts_with("validate") || line.starts_with("batch");
    if (!takes_jobs) continue;
    CAPTURE(line);
    const std::string one = shown("assess " + line + " -j 1");
    for (const char* jobs : {"2", "8"}) {
      for (int round = 0; round < 5; ++round) {
        const std::string difference = diff(one, shown("assess " + line + " -j " + jobs));
        CHECK_MESSAGE(difference.empty(), difference);
      }
    }
  }
}

TEST_CASE("all outputs of one batch are the same with any number of threads") {
  const WorkingFolder folder;
  write_inputs();
  const std::string line =
      "assess batch --bank tiny.yaml good.yaml weak.yaml in --min-level 1 -f ndjson -o a.csv "
      "-o a.xml -o junit-strict:strict.xml -o a.md -o ndjson:a.ndjson,min=info --cohort a.json -j ";
  std::vector<std::string> first;
  for (const char* jobs : {"1", "2", "8", "2"}) {
    std::vector<std::string> all{shown(line + jobs)};
    for (const char* name : {"a.csv", "a.xml", "strict.xml", "a.md", "a.ndjson", "a.json"}) {
      all.push_back(read_bytes(name));
      CHECK(all.back().size() > 100);
    }
    if (first.empty()) first = all;
    CHECK(all == first);
  }
}

TEST_CASE("machine formats and PDF do not depend on the locale") {
  const WorkingFolder folder;
  write_inputs();
  for (const std::string& line : lines) {
    const bool is_document =
        line.find("--lang") != std::string::npos || line.find("json") != std::string::npos;
    if (!is_document) continue;
    CAPTURE(line);
    const std::string first = run("assess " + line).out;
    for (const char* locale : {"LANG=C", "LANG=zh_CN.UTF-8", "LC_ALL=de_DE.UTF-8 LANGUAGE=zh"}) {
      CAPTURE(locale);
      CHECK(run(locale + " assess "s + line).out == first);
    }
  }
}

TEST_CASE("the date of a PDF comes from the command line and not from the clock") {
  const WorkingFolder folder;
  write_inputs();
  const std::string dated = run("assess report good.yaml -o - --date 2026-11-22").out;
  CHECK(dated.starts_with("%PDF-"));
  CHECK(dated == run("SOURCE_DATE_EPOCH=1795305600 assess report good.yaml -o -").out);
  CHECK(dated != run("assess report good.yaml -o - --date 2026-11-23").out);
}

TEST_SUITE_END();

}  // namespace assess::test
