// Whether a bank measures what it is meant to: one bad case at least for each rule, and on many
// random banks that what is told is what scoring every tailoring shows.
#include "support/samples.hpp"
#include "support/score_samples.hpp"
#include <assess/authoring/check_meaning.hpp>
#include <assess/authoring/scope.hpp>
#include <assess/bank/check.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace assess {
namespace {

using authoring::Tailoring;
using test::read_bank_closely;
using test::replaced;
using test::small_bank_text;

struct Question {
  std::string id;
  std::string area;
  int level;
};

// Levels against 0.8; the tree and its variants as given.
std::string bank_text(int levels, const std::string& head, const std::string& areas,
                      const std::vector<Question>& questions,
                      const std::string& scale = "{A: 0, B: 0.5, D: 1}") {
  std::string out =
      "schema: assess/bank/1\nid: made\nversion: 1.0.0\nlanguages: [en]\n"
      "title: {en: Made}\nlevels:\n";
  for (int level = 1; level <= levels; ++level) {
    out += "  - {level: " + std::to_string(level) + ", title: {en: L}, threshold: 0.8}\n";
  }
  out += head + "scale: " + scale + "\nareas:\n" + areas + "questions:\n";
  for (const Question& question : questions) {
    out += "  - {id: " + question.id + ", area: " + question.area +
           ", level: " + std::to_string(question.level) +
           ", text: {en: T}, options: {A: {en: a}, D: {en: d}}}\n";
  }
  return out;
}

const std::string variants = "variants: [{id: x, title: {en: X}}, {id: y, title: {en: Y}}]\n";

// The rule and the message of each finding, without the hints.
std::vector<std::string> told(const std::string& text) {
  const auto read = read_bank_closely(text);
  REQUIRE_MESSAGE(!read.diagnostics.has_errors(), read.faults);
  std::vector<std::string> out;
  for (const Diagnostic& fault : read.diagnostics.all()) {
    if (fault.rule == "bank/empty-level" || fault.rule == "bank/empty-area") continue;
    out.push_back(std::string(fault.rule.substr(5)) + ": " + fault.message.en);
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST_CASE("the small bank and the shipped bank mean what they say") {
  CHECK(read_bank_closely(small_bank_text()).faults == "");
  Diagnostics diagnostics;
  check_meaning(test::shipped_bank().bank, diagnostics);
  CHECK(diagnostics.all().empty());
}

TEST_CASE("nothing is said of the meaning of a bank with errors") {
  const std::string text =
      bank_text(1, "", "  - {id: a, title: {en: A}, weight: 0}\n", {{"q", "a", 1}});
  CHECK(read_bank_closely(text).faults == "10:10 bank/zero-weights");
}

TEST_CASE("an empty level shuts off those above it, and at the end none") {
  const std::string areas = "  - {id: a, title: {en: A}}\n";
  CHECK(told(bank_text(3, "", areas, {{"q", "a", 1}, {"r", "a", 3}})) ==
        Lines{"unreachable-level: level 3 can never be attained: level 2 before it asks nothing"});
  CHECK(told(bank_text(5, "", areas, {{"q", "a", 3}, {"r", "a", 5}})) ==
        Lines{"unreachable-level: level 3 can never be attained: level 1 before it asks nothing"});
  CHECK(told(bank_text(3, "", areas, {{"q", "a", 1}})).empty());
  const std::string text = bank_text(3, "", areas, {{"q", "a", 1}, {"r", "a", 3}});
  CHECK(read_bank_closely(text).faults == "8:13 bank/empty-level, 9:13 bank/unreachable-level");
}

TEST_CASE("a variant that lacks a level is told, with all that it lacks") {
  const std::string areas =
      "  - {id: a, title: {en: A}, weights: {x: 1, y: 1}}\n"
      "  - {id: b, title: {en: B}, weights: {x: 1}}\n";
  CHECK(told(bank_text(3, variants, areas, {{"q", "a", 1}, {"r", "b", 2}, {"s", "b", 3}})) ==
        Lines{"variant-without-level: under the variant `y` nothing is asked at level 2, 3"});
  CHECK(told(bank_text(2, variants, areas, {{"q", "a", 1}, {"r", "b", 2}, {"s", "a", 2}})).empty());
}

TEST_CASE("a level that no answer can bring about is told") {
  const std::string areas =
      "  - {id: a, title: {en: A}, weight: 1}\n"
      "  - {id: b, title: {en: B}, weight: 0}\n";
  const std::vector<Question> questions{{"q", "a", 1}, {"r", "b", 2}};
  CHECK(
      told(bank_text(2, "", areas, questions)) ==
      Lines{"constant-level: level 2 is never satisfied, whatever is answered",
            "weightless-area: the area `b` weighs 0: its questions must be answered and change no "
            "score, 1 in all"});
  CHECK(told(bank_text(2, "scoring: {empty_area: met}\n", areas, questions)).front() ==
        "constant-level: level 2 is always satisfied, whatever is answered");
}

TEST_CASE("a level that the lowest answers reach is told, also once something is tailored out") {
  const std::string one = "  - {id: a, title: {en: A}}\n";
  CHECK(told(bank_text(2, "", one, {{"q", "a", 1}, {"r", "a", 2}}, "{A: 0.8, D: 1}")) ==
        Lines{"constant-level: level 1 is always satisfied, whatever is answered",
              "constant-level: level 2 is always satisfied, whatever is answered",
              "lowest-score: option `A`, the lowest of the question `q`, scores 0.8 and not 0; "
              "questions like it: 2"});
  CHECK(told(bank_text(1, "", one, {{"q", "a", 1}}, "{A: 0.79, D: 1}")).size() == 1);
  const std::string met = "scoring: {empty_area: met}\n";
  const std::string areas =
      "  - {id: a, title: {en: A}, weight: 10}\n"
      "  - {id: b, title: {en: B}, weight: 50}\n"
      "  - {id: c, title: {en: C}, weight: 40, tailorable: true}\n";
  CHECK(told(bank_text(2, met, areas,
                       {{"q", "a", 1}, {"r", "c", 1}, {"s", "b", 2}, {"t", "a", 2}})) ==
        Lines{"constant-level: level 1 is always satisfied, whatever is answered once `c` is "
              "tailored out"});
}

TEST_CASE("a tailoring that leaves a level or the whole bank nothing to ask is told") {
  const std::string areas =
      "  - {id: a, title: {en: A}}\n"
      "  - {id: b, title: {en: B}, tailorable: true, areas: [{id: b1, title: "
      "{en: B1}}, {id: b2, title: {en: B2}}]}\n"
      "  - {id: c, title: {en: C}, tailorable: true}\n";
  CHECK(told(bank_text(2, "", areas, {{"q", "a", 1}, {"r", "b1", 2}, {"s", "c", 2}})) ==
        Lines{"tailoring-empties-level: with `b`, `c` tailored out nothing is left to ask at level "
              "2"});
  CHECK(told(bank_text(2, "", areas, {{"q", "a", 1}, {"r", "b1", 2}, {"s", "a", 2}})).empty());
  CHECK(told(bank_text(2, "", areas, {{"q", "b2", 1}, {"s", "c", 2}})) ==
        Lines{"tailoring-empties-bank: with `b`, `c` tailored out nothing is left to ask"});
}

TEST_CASE("what tailoring leaves is looked at by variant") {
  const std::string areas =
      "  - {id: a, title: {en: A}, weights: {x: 1, y: 1}}\n"
      "  - {id: b, title: {en: B}, weights: {x: 1}}\n"
      "  - {id: c, title: {en: C}, tailorable: true, weights: {x: 1, y: 1}}\n";
  const std::vector<Question> questions{{"q", "a", 1}, {"r", "b", 2}, {"s", "c", 2}};
  CHECK(told(bank_text(2, variants, areas, questions)) ==
        Lines{"tailoring-empties-level: with `c` tailored out nothing is left to ask at level 2 "
              "under the variant `y`"});
}

TEST_CASE("an area that changes nothing is told once, at the topmost") {
  const std::string areas =
      "  - {id: a, title: {en: A}, weights: {x: 1, y: 1}}\n"
      "  - {id: b, title: {en: B}, weights: {x: 0}, areas: [{id: b1, title: {en: "
      "B1}, weights: {x: 1}}, {id: b2, title: {en: B2}, weights: {x: 1}}]}\n"
      "  - {id: c, title: {en: C}, areas: [{id: c1, title: {en: C1}, weights: {x: "
      "1}}]}\n"
      "  - {id: d, title: {en: D}, weights: {x: 0, y: 3}}\n";
  CHECK(
      told(bank_text(
          1, variants, areas,
          {{"q", "a", 1}, {"r", "b1", 1}, {"s", "b2", 1}, {"t", "c1", 1}, {"u", "d", 1}})) ==
      Lines{
          "weightless-area: the area `b` weighs 0: its questions must be answered and change no "
          "score, 2 in all",
          "area-without-variant: no variant has the area `c`; its questions are never asked, 1 in "
          "all"});
}

TEST_CASE("ids that differ only in capital letters are told with both places") {
  const std::string areas = "  - {id: a, title: {en: A}}\n  - {id: A, title: {en: B}}\n";
  const auto read = read_bank_closely(bank_text(1, "", areas, {{"q", "a", 1}, {"Q", "A", 1}}));
  CHECK(read.faults == "11:10 bank/similar-id, 14:10 bank/similar-id");
  REQUIRE(read.diagnostics.all().size() == 2);
  for (const Diagnostic& fault : read.diagnostics.all()) CHECK(fault.labels.size() == 1);
  CHECK(read_bank_closely(replaced(small_bank_text(), "id: part,", "id: Domain,")).faults ==
        "7:10 bank/similar-id");
  CHECK(read_bank_closely(replaced(small_bank_text(), "id: other,", "id: YIELD,")).faults ==
        "35:10 bank/similar-id");
  CHECK(read_bank_closely(replaced(small_bank_text(), "{no: {zh: 没发, en: kept, score: 0}, yes:",
                                   "{Yes: {zh: 没发, en: kept, score: 0}, yes:"))
            .faults == "58:50 bank/similar-id");
}

// The same numbers on every machine.
class Dice {
 public:
  std::size_t below(std::size_t bound) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33) % bound;
  }

 private:
  std::uint64_t state_ = 39117;
};

std::optional<Weight> random_weight(Dice& dice) {
  const std::size_t side = dice.below(6);
  if (side == 0) return std::nullopt;
  return Weight{{Fraction(side == 1 ? 0 : static_cast<std::int64_t>(side)), {}}, {}};
}

// Two variants, weights that are often 0 or absent, marks anywhere, few questions.
Bank random_bank(Dice& dice) {
  test::BankPlan plan{
      .areas = {{"a", ""}, {"b", "a"}, {"c", "a"}, {"d", ""}, {"e", "d"}, {"f", ""}}};
  plan.thresholds = {Fraction(1, 2), Fraction(3, 5), Fraction(4, 5)};
  for (int level = 1; level <= 3; ++level) {
    for (const char* area : {"b", "c", "e", "f"}) {
      if (dice.below(2) == 0) continue;
      plan.questions.push_back({"q" + std::to_string(plan.questions.size()), area, level});
    }
  }
  plan.scoring.progression = Progression::open;  // so that a score of every level can be looked at
  plan.scoring.empty_area = dice.below(3) == 0 ? EmptyArea::met : EmptyArea::exclude;
  Bank bank = test::planned_bank(plan);
  for (const char* id : {"x", "y"}) bank.variants.push_back({{id, {}}, {}, {}});
  for (Area& area : bank.areas) {
    area.weights = {random_weight(dice), random_weight(dice)};
    area.is_tailorable =
        dice.below(2) == 0 || (area.parent && bank.area(*area.parent).is_tailorable);
  }
  if (dice.below(3) == 0) {
    for (assess::Question& question : bank.questions) {
      if (dice.below(4) > 0) question.options.front().score = Fraction(9, 20);
      if (dice.below(4) > 0) question.options.erase(question.options.begin());  // B, 1/2
    }
  }
  return bank;
}

// What scoring shows, over all tailorings of a variant.
struct Shown {
  authoring::LevelSet asked = 0;   // with nothing tailored out
  authoring::LevelSet scored = 0;  // full marks give a score, with nothing tailored out
  authoring::LevelSet kept = 0;    // under every tailoring
  authoring::LevelSet given = 0;   // the lowest answers satisfy it, with nothing tailored out
  bool ever_given = false;         // or under some tailoring
};

Shown show(const Bank& bank, std::size_t set) {
  Shown out;
  out.kept = ~authoring::LevelSet{0};
  std::vector<std::string> marks;
  for (const Area& area : bank.areas) {
    if (area.is_tailorable) marks.push_back(area.id.value);
  }
  for (std::size_t choice = 0; choice < (std::size_t{1} << marks.size()); ++choice) {
    std::vector<std::string> tailored;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if ((choice >> i & 1) != 0) tailored.push_back(marks[i]);
    }
    const auto card = [&](bool is_full) {
      const auto answers = test::chosen(
          bank,
          [&](const assess::Question& question) {
            return is_full ? question.options.back().key.value : question.options.front().key.value;
          },
          tailored, bank.variants[set].id.value);
      return test::scored(bank, answers).card;
    };
    const Scorecard best = card(true);
    const Scorecard worst = card(false);
    for (std::size_t level = 0; level < best.levels.size(); ++level) {
      const auto bit = authoring::level_bit(level);
      CHECK(best.levels[level].score.has_value() == best.levels[level].is_satisfied);
      if (!best.levels[level].score) out.kept &= ~bit;
      out.ever_given = out.ever_given || worst.levels[level].is_satisfied;
      if (choice > 0) continue;
      if (best.levels[level].tally.questions > 0) out.asked |= bit;
      if (best.levels[level].score) out.scored |= bit;
      if (worst.levels[level].is_satisfied) out.given |= bit;
    }
  }
  return out;
}

