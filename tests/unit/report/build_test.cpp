#include "support/samples.hpp"
#include <assess/report/build.hpp>

#include <doctest/doctest.h>

#include <string>
#include <variant>

namespace assess::test {
namespace {

using namespace report;

template <typename Kind>
const Kind& first(const Document& document) {
  for (const Block& block : document.blocks) {
    if (const auto* found = std::get_if<Kind>(&block)) return *found;
  }
  FAIL("no such block");
  throw 0;
}

TEST_CASE("the document opens with the enterprise and the result") {
  const Diagnosis diagnosis = diagnose(small_bank_text(), small_answers_text());
  const Document document = build_document(
      diagnosis,
      {.language = Language::zh, .mark = "内部", .approvals = {{"编制", "张三"}, {"审核", ""}}});
  CHECK(document.title == "小题库");
  CHECK(document.subtitle == "某厂");
  CHECK(document.subject == "small@1.2.0");
  CHECK(document.footer == "企业自诊断，不是评估认证");
  REQUIRE(document.cover);
  CHECK(document.cover->mark == "内部");
  CHECK(document.cover->approvals.size() == 2);
  CHECK(document.cover->approval_heads.size() == 4);
  CHECK(document.cover->notice.find("不是评估认证") != std::string::npos);
  const Headline& headline = first<Headline>(document);
  REQUIRE(headline.figures.size() == 4);
  CHECK(headline.figures[0].value == "1 一级");
  CHECK(headline.figures[1].value == "1.00");
  CHECK(headline.figures[2].value == "0.00 / 0.6");
  CHECK(first<Ladder>(document).steps.size() == 2);
  CHECK(first<Radar>(document).axes.size() == 2);
}

TEST_CASE("chapters and sections are numbered, the appendix by a letter") {
  const Diagnosis diagnosis = diagnose(small_bank_text(), small_answers_text());
  std::string numbers;
  for (const Block& block : build_document(diagnosis, {}).blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading != nullptr) numbers += heading->number + " ";
  }
  CHECK(numbers == "1 1.1 1.2 1.3 2 2.1 2.2 3 3.1 4 5 5.1 5.2 6 7 7.1 7.2 7.3 A A.1 A.2 ");
}

TEST_CASE("a table has a cell for each column in every row") {
  const Diagnosis diagnosis = diagnose(small_bank_text(), small_answers_text());
  for (const Language language : {Language::zh, Language::en}) {
    for (const Block& block : build_document(diagnosis, {.language = language}).blocks) {
      const auto* table = std::get_if<Table>(&block);
      if (table == nullptr) continue;
      for (const Table::Row& row : table->rows) CHECK(row.cells.size() == table->columns.size());
    }
  }
}

TEST_CASE("the share of an area is not shown as 100 % before it is all") {
  const std::string bank = replaced(
      replaced(replaced(small_bank_text(), "piece: 40, flow: 100}", "piece: 1, flow: 100}"),
               "weights: {piece: 60}", "weights: {piece: 9999}"),
      ", weights_sum: 100", "");
  const Diagnosis diagnosis = diagnose(bank, small_answers_text());
  std::string shares;
  for (const Block& block : build_document(diagnosis, {.language = Language::en}).blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr || table->columns.size() != 7 || table->columns[4].head != "Lost")
      continue;
    for (const Table::Row& row : table->rows) shares += row.cells[1] + " ";
  }
  CHECK(shares == "0.0% 100.0% 99.99% 30.0% 70.0% ");
}

}  // namespace
}  // namespace assess::test
