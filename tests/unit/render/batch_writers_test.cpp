#include "support/samples.hpp"
#include "support/xml.hpp"
#include <assess/diag/rules.hpp>
#include <assess/render/batch.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

using render::BatchContext;
using render::BatchSummary;
using render::BatchWriter;

struct Record {
  RunFile file;
  std::vector<Finding> findings;
};

Record unreadable(const std::string& path, const std::string& message = "broken") {
  Record record;
  record.file.path = path;
  record.findings.push_back({.rule = "yaml/type",
                             .message = {message, message},
                             .place = Place{path, {4, 2}, {4, 3}, {}}});
  return record;
}

Record scored(const std::string& path, const Gates& gates = {}) {
  Record record;
  record.file.path = path;
  record.file.diagnosis = diagnose(small_bank_text(), small_answers_text(), gates);
  const bool passed = record.file.diagnosis->verdict.passed;
  record.file.outcome = passed ? Outcome::scored : Outcome::failed;
  return record;
}

std::string document(BatchWriter& writer, const std::vector<Record>& records,
                     BatchSummary summary = {}) {
  std::string out = writer.begin(records.size());
  for (const Record& record : records) {
    out += writer.record(record.file.outcome, writer.prepare(record.file, record.findings));
    ++summary.files;
    if (record.file.outcome == Outcome::unreadable) ++summary.unreadable;
    if (record.file.outcome == Outcome::failed) ++summary.failed;
    if (!record.file.diagnosis) continue;
    ++summary.scored;
    ++summary.levels[record.file.diagnosis->card.attained];
  }
  return out + writer.end(summary);
}

std::string junit(const std::vector<Record>& records, const BatchSummary& summary = {},
                  const BatchContext& context = {}) {
  const auto strict = render::batch_junit_strict(context);
  CHECK(xml_faults(document(*strict, records, summary), "junit-strict.xsd").empty());
  std::string out = document(*render::batch_junit(context), records, summary);
  const std::string faults = xml_faults(out, "junit.xsd");
  CHECK_MESSAGE(faults.empty(), faults);
  return out;
}

std::vector<Record> many(std::size_t count) {
  std::vector<Record> records;
  for (std::size_t i = 0; i < count; ++i) {
    records.push_back(unreadable("r" + std::to_string(i) + ".yaml"));
  }
  return records;
}

TEST_CASE("each row of the formats of a batch makes a writer") {
  std::set<std::string_view> names;
  for (const render::BatchFormat& format : render::batch_formats()) {
    CAPTURE(format.name);
    CHECK(names.insert(format.name).second);
    CHECK(format.ending.starts_with('.'));
    CHECK(format.summary.zh != format.summary.en);
    const std::string out = document(*format.make({}), {});
    CHECK_FALSE(out.empty());
    CHECK(out.ends_with('\n'));
    CHECK(out == document(*format.make({}), {}));
  }
}

TEST_CASE("a record of a batch passes, fails with its gates, or is an error with its first fault") {
  std::vector<Record> records;
  records.push_back(scored("a.yaml", {.min_level = 1}));
  records.push_back(scored("b.yaml", {.min_level = 2, .min_total = Fraction(2)}));
  records.back().findings.push_back({.rule = std::string(rules::gate_missed.id),
                                     .message = {"gate", "gate"},
                                     .place = Place{"b.yaml", {6, 1}, {6, 2}, {}}});
  records.push_back(unreadable("c.yaml"));
  records.back().findings.push_back({.rule = "yaml/other", .message = {"later", "later"}});
  const std::string out = junit(records);
  CHECK(xpath(out, "count(//testsuite)") == "1");
  CHECK(xpath(out, "string(//testsuite/@name)") == "records 1-3");
  CHECK(xpath(out, "string(//testsuite/@failures)") == "1");
  CHECK(xpath(out, "string(//testsuite/@errors)") == "1");
  CHECK(xpath(out, "count(//testcase[1]/*)") == "0");
  CHECK(xpath(out, "string(//failure/@message)") ==
        "attained level: got 1, wanted >= 2; total: got 1.00, wanted >= 2");
  CHECK(xpath(out, "string(//testcase[failure]/@line)") == "6");
  CHECK(xpath(out, "string(//failure)") == "b.yaml:6:1: error: gate [gate/missed]");
  CHECK(xpath(out, "string(//error/@message)") == "broken");
  CHECK(xpath(out, "string(//error/@type)") == "yaml/type");
  CHECK(xpath(out, "string(//testcase[error]/@line)") == "4");
  CHECK(xpath(out, "string(//error)") ==
        "c.yaml:4:2: error: broken [yaml/type]\nassess: error: later [yaml/other]");
}

TEST_CASE("a report that could not be written is told before a missed gate") {
  std::vector<Record> records;
  records.push_back(scored("a.yaml", {.min_level = 2}));
  Record& record = records.back();
  record.file.outcome = Outcome::unreadable;
  record.findings.push_back(
      {.rule = std::string(rules::gate_missed.id), .message = {"gate", "gate"}});
  record.findings.push_back({.rule = "io/cannot-write", .message = {"disk", "disk"}});
  CHECK(xpath(junit(records), "string(//error/@message)") == "disk");
}

TEST_CASE("a suite of a batch ends after a thousand records") {
  const std::vector<std::pair<std::size_t, std::string>> cases{
      {1, "1"}, {999, "1"}, {1000, "1"}, {1001, "2"}, {2500, "3"}};
  for (const auto& [count, suites] : cases) {
    CAPTURE(count);
    const std::string out = junit(many(count));
    CHECK(xpath(out, "count(//testsuite)") == suites);
    CHECK(xpath(out, "count(//testcase)") == std::to_string(count));
    CHECK(xpath(out, "sum(//testsuite/@tests)") == std::to_string(count));
    CHECK(xpath(out, "count(//testsuite[@tests != count(testcase)])") == "0");
  }
  CHECK(xpath(junit(many(2500)), "string(//testsuite[3]/@name)") == "records 2001-2500");
}

