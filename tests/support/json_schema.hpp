// JSON Schema by a validator that is not ours, python3-jsonschema.
#pragma once

#include <string>
#include <vector>

namespace assess::test {

// Without it, tests say that they are skipped.
bool has_json_validator();

// What the validator says first of each document, in one line; empty where the schema takes it.
// Throws when the validator fails or the schema is none.
std::vector<std::string> schema_faults(const std::string& schema,
                                       const std::vector<std::string>& documents);

// The same by `tests/schemas/SCHEMA`, a line for each document that it refuses, which begins with
// the number of the document, from 0.
std::string json_faults(const std::vector<std::string>& documents, const std::string& schema);

}  // namespace assess::test
