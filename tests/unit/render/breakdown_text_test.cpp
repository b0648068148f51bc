#include "support/generated.hpp"
#include "support/score_samples.hpp"
#include <assess/base/utf8.hpp>
#include <assess/render/breakdown.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace assess::test {
namespace {

// Rows are compared without their alignment.
std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  return out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

BankPlan plan() {
  BankPlan out{.areas = {{"top", ""}, {"a", "top", Fraction(3)}, {"b", "top"}, {"c", "top"}},
               .questions = {{"q1", "a"}, {"q2", "a"}, {"q3", "b"}, {"q4", "a", 2}},
               .thresholds = {Fraction(1, 4), Fraction(4, 5)}};
  out.scoring.not_applicable = NotApplicable::any;
  return out;
}

class Page {
 public:
  explicit Page(
      const BankPlan& plan, Choice choice = [](const Question&) { return "B"; })
      : Page(planned_bank(plan), std::move(choice)) {}
  explicit Page(
      Bank bank, Choice choice = [](const Question&) { return "B"; })
      : bank_(std::make_shared<const Bank>(std::move(bank))),
        diagnosis_(diagnosed(bank_, chosen(*bank_, choice))) {}

  std::string text(std::string_view area, std::size_t level, render::Context context) const {
    const auto breakdown = report::find_breakdown(diagnosis_, bank_->find_area(area), level);
    return render::breakdown_text(diagnosis_, breakdown, "a.yaml", context);
  }
  std::string text(std::string_view area, std::size_t level = 0,
                   Language language = Language::en) const {
    return text(area, level, render::Context{.language = language});
  }

 private:
  std::shared_ptr<const Bank> bank_;
  Diagnosis diagnosis_;
};

TEST_CASE("an area that is not asked anything says so, and its weight is seen to go elsewhere") {
  const Page page(plan());
  CHECK(has(page.text("c"), "The level asks nothing of it, so it has no score"));
  CHECK(has(page.text("c", 0, Language::zh), "本级没有它的题目，没有得分"));
  CHECK(has(page.text("top"), "Not counted in top: c (no questions, weight in the bank 1)"));
  CHECK(has(page.text("top", 0, Language::zh), "top中不计：c（没有题目，题库权重 1）"));
  CHECK(has(squeezed(page.text("a")), "a 75.00% 0.50 75.00% 0.3750 0.3750\n"));
}

TEST_CASE("an area that counts as met has no questions and full marks") {
  BankPlan met = plan();
  met.scoring.empty_area = EmptyArea::met;
  const Page page(met);
  CHECK(has(page.text("c"), "Nothing of it is scored at this level"));
  CHECK(has(squeezed(page.text("top")), "c 20.00% 1.00 20.00% 0.2000 – nothing scored, counts as"));
  CHECK(has(page.text("c", 0, Language::zh), "按题库规则（empty_area: met）计为满分"));
}

TEST_CASE("questions that are n/a are listed, and without others there is no score") {
  const Page page(plan(), [](const Question& question) {
    return std::string(question.id.value == "q2" ? "D" : "n/a");
  });
  CHECK(has(squeezed(page.text("a")), "q2 D (1) 100.00% 100.00% 1.0000 –\n"));
  CHECK(has(squeezed(page.text("a")), "q1 n/a – – – –\n"));
  CHECK(has(page.text("b"), "All of its questions are n/a"));
  CHECK(has(squeezed(page.text("b", 0, Language::zh)), "q3 不涉及 – – – –\n"));
}

TEST_CASE("a level in which everything is n/a has no score") {
  const Page page(plan(), [](const Question&) { return "n/a"; });
  CHECK(has(page.text(""), "All questions of the level are n/a, so it has no score."));
  CHECK(has(page.text("", 0, Language::zh), "本级的题目全部不涉及，没有得分。"));
  CHECK(has(page.text("a", 1), "not open"));
}

TEST_CASE("what weighs nothing has no score") {
  BankPlan weightless = plan();
  weightless.areas = {{"top", ""}, {"a", "top", Fraction(0)}, {"b", "top"}, {"c", ""}};
  weightless.questions = {{"q1", "a"}, {"q2", "c"}};
  const Page page(weightless);
  CHECK(has(page.text("top"), "All that is scored below it weighs 0, so it has no score."));
  CHECK(has(page.text("c"), "Not counted in level 1 Level 1: top (weighs nothing below"));
  CHECK(has(squeezed(page.text("a")), "a 0.00% 0.50 0.00% – –\n"));
}

TEST_CASE("texts of a bank are never escapes") {
  Bank bank = planned_bank(plan());
  bank.areas[1].id.value = "a\x1b[31m";
  bank.areas[1].title = {"\x1b]0;x\x07", "\x1b[2J"};
  bank.questions[0].id.value = "q\x1b";
  bank.questions[0].text = {"\u202e题\x1b[31m", "\u202eq\x1b[31m"};
  bank.questions[0].options[1].key.value = "\x1b";
  const Page page(bank, [](const Question&) { return "\x1b"; });
  for (const Language language : {Language::zh, Language::en}) {
    for (const char* area : {"", "top", "a\x1b[31m"}) {
      const std::string text = page.text(area, 0, language);
      CHECK_FALSE(has(text, "\x1b"));
      CHECK_FALSE(has(text, "\x07"));
      CHECK_FALSE(has(text, "\u202e"));
    }
  }
}

TEST_CASE("question texts are wrapped to the width of the terminal") {
  Bank bank = planned_bank(plan());
  std::string words;
  for (int i = 0; i < 30; ++i) words += "设备的点检记录是否完整 ";
  bank.questions[0].text = {words, words};
  const Page page(bank);
  const std::string text =
      page.text("a", 0, render::Context{.language = Language::zh, .width = 70});
  int lines = 0;
  for (std::size_t at = 0; at < text.size(); ++lines) {
    const std::size_t end = text.find('\n', at);
    CHECK(display_width(text.substr(at, end - at)) <= 70);
    at = end + 1;
  }
  CHECK(lines > 20);
}

TEST_CASE("colour is only there when it is asked for") {
  const Page page(plan());
  CHECK_FALSE(has(page.text("a"), "\x1b"));
  CHECK(has(page.text("a", 0, render::Context{.colour = true}), "\x1b["));
}

}  // namespace
}  // namespace assess::test
