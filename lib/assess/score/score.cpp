#include <assess/score/score.hpp>

#include <algorithm>

namespace assess {
namespace {

// The weighted mean of those that have a score; absent when none has, or all of them weigh 0.
class WeightedMean {
 public:
  void add(const Fraction& weight, const Fraction& value) {
    weights_ += weight;
    sum_ += weight * value;
  }
  std::optional<Fraction> value() const {
    if (weights_ == Fraction(0)) return std::nullopt;
    return sum_ / weights_;
  }

 private:
  Fraction weights_;
  Fraction sum_;
};

// What a level that is not open shows: its counts, and no score (contract 2.5).
void count_level(const Sheet& sheet, const std::vector<Response>& responses, LevelScore& out) {
  out.areas.assign(sheet.areas.size(), {});
  for (const SheetQuestion& entry : sheet.questions) {
    if (sheet.bank->question(entry.question).level != out.level) continue;
    Tally& tally = out.areas[entry.area].tally;
    const Response::State state = responses[entry.question.index].state;
    ++tally.questions;
    if (state == Response::State::not_applicable) ++tally.not_applicable;
    if (state == Response::State::answered) ++tally.answered;
  }
  for (std::size_t i = sheet.areas.size(); i-- > 0;) {  // children stand behind their parents
    const auto& parent = sheet.areas[i].parent;
    (parent ? out.areas[*parent].tally : out.tally) += out.areas[i].tally;
  }
}

// Scores one level. The means are taken from the leaves up; an area that has nothing scored is left
// out of its parent's mean, which renormalises the weights of its siblings.
void score_level(const Sheet& sheet, const std::vector<Response>& responses, LevelScore& out) {
  const Bank& bank = *sheet.bank;
  out.areas.assign(sheet.areas.size(), {});
  std::vector<WeightedMean> leaves(sheet.areas.size());
  bool anything_scored = false;
  for (const SheetQuestion& entry : sheet.questions) {
    const Question& question = bank.question(entry.question);
    if (question.level != out.level) continue;
    Tally& tally = out.areas[entry.area].tally;
    const Response& response = responses[entry.question.index];
    ++tally.questions;
    if (response.state == Response::State::not_applicable) {
      ++tally.not_applicable;
      continue;
    }
    anything_scored = true;
    const bool is_answered = response.state == Response::State::answered;
    if (is_answered) ++tally.answered;
    leaves[entry.area].add(question.weight,
                           is_answered ? question.options[response.option].score : Fraction(0));
  }
  const bool empty_is_met = bank.scoring.empty_area == EmptyArea::met && anything_scored;
  WeightedMean top;
  for (std::size_t i = sheet.areas.size(); i-- > 0;) {
    const SheetArea& area = sheet.areas[i];
    AreaScore& result = out.areas[i];
    if (area.children.empty()) {
      result.score = leaves[i].value();
      if (!result.score && empty_is_met) result.score = Fraction(1);
    } else {
      WeightedMean mean;
      for (const std::size_t child : area.children) {
        result.tally += out.areas[child].tally;
        const auto& value = out.areas[child].score;
        if (value) mean.add(sheet.areas[child].weight, *value);
      }
      result.score = mean.value();
    }
    if (!area.parent) {
      out.tally += result.tally;
      if (result.score) top.add(area.weight, *result.score);
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

// By area of the bank: whether it, or an area above it, was tailored out.
std::vector<bool> tailored_areas(const Sheet& sheet) {
  std::vector<bool> out(sheet.bank->areas.size(), false);
  for (const OutArea& area : sheet.out) {
    if (area.reason == OutReason::tailored) out[area.area.index] = true;
  }
  for (std::size_t i = 0; i < out.size(); ++i) {  // an area stands behind the one above it
    const auto& parent = sheet.bank->areas[i].parent;
    if (parent && out[parent->index]) out[i] = true;
  }
  return out;
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
  questions += other.questions;
  answered += other.answered;
  not_applicable += other.not_applicable;
  return *this;
}

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
  const Bank& bank = *sheet.bank;
  const bool one_at_a_time = bank.scoring.progression == Progression::sequential;
  // Questions that were tailored out by area, those of inner areas added up. What the variant does
  // not hold was never there to be tailored.
  const std::vector<bool> tailored = tailored_areas(sheet);
  std::vector<int> left_out(bank.areas.size(), 0);
  const auto level =
      current < card.levels.size() ? std::optional(card.levels[current].level) : std::nullopt;
  for (const Question& question : bank.questions) {
    const bool counts = !one_at_a_time || question.level == level;
    if (counts && tailored[question.area.index]) ++left_out[question.area.index];
  }
  for (std::size_t i = bank.areas.size(); i-- > 0;) {
    if (const auto& parent = bank.areas[i].parent) left_out[parent->index] += left_out[i];
  }
  std::vector<SectionProgress> out;
  for (const AreaId section : bank.sections()) {
    SectionProgress progress{.area = section};
    if (one_at_a_time) progress.level = level;
    const auto on_sheet = sheet.find(section);
    for (const LevelScore& scored : card.levels) {
      const bool counts = !progress.level || scored.level == *progress.level;
      if (on_sheet && counts) progress.tally += scored.areas[*on_sheet].tally;
    }
    progress.tailored = left_out[section.index];
    progress.state = state_of(progress);
    out.push_back(progress);
  }
  return out;
}

Scorecard score(const Sheet& sheet, const std::vector<Response>& responses) {
  const Bank& bank = *sheet.bank;
  Scorecard card;
  bool opens_next = true;
  bool run_is_unbroken = true;
  for (const Level& level : bank.levels) {
    LevelScore result;
    result.level = level.number.value;
    result.threshold = level.threshold.value;
    result.is_open = opens_next || bank.scoring.progression == Progression::open;
    if (result.is_open) {
      score_level(sheet, responses, result);
    } else {
      count_level(sheet, responses, result);
    }
    run_is_unbroken = run_is_unbroken && result.is_satisfied;
    if (run_is_unbroken) card.attained = level.number.value;
    opens_next = run_is_unbroken;
    card.levels.push_back(std::move(result));
  }
  card.total = total_of(card.levels, card.attained, bank.scoring);
  for (std::size_t i = 0; i < sheet.areas.size(); ++i) {
    card.areas.push_back(area_level(card, i, bank.scoring));
  }
  card.sections = section_progress(sheet, card, card.current_level());
  return card;
}

}  // namespace assess
