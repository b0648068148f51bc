// Looks at JSON with a validator that is not ours: python3-jsonschema.
#pragma once

#include <string>
#include <vector>

namespace assess::test {

// Without it, tests say that they are skipped.
bool has_json_validator();

// What is wrong with the documents by `tests/schemas/SCHEMA`, a line each that begins with the
// number of the document, from 0; nothing when all are valid. Throws when the validator fails.
std::string json_faults(const std::vector<std::string>& documents, const std::string& schema);

}  // namespace assess::test
