// Answers to the small bank, carried to a bank in which something changed.
#include "support/samples.hpp"
#include <assess/authoring/impact.hpp>
#include <assess/authoring/migration.hpp>

#include <doctest/doctest.h>

#include <string>

namespace assess {
namespace {

using namespace authoring;
using test::replaced;

const std::string& small_bank_text() {
  static const std::string text = replaced(test::small_bank_text(), ", weights_sum: 100", "");
  return text;
}

Bank bank_of(const std::string& text) {
  auto read = test::read_bank_text(text);
  REQUIRE_MESSAGE(!read.diagnostics.has_errors(), read.faults);
  return std::move(read.bank);
}

const Bank& old_bank() {
  static const Bank bank = bank_of(small_bank_text());
  return bank;
}

Answers answers_of(const std::string& text) {
  return test::read_answers_text(old_bank(), text).answers;
}

Answers sample() {
  return answers_of(test::small_answers_text());
}

// Everything but what is kept: `answer renamed replaced L1-1.1.1>L1-1.1.7=D`.
std::string lines_of(const std::vector<Carried>& entries) {
  std::string out;
  for (const Carried& entry : entries) {
    if (entry.fate == Fate::kept) continue;
    for (const std::string_view word :
         {part_name(entry.part), fate_name(entry.fate), why_name(entry.why)}) {
      out.append(word).append(" ");
    }
    out += entry.id + (entry.new_id.empty() ? "" : ">" + entry.new_id) +
           (entry.value.empty() ? "" : "=" + entry.value) + "\n";
  }
  return out;
}

std::string changed(const std::string& from, const std::string& to, const Answers& answers) {
  return lines_of(
      plan_migration(answers, bank_of(replaced(small_bank_text(), from, to)), nullptr).entries);
}

TEST_CASE("answers go along by id and by what a question replaces") {
  const Migration same = plan_migration(sample(), old_bank(), nullptr);
  CHECK(lines_of(same.entries) == "");
  CHECK(same.count(Fate::kept) == 6);  // the variant, four answers, one indicator
  CHECK(same.changes_nothing());
  CHECK_FALSE(same.loses_something());
  CHECK(changed("id: L1-1.1.1\n", "id: L1-1.1.7\n    replaces: L1-1.1.1\n", sample()) ==
        "answer renamed replaced L1-1.1.1>L1-1.1.7=D\n");
  CHECK(changed("id: L1-1.1.1\n", "id: L1-1.1.7\n", sample()) ==
        "answer dropped question-gone L1-1.1.1=D\nanswer added not-in-file L1-1.1.7\n");
}

TEST_CASE("an answer under the new id stays, and the old one goes") {
  const Answers both = answers_of(
      replaced(test::small_answers_text(), "  L2-1.1.1: A\n", "  L2-1.1.1: A\n  L1-1.1.7: B\n"));
  CHECK(changed("id: L1-1.1.1\n", "id: L1-1.1.7\n    replaces: L1-1.1.1\n", both) ==
        "answer dropped already-answered L1-1.1.1=D\n");
}

TEST_CASE("an option that is gone is to be chosen again, under the new id too") {
  CHECK(changed("C: {zh: 多半, en: mostly}, ", "", sample()) ==
        "answer cleared option-gone L1-2.1.1=C\n");
  CHECK(changed("id: L1-2.1.1\n    area: plan\n    level: 1\n    weight: 2\n    text: {zh: "
                "排没排？, en: Is it planned}\n    options: {A: {zh: 没排, en: never}, C: {zh: "
                "多半, en: mostly}, ",
                "id: L1-2.1.9\n    replaces: L1-2.1.1\n    area: plan\n    level: 1\n    text: "
                "{zh: 排没排？, en: Is it planned}\n    options: {A: {zh: 没排, en: never}, ",
                sample()) == "answer cleared option-gone L1-2.1.1>L1-2.1.9=C\n");
}

TEST_CASE("n/a goes where the new bank does not take it") {
  const std::string text =
      replaced(replaced(test::small_answers_text(), "tailored: []", "tailored: [ship]"),
               "L1-2.2.1: \"yes\"", "L1-2.2.1: n/a");
  CHECK(changed("threshold: 0.6", "threshold: 0.7", answers_of(text)) == "");
  CHECK(changed("not_applicable: tailored", "not_applicable: never", answers_of(text)) ==
        "answer cleared not-applicable L1-2.2.1=n/a\n");
  CHECK(changed(" tailorable: true,", "", answers_of(text)) ==
        "tailored dropped not-tailorable ship=ship\nanswer cleared not-applicable L1-2.2.1=n/a\n");
}

TEST_CASE("variants, areas and indicators that are gone are dropped") {
  CHECK(changed("  - {id: yield, title: {zh: 良率, en: Yield}, unit: \"%\"}\n", "", sample()) ==
        "indicator dropped indicator-gone yield=3.5\n");
  const std::string text = replaced(test::small_answers_text(), "tailored: []", "tailored: [ship]");
  std::string renamed = replaced(small_bank_text(), "{id: ship,", "{id: send,");
  renamed = replaced(renamed, "area: ship", "area: send");
  CHECK(lines_of(plan_migration(answers_of(text), bank_of(renamed), nullptr).entries) ==
        "tailored dropped area-gone ship=ship\n");
  std::string other = small_bank_text();
  for (auto at = other.find("piece"); at != std::string::npos; at = other.find("piece")) {
    other.replace(at, 5, "parts");
  }
  const Migration moved = plan_migration(sample(), bank_of(other), &old_bank());
  CHECK(lines_of(moved.entries) == "variant dropped variant-gone piece=piece\n");
  CHECK(moved.entries.front().title.en == "Piece");
  CHECK(moved.loses_something());
}

TEST_CASE("a key without an answer is dropped, and nothing is lost with it") {
  const Answers empty =
      answers_of(replaced(test::small_answers_text(), "L2-1.1.1: A", "L2-1.1.1:"));
  const Bank after = bank_of(replaced(small_bank_text(), "id: L2-1.1.1", "id: L2-1.1.2"));
  const Migration migration = plan_migration(empty, after, nullptr);
  CHECK(lines_of(migration.entries) == "answer dropped question-gone L2-1.1.1\n");
  CHECK_FALSE(migration.loses_something());
  // With the old bank it is known that level 2 was begun.
  CHECK(lines_of(plan_migration(empty, after, &old_bank()).entries) ==
        "answer dropped question-gone L2-1.1.1\nanswer added not-in-file L2-1.1.2\n");
}

TEST_CASE("the reference gets as many parts of the version as it had") {
  const auto reference = [](const std::string& written, const std::string& version) {
    const Bank after =
        bank_of(replaced(small_bank_text(), "version: 1.2.0", "version: " + version));
    const std::string text = replaced(test::small_answers_text(), "small@1.2", written);
    return plan_migration(answers_of(text), after, nullptr).bank_after;
  };
  CHECK(reference("small@1", "2.3.4") == "small@2");
  CHECK(reference("small@1.2", "2.3.4") == "small@2.3");
  CHECK(reference("small@1.2.0", "2.3.4") == "small@2.3.4");
  CHECK(reference("small@1.2.0", "3") == "small@3");
  CHECK(reference("small", "2.3.4") == "small");
}

std::string impact(const std::string& from, const std::string& to, const Answers& answers) {
  const Impact out = impact_of(answers, old_bank(), bank_of(replaced(small_bank_text(), from, to)));
  std::string words(state_name(out.state));
  for (const Carried& entry : out.breaks) words += " -" + entry.id;
  for (const std::string& id : out.loses) words += " ~" + id;
  for (const std::string& id : out.added) words += " +" + id;
  return words + (out.is_other_version ? " @" : "");
}

TEST_CASE("a new bank breaks a file, makes it lose answers, or leaves it alone") {
  CHECK(impact("threshold: 0.6", "threshold: 0.7", sample()) == "untouched");
  CHECK(impact("version: 1.2.0", "version: 2.0.0", sample()) == "untouched @");
  CHECK(impact("version: 1.2.0", "version: 1.2.7", sample()) == "untouched");
  CHECK(impact("id: L1-1.1.1\n", "id: L1-1.1.7\n", sample()) == "breaks -L1-1.1.1 +L1-1.1.7");
  CHECK(impact("id: L1-1.1.1\n", "id: L1-1.1.7\n    replaces: L1-1.1.1\n", sample()) ==
        "breaks -L1-1.1.1");
  CHECK(impact("C: {zh: 多半, en: mostly}, ", "", sample()) == "breaks -L1-2.1.1");
  CHECK(impact("  - {id: yield, title: {zh: 良率, en: Yield}, unit: \"%\"}\n", "", sample()) ==
        "breaks -yield");
  CHECK(impact("{piece: 40, flow: 100}\n    provenance", "{flow: 100}\n    provenance", sample()) ==
        "loses ~L1-1.1.1 ~L2-1.1.1");
  CHECK(impact("id: small", "id: little", sample()) == "untouched @");
}

TEST_CASE("what was wrong before is not put down to the new bank") {
  const Answers faulty =
      answers_of(replaced(test::small_answers_text(), "L2-1.1.1: A", "L2-1.1.1: Z\n  L9-9.9.9: A"));
  CHECK(impact("threshold: 0.6", "threshold: 0.7", faulty) == "untouched");
  // That the question is gone is another matter than what was answered to it.
  CHECK(impact("id: L2-1.1.1\n", "id: L2-1.1.7\n    replaces: L2-1.1.1\n", faulty) ==
        "breaks -L2-1.1.1");
  const Answers other = answers_of(replaced(test::small_answers_text(), "small@1.2", "big@1.2"));
  CHECK(impact("id: L1-1.1.1\n", "id: L1-1.1.7\n", other) == "other-bank");
  const Answers earlier = answers_of(replaced(test::small_answers_text(), "small@1.2", "small@0"));
  CHECK(impact("id: L1-1.1.1\n", "id: L1-1.1.7\n", earlier) == "other-bank");
}

}  // namespace
}  // namespace assess
