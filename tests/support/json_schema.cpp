#include "json_schema.hpp"

#include "working_folder.hpp"

#include <cstddef>
#include <cstdlib>
#include <stdexcept>

namespace assess::test {
namespace {

constexpr std::string_view program = R"(import json, sys
import jsonschema
with open(sys.argv[1], encoding='utf-8') as file:
    schema = json.load(file)
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
for number in range(int(sys.argv[2])):
    with open(str(number), encoding='utf-8') as file:
        document = json.load(file)
    for fault in kind(schema).iter_errors(document):
        print(number, '/'.join(map(str, fault.absolute_path)), fault.message[:300])
)";

}  // namespace

bool has_json_validator() {
  return std::system("python3 -c 'import jsonschema' 2>/dev/null") == 0;
}

std::string json_faults(const std::vector<std::string>& documents, const std::string& schema) {
  const WorkingFolder folder;
  for (std::size_t i = 0; i < documents.size(); ++i) write_bytes(std::to_string(i), documents[i]);
  write_bytes("check.py", program);
  const std::string line = "PYTHONIOENCODING=utf-8 python3 check.py '" ASSESS_ROOT
                           "/tests/schemas/" +
                           schema + "' " + std::to_string(documents.size()) + " >out 2>&1";
  if (std::system(line.c_str()) != 0) throw std::runtime_error(read_bytes("out"));
  return read_bytes("out");
}

}  // namespace assess::test
