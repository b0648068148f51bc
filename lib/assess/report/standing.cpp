#include <assess/report/standing.hpp>

#include <algorithm>

namespace assess::report {
namespace {

constexpr std::size_t most_named = 3;

std::optional<Gap> find_gap(const Bank& bank, const Response& response,
                            const QuestionShare& share) {
  const Question& question = bank.question(share.question);
  Gap gap{.share = share};
  Fraction score = 0;
  Fraction wanted = 1;  // at least
  std::size_t first = 0;
  if (response.state == Response::State::answered) {
    gap.chosen = response.option;
    score = question.options[response.option].score;
    wanted = score;
    first = response.option + 1;
  }
  for (std::size_t i = first; i < question.options.size(); ++i) {
    const Fraction& offered = question.options[i].score;
    if (offered < wanted || offered <= score) continue;
    gap.better = i;
    gap.worth = share.share * (offered - score);
    return gap;
  }
  return std::nullopt;
}

std::vector<Gap> find_gaps(const Diagnosis& diagnosis, const LevelScore& level) {
  std::vector<Gap> gaps;
  for (const QuestionShare& share :
       shares(*diagnosis.sheet, diagnosis.responses, level).questions) {
    const Response& response = diagnosis.responses[share.question.index];
    if (auto gap = find_gap(*diagnosis.bank, response, share)) gaps.push_back(*std::move(gap));
  }
  std::stable_sort(gaps.begin(), gaps.end(),
                   [](const Gap& a, const Gap& b) { return a.worth > b.worth; });
  return gaps;
}

// First one gap of each area below the threshold, then the others as they come.
std::vector<std::size_t> first_gaps(const LevelScore& level, const std::vector<Gap>& gaps) {
  std::vector<std::size_t> out;
  std::vector<std::size_t> areas;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    const auto& score = level.areas[gaps[i].share.area].score;
    const bool is_below = score && *score < level.threshold;
    const bool is_new = std::find(areas.begin(), areas.end(), gaps[i].share.area) == areas.end();
    if (!gaps[i].chosen || !is_below || !is_new) continue;
    areas.push_back(gaps[i].share.area);
    out.push_back(i);
  }
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    const bool is_named = std::find(out.begin(), out.end(), i) != out.end();
    if (gaps[i].chosen && !is_named) out.push_back(i);
  }
  out.resize(std::min(out.size(), most_named));
  return out;
}

void count_steps(const LevelScore& level, Standing& standing) {
  Fraction score = level.score.value_or(Fraction(0));
  for (std::size_t i = 0; i < standing.gaps.size(); ++i) {
    score += standing.gaps[i].worth;
    if (!standing.steps_to_next && score >= level.threshold) {
      standing.steps_to_next = Standing::Steps{i + 1, score};
    }
  }
  standing.score_after_all_steps = score;
}

std::vector<std::size_t> lowest_areas(const Sheet& sheet) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < sheet.areas.size(); ++i) {
    if (sheet.areas[i].children.empty()) out.push_back(i);
  }
  return out;
}

// Clearly above the threshold: an area that just passes is no strength.
bool is_strong(const LevelScore& level, std::size_t area) {
  const auto& score = level.areas[area].score;
  const Fraction full = 1;
  return score && (*score > level.threshold || *score == full);
}

// Whether one of the first steps is in the area.
bool is_to_be_raised(const Standing& standing, std::size_t area) {
  const auto& gaps = standing.worked_gaps.empty() ? standing.gaps : standing.worked_gaps;
  return std::any_of(standing.first_steps.begin(), standing.first_steps.end(),
                     [&](std::size_t i) { return gaps[i].share.area == area; });
}

