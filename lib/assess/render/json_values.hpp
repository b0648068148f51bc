// The JSON library's door, and the shapes that several documents share. Keys are never translated
// and never left out: what is absent is null (docs/formats.md).
#pragma once

#include <assess/base/fraction.hpp>
#include <assess/diag/finding.hpp>
#include <assess/render/render.hpp>
#include <assess/report/run.hpp>

#include <nlohmann/json.hpp>

#include <string>

namespace assess::render {

using Json = nlohmann::ordered_json;

inline constexpr std::string_view schema_version = "1.0";

// {"value": 0.8152, "exact": "1019/1250"}: at most 6 decimals, and the reduced fraction.
Json figure(const Fraction& value);
Json figure(const std::optional<Fraction>& value);

// A number with at most 6 decimals.
Json plain_number(const Fraction& value);

// Adds `questions`, `answered` and `not_applicable`.
void add_tally(Json& out, const Tally& tally);

Json text_value(const Text& text);
Json tool();
Json diagnostics(const Run& run, const Context& context);

// schema_version, tool, command, status, exit_code.
Json document_head(const Run& run);

// Indented by two, a line break at the end. Bytes that are not UTF-8 become U+FFFD.
std::string written(const Json& document);

}  // namespace assess::render
