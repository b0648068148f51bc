// One of each kind of change: the small bank, in which one piece is replaced, against the small
// bank.
#include "support/samples.hpp"
#include <assess/authoring/bank_diff.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess {
namespace {

using namespace authoring;
using test::replaced;

// The small bank without its declared sum: a change of one weight is no fault of it.
const std::string& small_bank_text() {
  static const std::string text = replaced(test::small_bank_text(), ", weights_sum: 100", "");
  return text;
}

Bank bank_of(const std::string& text) {
  auto read = test::read_bank_text(text);
  REQUIRE_MESSAGE(!read.diagnostics.has_errors(), read.faults);
  return std::move(read.bank);
}

// `scoring reweighted area plan weight(piece) 3/10>1/2`, with `!` behind what costs answers.
std::string line_of(const Change& change) {
  std::string out;
  for (const std::string_view word :
       {class_name(change.type), kind_name(change.kind), subject_name(change.subject)}) {
    out.append(word).append(" ");
  }
  out += change.id + (change.id.empty() ? "" : " ") + change.part;
  if (!change.variant.empty()) out += "(" + change.variant + ")";
  if (change.language) out += "(" + std::string(language_tag(*change.language)) + ")";
  const std::string before = change.before_number ? change.before_number->exact() : change.before;
  const std::string after = change.after_number ? change.after_number->exact() : change.after;
  if (!before.empty() || !after.empty()) out += " " + before + ">" + after;
  return out + (change.costs_answers ? " !" : "");
}

std::string lines_of(const BankDiff& diff) {
  std::string out;
  for (const Change& change : diff.changes) out += line_of(change) + "\n";
  return out;
}

struct Case {
  std::string from;
  std::string to;
  std::string lines;  // each with its end
  Step due;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      // text
      {"en: Small bank", "en: Smaller bank",
       "text reworded bank title(en) Small bank>Smaller bank\n", Step::patch},
      {"title: {zh: 小题库", "instructions: {zh: 说, en: Say}\ntitle: {zh: 小题库",
       "text reworded bank instructions(zh) >说\ntext reworded bank instructions(en) >Say\n",
       Step::patch},
      {"{zh: 域, en: Domain}", "{zh: 大域, en: Domain}",
       "text reworded tier domain title(zh) 域>大域\n", Step::patch},
      {"{zh: 一级, en: One}", "{zh: 一级, en: First}",
       "text reworded level 1 title(en) One>First\n", Step::patch},
      {"{zh: 离散, en: Piece}", "{zh: 离散型, en: Piece}",
       "text reworded variant piece title(zh) 离散>离散型\n", Step::patch},
      {"{zh: 计划, en: Plan}", "{zh: 计划, en: Planning}",
       "text reworded area plan title(en) Plan>Planning\n", Step::patch},
      {"{zh: 良率, en: Yield}", "{zh: 合格率, en: Yield}",
       "text reworded indicator yield title(zh) 良率>合格率\n", Step::patch},
      {"en: Is there any}", "en: Is there one}",
       "text reworded question L1-1.1.1 text(en) Is there any>Is there one\n", Step::patch},
      {"en: Is it used}",
       "en: Is it used}\n    help: {zh: 看, en: Look}\n"
       "    advice: {zh: 用, en: Use}",
       "text reworded question L2-1.1.1 help(zh) >看\ntext reworded question L2-1.1.1 help(en) "
       ">Look\n"
       "text reworded question L2-1.1.1 advice(zh) >用\n"
       "text reworded question L2-1.1.1 advice(en) >Use\n",
       Step::patch},
      {"en: mostly", "en: often", "text reworded option L1-2.1.1 C(en) mostly>often\n",
       Step::patch},
      {"evidence: {from: B}", "evidence: {from: D}",
       "text changed question L1-1.1.1 evidence B>D\n", Step::patch},
      {"confidence: low", "confidence: high", "text changed provenance guess confidence low>high\n",
       Step::patch},
      {"zh: 猜测", "zh: 猜的", "text reworded provenance guess text(zh) 猜测>猜的\n", Step::patch},
      {"    provenance: {piece: guess}\n", "",
       "text changed area people provenance(piece) guess>\n", Step::patch},
      {"tailored}\nprov", "tailored, weights_sum: 100}\nprov",
       "text changed scoring weights_sum >100\n", Step::patch},
      {"scale: {A", "languages: [en, zh]\nscale: {A", "text changed bank languages zh, en>en, zh\n",
       Step::patch},
      // scoring
      {"threshold: 0.6", "threshold: 60%", "", Step::none},
      {"threshold: 0.6", "threshold: 0.7", "scoring changed level 2 threshold 3/5>7/10\n",
       Step::minor},
      {"not_applicable: tailored", "progression: open",
       "scoring changed scoring progression sequential>open\n", Step::minor},
      {"not_applicable: tailored", "empty_area: met",
       "scoring changed scoring empty_area exclude>met\n", Step::minor},
      {"not_applicable: tailored", "satisfied_counts: score",
       "scoring changed scoring satisfied_counts one>score\n", Step::minor},
      {"not_applicable: tailored", "not_applicable: any",
       "scoring changed scoring not_applicable tailored>any\n", Step::minor},
      {"not_applicable: tailored", "not_applicable: never",
       "scoring changed scoring not_applicable tailored>never !\n", Step::major},
      {"{piece: 30, flow: 30}}\n      - {id: ship, title: {zh: 发运, en: Ship}, tailorable: true, "
       "weights: {piece: 70",
       "{piece: 50, flow: 30}}\n      - {id: ship, title: {zh: 发运, en: Ship}, tailorable: true, "
       "weights: {piece: 50",
       "scoring reweighted area plan weight(piece) 3/10>1/2\n"
       "scoring reweighted area ship weight(piece) 7/10>1/2\n",
       Step::minor},
      {"score: 100%}}\n",
       "score: 100%}}\n  - {id: L1-2.1.2, area: plan, level: 1, text: {zh: 新, en: New}, options: "
       "{A: {zh: 甲, en: a}, D: {zh: 丁, en: d}}}\n",
       "structure added question L1-2.1.2 \n", Step::minor},
      {"B: 0.5, C: 0.8", "B: 0.4, C: 0.8", "scoring rescored option L1-1.1.1 B 1/2>2/5\n",
       Step::minor},
      {"gone, score: 100%", "gone, score: 1", "", Step::none},
      // structure
      {"id: small", "id: little", "structure changed bank id small>little !\n", Step::major},
      {"  - {id: part, title: {zh: 子域, en: Part}}\n", "", "structure removed tier part \n",
       Step::minor},
      {"{id: part,", "{id: leaf,", "structure changed tier leaf id part>leaf\n", Step::minor},
      {"variants:\n", "  - {level: 3, title: {zh: 三级, en: Three}, threshold: 0.8}\nvariants:\n",
       "structure added level 3 \n", Step::minor},
      {"  - {id: other, title: {zh: 其他, en: Other}, free: true}\n", "",
       "structure removed indicator other  !\n", Step::major},
      {"indicators:\n", "indicators:\n  - {id: more, title: {zh: 多, en: More}}\n",
       "structure added indicator more \n", Step::minor},
      {"unit: \"%\"", "unit: ppm", "structure changed indicator yield unit %>ppm\n", Step::minor},
      {", free: true", "", "structure changed indicator other free true>false\n", Step::minor},
      {"section: 2", "section: 3", "structure changed area work section 2>3\n", Step::minor},
      {" tailorable: true,", "", "structure changed area ship tailorable true>false !\n",
       Step::major},
      {"{id: plan,", "{id: plan, tailorable: true,",
       "structure changed area plan tailorable false>true\n", Step::minor},
      {"weights: {piece: 60}", "weights: {piece: 60, flow: 5}",
       "structure added area work weight(flow) !\n", Step::major},
      {"{piece: 40, flow: 100}\n    provenance", "{flow: 100}\n    provenance",
       "structure removed area people weight(piece) !\n", Step::major},
      {"id: L1-1.1.1\n", "id: L1-1.1.7\n    replaces: L1-1.1.1\n",
       "structure renamed question L1-1.1.7  L1-1.1.1>L1-1.1.7 !\n", Step::major},
      {"id: L1-1.1.1\n", "id: L1-1.1.7\n",
       "structure removed question L1-1.1.1  !\nstructure added question L1-1.1.7 \n", Step::major},
      {"area: skill\n    level: 2", "area: skill\n    level: 1",
       "structure moved question L2-1.1.1 level 2>1\n", Step::minor},
      {"area: skill\n    level: 2", "area: plan\n    level: 2",
       "structure moved question L2-1.1.1 area skill>plan\n", Step::minor},
      {"A: {zh: 没有, en: none}, ", "", "structure removed option L1-1.1.1 A !\n", Step::major},
      {"{zh: 没排, en: never}, ", "{zh: 没排, en: never}, B: {zh: 少, en: seldom}, ",
       "structure added option L1-2.1.1 B\n", Step::minor},
  };
  return all;
}

