#include "findings_samples.hpp"
#include "rule_pages.hpp"
#include <assess/diag/rules.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <vector>

namespace assess::render::test {
namespace {

using nlohmann::json;

std::vector<std::string> gitlab_prints(const Run& run, const Context& context) {
  std::vector<std::string> out;
  for (const json& one : json::parse(findings_gitlab(run, context))) {
    out.push_back(one["fingerprint"]);
  }
  return out;
}

json sarif(const Run& run, const Context& context) {
  return json::parse(findings_sarif(run, context))["runs"][0];
}

std::vector<std::string> sarif_prints(const Run& run, const Context& context) {
  std::vector<std::string> out;
  const json document = sarif(run, context);
  for (const json& one : document["results"]) {
    out.push_back(one["partialFingerprints"]["primaryLocationLineHash"]);
  }
  return out;
}

Run run_of(const std::vector<Finding>& findings) {
  Run run;
  run.command = "validate";
  add_file(run, "a.yaml", findings);
  return run;
}

const Finding one = finding("yaml/type", Severity::error, "m", "a.yaml", 3, "  weight: x");

TEST_CASE("fingerprints stay when lines move, and differ for all else") {
  Finding moved = finding("yaml/type", Severity::error, "m", "a.yaml", 90, "weight: x \r");
  Finding told_otherwise = one;
  told_otherwise.message = {"别的话", "other words"};
  const Run run = run_of({one});
  const Context context = context_of(run);
  for (const auto prints : {gitlab_prints, sarif_prints}) {
    const auto print = prints(run, context);
    CHECK(prints(run_of({moved}), context) == print);
    CHECK(prints(run_of({told_otherwise}), context) == print);
    Context chinese = context;
    chinese.language = Language::zh;
    CHECK(prints(run, chinese) == print);
    for (const Finding& other :
         {finding("yaml/tag", Severity::error, "m", "a.yaml", 3, "  weight: x"),
          finding("yaml/type", Severity::error, "m", "b.yaml", 3, "  weight: x"),
          finding("yaml/type", Severity::error, "m", "a.yaml", 3, "  weight: y")}) {
      const Run changed = run_of({other});
      CHECK(prints(changed, context_of(changed)) != print);
    }
  }
}

TEST_CASE("equal findings have fingerprints of their own, whatever else is shown") {
  const Finding info = finding("answers/x", Severity::info, "i", "a.yaml", 1, "weight: x");
  const Run run = run_of({info, one, one, one});
  Context context = context_of(run);
  for (const auto prints : {gitlab_prints, sarif_prints}) {
    const auto all = prints(run, context);
    CHECK(std::set<std::string>(all.begin(), all.end()).size() == 4);
    Context grave = context;
    grave.min_severity = Severity::error;
    CHECK(prints(run, grave) == std::vector<std::string>(all.begin() + 1, all.end()));
  }
  CHECK(sarif_prints(run, context)[3].ends_with(":3"));
}

TEST_CASE("SARIF: what lies outside of the repository, or nowhere, is told as a notification") {
  Run run = run_of({finding("io/cannot-read", Severity::error, "gone"), one});
  run.exit_code = ExitCode::cannot;
  Context context = context_of(run);
  json document = sarif(run, context);
  CHECK(document["results"].size() == 1);
  const json& notices = document["invocations"][0]["toolExecutionNotifications"];
  REQUIRE(notices.size() == 1);
  CHECK(notices[0]["message"]["text"] == "gone");
  CHECK(notices[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "top/a.yaml");
  CHECK(document["invocations"][0]["executionSuccessful"] == false);
  CHECK(document["invocations"][0]["exitCode"] == 2);
  context.repository_paths.clear();
  document = sarif(run, context);
  CHECK(document["results"].empty());
  CHECK(document["tool"]["driver"]["rules"].empty());
  const json& outside = document["invocations"][0]["toolExecutionNotifications"];
  REQUIRE(outside.size() == 2);
  CHECK(outside[1]["message"]["text"] == "a.yaml:3:5: m");
  CHECK_FALSE(outside[1].contains("locations"));
}

TEST_CASE("SARIF: notes are related locations, and paths are encoded byte by byte") {
  Finding noted = one;
  noted.notes.push_back({Place{"b.yaml", {1, 2}, {1, 4}, {}}, {"此处", "here"}});
  noted.notes.push_back({Place{"far.yaml", {1, 2}, {1, 4}, {}}, {"远", "far"}});
  const Run run = run_of({noted});
  Context context = context_of(run);
  context.repository_paths.erase("far.yaml");
  context.repository_paths["a.yaml"] = "A b/\xE5\x85\xA8#%?:\\[~_.-\xFF";
  const json result = sarif(run, context)["results"][0];
  CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "A%20b/%E5%85%A8%23%25%3F%3A%5C%5B~_.-%FF");
  REQUIRE(result["relatedLocations"].size() == 1);
  CHECK(result["relatedLocations"][0]["id"] == 1);
  CHECK(result["relatedLocations"][0]["message"]["text"] == "here");
  CHECK(result["relatedLocations"][0]["physicalLocation"]["region"]["endColumn"] == 4);
}

TEST_CASE("SARIF: text of files is neither a link nor an escape, and is never empty") {
  const Run run = run_of({finding("yaml/type", Severity::error, "[a](b) \x1b[1m [c]", "a.yaml"),
                          finding("yaml/type", Severity::error, "a [b] c", "a.yaml"),
                          finding("yaml/type", Severity::error, "", "a.yaml")});
  const json results = sarif(run, context_of(run))["results"];
  CHECK(results[0]["message"]["text"] == "\\[a\\](b) \\x1b\\[1m \\[c\\]");
  CHECK(results[1]["message"]["text"] == "a [b] c");
  CHECK(results[2]["message"]["text"] == "-");
}

TEST_CASE("SARIF: the page of every rule fits, in both languages") {
  for (const Language language : {Language::zh, Language::en}) {
    for (const RuleInfo* rule : rules::all) {
      CAPTURE(rule->id);
      const Run run = run_of({finding(std::string(rule->id), rule->severity, "m", "a.yaml")});
      Context context = context_of(run, {.language = language});
      context.page_of = cmd::page_of;
      const json described = sarif(run, context)["tool"]["driver"]["rules"][0];
      for (const char* key : {"shortDescription", "fullDescription"}) {
        const auto text = described[key]["text"].get<std::string>();
        CHECK_FALSE(text.empty());
        CHECK(text.size() <= 1024);  // of GitHub
        CHECK(text.find('\n') == std::string::npos);
      }
      const auto plain = described["help"]["text"].get<std::string>();
      const auto markdown = described["help"]["markdown"].get<std::string>();
      CHECK(plain.find("```") == std::string::npos);
      CHECK(plain.starts_with(described["fullDescription"]["text"].get<std::string>()));
      CHECK(markdown.find("中文：") == std::string::npos);
    }
  }
}

TEST_CASE("GitHub: the gravest stand first, and signs that mean something are escaped") {
  const Run run =
      run_of({finding("answers/x", Severity::info, "i", "a.yaml"),
              finding("answers/y", Severity::warning, "w", "a.yaml"),
              finding("yaml/type", Severity::error, "100% a:b,c\n::d\r", "a,b:c%.yaml")});
  CHECK(findings_github(run, context_of(run, {.summary = false})) ==
        "::error title=assess yaml/type,file=top/a%2Cb%3Ac%25.yaml,line=3,col=5,endLine=3,"
        "endColumn=6::a,b:c%25.yaml:3:5: 100%25 a:b,c\\n::d\\x0d [yaml/type]\n"
        "::warning title=assess answers/y,file=top/a.yaml,line=3,col=5,endLine=3,endColumn=6::"
        "a.yaml:3:5: w [answers/y]\n"
        "::notice title=assess answers/x,file=top/a.yaml,line=3,col=5,endLine=3,endColumn=6::"
        "a.yaml:3:5: i [answers/x]\n");
}

TEST_CASE("GitHub: notes and help are lines of the text; several lines have no columns") {
  Finding noted = one;
  noted.notes.push_back({Place{"b.yaml", {1, 2}, {1, 4}, {}}, {"此处", "here"}});
  noted.help = {"改", "mend 100%"};
  noted.place->end.line = 5;
  const Run run = run_of({noted, finding("io/cannot-read", Severity::error, "gone")});
  Context context = context_of(run);
  const std::string out = findings_github(run, context);
  CHECK(out ==
        "::error title=assess yaml/type,file=top/a.yaml,line=3,endLine=5::a.yaml:3:5: m "
        "[yaml/type]%0Ab.yaml:1:2: here%0Ahelp: mend 100%25\n"
        "::error title=assess io/cannot-read,file=top/a.yaml::assess: gone [io/cannot-read]\n"
        "2 errors, 0 warnings in 1 file. More: assess explain yaml/type\n");
  context.repository_paths.clear();
  CHECK(findings_github(run, context).starts_with("::error title=assess yaml/type::a.yaml:3:5: m"));
}

TEST_CASE("GitLab: a finding without a place is about its file, or about the repository") {
  Run run;
  run.findings.push_back(finding("io/no-such-input", Severity::error, "none"));
  add_file(run, "a.yaml", {finding("io/too-large", Severity::error, "large")});
  const json out = json::parse(findings_gitlab(run, context_of(run)));
  CHECK(out[0]["location"] == json{{"path", "."}, {"lines", {{"begin", 1}}}});
  CHECK(out[1]["location"] == json{{"path", "top/a.yaml"}, {"lines", {{"begin", 1}}}});
  CHECK(json::parse(findings_gitlab(run, {}))[1]["location"]["path"] == "a.yaml");
}

}  // namespace
}  // namespace assess::render::test
