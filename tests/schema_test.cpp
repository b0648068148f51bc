// The JSON Schemas that the program writes, held by an independent validator against what the
// program reads, refuses and writes.
#include "support/json_schema.hpp"
#include "support/samples.hpp"
#include "support/working_folder.hpp"
#include <assess/schema/schema.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace assess::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// A bank in which every key occurs but those that exclude each other. JSON is YAML too.
constexpr const char* whole_bank = R"({
  "schema": "assess/bank/1", "id": "whole", "version": "1.0.0",
  "title": {"zh": "甲", "en": "A"}, "description": {"zh": "甲", "en": "A"},
  "languages": ["zh", "en"], "instructions": {"zh": "甲", "en": "A"},
  "tiers": [{"id": "area", "title": {"zh": "甲", "en": "A"}}],
  "levels": [{"level": 1, "title": {"zh": "甲", "en": "A"}, "description": {"zh": "甲", "en": "A"},
              "threshold": 0.8}],
  "variants": [{"id": "one", "title": {"zh": "甲", "en": "A"}, "description": {"zh": "甲", "en": "A"}}],
  "scale": {"A": 0, "B": "50%", "C": 1},
  "scoring": {"progression": "sequential", "empty_area": "exclude", "not_applicable": "tailored",
              "satisfied_counts": "one", "weights_sum": 2},
  "provenance": {"ours": {"confidence": "high", "text": {"zh": "甲", "en": "A"}}},
  "areas": [{"id": "a", "title": {"zh": "甲", "en": "A"}, "section": 1, "tailorable": true,
             "description": {"zh": "甲", "en": "A"}, "weights": {"one": "2"},
             "provenance": {"one": "ours"},
             "areas": [{"id": "b", "title": {"zh": "甲", "en": "A"}, "weights": {"one": 2}}]}],
  "indicators": [{"id": "i", "title": {"zh": "甲", "en": "A"}, "description": {"zh": "甲", "en": "A"},
                  "unit": "%", "free": true}],
  "questions": [{"id": "L1-1.1.1", "area": "b", "level": 1, "weight": 1, "requirement": "R1",
                 "provenance": "ours", "text": {"zh": "甲", "en": "A"},
                 "help": {"zh": "甲", "en": "A"},
                 "options": {"A": {"zh": "甲", "en": "A"}, "B": {"zh": "甲", "en": "A", "score": "1/3"},
                             "C": {"zh": "甲", "en": "A"}},
                 "advice": {"zh": "甲", "en": "A"}, "evidence": {"from": "B"}}]
})";

// The same for answers to that bank.
constexpr const char* whole_answers = R"({
  "schema": "assess/answers/1", "bank": "whole@1", "date": "2026-11-22",
  "enterprise": {"name": "甲", "uscc": "91330200MADEM0C77R", "type": "甲", "industry": "C3411",
                 "size": "medium", "revenue": 12000},
  "variant": "one", "tailored": [],
  "answers": {"L1-1.1.1": {"option": "C", "note": "甲", "evidence": ["a.pdf"]}},
  "indicators": {"i": {"name": "甲", "value": 12.5, "formula": "甲"}},
  "seals": [{"level": 1, "date": "2026-11-22", "bank": "whole@1.0.0", "variant": "one",
             "tailored": [], "answers": {"L1-1.1.1": "C"}, "sha256": "0"}],
  "finish": {"date": "2026-11-22", "level": 1, "total": "3/2", "sha256": "0"}
})";

// Every document that differs from `whole` in one place: a key is missing, misspelt or more, or a
// value is of another kind.
std::vector<std::string> altered(const Json& whole) {
  const std::vector<Json> values{nullptr,
                                 true,
                                 7,
                                 -1,
                                 0.5,
                                 "text",
                                 "",
                                 Json::array(),
                                 Json::array({"x"}),
                                 "1/2",
                                 Json::object(),
                                 Json::object({{"x", 1}})};
  std::vector<std::string> out;
  const auto flat = whole.flatten();
  std::set<std::string> paths;  // of everything, not of the leaves alone
  for (const auto& [path, value] : flat.items()) {
    for (std::size_t at = path.size(); at != 0 && at != std::string::npos;
         at = path.rfind('/', at - 1)) {
      paths.insert(path.substr(0, at));
    }
  }
  for (const std::string& path : paths) {
    const Json::json_pointer pointer(path);
    for (const Json& value : values) {
      Json document = whole;
      document[pointer] = value;
      out.push_back(document.dump());
    }
    if (!whole[pointer.parent_pointer()].is_object()) continue;
    Json without = whole;
    without[pointer.parent_pointer()].erase(pointer.back());
    out.push_back(without.dump());
    without[pointer.parent_pointer()]["x" + pointer.back()] = whole[pointer];
    out.push_back(without.dump());
    Json more = whole;
    more[pointer.parent_pointer()]["x" + pointer.back()] = whole[pointer];
    out.push_back(more.dump());
  }
  return out;
}

