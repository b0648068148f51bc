#include "support/samples.hpp"
#include <assess/render/render.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace assess::test {
namespace {

using Json = nlohmann::ordered_json;

std::string keys_of(const Json& object) {
  std::string out;
  for (const auto& [key, value] : object.items()) out += (out.empty() ? "" : " ") + key;
  return out;
}

Json result() {
  Run run;
  run.command = "score";
  run.files.push_back({.path = "a.yaml", .outcome = Outcome::scored});
  run.files.back().diagnosis = diagnose(small_bank_text(), small_answers_text(), {.min_level = 1});
  run.files.push_back({.path = "b.yaml", .outcome = Outcome::unreadable});
  run.findings.push_back({.rule = "io/cannot-read", .message = {"读不了", "cannot read"}});
  run.exit_code = ExitCode::cannot;
  return Json::parse(render::score_json(run, {}));
}

TEST_CASE("the result has every key of the contract") {
  const Json out = result();
  CHECK(keys_of(out) == "schema_version tool command status exit_code summary files diagnostics");
  CHECK(keys_of(out["tool"]) == "name version");
  for (const char* key : {"files", "scored", "failed", "unreadable", "errors", "warnings"}) {
    CHECK(out["summary"].contains(key));
  }
  CHECK(out["summary"]["files"] == 2);
  CHECK(out["summary"]["scored"] == 1);
  CHECK(out["summary"]["unreadable"] == 1);
  CHECK(out["status"] == "error");
  CHECK(out["exit_code"] == 2);
}

TEST_CASE("a scored file has every key of the contract") {
  const Json file = result()["files"][0];
  CHECK(keys_of(file) ==
        "path status bank enterprise variant tailored level total levels areas sections "
        "indicators gates cohort");
  CHECK(keys_of(file["bank"]) == "id version sha256");
  CHECK(keys_of(file["total"]) == "value exact");
  CHECK(keys_of(file["levels"][0]) ==
        "level open complete satisfied threshold score questions answered not_applicable areas");
  CHECK(keys_of(file["levels"][0]["areas"][0]) ==
        "id tier parent weight score questions answered not_applicable");
  for (const char* key : {"id", "tier", "level"}) CHECK(file["areas"][0].contains(key));
  for (const char* key : {"id", "level", "questions", "answered", "not_applicable", "state"}) {
    CHECK(file["sections"][0].contains(key));
  }
  CHECK(keys_of(file["gates"][0]) == "target op limit actual passed");
  CHECK(file["levels"][0]["areas"][0]["weight"] == Json{{"value", 0.4}, {"exact", "2/5"}});
  CHECK(file["levels"][0]["score"] == Json{{"value", 0.964}, {"exact", "241/250"}});
}

TEST_CASE("a file that could not be scored has the same keys") {
  const Json out = result();
  CHECK(keys_of(out["files"][1]) == keys_of(out["files"][0]));
  CHECK(out["files"][1]["level"].is_null());
  CHECK(out["files"][1]["total"].is_null());
  CHECK(out["files"][1]["levels"] == Json::array());
}

TEST_CASE("a finding without a place has null where places stand") {
  const Json finding = result()["diagnostics"][0];
  CHECK(keys_of(finding) ==
        "rule severity message path line column end_line end_column help suppressed");
  CHECK(finding["path"].is_null());
  CHECK(finding["end_column"].is_null());
  CHECK(finding["message"] == "cannot read");
}

}  // namespace
}  // namespace assess::test
