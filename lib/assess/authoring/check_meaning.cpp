#include <assess/authoring/check_meaning.hpp>
#include <assess/authoring/checks.hpp>
#include <assess/authoring/scope.hpp>
#include <assess/authoring/words.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <optional>

namespace assess {
namespace {

using namespace authoring;

class MeaningCheck {
 public:
  MeaningCheck(const Bank& bank, Diagnostics& diagnostics)
      : bank_(bank), diagnostics_(diagnostics), asked_(asked_below_areas(bank)) {
    for (std::size_t set = 0; set < bank.weight_sets(); ++set) {
      whole_.push_back(scope_of(bank, asked_, set, Tailoring::none));
      least_.push_back(scope_of(bank, asked_, set, Tailoring::everything));
    }
    for (std::size_t i = 0; i < bank.areas.size(); ++i) {
      if (bank.areas[i].is_leaf()) asked_anywhere_ |= asked_.levels[i];
    }
  }

  void run() {
    check_gaps();
    check_variants();
    check_constant_levels(bank_, whole_, diagnostics_);
    check_tailoring();
    check_areas();
    check_lowest_options();
    check_similar_ids(bank_, diagnostics_);
  }

 private:
  bool is_asked(std::size_t level) const { return (asked_anywhere_ & level_bit(level)) != 0; }

  // A level that asks nothing is not satisfied, and the run ends there. At the end of the bank that
  // is a level yet to be written; before another one it shuts that one off.
  void check_gaps() {
    std::optional<std::size_t> gap;
    for (std::size_t level = 0; level < bank_.levels.size(); ++level) {
      if (!is_asked(level)) {
        if (!gap) gap = level;
      } else if (gap) {
        const Located<int>& empty = bank_.levels[*gap].number;
        const Located<int>& number = bank_.levels[level].number;
        diagnostics_.report(rules::bank_unreachable_level, number.span, number.value, empty.value)
            .labels.push_back({empty.span, {"这一级没有题目", "this one asks nothing"}});
        return;  // those above are shut off with it
      }
    }
  }

  void check_variants() {
    for (std::size_t set = 0; set < bank_.variants.size(); ++set) {
      std::string levels;
      Span first{};
      for (std::size_t level = 0; level < bank_.levels.size(); ++level) {
        if (!is_asked(level) || (whole_[set].asked & level_bit(level)) != 0) continue;
        if (levels.empty()) first = bank_.levels[level].number.span;
        if (!levels.empty()) levels += ", ";
        levels += std::to_string(bank_.levels[level].number.value);
      }
      if (levels.empty()) continue;
      const Located<std::string>& id = bank_.variants[set].id;
      diagnostics_.report(rules::bank_variant_without_level, id.span, id.value, levels)
          .labels.push_back({first, {"只有其他企业类型有这一级的题目", "asked of other variants"}});
    }
  }

  // What is left of a variant under every tailoring.
  LevelSet kept_levels(std::size_t set) const { return scored_levels(bank_, least_[set]); }

  // The marks that take the questions of these levels away.
  std::vector<std::string> tailored_names(const std::vector<std::size_t>& sets, LevelSet levels,
                                          std::vector<Span>& places) const {
    std::vector<std::string> names;
    for (const AreaId id : topmost_tailorable(bank_)) {
      const bool is_in = std::any_of(sets.begin(), sets.end(),
                                     [&](std::size_t set) { return whole_[set].is_in[id.index]; });
      if (!is_in || (asked_.levels[id.index] & levels) == 0) continue;
      names.push_back(bank_.area(id).id.value);
      places.push_back(bank_.area(id).id.span);
    }
    return names;
  }

  void label(Diagnostic& fault, const std::vector<Span>& places) const {
    constexpr std::size_t most = 4;
    for (std::size_t i = 0; i < places.size() && i < most; ++i) {
      if (places[i] == fault.where) continue;
      fault.labels.push_back({places[i], {"可以裁剪", "may be tailored out"}});
    }
  }

