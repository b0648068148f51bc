// The CMMM bank asks for the whole model.
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

namespace assess::test {
namespace {

// Every requirement of the model that the bank has to ask for.
constexpr std::string_view requirements =
    "ORG-1a ORG-1b ORG-2a ORG-2b ORG-3a ORG-3b SKL-1a SKL-1b SKL-2a SKL-2b SKL-2c SKL-3a "
    "SKL-3b SKL-4a SKL-4b DAT-1a DAT-1b DAT-2a DAT-2b DAT-2c DAT-3a DAT-3b DAT-3c DAT-4a "
    "DAT-4b DAT-4c DAT-5a INT-1a INT-2a INT-2b INT-3a INT-3b INT-3c INT-4a SEC-1a SEC-1b "
    "SEC-2a SEC-2b SEC-2c SEC-3a SEC-3b SEC-4a SEC-4b SEC-4c EQP-1a EQP-1b EQP-2a EQP-2b "
    "EQP-3a EQP-3b EQP-4a EQP-4b EQP-5a EQP-5b NET-1a NET-2a NET-3a NET-3b NET-3c NET-4a "
    "PDD-1a PDD-1b PDD-2a PDD-2b PDD-2c PDD-3a PDD-3b PDD-3c PDD-3d PDD-4a PDD-4b PDD-4c "
    "PDD-4d PDD-5a PDD-5b PDD-5c PRD-1a PRD-1b PRD-2a PRD-2b PRD-2c PRD-3a PRD-3b PRD-3c "
    "PRD-3d PRD-4a PRD-4b PRD-4c PRD-4d PRD-5a PRD-5b PRD-5c PUR-1a PUR-1b PUR-1c PUR-2a "
    "PUR-2b PUR-3a PUR-3b PUR-4a PUR-4b PUR-4c PUR-5a PUR-5b PLN-1a PLN-1b PLN-2a PLN-2b "
    "PLN-2c PLN-3a PLN-3b PLN-3c PLN-4a PLN-4b PLN-5a PLN-5b OPS-1a OPS-1b OPS-2a OPS-2b "
    "OPS-2c OPS-2d OPS-3a OPS-3b OPS-3c OPS-3d OPS-4a OPS-4b OPS-4c OPS-5a OPS-5b OPS-5c "
    "EQM-1a EQM-1b EQM-2a EQM-2b EQM-2c EQM-3a EQM-3b EQM-3c EQM-3d EQM-4a EQM-4b EQM-5a "
    "WHS-1a WHS-1b WHS-2a WHS-2b WHS-2c WHS-3a WHS-3b WHS-4a WHS-4b WHS-5a WHS-5b HSE-1a "
    "HSE-1b HSE-2a HSE-2b HSE-3a HSE-3b HSE-3c HSE-3d HSE-4a HSE-4b HSE-5a HSE-5b ENE-1a "
    "ENE-1b ENE-2a ENE-2b ENE-2c ENE-3a ENE-3b ENE-3c ENE-4a ENE-4b ENE-5a LOG-1a LOG-1b "
    "LOG-1c LOG-2a LOG-2b LOG-2c LOG-3a LOG-3b LOG-3c LOG-4a LOG-4b LOG-4c LOG-5a SAL-1a "
    "SAL-1b SAL-2a SAL-2b SAL-3a SAL-3b SAL-4a SAL-4b SAL-5a SAL-5b CSV-1a CSV-1b CSV-2a "
    "CSV-2b CSV-3a CSV-3b CSV-4a CSV-4b CSV-5a PSV-1a PSV-1b PSV-2a PSV-2b PSV-3a PSV-3b "
    "PSV-4a PSV-4b PSV-4c PSV-5a ";

// The least number of questions by sub-domain and level; 0 means none at all.
struct Row {
  std::string_view area;
  std::array<int, 5> least;
};
constexpr std::array<Row, 20> matrix{{
    {"strategy", {2, 2, 2, 0, 0}},
    {"skills", {2, 3, 2, 2, 0}},
    {"data", {2, 3, 3, 3, 1}},
    {"integration", {1, 2, 3, 1, 0}},
    {"security", {2, 3, 2, 3, 0}},
    {"equipment", {2, 2, 2, 2, 2}},
    {"network", {1, 1, 3, 1, 0}},
    {"product-design", {2, 3, 4, 4, 3}},
    {"process-design", {2, 3, 4, 4, 3}},
    {"procurement", {3, 2, 2, 3, 2}},
    {"planning", {2, 3, 3, 2, 2}},
    {"operations", {2, 4, 4, 3, 3}},
    {"equipment-management", {2, 3, 4, 2, 1}},
    {"warehousing", {2, 3, 2, 2, 2}},
    {"safety-environment", {2, 2, 4, 2, 2}},
    {"energy", {2, 3, 3, 2, 1}},
    {"logistics", {3, 3, 3, 3, 1}},
    {"sales", {2, 2, 2, 2, 2}},
    {"customer-service", {2, 2, 2, 2, 1}},
    {"product-service", {2, 2, 2, 3, 1}},
}};

TEST_CASE("the CMMM bank asks for every requirement, and for nothing else") {
  std::set<std::string> wanted;
  std::istringstream words{std::string(requirements)};
  for (std::string word; words >> word;) wanted.insert(word);
  CHECK(wanted.size() == 220);
  std::set<std::string> asked;
  for (const Question& question : shipped_bank("cmmm").bank.questions) {
    CAPTURE(question.id.value);
    CHECK(wanted.contains(question.requirement));
    // `DAT-3b` belongs to level 3.
    CHECK(question.requirement.substr(4, 1) == std::to_string(question.level));
    CHECK(question.origin == "paraphrased");
    asked.insert(question.requirement);
  }
  CHECK(asked == wanted);
}

TEST_CASE("the CMMM bank has at least the questions of each cell, and none where there are none") {
  const Bank& bank = shipped_bank("cmmm").bank;
  std::map<std::string, std::array<int, 5>> counts;
  for (const Question& question : bank.questions) {
    ++counts[bank.area(question.area).id.value][static_cast<std::size_t>(question.level - 1)];
  }
  CHECK(counts.size() == matrix.size());
  for (const Row& row : matrix) {
    for (std::size_t level = 0; level < row.least.size(); ++level) {
      CAPTURE(row.area);
      CAPTURE(level + 1);
      const int count = counts[std::string(row.area)][level];
      CHECK(count >= row.least[level]);
      CHECK((count == 0) == (row.least[level] == 0));
    }
  }
}

}  // namespace
}  // namespace assess::test
