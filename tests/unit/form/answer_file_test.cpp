#include "support/samples.hpp"
#include <assess/diagnosis/seal.hpp>
#include <assess/form/answer_file.hpp>
#include <assess/form/sheet.hpp>

#include <doctest/doctest.h>

#include <string>

namespace assess::test {
namespace {

using form::AnswerFile;

const Bank& bank() {
  static const Bank read = read_bank_text(small_bank_text()).bank;
  return read;
}

AnswerFile file_of(const std::string& text) {
  Diagnostics diagnostics;
  auto file = AnswerFile::read("a.yaml", text, diagnostics);
  REQUIRE(file);
  return *std::move(file);
}

Answer answer(const std::string& question, const std::string& option, const std::string& note = {},
              std::vector<std::string> evidence = {}) {
  Answer out{.question = {question, {}}, .option = {}, .note = note, .evidence = {}};
  if (!option.empty()) out.option = Located<std::string>{option, {}};
  for (auto& text : evidence) out.evidence.push_back({text, {}});
  return out;
}

// The text after an answer was set; `refused` when it could not be.
std::string set(const std::string& text, const Answer& given) {
  AnswerFile file = file_of(text);
  if (!file.set_answer(bank(), given)) {
    CHECK(file.text() == text);
    return "refused";
  }
  return file.text();
}

const std::string head = "schema: assess/answers/1\nbank: small@1\nenterprise: {name: 某厂}\n";

TEST_CASE("an answer is put where it stands, and nothing else is touched") {
  const std::string before = head + "# 总说明\nanswers:   # 作答\n  # 甲\n  L1-1.1.1:    # 待定\n";
  CHECK(set(before + "  L1-2.1.1: B  # 看过\n", answer("L1-1.1.1", "C")) ==
        head +
            "# 总说明\nanswers:   # 作答\n  # 甲\n  L1-1.1.1: C    # 待定\n"
            "  L1-2.1.1: B  # 看过\n");
  CHECK(set(before + "  L1-2.1.1: B  # 看过\n", answer("L1-2.1.1", "D")) ==
        before + "  L1-2.1.1: D  # 看过\n");
  CHECK(set(before + "  L1-2.1.1: 'B'\n", answer("L1-2.1.1", "")) == before + "  L1-2.1.1: ~\n");
}

TEST_CASE("notes and evidence come with quotes where they need them") {
  const std::string before = head + "answers:\n  L1-1.1.1: B\n";
  CHECK(
      set(before, answer("L1-1.1.1", "B", "见《制度》：第3条 # 旧", {"plans/2026.pdf", "a, b"})) ==
      head +
          "answers:\n  L1-1.1.1: {option: B, note: \"见《制度》：第3条 # 旧\", "
          "evidence: [plans/2026.pdf, \"a, b\"]}\n");
  for (const std::string note :
       {"no",  "~",   "0012",     "a: b",       "\"",    "\\",   "-",  "? x", "a\nb\tc",
        "1e3", " x ", "null",     "[",          "{a}",   "*a",   "&a", "!x",  "%x",
        "@x",  "`x",  "\xC2\x85", "全角：冒号", "12:30", "0x1F", "…"}) {
    CAPTURE(note);
    AnswerFile file = file_of(before);
    REQUIRE(file.set_answer(bank(), answer("L1-1.1.1", "C", note)));
    Diagnostics diagnostics;
    const auto again = AnswerFile::read("a.yaml", file.text(), diagnostics);
    REQUIRE(again);
    CHECK(again->answers().answers.front().note == note);
    CHECK(diagnostics.all().empty());
  }
}

TEST_CASE("in a mapping only what differs is changed") {
  const std::string flow =
      head + "answers:\n  L1-1.1.1: {note: 旧, option: B, evidence: [a.pdf]} # x\n";
  CHECK(set(flow, answer("L1-1.1.1", "C", "旧", {"a.pdf"})) ==
        head + "answers:\n  L1-1.1.1: {note: 旧, option: C, evidence: [a.pdf]} # x\n");
  const std::string block = head +
                            "answers:\n  L1-1.1.1:\n    # 为什么\n    option: B   # 先这样\n\n"
                            "  L1-2.1.1: B\n";
  CHECK(set(block, answer("L1-1.1.1", "C", "新")) ==
        head +
            "answers:\n  L1-1.1.1:\n    # 为什么\n    option: C   # 先这样\n    note: 新\n\n"
            "  L1-2.1.1: B\n");
}

TEST_CASE("a question that is not there yet is put behind the one before it") {
  const std::string before = head + "answers:\n    L1-1.1.1: B # 一\n    L1-2.1.1: C\n";
  AnswerFile file = file_of(before);
  const std::string second = bank().questions[1].id.value;
  CAPTURE(second);
  REQUIRE(file.set_answer(bank(), answer(second, "D")));
  CHECK(file.answers().answers.size() == (second == "L1-2.1.1" ? 2 : 3));
  CHECK(set(head, answer("L1-1.1.1", "B")) == head + "answers: {L1-1.1.1: B}\n");
  CHECK(set(head + "answers:\n", answer("L1-1.1.1", "B")) == head + "answers:\n  L1-1.1.1: B\n");
  CHECK(set(head + "answers: {}\n", answer("L1-1.1.1", "B")) == head + "answers: {L1-1.1.1: B}\n");
  CHECK(set(head + "answers: {L1-1.1.1: B}", answer("L1-2.1.1", "C")) ==
        head + "answers: {L1-1.1.1: B, L1-2.1.1: C}");
}

TEST_CASE("line ends of Windows stay") {
  const std::string before =
      "schema: assess/answers/1\r\nbank: small@1\r\nenterprise: {name: x}\r\n"
      "answers:\r\n  L1-1.1.1:\r\n";
  const std::string after = set(before, answer("L1-2.1.1", "C"));
  CHECK(after == before + "  L1-2.1.1: C\r\n");
}

TEST_CASE("a file written as JSON can be answered and sealed") {
  const std::string json =
      R"({"schema": "assess/answers/1", "bank": "small@1", "enterprise": {"name": "x"}, "answers": {"L1-1.1.1": "B"}})";
  AnswerFile file = file_of(json);
  CHECK(file.set_answer(bank(), answer("L1-1.1.1", "C")));
  CHECK(file.set_answer(bank(), answer("L1-2.1.1", "D", "n")));
  Seal seal{.level = {1, {}}, .date = "2026-11-22", .bank = "small@1.2.0"};
  seal.answers = {{"L1-1.1.1", "C"}};
  seal.sha256.value = seal_digest(seal);
  CHECK(file.add_seal(seal));
  CHECK(file.add_seal(seal));
  CHECK(file.set_finish(
      {.date = "2026-11-23", .level = 1, .total = Fraction(8, 5), .sha256 = {"ab", {}}}));
  CHECK(file.answers().seals.size() == 2);
  CHECK(file.answers().finish->total == Fraction(8, 5));
}

TEST_CASE("seals and the end go behind everything else, comments stay") {
  const std::string before = head + "answers:\n  L1-1.1.1: C\n# 结束语\n";
  AnswerFile file = file_of(before);
  Seal seal{.level = {1, {}}, .date = "2026-11-22", .bank = "small@1.2.0", .variant = "piece"};
  for (int i = 0; i < 30; ++i) seal.answers.emplace_back("L1-1.1." + std::to_string(i), "C");
  seal.sha256.value = seal_digest(seal);
  REQUIRE(file.add_seal(seal));
  REQUIRE(file.add_seal(seal));
  REQUIRE(file.set_finish({.date = "2026-11-23", .level = 1, .total = 1, .sha256 = {"ab", {}}}));
  CHECK(file.text().starts_with(head + "answers:\n  L1-1.1.1: C\n\n# 已提交的等级"));
  CHECK(file.text().ends_with("# 结束语\n"));
  CHECK(seal_digest(file.answers().seals[1]) == seal.sha256.value);
}

TEST_CASE("what cannot be changed safely is refused and left alone") {
  CHECK(set(head + "answers: [a]\n", answer("L1-1.1.1", "C")) == "refused");
  CHECK(set(head + "answers:\n  L1-1.1.1: B\n", answer("unknown", "C")) == "refused");
  Diagnostics diagnostics;
  CHECK_FALSE(AnswerFile::read("a.yaml", "a: [", diagnostics));
  CHECK_FALSE(AnswerFile::read("a.yaml", "- a\n", diagnostics));
}

TEST_CASE("a sheet holds every question it is given, and reads back without faults") {
  std::vector<QuestionId> questions;
  for (std::size_t i = 0; i < shipped_bank().bank.questions.size(); ++i) {
    questions.push_back({static_cast<std::uint32_t>(i)});
  }
  Answers start;
  start.enterprise.name = "某厂: # \"x\"";
  start.variant.value = "discrete";
  start.tailored = {{"logistics", {}}};
  for (const Language language : {Language::zh, Language::en}) {
    const std::string sheet = form::new_sheet(shipped_bank().bank, start, questions, language);
    const AnswersRead read = read_answers_text(shipped_bank().bank, sheet);
    CHECK(read.faults == "");
    CHECK(read.answers.answers.size() == questions.size());
    CHECK(read.answers.enterprise.name == start.enterprise.name);
    AnswerFile file = file_of(sheet);
    CHECK(file.append("indicators", form::indicator_lines(shipped_bank().bank, language)));
    CHECK(file.set_answer(shipped_bank().bank, answer("L1-1.1.1", "C", "n")));
    IndicatorValue value{.id = {shipped_bank().bank.indicators[0].id.value, {}}};
    value.value = "12.5";
    value.formula = "a / b";
    CHECK(file.set_indicator(value));
    CHECK(file.answers().indicators.size() == 1);
  }
}

}  // namespace
}  // namespace assess::test
