#include "support/samples.hpp"
#include <assess/diag/rules.hpp>
#include <assess/render/markdown_page.hpp>
#include <assess/render/render.hpp>

#include <doctest/doctest.h>

#include <string>

namespace assess::test {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Run one_file(const std::string& path, const std::string& enterprise, const Gates& gates = {}) {
  Run run;
  run.has_gates = !gates.is_empty();
  run.files.push_back({.path = path, .outcome = Outcome::scored});
  run.files[0].diagnosis = diagnose(small_bank_text(), small_answers_text(), gates);
  run.files[0].diagnosis->answers.enterprise.name = enterprise;
  return run;
}

TEST_CASE("without a gate nothing is said of passing") {
  CHECK(render::score_markdown(one_file("a.yaml", "Works"), {}) ==
        "# Scores\n\n"
        "1 file: 1 scored, 0 not scored\n\n"
        "| file | enterprise | attained level | total |\n"
        "| --- | --- | --- | --: |\n"
        "| a.yaml | Works | 1 One | 1.00 / 2 |\n");
}

TEST_CASE("with gates the table tells how many were met") {
  const Run met = one_file("a.yaml", "Works", {.min_level = 1});
  CHECK(has(render::score_markdown(met, {}), "| ● a.yaml | Works | 1 One | 1.00 / 2 | 1 / 1 |\n"));
  const Run missed = one_file("a.yaml", "Works", {.min_level = 2, .min_total = Fraction(1, 2)});
  CHECK(has(render::score_markdown(missed, {.language = Language::zh}),
            "| △ a.yaml | Works | 1 一级 | 1.00 / 2 | 1 / 2 |\n"));
}

TEST_CASE("missed gates stand before the faults, and the less grave can be left out") {
  Run run = one_file("a.yaml", "Works");
  const auto add = [&](std::string_view rule, Severity severity, const std::string& message) {
    run.findings.push_back({.rule = std::string(rule),
                            .severity = severity,
                            .message = {message, message},
                            .place = Place{"a.yaml", {3, 5}, {3, 6}, {}}});
  };
  add("answers/x", Severity::warning, "w");
  add(rules::gate_missed.id, Severity::error, "g");
  CHECK(render::score_markdown(run, {}).ends_with(
      "\n## Missed gates\n\n- a.yaml:3:5: error: g \\[gate/missed\\]\n"
      "\n## Faults\n\n- a.yaml:3:5: warning: w \\[answers/x\\]\n"));
  CHECK_FALSE(has(render::score_markdown(run, {.min_severity = Severity::error}), "Faults"));
}

TEST_CASE("text of files never becomes markup") {
  Run run = one_file("a|b`c`<d>&amp;\n# e.yaml", "<script>|\n*x*");
  run.findings.push_back({.rule = "yaml/type", .message = {"<b>\n# x", "<b>\n# x"}});
  const std::string out = render::score_markdown(run, {});
  CHECK(has(out, "| a\\|b\\`c\\`\\<d>\\&amp;<br>\\# e.yaml | \\<script>\\|<br>\\*x\\* |"));
  CHECK(has(out, "- assess: error: \\<b>\\\\n# x"));
}

TEST_CASE("a page that would be too long says how many lines it leaves out") {
  render::MarkdownPage page(10);
  page.add("12345\n");
  page.add("123456\n");
  page.add("1\n");
  CHECK(page.take(Language::en) ==
        "12345\n\nThe page would be too long: 2 more lines are left out.\n");
  CHECK(page.take(Language::zh).empty());
  page.add("1234567890");
  page.add("1");
  CHECK(page.take(Language::zh) == "1234567890\n页面过长，另有 1 行未列出。\n");
}

TEST_CASE("any number of files makes a page that a job summary takes") {
  Run run;
  for (int i = 0; i < 40'000; ++i) {
    run.files.push_back({.path = "folder/with/a/name/" + std::to_string(i) + ".yaml"});
  }
  const std::string out = render::score_markdown(run, {});
  CHECK(out.size() < 1024 * 1024);
  CHECK(out.size() > 800 * 1024);
  CHECK(out.ends_with(" more lines are left out.\n"));
}

}  // namespace
}  // namespace assess::test
