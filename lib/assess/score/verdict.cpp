#include <assess/score/verdict.hpp>

namespace assess {
namespace {

// As a decimal where that is exact, else as the fraction.
std::string shown_limit(const Fraction& limit) {
  const std::string decimal = limit.shortest(12);
  return Fraction::parse(decimal) == limit ? decimal : limit.exact();
}

GateResult compare(std::string target, Text name, const Fraction& limit,
                   const std::optional<Fraction>& actual) {
  GateResult result{
      .target = std::move(target), .name = std::move(name), .limit = shown_limit(limit)};
  if (!actual) return result;
  result.passed = *actual >= limit;
  result.actual = rounded_apart(*actual, 2, limit);
  return result;
}

// The open levels, but for one that nobody has begun to answer: whoever attains a level would
// otherwise be incomplete at once.
Tally begun_tally(const Scorecard& card) {
  Tally tally;
  for (const LevelScore& level : card.levels) {
    const bool is_begun = level.level == 1 || level.tally.is_begun();
    if (level.is_open && is_begun) tally += level.tally;
  }
  return tally;
}

}  // namespace

Verdict judge(const Sheet& sheet, const Scorecard& card, const Gates& gates) {
  Verdict verdict;
  if (gates.min_level) {
    GateResult result{.target = "level",
                      .name = {"达到的等级", "attained level"},
                      .limit = std::to_string(*gates.min_level),
                      .actual = std::to_string(card.attained),
                      .passed = card.attained >= *gates.min_level};
    verdict.gates.push_back(std::move(result));
  }
  if (gates.min_total) {
    verdict.gates.push_back(compare("total", {"总分", "total"}, *gates.min_total, card.total));
  }
  for (const Gates::AreaMinimum& minimum : gates.min_areas) {
    const auto area = sheet.bank->find_area(minimum.area);
    const auto place = area ? sheet.find(*area) : std::nullopt;
    const auto total = place ? card.areas[*place].total : std::nullopt;
    const Text title = area ? sheet.bank->area(*area).title : Text{minimum.area, minimum.area};
    verdict.gates.push_back(compare(minimum.area, title, minimum.minimum, total));
  }
  if (gates.require_complete) {
    const Tally tally = begun_tally(card);
    GateResult result{.target = "complete",
                      .name = {"已作答题数", "questions answered"},
                      .limit = std::to_string(tally.questions),
                      .actual = std::to_string(tally.answered + tally.not_applicable),
                      .passed = tally.is_complete()};
    verdict.gates.push_back(std::move(result));
  }
  for (const GateResult& gate : verdict.gates) verdict.passed = verdict.passed && gate.passed;
  return verdict;
}

}  // namespace assess
