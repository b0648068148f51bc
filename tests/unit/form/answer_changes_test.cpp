// Whole answer files before and after: comments, order and unknown text stay.
#include <assess/form/answer_file.hpp>

#include <doctest/doctest.h>

#include <string>

namespace assess {
namespace {

using form::AnswerFile;
using form::Changes;

const std::string head =
    "schema: assess/answers/1\nbank: small@1  # 版本\nenterprise: {name: 某厂}\n";

// The text after the changes; `refused` when they could not be made.
std::string changed(const std::string& text, const Changes& changes) {
  Diagnostics diagnostics;
  auto file = AnswerFile::read("a.yaml", text, diagnostics);
  REQUIRE(file);
  REQUIRE_FALSE(diagnostics.has_errors());
  if (!file->change(changes)) {
    CHECK(file->text() == text);
    return "refused";
  }
  return file->text();
}

TEST_CASE("the reference to the bank and renamed questions are changed where they stand") {
  Changes changes;
  changes.bank = "small@2";
  changes.renamed = {{"Q1", "Q9"}};
  CHECK(changed(head + "answers:\n  # 甲\n  Q1: B  # 看过\n  Q2: C\n", changes) ==
        "schema: assess/answers/1\nbank: small@2  # 版本\nenterprise: {name: 某厂}\n"
        "answers:\n  # 甲\n  Q9: B  # 看过\n  Q2: C\n");
  CHECK(changed(head + "answers: {Q1: B, Q2: C}\n", changes) ==
        "schema: assess/answers/1\nbank: small@2  # 版本\nenterprise: {name: 某厂}\n"
        "answers: {Q9: B, Q2: C}\n");
}

TEST_CASE("a dropped answer stays as a comment, however many lines it has") {
  Changes changes;
  changes.answers = {{"Q1", "gone"}};
  CHECK(changed(head + "answers:\n  Q1: B  # 看过\n  Q2: C\n", changes) ==
        head + "answers:\n  # gone\n  # Q1: B  # 看过\n  Q2: C\n");
  CHECK(changed(head +
                    "answers:\n  Q2: C\n\n  Q1:\n    option: B\n    note: |\n      一\n\n      二\n"
                    "    evidence:\n      - a.pdf\n# 结尾\n",
                changes) ==
        head +
            "answers:\n  Q2: C\n\n  # gone\n  # Q1:\n  #   option: B\n  #   note: |\n  #     一\n"
            "  #\n  #     二\n  #   evidence:\n  #     - a.pdf\n# 结尾\n");
  CHECK(changed(head + "answers:\n  Q1: B", changes) == head + "answers:\n  # gone\n  # Q1: B");
  CHECK(changed(head + "answers:\r\n  Q1: B\r\n  Q2: C\r\n", changes) ==
        head + "answers:\r\n  # gone\r\n  # Q1: B\r\n  Q2: C\r\n");
}

TEST_CASE("inside brackets what is dropped goes above the key") {
  Changes changes;
  changes.answers = {{"Q1", "gone"}, {"Q3", "gone too"}};
  const std::string comments = "# gone\n# Q1: {option: B, note: 甲}\n# gone too\n# Q3: D\n";
  CHECK(changed(head + "answers: {Q1: {option: B, note: 甲}, Q2: C, Q3: D}\n", changes) ==
        head + comments + "answers: {Q2: C}\n");
  CHECK(changed(head + "answers: {Q1: {option: B, note: 甲},\n  Q3: D}\n", changes) ==
        head + comments + "answers: {}\n");
  CHECK(changed(head + "answers: {Q1: B,  # 注\n  Q2: C}\n", changes) == "refused");
  CHECK(changed("{schema: assess/answers/1, bank: small@1, enterprise: {name: 某厂}, "
                "answers: {Q1: B}}\n",
                changes) == "refused");
}

TEST_CASE("an option is cleared, and note and evidence stay") {
  Changes changes;
  changes.cleared = {{"Q1", "was B"}};
  CHECK(changed(head + "answers:\n  Q1: B  # 看过\n", changes) ==
        head + "answers:\n  # was B\n  Q1: ~  # 看过\n");
  CHECK(changed(head + "answers:\n  Q1: {option: B, note: 甲, evidence: [a]}\n", changes) ==
        head + "answers:\n  # was B\n  Q1: {option: ~, note: 甲, evidence: [a]}\n");
  CHECK(changed(head + "answers:\n  Q1:\n    option: B\n    note: 甲\n", changes) ==
        head + "answers:\n  # was B\n  Q1:\n    option: ~\n    note: 甲\n");
  CHECK(changed(head + "answers: {Q1: B, Q2: C}\n", changes) ==
        head + "# was B\nanswers: {Q1: ~, Q2: C}\n");
  changes.renamed = {{"Q1", "Q9"}};
  CHECK(changed(head + "answers:\n  Q1: B\n", changes) == head + "answers:\n  # was B\n  Q9: ~\n");
}

TEST_CASE("tailored areas, indicators and the variant go as comments") {
  Changes changes;
  changes.tailored = {{"b", "gone"}};
  CHECK(changed(head + "tailored: [a, b]\n", changes) == head + "# gone\n# b\ntailored: [a]\n");
  CHECK(changed(head + "tailored:\n  - a\n  - b  # 乙\n", changes) ==
        head + "tailored:\n  - a\n  # gone\n  # - b  # 乙\n");
  CHECK(changed(head + "tailored:\n- b\n", changes) == head + "tailored:\n# gone\n# - b\n");
  changes = {};
  changes.indicators = {{"x", "gone"}};
  CHECK(changed(head + "indicators:\n  x: {value: 1, formula: 甲}\n", changes) ==
        head + "indicators:\n  # gone\n  # x: {value: 1, formula: 甲}\n");
  changes = {};
  changes.variant = "choose";
  CHECK(changed(head + "variant: v  # 型\nanswers: {}\n", changes) ==
        head + "# choose\n# variant: v  # 型\nanswers: {}\n");
}

TEST_CASE("a remark cannot break out of its comment") {
  Changes changes;
  changes.answers = {{"Q1", "one\nQ5: C"}};
  CHECK(changed(head + "answers:\n  Q1: B\n", changes) ==
        head + "answers:\n  # one Q5: C\n  # Q1: B\n");
}

}  // namespace
}  // namespace assess
