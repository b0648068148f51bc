#include "json_schema.hpp"

#include "working_folder.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <sstream>
#include <stdexcept>

namespace assess::test {
namespace {

// One line for each document: why it is refused, or nothing.
constexpr const char* script = R"(
import json
import jsonschema
schema = json.load(open("schema.json", encoding="utf-8"))
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
validator = kind(schema)
with open("said", "w", encoding="utf-8") as said:
    for line in open("documents", encoding="utf-8"):
        fault = next(validator.iter_errors(json.loads(line)), None)
        where = "" if fault is None else "/".join(map(str, fault.absolute_path))
        said.write("" if fault is None else " ".join((where + ": " + fault.message)[:300].split()))
        said.write("\n")
)";

}  // namespace

bool has_json_validator() {
  return std::system("python3 -c 'import jsonschema' 2>/dev/null") == 0;
}

std::vector<std::string> schema_faults(const std::string& schema,
                                       const std::vector<std::string>& documents) {
  const WorkingFolder folder;
  write_bytes("schema.json", schema);
  write_bytes("validate.py", script);
  std::string lines;
  for (const std::string& document : documents) {
    lines += nlohmann::ordered_json::parse(document).dump() + "\n";
  }
  write_bytes("documents", lines);
  if (std::system("python3 validate.py 2>complaint") != 0) {
    throw std::runtime_error(read_bytes("complaint"));
  }
  std::vector<std::string> out;
  std::istringstream said(read_bytes("said"));
  for (std::string line; std::getline(said, line);) out.push_back(line);
  if (out.size() != documents.size()) throw std::runtime_error("some documents were not judged");
  return out;
}

std::string json_faults(const std::vector<std::string>& documents, const std::string& schema) {
  const auto said = schema_faults(read_bytes(ASSESS_ROOT "/tests/schemas/" + schema), documents);
  std::string out;
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (!said[i].empty()) out += std::to_string(i) + " " + said[i] + "\n";
  }
  return out;
}

}  // namespace assess::test
