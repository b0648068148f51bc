#include <assess/score/score.hpp>
#include <assess/score/weighted_mean.hpp>

#include <algorithm>

namespace assess {
namespace {

// What a level that is not open shows: its counts, and no score (contract 2.5).
void count_level(const Sheet& sheet, const std::vector<QuestionGroup>& groups,
                 const std::vector<Response>& responses, LevelScore& out) {
  out.areas.assign(sheet.areas.size(), {});
  for (const QuestionGroup& group : groups) {
    Tally& tally = out.areas[group.area].tally;
    for (const QuestionGroup::Entry& entry : group.entries) {
      tally.count(responses[entry.question.index].state);
    }
  }
  for (std::size_t i = sheet.areas.size(); i-- > 0;) {  // children stand behind their parents
    const auto& parent = sheet.areas[i].parent;
    (parent ? out.areas[*parent].tally : out.tally) += out.areas[i].tally;
  }
}

// The same in fractions, for what takes large numbers.
std::optional<Fraction> exact_mean(const Bank& bank, const QuestionGroup& group,
                                   const std::vector<Response>& responses) {
  WeightedMean mean;
  for (const QuestionGroup::Entry& entry : group.entries) {
    const Question& question = bank.question(entry.question);
    const Response& response = responses[entry.question.index];
    if (response.state == Response::State::not_applicable) continue;
    const bool is_answered = response.state == Response::State::answered;
    mean.add(question.weight, is_answered ? question.options[response.option].score : Fraction(0));
  }
  return mean.value();
}

// The mean of the questions that are not n/a, those without an answer as 0; absent when there are
// none.
AreaScore score_group(const Bank& bank, const QuestionGroup& group,
                      const std::vector<Response>& responses) {
  AreaScore out;
  std::int64_t points = 0;
  std::int64_t weights = 0;
  for (const QuestionGroup::Entry& entry : group.entries) {
    const Response& response = responses[entry.question.index];
    out.tally.count(response.state);
    if (response.state == Response::State::not_applicable) continue;
    weights += entry.weight;
    const bool has_points = response.state == Response::State::answered && group.has_points;
    if (has_points) points += group.points[entry.points + response.option];
  }
  if (!group.has_points) {
    out.score = exact_mean(bank, group, responses);
  } else if (weights > 0) {
    out.score = Fraction(points, weights * group.full);
  }
  return out;
}

// Scores one level. The means are taken from the leaves up; an area that has nothing scored is left
// out of its parent's mean, which renormalises the weights of its siblings.
void score_level(const Sheet& sheet, const std::vector<QuestionGroup>& groups,
                 const std::vector<Response>& responses, LevelScore& out) {
  const Bank& bank = *sheet.bank;
  out.areas.assign(sheet.areas.size(), {});
  bool anything_scored = false;
  for (const QuestionGroup& group : groups) {
    AreaScore& score = out.areas[group.area];
    score = score_group(bank, group, responses);
    anything_scored = anything_scored || score.tally.questions > score.tally.not_applicable;
  }
  const bool empty_is_met = bank.scoring.empty_area == EmptyArea::met && anything_scored;
  WeightedMean top;
  for (std::size_t i = sheet.areas.size(); i-- > 0;) {
    const SheetArea& area = sheet.areas[i];
    AreaScore& result = out.areas[i];
    if (!area.children.empty()) {
      WeightedMean mean;
      for (const std::size_t child : area.children) {
        result.tally += out.areas[child].tally;
        const auto& value = out.areas[child].score;
        if (value) mean.add(sheet.areas[child], *value);
      }
      result.score = mean.value();
    } else if (!result.score && empty_is_met) {
      result.score = Fraction(1);
    }
    if (!area.parent) {
      out.tally += result.tally;
      if (result.score) top.add(area, *result.score);
    }
  }
  out.score = top.value();
  out.is_satisfied = out.is_complete() && out.score && *out.score >= out.threshold;
}

Fraction total_of(const std::vector<LevelScore>& levels, int attained, const Scoring& scoring) {
  Fraction total = 0;
  if (scoring.progression == Progression::sequential) {
    const auto next = static_cast<std::size_t>(attained);
    total = attained;
    if (next < levels.size() && levels[next].score) total += *levels[next].score;
    return total;
  }
  for (const LevelScore& level : levels) {
    if (!level.score) continue;
    const bool counts_one = level.is_satisfied && scoring.satisfied_counts == SatisfiedCounts::one;
    total += counts_one ? Fraction(1) : *level.score;
  }
  return total;
}

// Walks up the open levels. One at which the area has nothing to ask is passed through (contract
// 2.6), also one that asks nothing of anybody; where all levels are open such a one adds nothing to
// the total.
AreaLevel area_level(const Scorecard& card, std::size_t area, const Scoring& scoring) {
  const bool in_sequence = scoring.progression == Progression::sequential;
  bool is_asked = false;
  bool run_is_broken = false;
  int attained = 0;
  Fraction total = 0;
  for (const LevelScore& level : card.levels) {
    if (!level.is_open) break;
    const bool asks_anybody = level.tally.questions > level.tally.not_applicable;
    const AreaScore& here = level.areas[area];
    const bool has_scored_questions = here.tally.questions > here.tally.not_applicable;
    const bool is_satisfied = !has_scored_questions || (here.tally.is_complete() && here.score &&
                                                        *here.score >= level.threshold);
    is_asked = is_asked || has_scored_questions;
    const bool one_where_all_are_open =
        asks_anybody && (scoring.satisfied_counts == SatisfiedCounts::one || !here.score);
    const bool counts_one = is_satisfied && (in_sequence || one_where_all_are_open);
    total += counts_one ? Fraction(1) : here.score.value_or(Fraction(0));
    if (is_satisfied && !run_is_broken) attained = level.level;
    run_is_broken = run_is_broken || !is_satisfied;
    if (run_is_broken && in_sequence) break;
  }
  if (!is_asked) return {};
  return {attained, total};
}

SectionState state_of(const SectionProgress& progress) {
  const Tally& tally = progress.tally;
  if (tally.questions == 0) {
    return progress.tailored > 0 ? SectionState::tailored : SectionState::nothing_asked;
  }
  if (tally.is_complete()) return SectionState::completed;
  return tally.answered + tally.not_applicable == 0 ? SectionState::not_started
                                                    : SectionState::in_progress;
}

}  // namespace

std::string_view section_state_name(SectionState state) {
  switch (state) {
    case SectionState::not_started:
      return "not_started";
    case SectionState::in_progress:
      return "in_progress";
    case SectionState::completed:
      return "completed";
    case SectionState::tailored:
      return "tailored";
    case SectionState::nothing_asked:
      return "nothing_asked";
  }
  return {};
}

std::size_t Scorecard::current_level() const {
  std::size_t current = 0;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const bool asks = levels[i].tally.questions > 0;
    if (levels[i].is_open && (asks || levels[current].tally.questions == 0)) current = i;
  }
  return current;
}

