// Levels whose result no answer changes. That a level can never be satisfied is seen in the scopes;
// that it always is, by scoring the lowest answers to it.
#include <assess/authoring/checks.hpp>
#include <assess/authoring/words.hpp>
#include <assess/diag/rules.hpp>
#include <assess/score/score.hpp>

#include <algorithm>
#include <optional>

namespace assess::authoring {
namespace {

// Nothing, one area, or everything that may be is tailored out.
struct Trial {
  std::size_t weight_set = 0;
  std::vector<AreaId> tailored{};
};

// What the exact arithmetic may cost here: scores of questions and areas that are worked out in
// all, and characters of numbers that are long. A real bank stays far below both; a hostile one is
// not scored so often.
constexpr std::size_t most_scores = 500'000;
constexpr std::size_t long_number = 12;
constexpr std::size_t most_digits = 2'000;
constexpr std::size_t most_single_areas = 40;

class ConstantLevels {
 public:
  ConstantLevels(const Bank& bank, const std::vector<Scope>& scopes, Diagnostics& diagnostics)
      : bank_(bank), scopes_(scopes), diagnostics_(diagnostics) {}

  void run() {
    check_unscored();
    if (!may_be_satisfied_by_nothing() || has_long_numbers()) return;
    lowest_ = with_lowest_options_only();
    responses_.assign(lowest_.questions.size(), {.state = Response::State::answered});
    std::vector<bool> is_told(bank_.levels.size(), false);
    const std::size_t scores = bank_.questions.size() + bank_.areas.size() * bank_.levels.size();
    std::size_t scores_in_all = 0;
    for (const Trial& trial : trials()) {
      scores_in_all += scores;
      if (scores_in_all > most_scores) return;
      const Scorecard card = lowest_score(trial);
      for (std::size_t level = 0; level < bank_.levels.size(); ++level) {
        const bool is_counted = (scopes_[trial.weight_set].counted & level_bit(level)) != 0;
        if (is_told[level] || !is_counted || !card.levels[level].is_satisfied) continue;
        is_told[level] = true;
        report_satisfied(trial, level);
      }
    }
  }

 private:
  // Levels of which something is asked and nothing counts. Where empty areas count as met these are
  // all that the score is made of.
  void check_unscored() {
    for (std::size_t level = 0; level < bank_.levels.size(); ++level) {
      std::vector<std::size_t> never;
      std::vector<std::size_t> always;
      for (std::size_t set = 0; set < scopes_.size(); ++set) {
        const LevelSet idle = scopes_[set].asked & ~scopes_[set].counted;
        if ((idle & level_bit(level)) == 0) continue;
        const bool is_scored = (scored_levels(bank_, scopes_[set]) & level_bit(level)) != 0;
        (is_scored ? always : never).push_back(set);
      }
      report(level, never, {"无法达到", "is never satisfied"});
      report(level, always, {"必定达到", "is always satisfied"});
    }
  }

  void report(std::size_t level, const std::vector<std::size_t>& sets, const Text& result) {
    if (sets.empty()) return;
    const Located<int>& number = bank_.levels[level].number;
    diagnostics_.report(rules::bank_constant_level, number.span, number.value, result,
                        under_variants(bank_, sets));
  }

  // Whether it is worth scoring: with empty areas left out, a level scores no more than the best of
  // its lowest options, and mostly these are all 0.
  bool may_be_satisfied_by_nothing() const {
    if (bank_.scoring.empty_area == EmptyArea::met) return true;
    return std::any_of(bank_.questions.begin(), bank_.questions.end(), [&](const Question& q) {
      const Level& level = bank_.levels[static_cast<std::size_t>(q.level) - 1];
      return q.options.front().score >= level.threshold.value;
    });
  }

  bool has_long_numbers() const {
    std::size_t digits = 0;
    const auto count = [&](const Fraction& number) {
      const std::size_t length = number.exact().size();
      if (length > long_number) digits += length;
      return digits > most_digits;
    };
    for (const Area& area : bank_.areas) {
      for (const auto& weight : area.weights) {
        if (weight && count(weight->value.value)) return true;
      }
    }
    return std::any_of(bank_.questions.begin(), bank_.questions.end(), [&](const Question& q) {
      return count(q.weight) || count(q.options.front().score);
    });
  }

  std::vector<Trial> trials() const {
    const std::vector<AreaId> areas = topmost_tailorable(bank_);
    std::vector<Trial> out;
    for (std::size_t set = 0; set < scopes_.size(); ++set) out.push_back({set});
    for (std::size_t set = 0; set < scopes_.size(); ++set) {
      if (areas.size() > 1) out.push_back({set, areas});
    }
    for (std::size_t i = 0; i < areas.size() && i < most_single_areas; ++i) {
      for (std::size_t set = 0; set < scopes_.size(); ++set) {
        if (scopes_[set].is_in[areas[i].index]) out.push_back({set, {areas[i]}});
      }
    }
    return out;
  }

  // The bank with its lowest options only and all levels open at once: whether a level is satisfied
  // does not depend on those below it, only whether it opens.
  Bank with_lowest_options_only() const {
    Bank out;
    out.variants = bank_.variants;
    out.levels = bank_.levels;
    out.areas = bank_.areas;
    out.scoring = bank_.scoring;
    out.scoring.progression = Progression::open;
    out.questions.reserve(bank_.questions.size());
    for (const Question& question : bank_.questions) {
      Question& copy = out.questions.emplace_back();
      copy.area = question.area;
      copy.level = question.level;
      copy.weight = question.weight;
      copy.options.emplace_back().score = question.options.front().score;
    }
    return out;
  }

  Scorecard lowest_score(const Trial& trial) const {
    Answers answers;
    if (!bank_.variants.empty()) answers.variant = bank_.variants[trial.weight_set].id;
    for (const AreaId id : trial.tailored) answers.tailored.push_back(bank_.area(id).id);
    return score(tailor(lowest_, answers), responses_);
  }

  Text words_of(const Trial& trial) const {
    Text out = under_variants(bank_, {trial.weight_set});
    if (trial.tailored.empty()) return out;
    std::vector<std::string> names;
    for (const AreaId id : trial.tailored) names.push_back(bank_.area(id).id.value);
    const Text list = listed(names);
    out.zh += "裁剪 " + list.zh + " 后，";
    out.en += " once " + list.en + (names.size() == 1 ? " is" : " are") + " tailored out";
    return out;
  }

  void report_satisfied(const Trial& trial, std::size_t level) {
    const Located<int>& number = bank_.levels[level].number;
    diagnostics_
        .report(rules::bank_constant_level, number.span, number.value,
                Text{"必定达到", "is always satisfied"}, words_of(trial))
        .labels.push_back(
            {bank_.levels[level].threshold.span,
             {"最低的作答也达到这条达标线", "the lowest answers reach this threshold"}});
  }

  const Bank& bank_;
  const std::vector<Scope>& scopes_;
  Diagnostics& diagnostics_;
  Bank lowest_;
  std::vector<Response> responses_;  // the one option of every question
};

}  // namespace

void check_constant_levels(const Bank& bank, const std::vector<Scope>& scopes,
                           Diagnostics& diagnostics) {
  ConstantLevels(bank, scopes, diagnostics).run();
}

}  // namespace assess::authoring