TEST_CASE("each kind of change of a bank is told, classed, and asks for its version step") {
  const Bank before = bank_of(small_bank_text());
  for (const Case& c : cases()) {
    CAPTURE(c.from);
    CAPTURE(c.to);
    const Bank after = bank_of(replaced(small_bank_text(), c.from, c.to));
    const BankDiff diff = compare_banks(before, after);
    CHECK(lines_of(diff) == c.lines);
    CHECK(step_name(diff.due) == step_name(c.due));
  }
}

TEST_CASE("weights are the same when their shares are") {
  std::string halves = small_bank_text();
  const std::string third =
      "- {id: seal, title: {zh: 封, en: Seal}, weights: {piece: 50, flow: 7}}\n";
  halves = replaced(halves, "weights: {piece: 30, flow: 30}}", "weights: {piece: 50, flow: 30%}}");
  halves =
      replaced(halves, "weights: {piece: 70, flow: 70}}\n", "weights: {piece: 50, flow: 70%}}\n");
  const std::string ones =
      replaced(replaced(halves, "{piece: 50, flow: 30%}", "{piece: 1, flow: 3}"),
               "{piece: 50, flow: 70%}", "{piece: 1, flow: 7}");
  const Bank before = bank_of(halves);
  CHECK(lines_of(compare_banks(before, bank_of(ones))) == "");
  // A sibling that comes is told by itself; among the others nothing changed.
  const std::string more = replaced(ones, "indicators:\n", "      " + third + "indicators:\n");
  CHECK(lines_of(compare_banks(before, bank_of(more))) == "structure added area seal \n");
}

