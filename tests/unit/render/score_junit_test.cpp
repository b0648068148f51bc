#include "support/samples.hpp"
#include "support/xml.hpp"
#include <assess/diag/rules.hpp>
#include <assess/render/render.hpp>
#include <assess/report/remarks.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

constexpr std::string_view nasty = "<&\"> ]]> \x1b[31m | `x` 全角\n\x01\xFF";

Finding finding(const std::string& rule, Severity severity, const std::string& message,
                const std::string& path = {}, int line = 3) {
  Finding out{
      .rule = rule, .severity = severity, .message = {message, message}, .help = {"h", "h"}};
  if (!path.empty()) out.place = Place{path, {line, 5}, {line, 6}, {}};
  return out;
}

void add_file(Run& run, RunFile file, const std::vector<Finding>& findings) {
  file.findings.begin = run.findings.size();
  run.findings.insert(run.findings.end(), findings.begin(), findings.end());
  file.findings.end = run.findings.size();
  run.files.push_back(std::move(file));
}

RunFile scored(const std::string& path, const Gates& gates = {}) {
  RunFile file{.path = path};
  file.diagnosis = diagnose(small_bank_text(), small_answers_text(), gates);
  file.outcome = file.diagnosis->verdict.passed ? Outcome::scored : Outcome::failed;
  return file;
}

// As the program finds them.
std::vector<Finding> missed(const RunFile& file) {
  std::vector<Finding> out;
  for (const GateResult& gate : file.diagnosis->verdict.gates) {
    if (gate.passed) continue;
    Finding one = finding(std::string(rules::gate_missed.id), Severity::error, "", file.path, 7);
    one.message = report::missed_words(gate);
    out.push_back(one);
  }
  return out;
}

// Both forms; valid, each by its own schema.
std::string usual(const Run& run, const render::Context& context = {}) {
  CHECK(xml_faults(render::score_junit_strict(run, context), "junit-strict.xsd").empty());
  std::string out = render::score_junit(run, context);
  const std::string faults = xml_faults(out, "junit.xsd");
  CHECK_MESSAGE(faults.empty(), faults);
  return out;
}

TEST_CASE("a clean file is a suite with one test that passes") {
  Run run;
  add_file(run, scored("a.yaml"), {});
  CHECK(
      usual(run) ==
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"assess\" tests=\"1\" failures=\"0\" errors=\"0\" time=\"0\">\n"
      "  <testsuite name=\"a.yaml\" tests=\"1\" failures=\"0\" errors=\"0\" time=\"0\" "
      "file=\"a.yaml\">\n"
      "    <properties>\n"
      "      <property name=\"bank\" value=\"small@1.2.0\"/>\n"
      "      <property name=\"level\" value=\"1\"/>\n"
      "      <property name=\"total\" value=\"1\"/>\n"
      "    </properties>\n"
      "    <testcase classname=\"a.yaml\" name=\"score\" file=\"a.yaml\" line=\"1\" time=\"0\"/>\n"
      "  </testsuite>\n"
      "</testsuites>\n");
}

TEST_CASE("each gate is a test, told once") {
  Run run;
  run.has_gates = true;
  RunFile file = scored("a.yaml", {.min_level = 2, .min_total = Fraction(1, 2)});
  const auto findings = missed(file);
  REQUIRE(findings.size() == 1);
  add_file(run, std::move(file), findings);
  const std::string out = usual(run);
  CHECK(xpath(out, "count(//testcase)") == "2");
  CHECK(xpath(out, "string(/testsuites/@failures)") == "1");
  CHECK(xpath(out, "string(//testcase[failure]/@name)") == "attained level >= 2");
  CHECK(xpath(out, "string(//testcase[failure]/@line)") == "7");
  CHECK(xpath(out, "string(//failure/@type)") == "gate/missed");
  CHECK(xpath(out, "string(//failure/@message)") == "attained level: got 1, wanted >= 2");
  CHECK(xpath(out, "string(//failure)") ==
        "a.yaml:7:5: error: attained level: got 1, wanted >= 2 [gate/missed]\nhelp: h");
  CHECK(xpath(out, "count(//testcase[not(*)])") == "1");
}

TEST_CASE("a gate that nothing was reported of is missed all the same") {
  Run run;
  add_file(run, scored("a.yaml", {.min_level = 2}), {});
  CHECK(xpath(usual(run), "string(//failure)") == "attained level: got 1, wanted >= 2");
}

