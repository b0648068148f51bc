#include "findings_samples.hpp"
#include "support/xml.hpp"

#include <doctest/doctest.h>

#include <string>

namespace assess::render::test {
namespace {

using assess::test::xml_faults;
using assess::test::xpath;

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// Both forms; valid, each by its own schema.
std::string junit(const Run& run, const Context& context = {}) {
  CHECK(xml_faults(findings_junit_strict(run, context), "junit-strict.xsd").empty());
  std::string out = findings_junit(run, context);
  const std::string faults = xml_faults(out, "junit.xsd");
  CHECK_MESSAGE(faults.empty(), faults);
  return out;
}

Run run_of_all_severities() {
  Run run;
  add_file(run, "a.yaml",
           {finding("yaml/type", Severity::error, "e", "a.yaml"),
            finding("answers/x", Severity::warning, "w", "a.yaml"),
            finding("answers/y", Severity::info, "i", "a.yaml")});
  return run;
}

TEST_CASE("JUnit: from the fail level on a finding fails, below it the case passes") {
  Run run = run_of_all_severities();
  const auto counts = [&](std::optional<Severity> level) {
    run.fail_level = level;
    const std::string out = junit(run);
    return xpath(out, "string(/testsuites/@failures)") + " " +
           xpath(out, "count(//testcase[system-out])") + " " + xpath(out, "count(//testcase)");
  };
  CHECK(counts(Severity::error) == "1 2 3");
  CHECK(counts(Severity::warning) == "2 1 3");
  CHECK(counts(Severity::info) == "3 0 3");
  CHECK(counts(std::nullopt) == "0 3 3");
}

TEST_CASE("JUnit: what could not be read, or belongs to no file, is an error at any level") {
  Run run;
  run.fail_level = std::nullopt;
  run.findings.push_back(finding("io/no-such-input", Severity::error, "none"));
  add_file(run, "a.yaml", {finding("io/not-a-file", Severity::info, "a folder")});
  const std::string out = junit(run);
  CHECK(xpath(out, "string(/testsuites/@errors)") == "2");
  CHECK(xpath(out, "string(//testsuite[1]/@name)") == "assess");
  CHECK(xpath(out, "string(//testsuite[2]/testcase/@classname)") == "a.yaml");
  CHECK(xpath(out, "string(//testsuite[2]/testcase/error/@type)") == "io/not-a-file");
}

TEST_CASE("JUnit: findings in the files of a bank stand in the suite of the bank") {
  Run run;
  add_file(run, "bank.yaml", {finding("bank/weight", Severity::error, "m", "questions/1.yaml")});
  add_file(run, "clean.yaml", {});
  const std::string out = junit(run);
  CHECK(xpath(out, "count(//testsuite)") == "2");
  CHECK(xpath(out, "string(//testsuite[1]/testcase/@classname)") == "questions/1.yaml");
  CHECK(xpath(out, "string(//testsuite[2]/testcase/@name)") == "validate");
}

TEST_CASE("JUnit: the text has the notes and the help") {
  Finding noted = finding("bank/duplicate-id", Severity::error, "m", "a.yaml");
  noted.notes.push_back({Place{"b\n.yaml", {1, 2}, {1, 4}, {}}, {"此处", "here"}});
  noted.help = {"改", "mend it"};
  Run run;
  add_file(run, "a.yaml", {noted});
  CHECK(xpath(junit(run), "string(//failure)") ==
        "a.yaml:3:5: error: m [bank/duplicate-id]\nb\\n.yaml:1:2: here\nhelp: mend it");
}

TEST_CASE("JUnit: names of cases are their own, and there is always one case") {
  Run run;
  const Finding same = finding("yaml/type", Severity::error, "m", "a.yaml");
  add_file(run, "a.yaml", {same, same});
  CHECK(xpath(junit(run), "string(//testcase[2]/@name)") == "yaml/type: m (2)");
  CHECK(xpath(junit({}), "string(//testcase/@name)") == "nothing to validate");
  CHECK(xpath(junit({}, {.language = Language::zh}), "string(//testcase/@name)") ==
        "没有要检查的文件");
  const Context grave{.min_severity = Severity::error};
  Run weak;
  add_file(weak, "a.yaml", {finding("answers/x", Severity::warning, "w", "a.yaml")});
  CHECK(xpath(junit(weak, grave), "count(//testcase[not(*)])") == "1");
}

TEST_CASE("Markdown: a table of the files, then the findings with their lines") {
  Run run = run_of_all_severities();
  add_file(run, "clean.yaml", {});
  run.findings.front().help = {"改", "mend it"};
  const std::string out = findings_markdown(run, {.min_severity = Severity::warning});
  CHECK(out ==
        "# Validation\n\n"
        "1 error, 1 warning in 2 files. More: assess explain yaml/type\n\n"
        "| file | errors | warnings | infos |\n"
        "| --- | --: | --: | --: |\n"
        "| △ a.yaml | 1 | 1 | 1 |\n"
        "| ● clean.yaml | 0 | 0 | 0 |\n\n"
        "## a.yaml\n\n"
        "- **error** a.yaml:3:5: e `yaml/type`\n\n"
        "  ```yaml\n    a: b\n  ```\n\n"
        "  help: mend it\n\n"
        "- **warning** a.yaml:3:5: w `answers/x`\n\n"
        "  ```yaml\n    a: b\n  ```\n");
}

TEST_CASE("Markdown: the mark of a file says whether it fails the run") {
  Run run;
  add_file(run, "a.yaml", {finding("answers/x", Severity::warning, "w", "a.yaml")});
  CHECK(has(findings_markdown(run, {}), "| ● a.yaml |"));
  run.fail_level = Severity::warning;
  CHECK(has(findings_markdown(run, {}), "| △ a.yaml |"));
}

TEST_CASE("Markdown: text of files never becomes markup, not even in blocks of code") {
  Run run;
  run.findings.push_back(finding("io/no-such-input", Severity::error, "<b>\n# x | [a](b)"));
  add_file(
      run, "a|b<c>\n.yaml",
      {finding("yaml/type", Severity::error, "*m*", "a|b<c>\n.yaml", 3, "x: `````\n```\x1b # y")});
  const std::string out = findings_markdown(run, {});
  CHECK(has(out, "## Run\n\n- **error** \\<b>\\\\n# x \\| \\[a\\](b) `io/no-such-input`\n"));
  CHECK(has(out, "## a\\|b\\<c>\\\\n.yaml\n"));
  CHECK(has(out, "\n  ``````yaml\n  x: `````\\n```\\x1b # y\n  ``````\n"));
  CHECK_FALSE(has(out, "\x1b"));
}

TEST_CASE("Markdown: any number of findings makes a page that a job summary takes") {
  Run run;
  const std::vector<Finding> many(20'000, finding("yaml/type", Severity::error, "m", "a.yaml"));
  add_file(run, "a.yaml", many);
  const std::string out = findings_markdown(run, {});
  CHECK(out.size() < 1024 * 1024);
  CHECK(out.size() > 800 * 1024);
  CHECK(out.ends_with(" more lines are left out.\n"));
}

}  // namespace
}  // namespace assess::render::test