TEST_CASE("question weights count among the questions of one area and level") {
  const std::string second =
      "score: 100%}}\n  - {id: L1-2.1.2, area: plan, level: 1, weight: 2, text: {zh: 新, en: New}, "
      "options: {A: {zh: 甲, en: a}, D: {zh: 丁, en: d}}}\n";
  const std::string two = replaced(small_bank_text(), "score: 100%}}\n", second);
  const std::string even = replaced(two, "    weight: 2\n", "    weight: 2.0\n");
  const std::string uneven = replaced(two, "    weight: 2\n", "    weight: 6\n");
  const Bank before = bank_of(two);
  CHECK(lines_of(compare_banks(before, bank_of(even))) == "");
  CHECK(lines_of(compare_banks(before, bank_of(uneven))) ==
        "scoring reweighted question L1-2.1.1 weight 1/2>3/4\n"
        "scoring reweighted question L1-2.1.2 weight 1/2>1/4\n");
  // Alone in its place a question has all of the weight, whatever it is.
  const std::string alone = replaced(small_bank_text(), "    weight: 2\n", "");
  CHECK(lines_of(compare_banks(bank_of(small_bank_text()), bank_of(alone))) == "");
}

TEST_CASE("what the scale changes in every question is told once") {
  const std::string other = replaced(
      replaced(small_bank_text(), "{A: {zh: 没排", "{B: {zh: 少, en: seldom}, A: {zh: 没排"),
      "B: {zh: 少, en: seldom}, A: {zh: 没排, en: never}",
      "A: {zh: 没排, en: never}, B: {zh: 少, en: seldom}");
  const Bank before = bank_of(other);
  const Bank after = bank_of(replaced(other, "B: 0.5, C: 0.8", "B: 0.4, C: 0.8"));
  CHECK(lines_of(compare_banks(before, after)) == "scoring rescored scoring scale.B 1/2>2/5\n");
}