std::vector<std::size_t> strengths_at(const Diagnosis& diagnosis, const Standing& standing,
                                      const LevelScore& level) {
  const auto& levels = diagnosis.card.areas;
  std::vector<std::size_t> areas = lowest_areas(*diagnosis.sheet);
  std::erase_if(areas, [&](std::size_t area) {
    return levels[area].level.value_or(0) < 1 || !is_strong(level, area);
  });
  // Nobody is praised for what is to be done first, as long as there is somebody else.
  const bool has_others = std::any_of(areas.begin(), areas.end(), [&](std::size_t area) {
    return !is_to_be_raised(standing, area);
  });
  if (has_others) {
    std::erase_if(areas, [&](std::size_t area) { return is_to_be_raised(standing, area); });
  }
  std::stable_sort(areas.begin(), areas.end(), [&](std::size_t a, std::size_t b) {
    if (*levels[a].total != *levels[b].total) return *levels[a].total > *levels[b].total;
    if (*level.areas[a].score != *level.areas[b].score) {
      return *level.areas[a].score > *level.areas[b].score;
    }
    return standing.shares.areas[a] > standing.shares.areas[b];
  });
  areas.resize(std::min(areas.size(), most_named));
  return areas;
}

void name_strengths(const Diagnosis& diagnosis, Standing& standing) {
  standing.strong_level = standing.worked;
  standing.strengths = strengths_at(diagnosis, standing, diagnosis.card.levels[standing.worked]);
  if (!standing.strengths.empty() || diagnosis.card.attained == 0) return;
  standing.strong_level = static_cast<std::size_t>(diagnosis.card.attained - 1);
  standing.strengths =
      strengths_at(diagnosis, standing, diagnosis.card.levels[standing.strong_level]);
}

// Those below the threshold, the heaviest loss first. Where none is, what scores less than the
// level as a whole. An area with open questions is not known to be weak.
void name_weaknesses(const Diagnosis& diagnosis, Standing& standing) {
  const LevelScore& level = diagnosis.card.levels[standing.worked];
  if (!level.score) return;
  const auto missed = [&](std::size_t area) { return standing.shares.missed(level, area); };
  const auto& strong = standing.strengths;
  std::vector<std::size_t> areas = lowest_areas(*diagnosis.sheet);
  std::erase_if(areas, [&](std::size_t area) {
    const AreaScore& here = level.areas[area];
    return missed(area) == Fraction(0) || !here.tally.is_complete() ||
           std::find(strong.begin(), strong.end(), area) != strong.end();
  });
  const auto is_below = [&](std::size_t area) {
    return *level.areas[area].score < level.threshold;
  };
  const bool any_below = std::any_of(areas.begin(), areas.end(), is_below);
  std::erase_if(areas, [&](std::size_t area) {
    return any_below ? !is_below(area) : *level.areas[area].score >= *level.score;
  });
  std::stable_sort(areas.begin(), areas.end(),
                   [&](std::size_t a, std::size_t b) { return missed(a) > missed(b); });
  areas.resize(std::min(areas.size(), most_named));
  standing.weaknesses = std::move(areas);
}

void name_behind(const Diagnosis& diagnosis, Standing& standing) {
  for (const std::size_t area : lowest_areas(*diagnosis.sheet)) {
    const auto& level = diagnosis.card.areas[area].level;
    if (level && *level < diagnosis.card.attained) standing.behind.push_back(area);
  }
}

}  // namespace

Standing find_standing(const Diagnosis& diagnosis) {
  const Scorecard& card = diagnosis.card;
  Standing standing;
  standing.worked = card.begun_level();
  standing.shares = shares(*diagnosis.sheet, diagnosis.responses, card.levels[standing.worked]);
  const auto attained = static_cast<std::size_t>(card.attained);
  if (attained < card.levels.size()) {
    standing.next = attained;
    standing.gaps = find_gaps(diagnosis, card.levels[attained]);
    count_steps(card.levels[attained], standing);
    const bool is_begun = card.levels[attained].tally.is_begun();
    if (!is_begun && standing.worked != attained) {
      standing.worked_gaps = find_gaps(diagnosis, card.levels[standing.worked]);
    }
    standing.first_steps = is_begun
                               ? first_gaps(card.levels[attained], standing.gaps)
                               : first_gaps(card.levels[standing.worked], standing.worked_gaps);
  }
  name_strengths(diagnosis, standing);
  name_weaknesses(diagnosis, standing);
  name_behind(diagnosis, standing);
  return standing;
}

}  // namespace assess::report
