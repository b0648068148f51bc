#include "batch_reports.hpp"
#include "support/run.hpp"
#include "support/working_folder.hpp"
#include <assess/io/files.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace assess::test {
namespace {

const std::string common = ASSESS_ROOT "/tests/golden/common/";

TEST_CASE("names of reports are safe and apart") {
  using cmd::report_name;
  CHECK(report_name("a/某厂 2026.yaml").starts_with("某厂_2026-"));
  CHECK(report_name("a/x.yaml") != report_name("b/x.yaml"));
  for (const std::string path : {"../../etc/passwd", "..", "/", "", "a/..yaml", "a\nb.yaml",
                                 "\xE2\x80\xAE.yaml", "con.yaml", "a b;rm -rf.yaml"}) {
    CAPTURE(path);
    const std::string name = report_name(path);
    CHECK(name.find('/') == std::string::npos);
    CHECK(name.find('\n') == std::string::npos);
    CHECK_FALSE(name.starts_with('.'));
    CHECK(name.ends_with(".pdf"));
  }
  CHECK(report_name(std::string(500, 'x') + ".yaml").size() < 120);
}

TEST_CASE("a batch writes a report of each file that can be scored") {
  const WorkingFolder folder;
  for (const char* name : {"tiny.yaml", "good.yaml", "weak.yaml"}) {
    write_bytes(std::string("in/") + name, read_bytes(common + name));
  }
  write_bytes("in/bad.yaml", "schema: assess/answers/1\nbank: tiny@1\n");
  std::filesystem::create_directory("out");
  for (const char* jobs : {"1", "4"}) {
    const Outcome outcome = run(std::string("assess batch in -q --reports out -j ") + jobs);
    CHECK(outcome.exit == 2);
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator("out")) {
      names.insert(entry.path().filename().string());
      CHECK(read_bytes(entry.path()).starts_with("%PDF-"));
    }
    CHECK(names == std::set<std::string>{cmd::report_name("in/good.yaml"),
                                         cmd::report_name("in/weak.yaml")});
  }
}

TEST_CASE("shards of a batch join to the whole") {
  const WorkingFolder folder;
  for (int i = 0; i < 11; ++i) {
    write_bytes("a" + std::to_string(i) + ".yaml",
                read_bytes(common + (i % 2 == 0 ? "good.yaml" : "weak.yaml")));
  }
  write_bytes("tiny.yaml", read_bytes(common + "tiny.yaml"));
  const auto records = [](const std::string& line) {
    std::string out;
    const std::string all = run(line).out;
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t end = all.find('\n', at) + 1;
      const std::string one = all.substr(at, end - at);
      if (one.starts_with("{\"type\":\"record\"")) out += one;
      at = end;
    }
    return out;
  };
  const std::string whole = records("assess batch . --bank tiny.yaml -q");
  CHECK_FALSE(whole.empty());
  for (int count = 1; count <= 14; ++count) {
    std::string joined;
    for (int i = 1; i <= count; ++i) {
      joined += records("assess batch . --bank tiny.yaml -q --shard " + std::to_string(i) + "/" +
                        std::to_string(count));
    }
    CHECK(joined == whole);
  }
}

TEST_CASE("cohorts of shards merge to that of the whole") {
  const WorkingFolder folder;
  for (int i = 0; i < 7; ++i) {
    write_bytes("in/a" + std::to_string(i) + ".yaml",
                read_bytes(common + (i % 2 == 0 ? "good.yaml" : "weak.yaml")));
  }
  write_bytes("tiny.yaml", read_bytes(common + "tiny.yaml"));
  const std::string batch = "assess batch in --bank tiny.yaml -q --cohort ";
  CHECK(run(batch + "whole.json").exit == 0);
  CHECK(run(batch + "one.json --shard 1/3").exit == 0);
  CHECK(run(batch + "two.json --shard 2/3 -j 3").exit == 0);
  CHECK(run(batch + "three.json --shard 3/3").exit == 0);
  CHECK(run("assess cohort merge three.json one.json two.json -o merged.json").exit == 0);
  CHECK(read_bytes("merged.json") == read_bytes("whole.json"));
}

// The answers of `good.yaml` as one line of JSON, with a number to tell them apart.
std::string record_of(int number) {
  return R"({"schema":"assess/answers/1","bank":"tiny@1","enterprise":{"name":"厂)" +
         std::to_string(number) +
         R"("},"variant":"light","answers":{"L1-1.1.1":"D","L1-2.1.1":"C","L1-2.2.1":"D"}})";
}

