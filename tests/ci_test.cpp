// The pipelines of docs/ci.md do what it says, and so does the hook for pre-commit.
#include "support/run.hpp"
#include "support/scripts.hpp"
#include "support/working_folder.hpp"
#include "support/xml.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace assess::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view bank_path = "ASSESS_BANK_PATH=banks";

std::vector<PageBlock> blocks() {
  return read_blocks(read_bytes(ASSESS_ROOT "/docs/ci.md"));
}

std::string block(std::string_view name) {
  return block_named(blocks(), name);
}

std::string common(const std::string& name) {
  return read_bytes(ASSESS_ROOT "/tests/golden/common/" + name);
}

// A repository with a bank and an answer file; a wrong one has faults of every severity.
void write_repository(bool is_wrong) {
  install_program();
  fs::create_directory(".git");
  write_bytes("banks/tiny.yaml", common("tiny.yaml"));
  write_bytes("answers/good.yaml", common("good.yaml"));
  if (!is_wrong) return;
  write_bytes("answers/weak.yaml", common("weak.yaml"));
  write_bytes("answers/wrong.yaml", common("good.yaml") + "vairant: light\n");
}

int run_as_ci(const std::string& script, const std::string& variables = "") {
  return run_script("set -e\n" + script, std::string(bank_path) + " " + variables);
}

std::string jenkins_script() {
  const std::string text = block("jenkins");
  constexpr std::string_view quotes = "'''";
  const auto begin = text.find(quotes) + quotes.size();
  return text.substr(begin, text.rfind(quotes) - begin);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> out;
  for (std::string line; std::getline(stream, line);) out.push_back(line);
  return out;
}

// What a matcher of docs/ci.md makes of the lines: `file:line:column severity rule message`.
std::vector<std::string> matched(const std::string& output, std::size_t matcher) {
  const json pattern = json::parse(block("matcher"))["problemMatcher"][matcher]["pattern"][0];
  const std::regex regex(pattern["regexp"].get<std::string>());
  std::vector<std::string> out;
  for (const std::string& line : lines_of(output)) {
    std::smatch groups;
    if (!std::regex_match(line, groups, regex)) continue;
    std::string one;
    for (const char* part : {"file", "line", "column", "severity", "code", "message"}) {
      if (!pattern.contains(part)) continue;
      one += groups[pattern[part].get<std::size_t>()].str() + " ";
    }
    out.push_back(one);
  }
  return out;
}

// The same of our JSON, of what has a place or of what has none.
std::vector<std::string> found(const std::string& document, bool has_place) {
  std::vector<std::string> out;
  const json result = json::parse(document);
  for (const json& one : result["diagnostics"]) {
    if (one["severity"] == "info" || one["path"].is_null() == has_place) continue;
    std::string text;
    if (has_place) {
      text = one["path"].get<std::string>() + " " + std::to_string(one["line"].get<int>()) + " " +
             std::to_string(one["column"].get<int>()) + " ";
    }
    for (const char* key : {"severity", "rule", "message"}) {
      text += one[key].get<std::string>() + " ";
    }
    out.push_back(text);
  }
  return out;
}

std::string hook_part(const std::string& yaml, std::string_view key) {
  const auto at = yaml.find(std::string(key) + ": ");
  REQUIRE(at != std::string::npos);
  return yaml.substr(at, yaml.find('\n', at) - at);
}

}  // namespace

TEST_SUITE_BEGIN("golden");

TEST_CASE("docs/ci.md: the workflow of GitHub writes annotations, SARIF and a summary") {
  const auto scripts = scripts_in(block("github"), "run");
  REQUIRE(scripts.size() == 2);
  CHECK(block("github").find("ASSESS_BANK_PATH: banks") != std::string::npos);
  for (const bool is_wrong : {false, true}) {
    CAPTURE(is_wrong);
    const WorkingFolder folder;
    write_repository(is_wrong);
    CHECK(run_as_ci(scripts[0], "GITHUB_STEP_SUMMARY=first.md") == (is_wrong ? 1 : 0));
    const std::string log = read_bytes("out");
    CHECK(log.starts_with("::error ") == is_wrong);
    CHECK((log.find("file=answers/wrong.yaml,line=") != std::string::npos) == is_wrong);
    const json sarif = json::parse(read_bytes("assess.sarif"))["runs"][0];
    CHECK(sarif["results"].size() == (is_wrong ? 3 : 0));
    CHECK(read_bytes("first.md").starts_with("# Validation\n"));
    CHECK(run_as_ci(scripts[1], "GITHUB_STEP_SUMMARY=second.md") == (is_wrong ? 2 : 0));
    CHECK(read_bytes("second.md").starts_with("# Scores\n"));
  }
}

