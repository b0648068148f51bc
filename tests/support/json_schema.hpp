// JSON Schema by an independent validator, python3-jsonschema.
#pragma once

#include <string>
#include <vector>

namespace assess::test {

// What the validator says of each document, empty where the schema takes it. Throws when it is not
// installed, or when the schema itself is none.
std::vector<std::string> schema_faults(const std::string& schema,
                                       const std::vector<std::string>& documents);

}  // namespace assess::test