std::size_t Scorecard::begun_level() const {
  std::size_t begun = 0;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (levels[i].is_open && levels[i].tally.is_begun()) begun = i;
  }
  return begun;
}

std::vector<SectionProgress> section_progress(const Sheet& sheet, const Scorecard& card,
                                              std::size_t current) {
  const bool one_at_a_time = sheet.bank->scoring.progression == Progression::sequential;
  std::vector<SectionProgress> out;
  out.reserve(sheet.sections.size());
  for (const SheetSection& section : sheet.sections) {
    SectionProgress progress{.area = section.area};
    for (std::size_t i = 0; i < card.levels.size(); ++i) {
      if (one_at_a_time && i != current) continue;
      if (one_at_a_time) progress.level = card.levels[i].level;
      if (section.place) progress.tally += card.levels[i].areas[*section.place].tally;
      progress.tailored += section.tailored[i];
    }
    progress.state = state_of(progress);
    out.push_back(progress);
  }
  return out;
}

Scorecard score(const Sheet& sheet, const std::vector<Response>& responses) {
  const Bank& bank = *sheet.bank;
  Scorecard card;
  card.levels.reserve(bank.levels.size());
  bool opens_next = true;
  bool run_is_unbroken = true;
  for (std::size_t i = 0; i < bank.levels.size(); ++i) {
    const Level& level = bank.levels[i];
    LevelScore& result = card.levels.emplace_back();
    result.level = level.number.value;
    result.threshold = level.threshold.value;
    result.is_open = opens_next || bank.scoring.progression == Progression::open;
    if (result.is_open) {
      score_level(sheet, sheet.groups[i], responses, result);
    } else {
      count_level(sheet, sheet.groups[i], responses, result);
    }
    run_is_unbroken = run_is_unbroken && result.is_satisfied;
    if (run_is_unbroken) card.attained = level.number.value;
    opens_next = run_is_unbroken;
  }
  card.total = total_of(card.levels, card.attained, bank.scoring);
  card.areas.reserve(sheet.areas.size());
  for (std::size_t i = 0; i < sheet.areas.size(); ++i) {
    card.areas.push_back(area_level(card, i, bank.scoring));
  }
  card.sections = section_progress(sheet, card, card.current_level());
  return card;
}

}  // namespace assess
