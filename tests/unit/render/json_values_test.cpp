#include <assess/render/json_values.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace assess::render {
namespace {

TEST_CASE("a number has at most six decimals, rounded half up, and no more than it needs") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"0", "0"},
      {"1", "1"},
      {"4/5", "0.8"},
      {"0.8152", "0.8152"},
      {"1/3", "0.333333"},
      {"2/3", "0.666667"},
      {"0.0000005", "0.000001"},
      {"0.0000004", "0"},
      {"3.5", "3.5"},
      {"0.787586206896", "0.787586"},
      {"12000", "12000"},
      {"-0.5", "-0.5"},
      {"9223372036854775807", "9223372036854775807"},
  };
  for (const auto& [value, shown] : cases) {
    CAPTURE(value);
    CHECK(written(plain_number(*Fraction::parse(value))) == shown + "\n");
  }
}

TEST_CASE("what stands in quotes is no number") {
  const std::string text = R"(1e-06 \"0.0012979999999999999\" \ 2.50)";
  CHECK(written(Json{{"0.10", text}, {"n", 0.001298}}) ==
        "{\n  \"0.10\": " + Json(text).dump() + ",\n  \"n\": 0.001298\n}\n");
}

TEST_CASE("a figure has its number and its exact value, and nothing is null") {
  CHECK(figure(Fraction(4, 5)).dump() == R"({"value":0.8,"exact":"4/5"})");
  CHECK(figure(Fraction(3)).dump() == R"({"value":3,"exact":"3"})");
  CHECK(figure(std::optional<Fraction>()).is_null());
  CHECK(figure(std::optional(Fraction(1, 3)))["exact"] == "1/3");
}

TEST_CASE("bytes that are not UTF-8 are replaced, and the document ends with a line break") {
  const std::string out = written({{"name", "a\xFF智"}});
  CHECK(out == "{\n  \"name\": \"a\uFFFD智\"\n}\n");
}

TEST_CASE("a finding is told in the language of the run, from the severity that is asked for") {
  Run run;
  run.findings.push_back({.rule = "bank/weight",
                          .severity = Severity::warning,
                          .message = {"权重", "weight"},
                          .place = Place{"b.yaml", {3, 5}, {4, 1}, "x", 1},
                          .notes = {},
                          .help = {"改正", "correct it"}});
  run.findings.push_back({.rule = "bank/empty-level", .severity = Severity::info});
  const Json all = diagnostics(run, {.language = Language::zh});
  REQUIRE(all.size() == 2);
  CHECK(all[0].dump() ==
        R"({"rule":"bank/weight","severity":"warning","message":"权重","path":"b.yaml","line":3,)"
        R"("column":5,"end_line":4,"end_column":1,"help":"改正","suppressed":null})");
  CHECK(all[1]["help"].is_null());
  const Json grave = diagnostics(run, {.min_severity = Severity::warning});
  REQUIRE(grave.size() == 1);
  CHECK(grave[0]["message"] == "weight");
}

}  // namespace
}  // namespace assess::render
