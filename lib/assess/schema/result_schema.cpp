// What `score` and `validate` write, as JSON Schema. Every key is always there, and there is none
// beside those named here.
#include <assess/schema/json.hpp>
#include <assess/schema/schema.hpp>

#include <initializer_list>
#include <utility>

namespace assess::schema {
namespace {

using Properties = std::initializer_list<std::pair<const char*, Json>>;

Json object(Properties properties) {
  Json out{{"type", "object"},
           {"properties", Json::object()},
           {"required", Json::array()},
           {"additionalProperties", false}};
  for (const auto& [key, schema] : properties) {
    out["properties"][key] = schema;
    out["required"].push_back(key);
  }
  return out;
}

Json list_of(Json item) {
  return {{"type", "array"}, {"items", std::move(item)}};
}

Json of(const char* name) {
  return {{"$ref", std::string("#/definitions/") + name}};
}

Json or_null(Json schema) {
  return {{"anyOf", Json::array({std::move(schema), {{"type", "null"}}})}};
}

Json one_of(std::initializer_list<const char*> words) {
  return {{"enum", words}};
}

Json text() {
  return {{"type", "string"}};
}

Json text_or_null() {
  return {{"type", {"string", "null"}}};
}

Json number() {
  return {{"type", "number"}};
}

Json count_value() {
  return {{"type", "integer"}, {"minimum", 0}};
}

Json place() {
  return {{"type", {"integer", "null"}}, {"minimum", 1}};
}

Json truth() {
  return {{"type", "boolean"}};
}

Json level_or_null() {
  return {{"type", {"integer", "null"}}, {"minimum", 0}};
}

Json definitions() {
  const Json rank = or_null(of("rank"));
  const Json figure_or_null = or_null(of("figure"));
  return {
      {"figure", object({{"value", number()},
                         {"exact", {{"type", "string"}, {"pattern", "^-?[0-9]+(/[0-9]+)?$"}}}})},
      {"tool", object({{"name", {{"const", "assess"}}}, {"version", text()}})},
      {"bank", object({{"id", text()},
                       {"version", text()},
                       {"sha256", {{"type", "string"}, {"pattern", "^[0-9a-f]{64}$"}}}})},
      {"enterprise", object({{"name", text_or_null()},
                             {"uscc", text_or_null()},
                             {"type", text_or_null()},
                             {"industry", text_or_null()},
                             {"size", text_or_null()},
                             {"revenue", text_or_null()},
                             {"date", text_or_null()}})},
      {"level_area", object({{"id", text()},
                             {"tier", text()},
                             {"parent", text_or_null()},
                             {"weight", of("figure")},
                             {"score", figure_or_null},
                             {"questions", count_value()},
                             {"answered", count_value()},
                             {"not_applicable", count_value()}})},
      {"level", object({{"level", count_value()},
                        {"open", truth()},
                        {"complete", truth()},
                        {"satisfied", truth()},
                        {"threshold", of("figure")},
                        {"score", figure_or_null},
                        {"questions", count_value()},
                        {"answered", count_value()},
                        {"not_applicable", count_value()},
                        {"areas", list_of(of("level_area"))}})},
      {"area", object({{"id", text()},
                       {"tier", text()},
                       {"level", level_or_null()},
                       {"total", figure_or_null}})},
      {"section", object({{"id", text()},
                          {"level", level_or_null()},
                          {"questions", count_value()},
                          {"answered", count_value()},
                          {"not_applicable", count_value()},
                          {"tailored", count_value()},
                          {"state", one_of({"not_started", "in_progress", "completed", "tailored",
                                            "nothing_asked"})}})},
      {"indicator",
       object({{"id", text()}, {"name", text_or_null()}, {"value", text()}, {"formula", text()}})},
      {"gate", object({{"target", text()},
                       {"op", text()},
                       {"limit", text()},
                       {"actual", text_or_null()},
                       {"passed", truth()}})},
      {"rank", object({{"among", count_value()},
                       {"percentile", number()},
                       {"value", number()},
                       {"median", number()}})},
      {"cohort", object({{"all", rank},
                         {"variant", rank},
                         {"size", rank},
                         {"division", rank},
                         {"sections", list_of(object({{"id", text()}, {"total", rank}}))}})},
      {"scored_file", object({{"path", text()},
                              {"status", one_of({"scored", "failed", "unreadable"})},
                              {"bank", or_null(of("bank"))},
                              {"enterprise", or_null(of("enterprise"))},
                              {"variant", text_or_null()},
                              {"tailored", list_of(text())},
                              {"level", level_or_null()},
                              {"total", figure_or_null},
                              {"levels", list_of(of("level"))},
                              {"areas", list_of(of("area"))},
                              {"sections", list_of(of("section"))},
                              {"indicators", list_of(of("indicator"))},
                              {"gates", list_of(of("gate"))},
                              {"cohort", or_null(of("cohort"))}})},
      {"validated_file", object({{"path", text()},
                                 {"schema", text_or_null()},
                                 {"status", one_of({"clean", "faulty"})}})},
      {"diagnostic", object({{"rule", {{"type", "string"}, {"pattern", "^[a-z]+/[a-z0-9-]+$"}}},
                             {"severity", one_of({"error", "warning", "info"})},
                             {"message", text()},
                             {"path", text_or_null()},
                             {"line", place()},
                             {"column", place()},
                             {"end_line", place()},
                             {"end_column", place()},
                             {"help", text_or_null()},
                             {"suppressed", or_null(object({{"reason", text()}}))}})},
  };
}

// A whole document: what all of them begin with, and what is the command's own.
Json document(const char* command, Json summary, const char* file) {
  return object({{"schema_version", {{"type", "string"}, {"pattern", "^1\\."}}},
                 {"tool", of("tool")},
                 {"command", {{"const", command}}},
                 {"status", one_of({"ok", "fail", "error"})},
                 {"exit_code", {{"enum", {0, 1, 2}}}},
                 {"summary", std::move(summary)},
                 {"files", list_of(of(file))},
                 {"diagnostics", list_of(of("diagnostic"))}});
}

}  // namespace

std::string result_schema() {
  const Json score = document("score",
                              object({{"files", count_value()},
                                      {"scored", count_value()},
                                      {"failed", count_value()},
                                      {"unreadable", count_value()},
                                      {"errors", count_value()},
                                      {"warnings", count_value()},
                                      {"infos", count_value()},
                                      {"skipped", count_value()}}),
                              "scored_file");
  const Json validate = document("validate",
                                 object({{"files", count_value()},
                                         {"errors", count_value()},
                                         {"warnings", count_value()},
                                         {"infos", count_value()},
                                         {"suppressed", count_value()},
                                         {"skipped", count_value()}}),
                                 "validated_file");
  Json all = definitions();
  all["score"] = score;
  all["validate"] = validate;
  Json out{{"$schema", draft},
           {"title", "what assess score and assess validate write as JSON"},
           {"if", {{"properties", {{"command", {{"const", "score"}}}}}}},
           {"then", of("score")},
           {"else", of("validate")}};
  out["definitions"] = std::move(all);
  return written(out);
}

}  // namespace assess::schema
