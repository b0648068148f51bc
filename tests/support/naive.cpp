#include "naive.hpp"

namespace assess::test {
namespace {

mpq_class rational(const Fraction& value) {
  return mpq_class(value.exact());
}

std::string shown(const std::optional<mpq_class>& value) {
  return value ? value->get_str() : "null";
}

}  // namespace

const PlannedArea* Naive::area(const std::string& id) const {
  for (const PlannedArea& known : plan_.areas) {
    if (known.id == id) return &known;
  }
  return nullptr;
}

// The area itself and all that stand below it.
std::set<std::string> Naive::below(const std::string& id) const {
  std::set<std::string> out{id};
  for (const PlannedArea& child : plan_.areas) {
    if (child.parent == id) out.merge(below(child.id));
  }
  return out;
}

// Something with a weight is left in it: an area whose children are all gone is gone too.
bool Naive::has_weight_below(const PlannedArea& area) const {
  if (!area.weight || tailored_.contains(area.id)) return false;
  if (below(area.id).size() == 1) return true;
  for (const PlannedArea& child : plan_.areas) {
    if (child.parent != area.id || !has_weight_below(child)) continue;
    if (rational(*child.weight) > 0) return true;
  }
  return false;
}

bool Naive::is_in_scope(const PlannedArea& area) const {
  const PlannedArea* parent = this->area(area.parent);
  return has_weight_below(area) && (parent == nullptr || is_in_scope(*parent));
}

// The share of an area among its siblings that are left.
mpq_class Naive::weight(const PlannedArea& area) const {
  mpq_class sum = 0;
  for (const PlannedArea& sibling : plan_.areas) {
    if (sibling.parent == area.parent && is_in_scope(sibling)) sum += rational(*sibling.weight);
  }
  return rational(*area.weight) / sum;
}

bool Naive::is_asked(const PlannedQuestion& question, const std::string& area, int level) const {
  if (question.level != level || !is_in_scope(*this->area(question.area))) return false;
  return area.empty() || below(area).contains(question.area);
}

int Naive::questions(const std::string& area, int level) const {
  int out = 0;
  for (const PlannedQuestion& question : plan_.questions) {
    out += is_asked(question, area, level) ? 1 : 0;
  }
  return out;
}

// Questions that are not `n/a`.
int Naive::counted(const std::string& area, int level) const {
  int out = 0;
  for (const PlannedQuestion& question : plan_.questions) {
    const auto answer = answers_.find(question.id);
    const bool is_out = answer != answers_.end() && answer->second == "n/a";
    out += is_asked(question, area, level) && !is_out ? 1 : 0;
  }
  return out;
}

// Questions without an answer.
int Naive::open_ends(const std::string& area, int level) const {
  int out = 0;
  for (const PlannedQuestion& question : plan_.questions) {
    out += is_asked(question, area, level) && !answers_.contains(question.id) ? 1 : 0;
  }
  return out;
}

// The weighted mean of the children that have a score; the top tier has no parent.
Naive::Score Naive::mean(const std::string& parent, int level) const {
  mpq_class weights = 0;
  mpq_class sum = 0;
  for (const PlannedArea& child : plan_.areas) {
    if (child.parent != parent || !is_in_scope(child)) continue;
    const Score value = score(child, level);
    if (!value) continue;
    weights += rational(*child.weight);
    sum += rational(*child.weight) * *value;
  }
  if (weights == 0) return std::nullopt;
  return mpq_class(sum / weights);
}

Naive::Score Naive::score(const PlannedArea& area, int level) const {
  if (counted(area.id, level) == 0) {
    const bool is_met = plan_.scoring.empty_area == EmptyArea::met && counted("", level) > 0;
    return is_met ? Score(1) : std::nullopt;
  }
  if (below(area.id).size() > 1) return mean(area.id, level);
  std::map<std::string, mpq_class> scale;
  for (const auto& [key, value] : plan_.scale) scale[key] = rational(value);
  mpq_class weights = 0;
  mpq_class sum = 0;
  for (const PlannedQuestion& question : plan_.questions) {
    if (!is_asked(question, area.id, level)) continue;
    const auto answer = answers_.find(question.id);
    if (answer != answers_.end() && answer->second == "n/a") continue;
    weights += rational(question.weight);
    if (answer != answers_.end()) sum += rational(question.weight) * scale.at(answer->second);
  }
  return mpq_class(sum / weights);
}

Naive::Score Naive::shown_score(const PlannedArea& area, int level) const {
  return is_open(level) ? score(area, level) : std::nullopt;
}

Naive::Score Naive::level_score(int level) const {
  return is_open(level) ? mean("", level) : std::nullopt;
}

bool Naive::is_open(int level) const {
  return level == 1 || plan_.scoring.progression == Progression::open || is_satisfied(level - 1);
}

bool Naive::is_satisfied(int level) const {
  const Score score = level_score(level);
  return score && open_ends("", level) == 0 && *score >= threshold(level);
}

int Naive::attained() const {
  int level = 0;
  while (level < levels() && is_satisfied(level + 1)) ++level;
  return level;
}

mpq_class Naive::total() const {
  mpq_class out = 0;
  if (plan_.scoring.progression == Progression::sequential) {
    out = attained();
    const Score next = attained() < levels() ? level_score(attained() + 1) : std::nullopt;
    return next ? mpq_class(out + *next) : out;
  }
  for (int level = 1; level <= levels(); ++level) {
    const bool is_one =
        is_satisfied(level) && plan_.scoring.satisfied_counts == SatisfiedCounts::one;
    out += is_one ? mpq_class(1) : level_score(level).value_or(0);
  }
  return out;
}

mpq_class Naive::threshold(int level) const {
  return rational(plan_.thresholds.at(static_cast<std::size_t>(level - 1)));
}

// A level that asks the area nothing does not stop its run.
bool Naive::passes(const PlannedArea& area, int level) const {
  if (counted(area.id, level) == 0) return true;
  const Score value = score(area, level);
  return value && open_ends(area.id, level) == 0 && *value >= threshold(level);
}

std::optional<int> Naive::area_level(const PlannedArea& area) const {
  bool is_asked_at_all = false;
  bool is_running = true;
  int out = 0;
  for (int level = 1; level <= levels(); ++level) {
    if (!is_open(level)) break;
    is_asked_at_all = is_asked_at_all || counted(area.id, level) > 0;
    is_running = is_running && passes(area, level);
    if (is_running) out = level;
  }
  return is_asked_at_all ? std::optional(out) : std::nullopt;
}

std::string Naive::described() const {
  std::string out = "attained " + std::to_string(attained()) + " total " + total().get_str() + "\n";
  for (int level = 1; level <= levels(); ++level) {
    out += "level " + shown(level_score(level)) + (is_open(level) ? " open" : "") +
           (is_satisfied(level) ? " satisfied" : "") + " asks " +
           std::to_string(questions("", level)) + " left " + std::to_string(open_ends("", level)) +
           "\n";
  }
  for (const PlannedArea& area : plan_.areas) {
    if (!is_in_scope(area)) continue;
    out += area.id + " " + weight(area).get_str() + " level ";
    const auto level = area_level(area);
    out += level ? std::to_string(*level) : "null";
    for (int number = 1; number <= levels(); ++number) {
      out += " " + shown(shown_score(area, number));
    }
    out += "\n";
  }
  return out;
}

std::string described(const Scored& result) {
  std::string out = "attained " + std::to_string(result.card.attained) + " total " +
                    result.card.total.exact() + "\n";
  for (const LevelScore& level : result.card.levels) {
    const Tally& tally = level.tally;
    out += "level " + exact_or_null(level.score) + (level.is_open ? " open" : "") +
           (level.is_satisfied ? " satisfied" : "") + " asks " + std::to_string(tally.questions) +
           " left " + std::to_string(tally.questions - tally.answered - tally.not_applicable) +
           "\n";
  }
  for (std::size_t i = 0; i < result.sheet.areas.size(); ++i) {
    const SheetArea& area = result.sheet.areas[i];
    out += result.sheet.bank->area(area.area).id.value + " " + area.weight.exact() + " level ";
    const auto& level = result.card.areas[i].level;
    out += level ? std::to_string(*level) : "null";
    for (const LevelScore& score : result.card.levels) {
      out += " " + exact_or_null(score.areas[i].score);
    }
    out += "\n";
  }
  return out;
}

}  // namespace assess::test
