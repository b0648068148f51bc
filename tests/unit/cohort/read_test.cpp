#include "support/cohort_samples.hpp"
#include <assess/cohort/read.hpp>
#include <assess/render/cohort.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

using test::cohort_of;
using test::sample_members;

std::optional<Cohort> read(const std::string& bytes) {
  Diagnostics diagnostics;
  auto cohort = read_cohort(bytes, "c.json", diagnostics);
  CHECK(cohort.has_value() != diagnostics.has_errors());
  return cohort;
}

// The one fault, in English.
std::string fault_of(const std::string& bytes) {
  Diagnostics diagnostics;
  CHECK_FALSE(read_cohort(bytes, "c.json", diagnostics));
  REQUIRE(diagnostics.all().size() == 1);
  const Diagnostic& fault = diagnostics.all().front();
  CHECK(fault.message.en.find("`c.json`") != std::string::npos);
  CHECK(fault.message.zh.find("`c.json`") != std::string::npos);
  return fault.message.en;
}

bool says(const std::string& message, std::string_view words) {
  return message.find(words) != std::string::npos;
}

nlohmann::json sample() {
  return nlohmann::json::parse(render::cohort_json(cohort_of(sample_members(3, 80))));
}

TEST_CASE("what was written is read back, and written again as it was") {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const Cohort cohort = cohort_of(sample_members(seed, seed * 3));
    const std::string bytes = render::cohort_json(cohort);
    const auto again = read(bytes);
    REQUIRE(again);
    CHECK(*again == cohort);
    CHECK(render::cohort_json(*again) == bytes);
  }
}

TEST_CASE("the keys of every object are sorted") {
  const std::string bytes = render::cohort_json(cohort_of(sample_members(3, 80)));
  // This kind of JSON sorts its keys.
  CHECK(nlohmann::json::parse(bytes).dump(2) + "\n" == bytes);
}

TEST_CASE("the derived figures are there for others to read") {
  CohortMember member = sample_members(1, 1).front();
  member.level = 1;
  member.total = on_grid(Fraction(5, 4));
  const auto json = nlohmann::json::parse(render::cohort_json(cohort_of({member, member})));
  CHECK(json["total"]["mean"] == 1.25);
  CHECK(json["total"]["median"] == 1.25);
  CHECK(json["total"]["values"] == "12500*2");
  CHECK(json["levels"] == std::vector<int>{0, 2, 0, 0});
  CHECK(json["histogram"]["counts"][12] == 2);
  CHECK(json["histogram"]["counts"].size() == 30);
  const auto empty = nlohmann::json::parse(render::cohort_json(cohort_of({})));
  CHECK(empty["count"] == 0);
  CHECK(empty["total"]["mean"].is_null());
}

TEST_CASE("what is no cohort file is told so") {
  CHECK(says(fault_of(""), "not JSON"));
  CHECK(says(fault_of("schema: assess/cohort/1\n"), "not JSON"));
  CHECK(says(fault_of("[1, 2]"), "not an object"));
  CHECK(says(fault_of("{}"), "schema"));
  CHECK(says(fault_of(R"({"schema": "assess/cohort/2"})"), "schema"));
  CHECK(says(fault_of(R"({"schema": 1})"), "schema"));
  CHECK(says(fault_of("{\"schema\": \"\xFF\"}"), "not JSON"));
  CHECK(says(fault_of(R"({"a": 1e999})"), "out of range"));
  CHECK(says(fault_of(std::string(100'000, '[')), "nested too deeply"));
  CHECK(says(fault_of("[" + std::string(2'000'000, ',') + "]"), "too many values"));
  CHECK(says(fault_of("\"" + std::string(3'000'000, '[')), "not JSON"));
  CHECK(says(fault_of("{\"a\": \"\\"), "not JSON"));
}

TEST_CASE("a file that lacks a key, or has something else there, is told where") {
  const auto whole = sample();
  for (const char* key : {"areas", "bank", "by_division", "by_size", "by_variant", "count",
                          "finished", "levels", "total"}) {
    CAPTURE(key);
    auto json = whole;
    json.erase(key);
    CHECK(says(fault_of(json.dump()), std::string("`") + key + "`: the key is missing"));
    for (const auto& other : std::vector<nlohmann::json>{
             nullptr, 7, -1, 1.5, true, "x", {1, 2}, nlohmann::json::object()}) {
      json[key] = other;
      CAPTURE(other.dump());
      CHECK(says(fault_of(json.dump()), key));
    }
  }
}

TEST_CASE("figures that do not add up are told") {
  using Pointer = nlohmann::json::json_pointer;
  const std::vector<std::pair<std::string, nlohmann::json>> changes{
      {"/count", 81},
      {"/count", 18'446'744'073'709'551'615U},
      {"/levels/0", 4'000'000'000},
      {"/levels/0", -5},
      {"/levels", nlohmann::json::array({80})},
      {"/total/values", "1 2 3"},
      {"/total/values", "2 1"},
      {"/total/values", "1 1"},
      {"/total/values", "1*0"},
      {"/total/values", "1  2"},
      {"/total/values", "1 "},
      {"/total/values", " 1"},
      {"/total/values", "1*"},
      {"/total/values", "-1"},
      {"/total/values", "99999999999999999999"},
      {"/total/values", "30001*80"},
      {"/total/values", 5},
      {"/by_size/0/total/values", "0*4000000000"},
      {"/by_size/0/size", "enormous"},
      {"/by_size/0/size", ""},
      {"/by_size/2/size", "large"},
      {"/by_variant/0/variant", "unheard"},
      {"/by_division/1/division", "C345"},
      {"/by_division/1/division", "c34"},
      {"/by_division", nlohmann::json::array()},
      {"/areas/0/area", "other"},
      {"/areas/0/values", "1*81"},
      {"/bank/levels", nlohmann::json::array()},
      {"/bank/levels/0/threshold", "1/0"},
      {"/bank/areas/0/section", 1e20},
      {"/bank/title/zh", nullptr},
      {"/finished/first", "yesterday"},
      {"/finished/first", nullptr},
      {"/finished/first", "2027-01-01"},
      {"/finished/count", 0}};
  const auto whole = sample();
  REQUIRE(read(whole.dump()));
  for (const auto& [place, value] : changes) {
    CAPTURE(place);
    CAPTURE(value.dump());
    auto json = whole;
    json[Pointer(place)] = value;
    CHECK(says(fault_of(json.dump()), "c.json"));
  }
}

TEST_CASE("a file that was damaged anywhere is read or refused, and never more than that") {
  const std::string whole = render::cohort_json(cohort_of(sample_members(8, 30)));
  std::mt19937 random(4);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes = whole;
    const std::size_t changes = 1 + random() % 3;
    for (std::size_t i = 0; i < changes; ++i) {
      constexpr std::string_view letters = "0123456789\"{}[],:*- ae\\";
      bytes[random() % bytes.size()] = letters[random() % letters.size()];
    }
    if (round % 4 == 0) bytes.resize(random() % bytes.size());
    const auto cohort = read(bytes);
    if (cohort) CHECK(read(render::cohort_json(*cohort)) == cohort);
  }
}

TEST_CASE("a file without the derived figures is enough") {
  auto json = sample();
  const auto whole = read(json.dump());
  for (const char* key :
       {"count", "mean", "median", "minimum", "maximum", "lower_quartile", "upper_quartile"}) {
    json["total"].erase(key);
  }
  json.erase("histogram");
  json["unknown"] = {{"to", "us"}};
  CHECK(read(json.dump()) == whole);
}

}  // namespace
}  // namespace assess
