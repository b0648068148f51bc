#include <assess/diagnosis/flow.hpp>

#include <algorithm>

namespace assess {
namespace {

bool means_nothing(std::string_view formula) {
  return formula == "0" || IndicatorValue::is_nothing(formula);
}

std::optional<IndicatorGap> find_gap(const IndicatorValue& value) {
  if (value.value.empty()) return IndicatorGap::empty_value;
  if (value.formula.empty()) return IndicatorGap::empty_formula;
  if (IndicatorValue::is_nothing(value.value) && !means_nothing(value.formula)) {
    return IndicatorGap::formula_for_nothing;
  }
  return std::nullopt;
}

std::vector<MissingIndicator> find_missing_indicators(const Bank& bank, const Answers& answers) {
  std::vector<MissingIndicator> missing;
  for (const Indicator& indicator : bank.indicators) {
    const auto given = std::find_if(
        answers.indicators.begin(), answers.indicators.end(),
        [&](const IndicatorValue& value) { return value.id.value == indicator.id.value; });
    if (given == answers.indicators.end()) {
      missing.push_back({indicator.id.value, IndicatorGap::absent});
    } else if (const auto gap = find_gap(*given)) {
      missing.push_back({indicator.id.value, *gap});
    }
  }
  return missing;
}

std::vector<QuestionId> find_missing(const Sheet& sheet, const std::vector<Response>& responses,
                                     int level) {
  std::vector<QuestionId> missing;
  for (const SheetQuestion& entry : sheet.questions) {
    const bool is_open = responses[entry.question.index].state == Response::State::unanswered;
    if (is_open && sheet.bank->question(entry.question).level == level) {
      missing.push_back(entry.question);
    }
  }
  return missing;
}

}  // namespace

std::string_view next_step_name(NextStep step) {
  switch (step) {
    case NextStep::answer:
      return "answer";
    case NextStep::submit:
      return "submit";
    case NextStep::indicators:
      return "indicators";
    case NextStep::finish:
      return "finish";
    case NextStep::none:
      return "none";
  }
  return {};
}

Flow find_flow(const Sheet& sheet, const Answers& answers, const std::vector<Response>& responses,
               const Scorecard& card) {
  Flow flow;
  flow.submitted = std::min(answers.seals.size(), card.levels.size());
  flow.last_reached = flow.submitted > 0 && card.levels[flow.submitted - 1].is_satisfied;
  if (answers.finish) {
    flow.next = NextStep::none;
    return flow;
  }
  const bool goes_on = flow.submitted == 0 || flow.last_reached ||
                       sheet.bank->scoring.progression == Progression::open;
  if (goes_on && flow.submitted < card.levels.size()) {
    flow.level = flow.submitted;
    flow.missing = find_missing(sheet, responses, card.levels[*flow.level].level);
    flow.next = flow.missing.empty() ? NextStep::submit : NextStep::answer;
    return flow;
  }
  flow.missing_indicators = find_missing_indicators(*sheet.bank, answers);
  flow.next = flow.missing_indicators.empty() ? NextStep::finish : NextStep::indicators;
  return flow;
}

bool is_sealed(const Answers& answers, int level) {
  return std::any_of(answers.seals.begin(), answers.seals.end(),
                     [&](const Seal& seal) { return seal.level.value == level; });
}

}  // namespace assess