// Whether the faults are about the form of the file rather than about what it says.
bool is_malformed(const Diagnostics& diagnostics) {
  static const std::set<std::string_view> rules{"yaml/unknown-key", "yaml/missing-key", "yaml/type",
                                                "yaml/not-a-mapping", "yaml/not-a-list"};
  for (const Diagnostic& fault : diagnostics.all()) {
    if (rules.contains(fault.rule)) return true;
  }
  return false;
}

bool is_skipped() {
  if (!has_json_validator()) MESSAGE("skipped: python3-jsonschema is not installed");
  return !has_json_validator();
}

// Of each document whether the program refuses it, and whether it says that its form is wrong.
template <typename Read>
void check_agreement(const std::string& schema, const std::vector<std::string>& documents,
                     const Read& read) {
  const auto said = schema_faults(schema, documents);
  int refused = 0;
  int laxer = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    CAPTURE(documents[i]);
    CAPTURE(said[i]);
    const Diagnostics diagnostics = read(documents[i]);
    if (!said[i].empty()) {
      ++refused;
      CHECK(diagnostics.has_errors());
    } else if (is_malformed(diagnostics)) {
      ++laxer;
    }
  }
  MESSAGE(documents.size() << " documents, refused: " << refused
                           << ", malformed but taken by the schema: " << laxer);
  CHECK(refused > 300);
  // A schema cannot say that a weight goes without variants, or `0.5` is no text for an id.
  CHECK(laxer * 20 < refused);
}

TEST_CASE("whatever the schema of banks refuses, validate refuses") {
  if (is_skipped()) return;
  REQUIRE(read_bank_text(whole_bank).faults.empty());
  auto documents = altered(Json::parse(whole_bank));
  documents.push_back(whole_bank);
  check_agreement(schema::bank_schema(Language::en), documents,
                  [](const std::string& text) { return read_bank_text(text).diagnostics; });
}

TEST_CASE("whatever the schema of answers refuses, validate refuses") {
  if (is_skipped()) return;
  const Bank bank = good_bank(whole_bank);
  REQUIRE_FALSE(read_answers_text(bank, whole_answers).diagnostics.has_errors());
  const auto read = [&](const std::string& text) {
    return read_answers_text(bank, text).diagnostics;
  };
  auto documents = altered(Json::parse(whole_answers));
  documents.push_back(whole_answers);
  check_agreement(schema::answers_schema(nullptr, Language::en), documents, read);
  check_agreement(schema::answers_schema(&bank, Language::zh), documents, read);
}

TEST_CASE("the schemas take what the program takes") {
  if (is_skipped()) return;
  const std::string bank = schema::bank_schema(Language::zh);
  Json plain = Json::parse(whole_bank);
  const Json questions = plain["questions"];
  plain.erase("questions");
  CHECK(schema_faults(bank, {whole_bank, plain.dump(), questions.dump()}) ==
        std::vector<std::string>(3));
  CHECK_FALSE(schema_faults(bank, {R"([{"id": "a"}])"}).front().empty());
  const std::string answers = schema::answers_schema(nullptr, Language::zh);
  const std::string of_bank = schema::answers_schema(&shipped_bank().bank, Language::zh);
  CHECK(schema_faults(answers, {whole_answers}).front().empty());
  CHECK_FALSE(schema_faults(of_bank, {whole_answers}).front().empty());
}

TEST_CASE("the schema of results holds for every result in the golden cases") {
  if (is_skipped()) return;
  std::vector<std::string> documents;
  for (const auto& entry : fs::directory_iterator(ASSESS_ROOT "/tests/golden")) {
    if (!fs::exists(entry.path() / "stdout")) continue;
    std::string bytes = read_bytes(entry.path() / "stdout");
    const bool is_result = bytes.starts_with('{') &&
                           (bytes.find("\n  \"command\": \"score\"") != std::string::npos ||
                            bytes.find("\n  \"command\": \"validate\"") != std::string::npos);
    if (is_result) documents.push_back(std::move(bytes));
  }
  CHECK(documents.size() > 5);
  const std::string schema = schema::result_schema();
  const auto said = schema_faults(schema, documents);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    CAPTURE(documents[i]);
    CHECK(said[i] == "");
  }
  Json document = Json::parse(documents.front());
  document["more"] = 1;
  CHECK(schema_faults(schema, {document.dump()}).front() != "");
  document.erase("more");
  document.erase("files");
  CHECK(schema_faults(schema, {document.dump()}).front() != "");
}

}  // namespace
}  // namespace assess::test