TEST_CASE("docs/ci.md: the job of GitLab writes code quality and test results") {
  const auto scripts = scripts_in(block("gitlab"), "script");
  REQUIRE(scripts.size() == 1);
  for (const bool is_wrong : {false, true}) {
    CAPTURE(is_wrong);
    const WorkingFolder folder;
    write_repository(is_wrong);
    CHECK(run_as_ci(scripts[0]) == (is_wrong ? 1 : 0));
    const json quality = json::parse(read_bytes("gl-code-quality-report.json"));
    CHECK(quality.size() == (is_wrong ? 3 : 0));
    CHECK(xml_faults(read_bytes("assess-validate.xml"), "junit.xsd").empty());
    CHECK(fs::exists("assess-score.xml") == !is_wrong);  // GitLab stops at the first failure
  }
}

TEST_CASE("docs/ci.md: the pipeline of Jenkins writes test results") {
  for (const bool is_wrong : {false, true}) {
    CAPTURE(is_wrong);
    const WorkingFolder folder;
    write_repository(is_wrong);
    CHECK(run_as_ci(jenkins_script()) == (is_wrong ? 1 : 0));
    const std::string results = read_bytes("assess-validate.xml");
    CHECK(xml_faults(results, "junit.xsd").empty());
    CHECK((xpath(results, "string(/testsuites/@failures)") == "0") == !is_wrong);
  }
}

TEST_CASE("docs/ci.md: the problem matcher understands what is printed, in colour or not") {
  const WorkingFolder folder;
  write_repository(true);
  const std::string inputs = " banks answers nothing.yaml";
  const std::string variables = std::string(bank_path) + " ";
  const std::string truth = run(variables + "assess validate -f json" + inputs).out;
  const auto placed = found(truth, true);
  const auto general = found(truth, false);
  REQUIRE(placed.size() == 2);
  REQUIRE(general.size() == 1);
  for (const char* options :
       {"-f oneline", "-f text --all", "-f oneline --color=always", "--all --color=always"}) {
    CAPTURE(options);
    const std::string out = run(variables + "assess validate " + options + inputs).out;
    CHECK(matched(out, 0) == placed);
    CHECK(matched(out, 1) == general);
  }
  const auto scripts = scripts_in(block("github-matcher"), "run");
  REQUIRE(scripts.size() == 1);
  CHECK(run_as_ci(scripts[0]) == 1);
  CHECK(matched(read_bytes("out"), 0) == placed);
}

TEST_CASE("docs/ci.md: the hook for pre-commit passes over files of others") {
  const std::string hooks = read_bytes(ASSESS_ROOT "/.pre-commit-hooks.yaml");
  const std::string local = block("pre-commit");
  for (const char* key : {"id", "name", "entry", "language", "types", "require_serial"}) {
    CAPTURE(key);
    CHECK(hook_part(hooks, key) == hook_part(local, key));
  }
  const auto entries = scripts_in(hooks, "entry");
  REQUIRE(entries.size() == 2);
  const WorkingFolder folder;
  write_repository(true);
  write_bytes(".github/workflows/ci.yaml", "on: [push]\n");
  write_bytes("assess.yaml", "schema: assess/config/1\nbank: banks/tiny.yaml\n");
  const auto status = [&](const std::string& names) {
    return run_script(entries[0] + " " + names);
  };
  CHECK(status("assess.yaml answers/good.yaml .github/workflows/ci.yaml banks/tiny.yaml") == 0);
  CHECK(status(".github/workflows/ci.yaml assess.yaml") == 0);
  CHECK(status(".github/workflows/ci.yaml answers/wrong.yaml") == 1);
  write_bytes("answers/wrong.yaml", "schema: assess/answers/1\n\t- x\n");
  CHECK(status("answers/wrong.yaml") == 1);

  const auto formatted = [&](const std::string& names) {
    return run_script(entries[1] + " " + names);
  };
  const std::string other = read_bytes("answers/good.yaml");
  CHECK(formatted(".github/workflows/ci.yaml answers/good.yaml assess.yaml") == 0);
  CHECK(read_bytes("answers/good.yaml") == other);
  CHECK(formatted("assess.yaml banks/tiny.yaml") == 0);
  CHECK(run_script("assess bank fmt --check banks/tiny.yaml") == 0);
}

TEST_CASE("docs/ci.md has no pipeline that is not run") {
  std::string names;
  for (const PageBlock& one : blocks()) names += one.kind + " " + one.name + "; ";
  CHECK(names ==
        "yaml github; json matcher; yaml github-matcher; yaml gitlab; groovy jenkins; "
        "yaml pre-commit; ");
}

TEST_SUITE_END();

}  // namespace assess::test