bool has(const Diagnostics& diagnostics, std::string_view rule) {
  return std::any_of(diagnostics.all().begin(), diagnostics.all().end(),
                     [&](const Diagnostic& fault) { return fault.rule == rule; });
}

TEST_CASE("what is told of levels is what scoring every variant and every tailoring shows") {
  Dice dice;
  int banks = 0;
  int emptied = 0;
  int given = 0;
  for (int round = 0; round < 1500; ++round) {
    CAPTURE(round);
    const Bank bank = random_bank(dice);
    Diagnostics faults;
    check_bank(bank, faults);
    if (faults.has_errors()) continue;
    ++banks;
    Diagnostics diagnostics;
    check_meaning(bank, diagnostics);
    const auto asked = authoring::asked_below_areas(bank);
    bool may_lose_a_level = false;
    bool never = false;
    bool always = false;
    bool ever = false;
    for (std::size_t set = 0; set < 2; ++set) {
      const Shown shown = show(bank, set);
      const auto whole = authoring::scope_of(bank, asked, set, Tailoring::none);
      const auto least = authoring::scope_of(bank, asked, set, Tailoring::everything);
      CHECK(whole.asked == shown.asked);
      const auto scored = authoring::scored_levels(bank, whole);
      CHECK(scored == shown.scored);
      CHECK((authoring::scored_levels(bank, least) & scored) == (shown.kept & scored));
      may_lose_a_level = may_lose_a_level || (whole.counted & ~shown.kept) != 0;
      never = never || (shown.asked & ~shown.scored) != 0;
      always = always || shown.given != 0;
      ever = ever || shown.ever_given;
    }
    const bool told_of_tailoring = has(diagnostics, "bank/tailoring-empties-level") ||
                                   has(diagnostics, "bank/tailoring-empties-bank");
    CHECK(told_of_tailoring == may_lose_a_level);
    const bool told_of_constant = has(diagnostics, "bank/constant-level");
    if (never || always) CHECK(told_of_constant);
    if (told_of_constant) CHECK((never || ever));
    emptied += may_lose_a_level ? 1 : 0;
    given += always ? 1 : 0;
  }
  CHECK(banks > 200);
  CHECK(emptied > 50);
  CHECK(emptied < banks - 50);
  CHECK(given > 10);
}

}  // namespace
}  // namespace assess
