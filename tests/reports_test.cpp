// Every format of `validate` is one whole document, whatever was found and could not be found, and
// the answer does not depend on it. SARIF and GitLab's reports are held against schemas.
#include "support/json_schema.hpp"
#include "support/run.hpp"
#include "support/working_folder.hpp"
#include "support/xml.hpp"
#include <assess/render/render.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace assess::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* sarif_schema = "sarif-subset.schema.json";
constexpr const char* gitlab_schema = "gitlab-code-quality.schema.json";

// What golden cases hold, of one sort.
std::vector<std::string> golden(const std::function<bool(const std::string&)>& is_wanted) {
  std::vector<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(ASSESS_ROOT "/tests/golden")) {
    if (!entry.is_regular_file()) continue;
    std::string bytes = read_bytes(entry.path());
    if (is_wanted(bytes)) out.push_back(std::move(bytes));
  }
  return out;
}

bool is_sarif(const std::string& bytes) {
  return bytes.starts_with("{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\"");
}

bool is_code_quality(const std::string& bytes) {
  return bytes == "[]\n" || bytes.starts_with("[\n  {\n    \"description\"");
}

bool says_skipped() {
  if (has_json_validator()) return false;
  MESSAGE("skipped: python3-jsonschema is not installed (tests/packages test)");
  return true;
}

// Of the sorts whose form a reader can tell.
void check_form(std::string_view format, const std::string& document) {
  CAPTURE(document);
  CHECK((document.empty() || document.ends_with('\n')));
  if (format == "json" || format == "sarif" || format == "gitlab") {
    CHECK(json::accept(document));
  } else if (format == "junit" || format == "junit-strict") {
    const std::string faults = xml_faults(document, std::string(format) + ".xsd");
    CHECK_MESSAGE(faults.empty(), faults);
  } else if (format == "markdown") {
    CHECK(document.starts_with("# "));
  }
}

}  // namespace

TEST_CASE("every format of validate is a whole document and leaves the answer alone") {
  const WorkingFolder folder;
  const std::string common = ASSESS_ROOT "/tests/golden/common/";
  for (const char* name : {"tiny.yaml", "good.yaml", "weak.yaml"}) {
    write_bytes(name, read_bytes(common + name));
  }
  write_bytes("wrong.yaml", "schema: assess/answers/1\nbank: tiny@1\nx: \"]]>\\e%\"\n");
  fs::create_directory("empty");
  for (const char* arguments :
       {"wrong.yaml weak.yaml", "tiny.yaml good.yaml", "weak.yaml --strict", "-v wrong.yaml",
        "wrong.yaml --fail-level never", "weak.yaml --fail-level info", "nothing.yaml",
        "/dev/null good.yaml", "empty", "empty --allow-empty", "--bank nowhere good.yaml",
        "weak.yaml --severity answers/incomplete=error", "wrong.yaml --min-severity error",
        "--lang zh wrong.yaml"}) {
    CAPTURE(arguments);
    const std::string line = std::string("assess validate ") + arguments;
    const int expected = run(line).exit;
    for (const render::Format& format : render::validate_formats()) {
      CAPTURE(format.name);
      const Outcome outcome = run(line + " -f " + std::string(format.name));
      CHECK(outcome.exit == expected);
      check_form(format.name, outcome.out);
      const Outcome again = run(line + " -qq -o " + std::string(format.name) + ":out");
      CHECK(again.exit == expected);
      CHECK(again.out.empty());
      check_form(format.name, read_bytes("out"));
    }
  }
}

TEST_CASE("the SARIF of the golden cases is what code scanning takes") {
  const auto documents = golden(is_sarif);
  CHECK(documents.size() > 6);
  for (const std::string& document : documents) {
    const json one = json::parse(document)["runs"][0];
    const json& rules = one["tool"]["driver"]["rules"];
    std::vector<bool> occurs(rules.size());
    for (const json& result : one["results"]) {
      const auto index = result["ruleIndex"].get<std::size_t>();
      REQUIRE(index < rules.size());
      CHECK(rules[index]["id"] == result["ruleId"]);
      occurs[index] = true;
    }
    CHECK(std::find(occurs.begin(), occurs.end(), false) == occurs.end());
    const json& notices = one["tool"]["driver"]["notifications"];
    for (const json& notice : one["invocations"][0]["toolExecutionNotifications"]) {
      const json& descriptor = notice["descriptor"];
      CHECK(notices[descriptor["index"].get<std::size_t>()]["id"] == descriptor["id"]);
    }
  }
  if (says_skipped()) return;
  const std::string faults = json_faults(documents, sarif_schema);
  CHECK_MESSAGE(faults.empty(), faults);
}

TEST_CASE("the schema of SARIF refuses what code scanning refuses") {
  if (says_skipped()) return;
  const json good = json::parse(read_bytes(ASSESS_ROOT "/tests/golden/validate-sarif/stdout"));
  const std::string result = "/runs/0/results/0";
  const std::string location = result + "/locations/0/physicalLocation";
  const std::string rule = "/runs/0/tool/driver/rules/0";
  std::vector<std::string> documents;
  for (const std::string& gone :
       {std::string("/$schema"), std::string("/version"), result + "/message",
        result + "/locations/0", result + "/partialFingerprints", location + "/region/endColumn",
        rule + "/help", rule + "/fullDescription", std::string("/runs/0/tool/driver/name")}) {
    const json::json_pointer pointer(gone);
    json one = good;
    REQUIRE(one.contains(pointer));
    json& parent = one[pointer.parent_pointer()];
    if (parent.is_array()) {
      parent.clear();
    } else {
      parent.erase(pointer.back());
    }
    documents.push_back(one.dump());
  }
  const json::json_pointer uri(location + "/artifactLocation/uri");
  for (const char* path : {"", "/a.yaml", "../a.yaml", "a/../b.yaml", "file:///a.yaml", "a b.yaml",
                           "a\\b.yaml", "./a", "a//b"}) {
    json one = good;
    one[uri] = path;
    documents.push_back(one.dump());
  }
  json empty = good;
  empty[json::json_pointer(result + "/message/text")] = "";
  documents.push_back(empty.dump());
  const std::string faults = json_faults(documents, sarif_schema);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    CAPTURE(documents[i]);
    CHECK(("\n" + faults).find("\n" + std::to_string(i) + " ") != std::string::npos);
  }
}

TEST_CASE("the code quality reports of the golden cases are what GitLab reads") {
  const auto documents = golden(is_code_quality);
  CHECK(documents.size() > 4);
  if (says_skipped()) return;
  const std::string faults = json_faults(documents, gitlab_schema);
  CHECK_MESSAGE(faults.empty(), faults);
  CHECK_FALSE(json_faults({"{}"}, gitlab_schema).empty());
}

}  // namespace assess::test
