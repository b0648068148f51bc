// The table in examples/README.md is what really comes out.
#include "support/run.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <sstream>
#include <string>
#include <vector>

namespace assess::test {
namespace {

const std::string root = ASSESS_ROOT;
const std::string with_banks = "ASSESS_BANK_PATH=" + root + "/questionbanks ";

// The rows `| name.yaml | variant | level | total | score | exact |`.
std::vector<std::vector<std::string>> table() {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(read_bytes(root + "/examples/README.md"));
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> cells;
    std::istringstream text(line);
    for (std::string cell; std::getline(text, cell, '|');) {
      const auto first = cell.find_first_not_of(' ');
      if (first == std::string::npos) continue;
      cells.push_back(cell.substr(first, cell.find_last_not_of(' ') + 1 - first));
    }
    if (cells.size() == 6 && cells[0].ends_with(".yaml")) rows.push_back(cells);
  }
  return rows;
}

}  // namespace

TEST_CASE("the examples have the results that their README gives") {
  const auto rows = table();
  CHECK(rows.size() >= 5);
  for (const auto& row : rows) {
    CAPTURE(row[0]);
    const std::string path = " " + root + "/examples/" + row[0];
    const auto json = nlohmann::json::parse(run(with_banks + "assess score -f json" + path).out);
    const auto& file = json["files"][0];
    CHECK((file["variant"].is_null() ? "–" : file["variant"]) == row[1]);
    CHECK(file["level"].dump() == row[2]);
    CHECK(file["levels"][0]["score"]["value"].dump() == row[4]);
    CHECK(file["levels"][0]["score"]["exact"] == row[5]);
    const std::string text = run(with_banks + "assess score" + path).out;
    CHECK(text.find("total: " + row[3] + " / ") != std::string::npos);
  }
}

TEST_CASE("the example with faults shows faults and the others have none") {
  const WorkingFolder folder;
  const std::string validate = with_banks + "assess validate " + root + "/examples/";
  for (const auto& row : table()) {
    CAPTURE(row[0]);
    CHECK(run(validate + row[0]).exit == 0);
  }
  CHECK(run(validate + "06-faults.yaml").exit == 1);
}

}  // namespace assess::test