  void check_tailoring() {
    std::vector<std::size_t> emptied;  // variants of which nothing is left
    for (std::size_t set = 0; set < whole_.size(); ++set) {
      if (whole_[set].counted != 0 && kept_levels(set) == 0) emptied.push_back(set);
    }
    if (!emptied.empty()) {
      std::vector<Span> places;
      const Text names = listed(tailored_names(emptied, ~LevelSet{0}, places));
      label(diagnostics_.report(rules::bank_tailoring_empties_bank, places.front(),
                                under_variants(bank_, emptied), names),
            places);
    }
    for (std::size_t level = 0; level < bank_.levels.size(); ++level) {
      check_tailoring_of(level, emptied);
    }
  }

  void check_tailoring_of(std::size_t level, const std::vector<std::size_t>& emptied) {
    std::vector<std::size_t> sets;
    for (std::size_t set = 0; set < whole_.size(); ++set) {
      const bool is_reported = std::find(emptied.begin(), emptied.end(), set) != emptied.end();
      const LevelSet lost = whole_[set].counted & ~kept_levels(set);
      if (!is_reported && (lost & level_bit(level)) != 0) sets.push_back(set);
    }
    if (sets.empty()) return;
    std::vector<Span> places;
    const Text names = listed(tailored_names(sets, level_bit(level), places));
    const Located<int>& number = bank_.levels[level].number;
    label(diagnostics_.report(rules::bank_tailoring_empties_level, number.span,
                              under_variants(bank_, sets), names, number.value),
          places);
  }

  // Where the area itself weighs 0, else its id.
  Span place_of_zero(const Area& area) const {
    for (const auto& weight : area.weights) {
      if (weight && weight->value.value == Fraction(0)) return weight->value.span;
    }
    return area.id.span;
  }

  void check_areas() {
    std::vector<bool> is_told(bank_.areas.size(), false);  // it or one above it
    for (std::size_t i = 0; i < bank_.areas.size(); ++i) {
      const Area& area = bank_.areas[i];
      is_told[i] = area.parent && is_told[area.parent->index];
      const std::size_t questions = asked_.questions[i];
      if (is_told[i] || questions == 0) continue;  // `bank/empty-area` tells of those
      const auto is_in = [&](const Scope& scope) { return scope.is_in[i]; };
      const auto counts = [&](const Scope& scope) { return scope.counts[i]; };
      if (std::any_of(whole_.begin(), whole_.end(), counts)) continue;
      is_told[i] = true;
      if (std::any_of(whole_.begin(), whole_.end(), is_in)) {
        diagnostics_.report(rules::bank_weightless_area, place_of_zero(area), area.id.value,
                            questions);
      } else {
        diagnostics_.report(rules::bank_area_without_variant, area.id.span, area.id.value,
                            questions);
      }
    }
  }

  void check_lowest_options() {
    const Question* first = nullptr;
    std::size_t questions = 0;
    for (const Question& question : bank_.questions) {
      if (question.options.front().score == Fraction(0)) continue;
      if (first == nullptr) first = &question;
      ++questions;
    }
    if (first == nullptr) return;
    const Option& lowest = first->options.front();
    diagnostics_.report(rules::bank_lowest_score, lowest.key.span, lowest.key.value,
                        first->id.value, lowest.score.shortest(6), questions);
  }

  const Bank& bank_;
  Diagnostics& diagnostics_;
  const Asked asked_;
  std::vector<Scope> whole_;  // by variant: nothing tailored out
  std::vector<Scope> least_;  // by variant: all tailored out that may be
  LevelSet asked_anywhere_ = 0;
};

}  // namespace

void check_meaning(const Bank& bank, Diagnostics& diagnostics) {
  MeaningCheck(bank, diagnostics).run();
}

}  // namespace assess
