// `batch --cohort --last-valid` against cohorts of the files that are known to count.
#include "support/run.hpp"
#include "support/working_folder.hpp"
#include <assess/yaml/node.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace assess::test {
namespace {

using Json = nlohmann::json;

const std::string common = ASSESS_ROOT "/tests/golden/common/";
// Diagnoses of two enterprises, with every state that `history` knows.
const std::string diagnoses = ASSESS_ROOT "/tests/golden/history/diagnoses/";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

Json json_of(const yaml::Node& node) {
  if (node.is_mapping()) {
    Json out = Json::object();
    for (const yaml::Node key : node.children())
      out[std::string(key.text())] = json_of(key.value());
    return out;
  }
  if (node.is_sequence()) {
    Json out = Json::array();
    for (const yaml::Node item : node.children()) out.push_back(json_of(item));
    return out;
  }
  const std::string text(node.text());
  const bool is_number = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? Json(std::stoi(text)) : Json(text);
}

// An answer file as a record of NDJSON.
std::string record_of(const std::string& path) {
  SourceMap sources;
  Diagnostics diagnostics;
  const auto tree = yaml::parse(sources, sources.add(path, read_bytes(path)), diagnostics);
  REQUIRE(tree);
  return json_of(tree->root()).dump() + "\n";
}

// The bytes of the cohort that a batch of these files writes.
std::string cohort(const std::string& files_and_options) {
  std::filesystem::remove("cohort.json");
  run("assess batch --bank tiny.yaml -q --cohort cohort.json " + files_and_options);
  return read_bytes("cohort.json");
}

void write_diagnoses(const std::string& folder) {
  write_bytes("tiny.yaml", read_bytes(common + "tiny.yaml"));
  for (const auto& entry : std::filesystem::directory_iterator(diagnoses)) {
    write_bytes(folder + entry.path().filename().string(), read_bytes(entry.path()));
  }
}

TEST_CASE("the cohort is that of the last valid diagnoses, with any number of threads") {
  const WorkingFolder folder;
  write_diagnoses("in/");
  const std::string expected = cohort("in/2026-12.yaml in/north.yaml");
  CHECK(Json::parse(expected)["count"] == 2);
  for (const char* jobs : {"1", "2", "8"}) {
    CAPTURE(jobs);
    CHECK(cohort(std::string("in --last-valid -j ") + jobs) == expected);
  }
  CHECK(cohort("in --last-valid --shard 1/1") == expected);
  CHECK(cohort("in") != expected);
}

TEST_CASE("a month has room for three, a copy takes none of it, a broken seal counts for nothing") {
  const WorkingFolder folder;
  write_diagnoses("in/");
  std::filesystem::remove("in/2026-12.yaml");
  CHECK(cohort("in --last-valid") == cohort("in/2026-11.yaml in/north.yaml"));
  std::filesystem::remove("in/2026-11.yaml");
  // Those of 2026-11 and 2026-10 that are left: an edited one, and four and a copy in October.
  CHECK(cohort("in --last-valid") == cohort("in/2026-10-c.yaml in/north.yaml"));
}

TEST_CASE("names of files decide only between diagnoses of one day") {
  const WorkingFolder folder;
  write_diagnoses("in/");
  const std::string expected = cohort("in --last-valid");
  int number = 20;
  for (const auto& entry : std::filesystem::directory_iterator(diagnoses)) {
    const std::string name = entry.path().filename().string();
    // 2026-10-b and -c were finished on one day, and keep their order.
    const bool keeps = name.starts_with("2026-10");
    const std::string to = keeps ? name : std::to_string(number--) + ".yaml";
    write_bytes("again/" + to, read_bytes(entry.path()));
  }
  CHECK(cohort("again --last-valid") == expected);
}

TEST_CASE("records of one day follow each other by line, whatever their numbers look like") {
  const WorkingFolder folder;
  write_diagnoses("in/");
  // Lines 9 and 10; `all.ndjson:10` stands before `all.ndjson:9` as a word.
  const std::string b = record_of("in/2026-10-b.yaml");
  const std::string c = record_of("in/2026-10-c.yaml");
  write_bytes("all.ndjson", "\n\n\n\n\n\n\n\n" + b + c);
  CHECK(cohort("all.ndjson --last-valid") == cohort("in/2026-10-c.yaml"));
  write_bytes("all.ndjson", "\n\n\n\n\n\n\n\n" + c + b);
  CHECK(cohort("all.ndjson --last-valid") == cohort("in/2026-10-b.yaml"));
}

TEST_CASE("where nobody is finished the cohort has no members") {
  const WorkingFolder folder;
  write_bytes("tiny.yaml", read_bytes(common + "tiny.yaml"));
  write_bytes("good.yaml", read_bytes(common + "good.yaml"));
  const Outcome outcome =
      run("assess batch --bank tiny.yaml good.yaml --cohort none.json --last-valid");
  CHECK(outcome.exit == 0);
  CHECK(
      outcome.err ==
      "records: 1; 1 scored, 0 missed a gate, 0 could not be scored, 0 skipped; cohort: 0 counted, "
      "1 left out\n");
  const Json json = Json::parse(read_bytes("none.json"));
  CHECK(json["count"] == 0);
  CHECK(json["bank"]["id"] == "tiny");
}

TEST_CASE("a result of another version of the bank may count, and is then nobody's member") {
  const WorkingFolder folder;
  write_diagnoses("in/");
  // Finished on 2026-10-03 with tiny@1.1.0.
  write_bytes("old.yaml", read_bytes(ASSESS_ROOT "/tests/golden/history-new-bank/old.yaml"));
  CHECK(Json::parse(cohort("old.yaml in/2026-08.yaml --last-valid"))["count"] == 0);
  // It takes one of the three places of October.
  CHECK(cohort("old.yaml in/2026-10-a.yaml in/2026-10-b.yaml in/2026-10-c.yaml --last-valid") ==
        cohort("in/2026-10-b.yaml"));
}

TEST_CASE("only diagnoses that count must be of one bank") {
  const WorkingFolder folder;
  write_diagnoses("in/");
  write_bytes("banks/other.yaml",
              replaced(read_bytes(common + "tiny.yaml"), "id: tiny\n", "id: other\n"));
  write_bytes("banks/tiny.yaml", read_bytes(common + "tiny.yaml"));
  const std::string text = read_bytes(diagnoses + "2026-08.yaml");
  write_bytes("banks/old.yaml", replaced(text.substr(0, text.find("\n# 已提交")), "bank: tiny@1\n",
                                         "bank: other@1\n"));
  for (int step = 0; step < 2; ++step) {
    CHECK(run("assess submit banks/old.yaml --date 2026-09-01").exit == 0);
  }
  write_bytes("banks/new.yaml", read_bytes(diagnoses + "2026-12.yaml"));
  write_bytes("banks/north.yaml", read_bytes(diagnoses + "north.yaml"));
  // As it was superseded, the one of the other bank is in nobody's way.
  const Outcome superseded = run("assess batch banks -q --cohort one.json --last-valid");
  CHECK(superseded.exit == 0);
  CHECK(read_bytes("one.json") == cohort("in/2026-12.yaml in/north.yaml"));
  std::filesystem::remove("banks/new.yaml");
  const Outcome counts = run("assess batch banks -q --cohort two.json --last-valid");
  CHECK(counts.exit == 2);
  CHECK(counts.err.find("`banks/north.yaml` and `banks/old.yaml` do not belong together") !=
        std::string::npos);
  CHECK_FALSE(std::filesystem::exists("two.json"));
}

}  // namespace
}  // namespace assess::test
