#include "support/samples.hpp"
#include <assess/answers/answers.hpp>
#include <assess/answers/read.hpp>
#include <assess/yaml/node.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess {
namespace {

using test::good_bank;
using test::read_answers_text;
using test::replaced;
using test::small_answers_text;
using test::small_bank_text;

const Bank& small() {
  static const Bank bank = good_bank(small_bank_text());
  return bank;
}

Answers with(const std::string& from, const std::string& to) {
  return read_answers_text(small(), replaced(small_answers_text(), from, to)).answers;
}

TEST_CASE("answers are read as they are written") {
  const Answers answers = read_answers_text(small(), small_answers_text()).answers;
  CHECK(answers.bank_id() == "small");
  CHECK(answers.bank_version() == "1.2");
  CHECK(answers.enterprise.name == "某厂");
  CHECK(answers.enterprise.uscc.value == "91350100M000100Y43");
  CHECK(answers.variant.value == "piece");
  CHECK(answers.tailored.empty());
  REQUIRE(answers.answers.size() == 4);
  const Answer& first = answers.answers[0];
  CHECK(first.question.value == "L1-1.1.1");
  CHECK(first.option->value == "D");
  CHECK(first.note == "说明");
  REQUIRE(first.evidence.size() == 1);
  CHECK(first.evidence[0].value == "a.pdf");
  CHECK(answers.answers[1].option->value == "A");
  CHECK(answers.answers[1].note.empty());
  REQUIRE(answers.indicators.size() == 1);
  CHECK(answers.indicators[0].id.value == "yield");
  CHECK(answers.indicators[0].value == "3.5");
  CHECK(answers.indicators[0].formula == "合格数 / 总数");
}

TEST_CASE("everything about the enterprise but its name may be left out") {
  const Enterprise some =
      with("uscc: 91350100M000100Y43",
           "type: 有限责任公司, industry: C3411, size: medium, revenue: 12000.50")
          .enterprise;
  CHECK(some.uscc.value.empty());
  CHECK(some.type == "有限责任公司");
  CHECK(some.industry.value == "C3411");
  CHECK(some.size.value == "medium");
  CHECK(some.revenue.value == "12000.5");
  CHECK(some.date.empty());
  CHECK(with("tailored: []", "date: 2026-11-22").enterprise.date == "2026-11-22");
}

TEST_CASE("a figure that the enterprise names itself keeps its name, and a word its form") {
  const Answers answers = with("yield: {value: 3.5, formula: 合格数 / 总数}",
                               "other: {name: 能耗, value: 无, formula: 无}");
  REQUIRE(answers.indicators.size() == 1);
  CHECK(answers.indicators[0].name == "能耗");
  CHECK(answers.indicators[0].value == "无");
  CHECK(answers.indicators[0].formula == "无");
  CHECK(with("value: 3.5", "value: 010").indicators[0].value == "010");
}

TEST_CASE("a bank may be named with or without a version") {
  CHECK(with("small@1.2", "small").bank_id() == "small");
  CHECK(with("small@1.2", "small").bank_version().empty());
  CHECK(with("small@1.2", "small@").bank_version().empty());
  CHECK(with("small@1.2", "small@1@2").bank_version() == "1@2");
}

TEST_CASE("a version is served by one that has the same leading parts") {
  struct Case {
    std::string wanted;
    std::string have;
    bool fits;
  };
  const std::vector<Case> cases{
      {"", "1.4.0", true},         {"1", "1.4.0", true},     {"1.4", "1.4.0", true},
      {"1.4.0", "1.4.0", true},    {"1", "1", true},         {"2", "1.4.0", false},
      {"1.4.0.1", "1.4.0", false}, {"1.40", "1.4.0", false}, {"1", "10.0", false},
      {"1.4", "1.40.0", false},    {"1.", "1.4.0", false},   {"1.5", "1.4.0", false},
      {"v1", "1.4.0", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.wanted);
    CAPTURE(c.have);
    CHECK(version_fits(c.wanted, c.have) == c.fits);
  }
}

TEST_CASE("each question of the bank has one response, in the bank's order") {
  using State = Response::State;
  const Answers answers = with("L2-1.1.1: A", "L2-1.1.1: n/a");
  const auto responses = respond(small(), answers);
  REQUIRE(responses.size() == 4);
  CHECK(responses[0].state == State::answered);
  CHECK(responses[0].option == 2);
  CHECK(responses[0].answer == &answers.answers[0]);
  CHECK(responses[1].state == State::not_applicable);
  CHECK(responses[2].state == State::answered);
  CHECK(responses[3].option == 1);
}

TEST_CASE("a question without an answer is unanswered, with whatever else stands there") {
  using State = Response::State;
  for (const char* nothing : {"L2-1.1.1: ~", "L2-1.1.1: {note: 待定}"}) {
    CAPTURE(nothing);
    const Answers answers = with("L2-1.1.1: A", nothing);
    const auto responses = respond(small(), answers);
    CHECK(responses[1].state == State::unanswered);
    CHECK(responses[1].answer == &answers.answers[1]);
  }
  const Answers without = with("  L2-1.1.1: A\n", "");
  CHECK(respond(small(), without)[1].answer == nullptr);
  CHECK(respond(small(), without)[1].state == State::unanswered);
}

TEST_CASE("a file of another kind is told so and not read further") {
  for (const char* schema : {"assess/answers/2", "assess/bank/1", "something else"}) {
    CAPTURE(schema);
    SourceMap sources;
    Diagnostics diagnostics;
    const std::string text =
        replaced(small_answers_text(), "assess/answers/1", schema) + "unknown: 1\n";
    const auto tree = yaml::parse(sources, sources.add("f", text), diagnostics);
    REQUIRE(tree.has_value());
    const Answers answers = read_answers(tree->root(), diagnostics);
    CHECK(test::faults(sources, diagnostics) == "1:9 yaml/schema");
    CHECK(answers.answers.empty());
  }
}

TEST_CASE("dates are those of the calendar") {
  for (const char* date : {"2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"}) {
    CAPTURE(date);
    CHECK(read_answers_text(
              small(), replaced(small_answers_text(), "tailored: []", std::string("date: ") + date))
              .faults == "");
  }
  for (const char* date : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-2", "20261122",
                           "2026-11-22T10:00", "22.11.2026", "2026-11-2x", "+026-11-22"}) {
    CAPTURE(date);
    CHECK(read_answers_text(
              small(), replaced(small_answers_text(), "tailored: []", std::string("date: ") + date))
              .faults == "5:7 yaml/type");
  }
}

