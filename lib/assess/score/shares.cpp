#include <assess/score/shares.hpp>

#include <span>

namespace assess {
namespace {

void weigh(const Sheet& sheet, const LevelScore& level, std::span<const std::size_t> siblings,
           std::vector<Fraction>& weights) {
  Fraction sum = 0;
  for (const std::size_t place : siblings) {
    if (level.areas[place].score) sum += sheet.areas[place].weight;
  }
  if (sum == Fraction(0)) return;
  for (const std::size_t place : siblings) {
    if (level.areas[place].score) weights[place] = sheet.areas[place].weight / sum;
  }
}

// Hands the parts of areas on to the questions of the level, in proportion to their weights. Leaves
// out those of the areas that are not `wanted`.
std::vector<QuestionShare> question_shares(const Sheet& sheet,
                                           const std::vector<Response>& responses,
                                           const LevelScore& level,
                                           const std::vector<Fraction>& areas,
                                           const std::vector<bool>& wanted) {
  const Bank& bank = *sheet.bank;
  std::vector<Fraction> weights(sheet.areas.size());
  const auto is_scored = [&](const SheetQuestion& entry) {
    const bool is_dropped =
        responses[entry.question.index].state == Response::State::not_applicable;
    return wanted[entry.area] && bank.question(entry.question).level == level.level && !is_dropped;
  };
  for (const SheetQuestion& entry : sheet.questions) {
    if (is_scored(entry)) weights[entry.area] += bank.question(entry.question).weight;
  }
  std::vector<QuestionShare> out;
  for (const SheetQuestion& entry : sheet.questions) {
    if (!is_scored(entry)) continue;
    const Question& question = bank.question(entry.question);
    const Response& response = responses[entry.question.index];
    const Fraction share = areas[entry.area] * question.weight / weights[entry.area];
    const bool is_answered = response.state == Response::State::answered;
    const Fraction score = is_answered ? question.options[response.option].score : Fraction(0);
    out.push_back({entry.question, entry.area, share, share * score});
  }
  return out;
}

}  // namespace

Fraction LevelShares::missed(const LevelScore& level, std::size_t area) const {
  const auto& score = level.areas[area].score;
  return score ? areas[area] * (Fraction(1) - *score) : Fraction(0);
}

std::vector<Fraction> weights_at(const Sheet& sheet, const LevelScore& level) {
  std::vector<Fraction> weights(sheet.areas.size());
  std::vector<std::size_t> top;
  for (std::size_t i = 0; i < sheet.areas.size(); ++i) {
    if (!sheet.areas[i].parent) top.push_back(i);
    weigh(sheet, level, sheet.areas[i].children, weights);
  }
  weigh(sheet, level, top, weights);
  return weights;
}

LevelShares shares(const Sheet& sheet, const std::vector<Response>& responses,
                   const LevelScore& level) {
  LevelShares out;
  out.areas.assign(sheet.areas.size(), Fraction(0));
  if (!level.score) return out;
  const std::vector<Fraction> weights = weights_at(sheet, level);
  for (std::size_t i = 0; i < sheet.areas.size(); ++i) {
    const auto& parent = sheet.areas[i].parent;
    out.areas[i] = parent ? out.areas[*parent] * weights[i] : weights[i];
  }
  const std::vector<bool> all(sheet.areas.size(), true);
  out.questions = question_shares(sheet, responses, level, out.areas, all);
  return out;
}

LevelShares shares_within(const Sheet& sheet, const std::vector<Response>& responses,
                          const LevelScore& level, std::size_t area) {
  LevelShares out;
  out.areas.assign(sheet.areas.size(), Fraction(0));
  if (!level.areas[area].score) return out;
  const std::vector<Fraction> weights = weights_at(sheet, level);
  std::vector<bool> is_inside(sheet.areas.size(), false);
  is_inside[area] = true;
  out.areas[area] = 1;
  for (std::size_t i = area + 1; i < sheet.areas.size(); ++i) {
    const auto& parent = sheet.areas[i].parent;
    if (!parent || !is_inside[*parent]) continue;
    is_inside[i] = true;
    out.areas[i] = out.areas[*parent] * weights[i];
  }
  out.questions = question_shares(sheet, responses, level, out.areas, is_inside);
  return out;
}

}  // namespace assess
