// The other forms of findings: one line each, their further places, help, windows of long lines.
#include <assess/render/render.hpp>

#include <doctest/doctest.h>

#include <string>

namespace assess::render {
namespace {

Finding fault(Position begin, Position end, std::string excerpt, int excerpt_column = 1) {
  Finding out{.rule = "bank/weight", .message = {"权重不对", "wrong weight"}};
  out.place = Place{"a.yaml", begin, end, std::move(excerpt), excerpt_column};
  return out;
}

std::string shown(const Finding& finding, Language language = Language::en) {
  return show_findings({finding}, {.language = language});
}

TEST_CASE("a finding on one line is as compilers print it") {
  Run run;
  run.findings.push_back(fault({3, 6}, {3, 8}, "x"));
  run.findings.push_back({.rule = "io/cannot-read",
                          .severity = Severity::error,
                          .message = {"读不了", "cannot read\nit \x1b[31m"}});
  run.findings.push_back({.rule = "bank/empty-level", .severity = Severity::info});
  CHECK(findings_oneline(run, {.min_severity = Severity::warning}) ==
        "a.yaml:3:6: error: wrong weight [bank/weight]\n"
        "assess: error: cannot read\\nit \\x1b[31m [io/cannot-read]\n");
}

TEST_CASE("further places and help follow the fault") {
  Finding finding = fault({12, 3}, {12, 5}, "- ab");
  finding.notes.push_back({Place{"a.yaml", {9, 3}, {9, 5}, "- ab", 1}, {"这里", "first here"}});
  finding.help = {"改正", "correct it"};
  CHECK(shown(finding) ==
        "a.yaml:12:3: error: wrong weight [bank/weight]\n"
        "   |\n"
        "12 | - ab\n"
        "   |   ^~\n"
        "a.yaml:9:3: note: first here\n"
        "  |\n"
        "9 | - ab\n"
        "  |   ^~\n"
        "   = help: correct it\n");
  CHECK(shown(finding, Language::zh).find("= 帮助：改正\n") != std::string::npos);
  CHECK(shown(finding, Language::zh).find("note: 这里\n") != std::string::npos);
}

TEST_CASE("a fault over several lines is underlined to the end of its first line") {
  CHECK(shown(fault({1, 4}, {3, 2}, "k: |智")) ==
        "a.yaml:1:4: error: wrong weight [bank/weight]\n"
        "  |\n"
        "1 | k: |智\n"
        "  |    ^~~\n");
}

TEST_CASE("in a window of a long line the caret stands under the fault") {
  CHECK(shown(fault({1, 505}, {1, 507}, "智智abHERE", 499)) ==
        "a.yaml:1:505: error: wrong weight [bank/weight]\n"
        "  |\n"
        "1 | 智智abHERE\n"
        "  |         ^~\n");
}

TEST_CASE("an empty line is not shown") {
  CHECK(shown(fault({1, 1}, {1, 1}, "")) == "a.yaml:1:1: error: wrong weight [bank/weight]\n");
}

TEST_CASE("a path with a terminal escape is shown, not obeyed") {
  Finding finding = fault({1, 1}, {1, 1}, "");
  finding.place->path = "\x1b]0;x\x07.yaml";
  CHECK(shown(finding).starts_with("\\x1b]0;x\\x07.yaml:1:1: error:"));
}

TEST_CASE("the summary counts errors, warnings and files") {
  Run run;
  run.command = "validate";
  run.files.push_back({.path = "a.yaml"});
  run.findings.push_back(fault({1, 1}, {1, 1}, ""));
  run.skipped = 2;
  const std::string out = findings_text(run, {.language = Language::en});
  CHECK(out.find("1 error, 0 warnings in 1 file") != std::string::npos);
  CHECK(out.find("2 other files") != std::string::npos);
  CHECK(out.find("assess explain bank/weight") != std::string::npos);
  CHECK(findings_text(run, {.language = Language::zh}).find("1 个错误") != std::string::npos);
  CHECK(findings_text(run, {.summary = false}) == show_findings(run.findings, {}));
}

}  // namespace
}  // namespace assess::render