// Everything but notes and evidence.
std::string in_short(const Answers& answers) {
  std::string out = answers.bank.value + answers.variant.value + answers.enterprise.name;
  for (const Answer& answer : answers.answers) {
    out += " " + answer.question.value + "=" + (answer.option ? answer.option->value : "~");
    if (answer.has_evidence()) out += "!";
  }
  for (const IndicatorValue& indicator : answers.indicators) out += " " + indicator.value;
  return out;
}

TEST_CASE("whoever passes over notes and evidence reads all else, and meets the same faults") {
  const std::string common = small_answers_text();
  const std::string first = "{option: D, note: 说明, evidence: [a.pdf]}";
  for (const std::string answer :
       {"{option: D, note: 说明, evidence: [a.pdf]}", "{option: D, note: no, evidence: [on, off]}",
        "{option: D, note: [a], evidence: a}", "{option: D, evidence: []}",
        "{option: D, evidence: [~, {a: b}]}", "{option: D, note: ~, evidence: ~, remark: x}",
        "{note: later}", "{option: no}", "{option: [D]}", "[D]", "~", "D", "no"}) {
    CAPTURE(answer);
    SourceMap sources;
    const SourceId source = sources.add("a", replaced(common, first, answer));
    Diagnostics parsed;
    const auto tree = yaml::parse(sources, source, parsed);
    REQUIRE(tree.has_value());
    Diagnostics read;
    Diagnostics passed_over;
    const Answers whole = read_answers(tree->root(), read);
    const Answers rest = read_answers(tree->root(), passed_over, NotesAndEvidence::passed_over);
    CHECK(in_short(rest) == in_short(whole));
    CHECK(test::faults(sources, passed_over) == test::faults(sources, read));
    for (const Answer& one : rest.answers) {
      CHECK(one.note.empty());
      CHECK(one.evidence.empty());
    }
  }
}

}  // namespace
}  // namespace assess
