#include "support/samples.hpp"
#include <assess/report/build.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

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

// `1 Summary, 2 …`: the chapters.
std::string headings_of(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading == nullptr || heading->depth > 1) continue;
    out += (out.empty() ? "" : ", ") + heading->number + " " + heading->text;
  }
  return out;
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
  CHECK(headline.figures[1].value == "1.00 / 2");
  CHECK(headline.figures[2].value == "0.00 / 0.60");
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
  CHECK(numbers == "1 1.1 1.2 1.3 2 2.1 2.2 3 3.1 4 4.1 5 5.1 5.2 5.3 6 7 7.1 7.2 7.3 A A.1 A.2 ");
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

// The chapter on earlier diagnoses with two of them, the first of another version of the bank.
Document with_history(const Diagnosis& diagnosis, const std::string& bank, Language language) {
  const auto past = [&](const std::string& date, int level, Fraction total) {
    PastDiagnosis out;
    out.date = date;
    out.bank = date < "2026" ? bank : "small@1.2.0";
    out.result = PastResult{.level = level,
                            .level_title = {level == 0 ? "" : "一级", level == 0 ? "" : "One"},
                            .levels = 2,
                            .total = std::move(total)};
    return out;
  };
  return build_document(diagnosis, {.language = language,
                                    .history = std::vector<PastDiagnosis>{
                                        past("2025-03-01", 0, Fraction(2, 5)),
                                        past("2026-04-01", 1, Fraction(6, 5)),
                                    }});
}

TEST_CASE("earlier diagnoses are a chart and a table that end with this one") {
  const Diagnosis diagnosis = diagnose(small_bank_text(), small_answers_text());
  const Document document = with_history(diagnosis, "small@1.2.0", Language::en);
  const auto found =
      std::find_if(document.blocks.begin(), document.blocks.end(), [](const Block& b) {
        const auto* bars = std::get_if<Bars>(&b);
        return bars != nullptr && bars->title == "The totals";
      });
  REQUIRE(found != document.blocks.end());
  const Bars& bars = std::get<Bars>(*found);
  CHECK(bars.full == 2);
  CHECK_FALSE(bars.threshold);
  REQUIRE(bars.groups.size() == 1);
  REQUIRE(bars.groups[0].bars.size() == 3);
  CHECK(bars.groups[0].bars[1].value == doctest::Approx(1.2));
  CHECK(bars.groups[0].bars[2].name == "this one (not finished)");
  const Table& table = std::get<Table>(*std::next(found));
  std::string rows;
  for (const Table::Row& row : table.rows) {
    for (const std::string& cell : row.cells) rows += cell + " | ";
  }
  CHECK(rows ==
        "2025-03-01 | no level attained | 0.40 | – | 2026-04-01 | 1 One | 1.20 | +0.80 | "
        "this one (not finished) | 1 One | 1.00 | – | ");
  // A chapter of its own behind the gaps; what follows is numbered on.
  CHECK(headings_of(document).find("4 The gaps, 5 Earlier diagnoses, 6 Scope") !=
        std::string::npos);
}

TEST_CASE("that the bank changed between diagnoses is said") {
  const Diagnosis diagnosis = diagnose(small_bank_text(), small_answers_text());
  const auto says_so = [&](const std::string& bank) {
    for (const Block& block : with_history(diagnosis, bank, Language::zh).blocks) {
      const auto* paragraph = std::get_if<Paragraph>(&block);
      if (paragraph != nullptr && paragraph->text.find("版本不同") != std::string::npos)
        return true;
    }
    return false;
  };
  CHECK(says_so("small@1.1.0"));
  CHECK_FALSE(says_so("small@1.2.0"));
}

TEST_CASE("a chapter without earlier diagnoses says so, and without being asked there is none") {
  const Diagnosis diagnosis = diagnose(small_bank_text(), small_answers_text());
  const Document empty = build_document(
      diagnosis, {.language = Language::en, .history = std::vector<PastDiagnosis>{}});
  CHECK(headings_of(empty).find("5 Earlier diagnoses") != std::string::npos);
  const Document none = build_document(diagnosis, {.language = Language::en});
  CHECK(headings_of(none).find("Earlier") == std::string::npos);
  CHECK(empty.blocks.size() == none.blocks.size() + 3);
}