TEST_CASE("records of a file are the same with any number of jobs, and in shards") {
  const WorkingFolder folder;
  write_bytes("tiny.yaml", read_bytes(common + "tiny.yaml"));
  write_bytes("good.yaml", read_bytes(common + "good.yaml"));
  std::string records;
  for (int i = 0; i < 300; ++i) {
    records += i % 50 == 7 ? "{broken\n" : i % 60 == 9 ? "\n" : record_of(i) + "\n";
  }
  write_bytes("a.ndjson", records);
  const std::string whole = run("assess batch a.ndjson good.yaml -q -j 1").out;
  CHECK(std::count(whole.begin(), whole.end(), '\n') == 300 - 5 + 1 + 2);
  CHECK(run("assess batch a.ndjson good.yaml -q -j 3").out == whole);
  const auto only_records = [](const std::string& text) {
    const std::size_t begin = text.find('\n') + 1;
    return text.substr(begin, text.rfind("{\"type\":\"summary\"") - begin);
  };
  std::string joined;
  for (const char* shard : {"1/4", "2/4", "3/4", "4/4"}) {
    joined +=
        only_records(run(std::string("assess batch a.ndjson good.yaml -q --shard ") + shard).out);
  }
  CHECK(joined == only_records(whole));
}

TEST_CASE("a record without end is a record with a fault, and the others are read") {
  const WorkingFolder folder;
  write_bytes("tiny.yaml", read_bytes(common + "tiny.yaml"));
  write_bytes("a.ndjson", record_of(1) + "\n{\"a\":\"" + std::string(Files::max_bytes, 'x') + "\n" +
                              record_of(2) + "\n");
  const Outcome outcome = run("assess batch a.ndjson -q");
  CHECK(outcome.exit == 2);
  CHECK(outcome.out.find(R"("path":"a.ndjson:2","status":"unreadable")") != std::string::npos);
  CHECK(outcome.out.find("io/too-large") != std::string::npos);
  CHECK(outcome.out.find(R"("path":"a.ndjson:3","status":"scored")") != std::string::npos);
}

TEST_CASE("a batch that was cut short anywhere goes on to the bytes of one run") {
  const WorkingFolder folder;
  for (const char* name : {"tiny.yaml", "good.yaml", "weak.yaml"}) {
    write_bytes(std::string("in/") + name, read_bytes(common + name));
  }
  std::string records;
  for (int i = 0; i < 20; ++i) records += i == 7 ? "{broken\n" : record_of(i) + "\n";
  write_bytes("in/a.ndjson", records);
  const std::string line = "assess batch in in/a.ndjson -q --min-level 2 --max-below 3 ";
  const int code = run(line + "-o ndjson:whole.ndjson").exit;
  const std::string whole = read_bytes("whole.ndjson");
  std::set<std::size_t> cuts{0, 1, whole.size() - 1, whole.size()};
  for (std::size_t at = whole.find('\n'); at != std::string::npos; at = whole.find('\n', at + 1)) {
    cuts.insert({at, at + 1, at + 2});
  }
  for (const std::size_t cut : cuts) {
    CAPTURE(cut);
    const std::string begun = whole.substr(0, cut);
    // As the program leaves it, and as a shell does.
    write_bytes(cut % 2 == 0 ? "out.ndjson.part" : "out.ndjson", begun);
    const Outcome outcome = run(line + "--resume out.ndjson");
    CHECK(outcome.exit == code);
    CHECK(outcome.out == "");
    CHECK(read_bytes("out.ndjson") == whole);
    CHECK_FALSE(std::filesystem::exists("out.ndjson.part"));
    std::filesystem::remove("out.ndjson");
  }
  CHECK(run(line + "--resume new.ndjson").exit == code);
  CHECK(read_bytes("new.ndjson") == whole);
}

TEST_CASE("a batch does not go on with what is not its own, and leaves it as it is") {
  const WorkingFolder folder;
  for (const char* name : {"tiny.yaml", "good.yaml", "weak.yaml"}) {
    write_bytes(name, read_bytes(common + name));
  }
  run("assess batch good.yaml weak.yaml -q -o out.ndjson");
  const std::string whole = read_bytes("out.ndjson");
  const std::string begun = whole.substr(0, whole.rfind("{\"type\":\"summary\""));
  for (const std::string& text :
       {std::string("x\n"), std::string("{}\n"), begun + "{\"type\":\"record\"}\n", begun + "[]\n",
        whole + begun, begun.substr(begun.find('\n') + 1)}) {
    CAPTURE(text);
    write_bytes("other.ndjson", text);
    CHECK(run("assess batch good.yaml weak.yaml -q --resume other.ndjson").exit == 2);
    CHECK(read_bytes("other.ndjson") == text);
  }
  write_bytes("out.ndjson", begun);
  CHECK(run("assess batch good.yaml -q --resume out.ndjson").exit == 2);
  CHECK(run("assess batch good.yaml tiny.yaml -q --resume out.ndjson").exit == 2);
  CHECK(run("assess batch good.yaml weak.yaml -q --resume out.ndjson -f csv").exit == 2);
  CHECK(read_bytes("out.ndjson") == begun);
}

}  // namespace
}  // namespace assess::test