TEST_CASE("a file that cannot be scored has an error for each of its faults") {
  Run run;
  add_file(run, {.path = "a.yaml"},
           {finding("yaml/type", Severity::error, "one", "a.yaml"),
            finding("yaml/type", Severity::error, "two", "a.yaml", 9),
            finding("io/cannot-read", Severity::error, "three"),
            finding("answers/x", Severity::warning, "four", "a.yaml")});
  const std::string out = usual(run);
  CHECK(xpath(out, "count(//testsuite)") == "1");
  CHECK(xpath(out, "count(//testcase)") == "4");
  CHECK(xpath(out, "string(/testsuites/@errors)") == "3");
  CHECK(xpath(out, "count(//testcase[@classname='a.yaml' and @file='a.yaml'])") == "4");
  CHECK(xpath(out, "string(//testcase[2]/@line)") == "9");
  CHECK(xpath(out, "string(//testcase[4]/system-out)") ==
        "a.yaml:3:5: warning: four [answers/x]\nhelp: h");
  CHECK(xpath(out, "count(//testcase[4]/error)") == "0");
}

TEST_CASE("a file without a result and without a fault is an error") {
  Run run;
  add_file(run, {.path = "a.yaml"}, {});
  CHECK(xpath(usual(run), "string(//error/@message)") == "cannot be scored");
}

TEST_CASE("findings that are less grave than asked for are left out") {
  Run run;
  add_file(run, scored("a.yaml"),
           {finding("answers/x", Severity::warning, "w", "a.yaml"),
            finding("answers/y", Severity::info, "i", "a.yaml")});
  CHECK(xpath(usual(run), "count(//system-out)") == "2");
  CHECK(xpath(usual(run, {.min_severity = Severity::warning}), "count(//system-out)") == "1");
  CHECK(xpath(usual(run, {.min_severity = Severity::error}), "count(//testcase)") == "1");
}

TEST_CASE("tests of one file have names of their own") {
  Run run;
  const auto same = [](int line, const std::string& message = "same") {
    return finding("yaml/type", Severity::error, message, "a.yaml", line);
  };
  add_file(run, {.path = "a.yaml"}, {same(1), same(2), same(3, "same (2)"), same(4)});
  const std::string out = usual(run);
  CHECK(xpath(out, "string(//testcase[1]/@name)") == "yaml/type: same");
  CHECK(xpath(out, "string(//testcase[2]/@name)") == "yaml/type: same (2)");
  CHECK(xpath(out, "count(//testcase[@name=preceding-sibling::testcase/@name])") == "0");
}

TEST_CASE("what belongs to no file has a suite of its own, in front") {
  Run run;
  run.findings.push_back(finding("io/no-such-input", Severity::error, "no file"));
  add_file(run, scored("a.yaml"), {});
  run.findings.push_back(finding("bank/weight", Severity::error, "bad", "bank.yaml"));
  add_file(run, {.path = "b.yaml"},
           {finding("answers/broken-bank", Severity::error, "x", "b.yaml")});
  const std::string out = usual(run);
  CHECK(xpath(out, "string(//testsuite[1]/@name)") == "assess");
  CHECK(xpath(out, "count(//testsuite[1]/testcase[error])") == "2");
  CHECK(xpath(out, "string(//testsuite[1]/testcase[1]/@classname)") == "assess");
  CHECK(xpath(out, "string(//testsuite[1]/testcase[2]/@file)") == "bank.yaml");
  CHECK(xpath(out, "count(//testsuite)") == "3");
  CHECK(xpath(out, "count(//testsuite[3]/testcase)") == "1");
}

TEST_CASE("a run without files has one test, and it passes") {
  const std::string out = usual({});
  CHECK(xpath(out, "count(//testcase[not(*)])") == "1");
  CHECK(xpath(out, "string(//testcase/@name)") == "nothing to score");
  CHECK(xpath(usual({}, {.language = Language::zh}), "string(//testcase/@name)") ==
        "没有要评分的文件");
}

TEST_CASE("nasty text stays text, in every place") {
  Run run;
  const std::string path(nasty);
  RunFile file = scored(path, {.min_level = 2});
  const auto gates = missed(file);
  add_file(run, std::move(file), gates);
  add_file(run, {.path = "b" + path},
           {finding("yaml/type", Severity::error, path, "b" + path),
            finding("yaml/type", Severity::warning, path)});
  const std::string out = usual(run);
  CHECK(out.find('\x1b') == std::string::npos);
  CHECK(out.find("]]>") == std::string::npos);
  CHECK(xpath(out, "string(//testsuite[1]/@name)") ==
        "<&\"> ]]> \\x1b[31m | `x` 全角\\n\\x01\\xff");
}

}  // namespace
}  // namespace assess::test