TEST_CASE("an area that goes or moves, and a variant") {
  const std::string text = small_bank_text();
  const Bank before = bank_of(text);
  const std::string moved =
      replaced(replaced(text,
                        "      - {id: plan, title: {zh: 计划, en: Plan}, weights: {piece: 30, "
                        "flow: 30}}\n",
                        ""),
               "  - id: work\n",
               "      - {id: plan, title: {zh: 计划, en: Plan}, weights: {piece: 0, flow: 0}}\n"
               "  - id: work\n");
  CHECK(lines_of(compare_banks(before, bank_of(moved))) ==
        "structure moved area plan parent work>people\n");
  const std::string gone =
      test::replaced(text, "  - {id: flow, title: {zh: 流程, en: Flow}}\n", "");
  std::string without = gone;
  for (const std::string piece : {", flow: 100", ", flow: 30", ", flow: 70"}) {
    for (auto at = without.find(piece); at != std::string::npos; at = without.find(piece)) {
      without.erase(at, piece.size());
    }
  }
  CHECK(lines_of(compare_banks(before, bank_of(without))) == "structure removed variant flow  !\n");
  CHECK(lines_of(compare_banks(bank_of(without), before)) == "structure added variant flow \n");
}

TEST_CASE("a version must be higher when scoring or structure changed") {
  const Bank before = bank_of(small_bank_text());
  const auto compared = [&](const std::string& version, const std::string& from,
                            const std::string& to) {
    return compare_banks(
        before,
        bank_of(replaced(replaced(small_bank_text(), "version: 1.2.0", "version: " + version), from,
                         to)));
  };
  CHECK(compared("1.2.0", "threshold: 0.6", "threshold: 0.7").is_version_missing());
  CHECK(compared("1.1.9", "threshold: 0.6", "threshold: 0.7").is_version_missing());
  CHECK_FALSE(compared("1.2.1", "threshold: 0.6", "threshold: 0.7").is_version_missing());
  CHECK_FALSE(compared("1.2.0", "en: mostly", "en: often").is_version_missing());
  CHECK(compared("1.2.1", "threshold: 0.6", "threshold: 0.7").taken == Step::patch);
  CHECK(compared("1.10", "threshold: 0.6", "threshold: 0.7").taken == Step::minor);
  CHECK(compared("2", "threshold: 0.6", "threshold: 0.7").taken == Step::major);
}

TEST_CASE("a question cannot take the place of another one that the old bank had beside it") {
  const std::string text = replaced(small_bank_text(), "id: L1-2.2.1\n", "id: L1-2.1.2\n");
  const Bank before = bank_of(small_bank_text());
  CHECK(compare_banks(before, bank_of(text)).kept_and_replacing.empty());
  const Bank both = bank_of(small_bank_text() +
                            "  - {id: L1-2.2.2, area: ship, level: 1, text: {zh: 新, en: New}, "
                            "options: {A: {zh: 甲, en: a}, D: {zh: 丁, en: d}}}\n");
  const Bank after = bank_of(
      replaced(small_bank_text(), "id: L1-2.2.1\n", "id: L1-2.2.1\n    replaces: L1-2.2.2\n"));
  const auto diff = compare_banks(both, after);
  REQUIRE(diff.kept_and_replacing.size() == 1);
  CHECK(diff.kept_and_replacing.front()->id.value == "L1-2.2.1");
  CHECK(lines_of(diff) == "structure removed question L1-2.2.2  !\n");
}

TEST_CASE("versions are compared part by part, as numbers") {
  CHECK(compare_versions("1.2", "1.2.0") == 0);
  CHECK(compare_versions("1.10.0", "1.9.9") > 0);
  CHECK(compare_versions("2", "10") < 0);
  CHECK(compare_versions("1.0.0", "1.0.01") < 0);
  CHECK(compare_versions("99999999999999999999999", "100000000000000000000000") < 0);
  CHECK(compare_versions("1.0-rc", "1.0") > 0);  // no order is promised for words
  CHECK(next_version("1.2.9", Step::patch) == "1.2.10");
  CHECK(next_version("1.9", Step::minor) == "1.10.0");
  CHECK(next_version("99.1.2", Step::major) == "100.0.0");
  CHECK(next_version("1.2.3", Step::none) == "1.2.3");
  CHECK(next_version("2026-a", Step::major) == "");
}

TEST_CASE("the shipped bank does not differ from itself") {
  const Bank& bank = test::shipped_bank().bank;
  const auto diff = compare_banks(bank, bank);
  CHECK(diff.changes.empty());
  CHECK(diff.due == Step::none);
}

}  // namespace
}  // namespace assess