TEST_CASE("what a suite holds is written when it is full") {
  const auto writer = render::batch_junit({});
  const auto records = many(2000);
  writer->begin(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string out = writer->record(records[i].file.outcome,
                                           writer->prepare(records[i].file, records[i].findings));
    CHECK(out.empty() == ((i + 1) % 1000 != 0));
  }
}

TEST_CASE("shards of a batch have suites of their own names") {
  const std::string out = junit(many(1), {}, {.shard = {2, 4}});
  CHECK(xpath(out, "string(//testsuite/@name)") == "records 1-1 of shard 2/4");
}

TEST_CASE("faults of the run are tests, and a batch of nothing passes") {
  BatchSummary summary;
  summary.faults.push_back({.rule = "io/no-such-input", .message = {"none", "none"}});
  const std::string faulty = junit({}, summary);
  CHECK(xpath(faulty, "count(//testcase)") == "1");
  CHECK(xpath(faulty, "string(//error/@message)") == "none");
  CHECK(xpath(junit(many(1), summary), "count(//testsuite)") == "2");
  CHECK(xpath(junit({}), "count(//testcase[not(*)])") == "1");
}

TEST_CASE("Markdown of a batch lists fifty records and says how many more there are") {
  const std::string fifty = document(*render::batch_markdown({}), many(50));
  CHECK(fifty.find("| r49.yaml | r49.yaml:4:2: error: broken \\[yaml/type\\] |\n") !=
        std::string::npos);
  CHECK(fifty.find("more") == std::string::npos);
  const std::string more = document(*render::batch_markdown({}), many(53));
  CHECK(more.find("| r50.yaml |") == std::string::npos);
  CHECK(more.ends_with("\nAnd 3 more.\n"));
  CHECK(document(*render::batch_markdown({.language = Language::zh}), many(51))
            .ends_with("\n另有 1 条。\n"));
}

TEST_CASE("Markdown of a batch counts, and shows how the levels are spread") {
  std::vector<Record> records;
  for (const char* path : {"a", "b", "c"}) records.push_back(scored(path));
  records.push_back(scored("x|<y>`z`\n# w", {.min_level = 2}));
  BatchSummary summary{.skipped = 7, .has_gates = true};
  CHECK(document(*render::batch_markdown({}), records, summary) ==
        "# Batch\n\n"
        "| count | number |\n| --- | --: |\n"
        "| records | 4 |\n| scored | 4 |\n| missed a gate | 1 |\n| could not be scored | 0 |\n"
        "| other files, skipped | 7 |\n| errors | 0 |\n| warnings | 0 |\n"
        "\n## Attained levels\n\n"
        "| attained level | number | share |\n| --: | --: | --: |\n| 1 | 4 | 100.00% |\n"
        "\n## Records that missed a gate or could not be scored\n\n"
        "| file | why |\n| --- | --- |\n"
        "| x\\|\\<y>\\`z\\`<br>\\# w | attained level: got 1, wanted >= 2 |\n");
}

TEST_CASE("CSV of a batch takes its columns from the first bank, whatever stands before it") {
  std::vector<Record> records = many(2);
  records.push_back(scored("a.yaml"));
  const std::string out = document(*render::batch_csv({.bom = true}), records);
  CHECK(out.starts_with("\xEF\xBB\xBFpath,status,"));
  CHECK(out.find("\nr0.yaml,unreadable,,") < out.find("\nr1.yaml,unreadable,,"));
  CHECK(out.find("\nr1.yaml,unreadable,,") < out.find("\na.yaml,scored,small@1.2.0,"));
}

// The same bank under another name, with a third level and another section in the place of one.
std::string other_bank_text() {
  std::string text = replaced(small_bank_text(), "id: small\n", "id: other\n");
  text = replaced(text, "variants:\n",
                  "  - {level: 3, title: {zh: 三级, en: Three}, threshold: 0.5}\nvariants:\n");
  return replaced(text, "- id: work\n", "- id: craft\n");
}

TEST_CASE("CSV of a batch puts the figures of another bank under the columns of the same name") {
  const auto records = [] {
    std::vector<Record> both;
    both.push_back(scored("a.yaml"));
    Record& other = both.emplace_back();
    other.file.path = "b.yaml";
    other.file.outcome = Outcome::scored;
    other.file.diagnosis =
        diagnose(other_bank_text(), replaced(small_answers_text(), "small@1.2", "other@1.2"));
    return both;
  };
  std::vector<Record> both = records();
  CHECK(document(*render::batch_csv({}), both) ==
        "path,status,bank,enterprise,uscc,variant,level,total,level_1,level_2,section_people,"
        "section_work\n"
        "a.yaml,scored,small@1.2.0,某厂,91350100M000100Y43,piece,1,1,0.964,0,0,\n"
        "b.yaml,scored,other@1.2.0,某厂,91350100M000100Y43,piece,1,1,0.964,0,0,\n");
  std::swap(both[0], both[1]);
  CHECK(document(*render::batch_csv({}), both) ==
        "path,status,bank,enterprise,uscc,variant,level,total,level_1,level_2,level_3,"
        "section_people,section_craft\n"
        "b.yaml,scored,other@1.2.0,某厂,91350100M000100Y43,piece,1,1,0.964,0,,0,\n"
        "a.yaml,scored,small@1.2.0,某厂,91350100M000100Y43,piece,1,1,0.964,0,,0,\n");
}

}  // namespace
}  // namespace assess::test
