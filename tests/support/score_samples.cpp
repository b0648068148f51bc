#include "score_samples.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <utility>

namespace assess::test {
namespace {

std::vector<Option> options_of(const BankPlan& plan) {
  std::vector<Option> out;
  for (const auto& [key, score] : plan.scale) {
    Option option;
    option.key.value = key;
    option.text = {key, key};
    option.score = score;
    out.push_back(std::move(option));
  }
  return out;
}

Level level_of(std::size_t index, const Fraction& threshold) {
  Level out;
  out.number.value = static_cast<int>(index) + 1;
  out.threshold.value = threshold;
  const std::string number = std::to_string(index + 1);
  out.title = {"等级" + number, "Level " + number};
  return out;
}

}  // namespace

Bank planned_bank(const BankPlan& plan) {
  Bank bank;
  bank.id.value = "planned";
  bank.version = "1.0.0";
  bank.title = {"题库", "Bank"};
  bank.languages = {Language::zh, Language::en};
  bank.scoring = plan.scoring;
  for (std::size_t i = 0; i < plan.thresholds.size(); ++i) {
    bank.levels.push_back(level_of(i, plan.thresholds[i]));
  }
  for (const PlannedArea& planned : plan.areas) {
    const AreaId id{static_cast<std::uint32_t>(bank.areas.size())};
    Area area;
    area.id.value = planned.id;
    area.title = {planned.id, planned.id};
    area.is_tailorable = true;
    area.weights.resize(1);
    if (planned.weight) area.weights[0] = Weight{{*planned.weight, {}}, {}};
    if (planned.section > 0) area.section = Located<int>{planned.section, {}};
    if (!planned.parent.empty()) {
      area.parent = bank.find_area(planned.parent);
      REQUIRE_MESSAGE(area.parent.has_value(), planned.parent);
      Area& above = bank.areas[area.parent->index];
      area.depth = above.depth + 1;
      above.children.push_back(id);
    }
    bank.areas.push_back(std::move(area));
  }
  for (const PlannedQuestion& planned : plan.questions) {
    const auto area = bank.find_area(planned.area);
    REQUIRE_MESSAGE(area.has_value(), planned.area);
    Question question;
    question.id.value = planned.id;
    question.area = *area;
    question.level = planned.level;
    question.weight = planned.weight;
    question.text = {planned.id, planned.id};
    question.options = options_of(plan);
    bank.questions.push_back(std::move(question));
  }
  return bank;
}

const Bank& five_level_bank() {
  static const Bank bank = [] {
    const BankRead& shipped = shipped_bank();
    REQUIRE_MESSAGE(!shipped.diagnostics.has_errors(), shipped.faults);
    Bank out = shipped.bank;
    REQUIRE(out.levels.size() == 5);
    out.questions.clear();
    for (const Level& level : out.levels) {
      for (std::uint32_t i = 0; i < out.areas.size(); ++i) {
        if (!out.areas[i].is_leaf()) continue;
        for (int number = 1; number <= 2; ++number) {
          Question question;
          question.id.value = "L" + std::to_string(level.number.value) + "-" +
                              out.area_number(AreaId{i}) + "." + std::to_string(number);
          question.area = AreaId{i};
          question.level = level.number.value;
          question.options = options_of({});
          out.questions.push_back(std::move(question));
        }
      }
    }
    return out;
  }();
  return bank;
}

Answers chosen(const Bank& bank, const Choice& choice, std::vector<std::string> tailored,
               const std::string& variant) {
  Answers out;
  out.bank.value = bank.id.value;
  out.enterprise.name = "某厂";
  out.variant.value = variant;
  for (std::string& area : tailored) out.tailored.push_back({std::move(area), {}});
  for (const Question& question : bank.questions) {
    const std::string key = choice(question);
    if (key.empty()) continue;
    Answer answer;
    answer.question = question.id;
    answer.option = Located<std::string>{key, {}};
    out.answers.push_back(std::move(answer));
  }
  return out;
}

const LevelScore& Scored::level(int number) const {
  return card.levels.at(static_cast<std::size_t>(number - 1));
}

std::string Scored::level_score(int number) const {
  return exact_or_null(level(number).score);
}

std::string Scored::area_score(int number, std::string_view area) const {
  return exact_or_null(level(number).areas.at(place(area)).score);
}

std::string Scored::area_level(std::string_view area) const {
  const auto& found = card.areas.at(place(area)).level;
  return found ? std::to_string(*found) : "null";
}

std::string Scored::area_total(std::string_view area) const {
  return exact_or_null(card.areas.at(place(area)).total);
}

std::string Scored::weight(std::string_view area) const {
  return sheet.areas.at(place(area)).weight.exact();
}

std::size_t Scored::place(std::string_view area) const {
  const auto id = sheet.bank->find_area(area);
  const auto found = id ? sheet.find(*id) : std::nullopt;
  REQUIRE_MESSAGE(found.has_value(), area);
  return *found;
}

Scored scored(const Bank& bank, const Answers& answers) {
  Scored out;
  out.sheet = tailor(bank, answers);
  out.card = score(out.sheet, respond(bank, answers));
  return out;
}

std::string exact_or_null(const std::optional<Fraction>& value) {
  return value ? value->exact() : "null";
}

}  // namespace assess::test
