#include <assess/score/shares.hpp>

#include <span>

namespace assess {
namespace {

Fraction scored_weights(const Sheet& sheet, const LevelScore& level,
                        std::span<const std::size_t> siblings) {
  Fraction sum = 0;
  for (const std::size_t place : siblings) {
    if (level.areas[place].score) sum += sheet.areas[place].weight;
  }
  return sum;
}

// Hands `whole` to those of the siblings that are scored, in proportion to their weights.
void hand_down(const Sheet& sheet, const LevelScore& level, std::span<const std::size_t> siblings,
               const Fraction& whole, std::vector<Fraction>& shares) {
  const Fraction weights = scored_weights(sheet, level, siblings);
  if (weights == Fraction(0)) return;
  for (const std::size_t place : siblings) {
    if (level.areas[place].score) shares[place] = whole * sheet.areas[place].weight / weights;
  }
}

}  // namespace

Fraction LevelShares::missed(const LevelScore& level, std::size_t area) const {
  const auto& score = level.areas[area].score;
  return score ? areas[area] * (Fraction(1) - *score) : Fraction(0);
}

LevelShares shares(const Sheet& sheet, const std::vector<Response>& responses,
                   const LevelScore& level) {
  LevelShares out;
  out.areas.assign(sheet.areas.size(), Fraction(0));
  if (!level.score) return out;
  std::vector<std::size_t> top;
  for (std::size_t i = 0; i < sheet.areas.size(); ++i) {
    if (!sheet.areas[i].parent) top.push_back(i);
  }
  hand_down(sheet, level, top, Fraction(1), out.areas);
  for (std::size_t i = 0; i < sheet.areas.size(); ++i) {
    hand_down(sheet, level, sheet.areas[i].children, out.areas[i], out.areas);
  }

  const Bank& bank = *sheet.bank;
  std::vector<Fraction> weights(sheet.areas.size());
  const auto is_scored = [&](const SheetQuestion& entry) {
    const bool is_dropped =
        responses[entry.question.index].state == Response::State::not_applicable;
    return bank.question(entry.question).level == level.level && !is_dropped;
  };
  for (const SheetQuestion& entry : sheet.questions) {
    if (is_scored(entry)) weights[entry.area] += bank.question(entry.question).weight;
  }
  for (const SheetQuestion& entry : sheet.questions) {
    if (!is_scored(entry)) continue;
    const Question& question = bank.question(entry.question);
    const Response& response = responses[entry.question.index];
    const Fraction share = out.areas[entry.area] * question.weight / weights[entry.area];
    const bool is_answered = response.state == Response::State::answered;
    const Fraction score = is_answered ? question.options[response.option].score : Fraction(0);
    out.questions.push_back({entry.question, entry.area, share, share * score});
  }
  return out;
}

}  // namespace assess