TEST_CASE("the weight of an area is not shown as 100 % before it is all, nor as nothing") {
  const std::string bank = replaced(
      replaced(replaced(small_bank_text(), "piece: 40, flow: 100}", "piece: 1, flow: 100}"),
               "weights: {piece: 60}", "weights: {piece: 9999}"),
      ", weights_sum: 100", "");
  const Diagnosis diagnosis = diagnose(bank, small_answers_text());
  std::string shares;
  for (const Block& block : build_document(diagnosis, {.language = Language::en}).blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr || table->columns.size() < 3) continue;
    if (table->columns[2].head != "Effective weight") continue;
    for (const Table::Row& row : table->rows) shares += row.cells[2] + " ";
  }
  CHECK(shares == "0.01% 100.0% 99.99% 30.0% 70.0% ");
}

TEST_CASE("the areas with questions are called as the bank calls them, where it has one word") {
  const auto word = [](const std::string& bank, Language language) {
    const Diagnosis diagnosis = diagnose(bank, small_answers_text());
    return first<Heat>(build_document(diagnosis, {.language = language})).name_head;
  };
  CHECK(word(small_bank_text(), Language::zh) == "子域");
  CHECK(word(small_bank_text(), Language::en) == "Part");
  const std::string no_name =
      replaced(small_bank_text(), "  - {id: part, title: {zh: 子域, en: Part}}\n", "");
  CHECK(word(no_name, Language::zh) == "能力项");
  CHECK(word(no_name, Language::en) == "Area");
  // Leaves in two tiers have no word in common.
  const std::string no_common = replaced(small_bank_text(), "indicators:\n",
                                         "  - {id: care, title: {zh: 关怀, en: Care}, section: 3, "
                                         "weights: {piece: 0}}\nindicators:\n");
  CHECK(word(no_common, Language::zh) == "能力项");
}

TEST_CASE("without advice a step says what the better option is") {
  const Diagnosis diagnosis = diagnose(small_bank_text(), small_answers_text());
  std::string steps;
  for (const Block& block : build_document(diagnosis, {.language = Language::en}).blocks) {
    const auto* bullets = std::get_if<Bullets>(&block);
    if (bullets == nullptr) continue;
    for (const std::string& item : bullets->items) steps += item + "\n";
  }
  CHECK(steps.find("L2-1.1.1 (1.1 Skill): used (A to D, +1.0000)\n") != std::string::npos);
}

// Paragraphs and bullets, one a line.
std::string words_of(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) out += paragraph->text + "\n";
    if (const auto* bullets = std::get_if<Bullets>(&block)) {
      for (const std::string& item : bullets->items) out += item + "\n";
    }
  }
  return out;
}

TEST_CASE("of a level without a score it is said why it has none") {
  const std::string bank = R"(schema: assess/bank/1
id: one
version: 1
title: {zh: 题库, en: Bank}
levels: [{level: 1, title: {zh: 一级, en: One}, threshold: 0.8}]
scale: {A: 0, D: 1}
scoring: {not_applicable: any}
areas:
  - {id: a, title: {zh: 甲, en: A}, tailorable: true}
  - {id: b, title: {zh: 乙, en: B}, tailorable: true, weight: 0}
questions:
  - {id: p, area: a, level: 1, text: {zh: 甲？, en: "A?"}, options: {A: {zh: 无, en: None}, D: {zh: 有, en: Some}}}
  - {id: q, area: b, level: 1, text: {zh: 乙？, en: "B?"}, options: {A: {zh: 无, en: None}, D: {zh: 有, en: Some}}}
)";
  const std::string head = "schema: assess/answers/1\nbank: one\nenterprise: {name: 某厂}\n";
  const auto words = [&](const std::string& answers, Language language) {
    return words_of(build_document(diagnose(bank, head + answers), {.language = language}));
  };
  for (const auto& [answers, zh, en] :
       {std::tuple{"tailored: [a, b]", "没有需要本企业作答的题目", "asks the enterprise nothing"},
        std::tuple{"answers: {p: n/a, q: n/a}", "全部答为“不涉及”", "answered as not applicable"},
        std::tuple{"answers: {p: n/a, q: D}", "权重均为 0", "All that this level asks weighs 0"}}) {
    CAPTURE(answers);
    for (const auto& [language, wanted] :
         {std::pair{Language::zh, zh}, std::pair{Language::en, en}}) {
      const std::string found = words(answers, language);
      CAPTURE(found);
      const auto once = found.find(wanted);  // as the next step, and again among the gaps
      REQUIRE(once != std::string::npos);
      CHECK(found.find(wanted, once + 1) != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace assess::test
