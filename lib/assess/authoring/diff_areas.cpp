// Areas in the comparison of two banks.
#include <assess/authoring/differ.hpp>

#include <unordered_map>

namespace assess::authoring {
namespace {

std::string parent_of(const Bank& bank, const Area& area) {
  return area.parent ? bank.area(*area.parent).id.value : std::string();
}

std::string number_of(const std::optional<Located<int>>& section) {
  return section ? std::to_string(section->value) : std::string();
}

}  // namespace

std::vector<Differ::WeightSets> Differ::weight_sets() const {
  if (before_.variants.empty() && after_.variants.empty()) return {{0, 0, {}}};
  std::vector<WeightSets> out;
  for (std::size_t i = 0; i < after_.variants.size(); ++i) {
    const std::string& id = after_.variants[i].id.value;
    if (const auto place = before_.find_variant(id)) out.push_back({*place, i, id});
  }
  return out;
}

void Differ::compare_areas() {
  for (const Area& before : before_.areas) {
    if (after_.find_area(before.id.value)) continue;
    add(ChangeClass::structure, ChangeKind::removed,
        {Subject::area, before.id.value, &before.title})
        .costs_answers = before.is_tailorable;  // answer files may name it
  }
  for (const Area& after : after_.areas) {
    if (const auto place = before_.find_area(after.id.value)) {
      compare_area(before_.area(*place), after);
    } else {
      add(ChangeClass::structure, ChangeKind::added, {Subject::area, after.id.value, &after.title});
    }
  }
  compare_area_weights();
}

void Differ::compare_area(const Area& before, const Area& after) {
  const Thing thing{Subject::area, after.id.value, &after.title};
  const std::string from = parent_of(before_, before);
  const std::string to = parent_of(after_, after);
  if (from != to) {
    Change& change = add(ChangeClass::structure, ChangeKind::moved, thing);
    change.part = "parent";
    change.before = from;
    change.after = to;
  }
  compare_word(thing, "section", number_of(before.section), number_of(after.section),
               ChangeClass::structure);
  if (before.is_tailorable != after.is_tailorable) {
    compare_word(thing, "tailorable", before.is_tailorable ? "true" : "false",
                 after.is_tailorable ? "true" : "false", ChangeClass::structure);
    changes.back().costs_answers = before.is_tailorable;
  }
  compare_text(thing, "title", before.title, after.title);
  compare_text(thing, "description", before.description, after.description);
  compare_presence(before, after);
}

// Whether each variant has the area, and where its weight is from.
void Differ::compare_presence(const Area& before, const Area& after) {
  const Thing thing{Subject::area, after.id.value, &after.title};
  for (const WeightSets& sets : weight_sets()) {
    const auto& old = before.weights[sets.before];
    const auto& now = after.weights[sets.after];
    if (old.has_value() != now.has_value()) {
      Change& change =
          add(ChangeClass::structure, now ? ChangeKind::added : ChangeKind::removed, thing);
      change.part = "weight";
      change.variant = sets.variant;
      // Where it is new, questions have to be answered that took `n/a` before.
      change.costs_answers = !now || after_.scoring.not_applicable == NotApplicable::tailored;
      continue;
    }
    if (!old || old->origin == now->origin) continue;
    compare_word(thing, "provenance", old->origin, now->origin, ChangeClass::text);
    changes.back().variant = sets.variant;
  }
}

// Siblings are compared among those that had the same parent and still have it: what came, went or
// moved is told by itself, and need not be told once more by each of its siblings.
void Differ::compare_area_weights() {
  std::unordered_map<std::string, std::size_t> group_of;  // by parent
  std::vector<std::vector<std::pair<const Area*, const Area*>>> groups;
  for (const Area& after : after_.areas) {
    const auto place = before_.find_area(after.id.value);
    if (!place) continue;
    const Area& before = before_.area(*place);
    const std::string parent = parent_of(after_, after);
    if (parent_of(before_, before) != parent) continue;
    const auto [entry, is_new] = group_of.try_emplace(parent, groups.size());
    if (is_new) groups.emplace_back();
    groups[entry->second].emplace_back(&before, &after);
  }
  for (const auto& siblings : groups) compare_siblings(siblings);
}

void Differ::compare_siblings(const std::vector<std::pair<const Area*, const Area*>>& siblings) {
  for (const WeightSets& sets : weight_sets()) {
    const auto has_both = [&](const auto& pair) {
      return pair.first->weights[sets.before] && pair.second->weights[sets.after];
    };
    Fraction sum_before = 0;
    Fraction sum_after = 0;
    for (const auto& pair : siblings) {
      if (!has_both(pair)) continue;
      sum_before += pair.first->weights[sets.before]->value.value;
      sum_after += pair.second->weights[sets.after]->value.value;
    }
    if (sum_before == Fraction(0) || sum_after == Fraction(0)) continue;  // they share nothing
    for (const auto& pair : siblings) {
      if (!has_both(pair)) continue;
      compare_shares({Subject::area, pair.second->id.value, &pair.second->title}, sets.variant,
                     pair.first->weights[sets.before]->value.value / sum_before,
                     pair.second->weights[sets.after]->value.value / sum_after);
    }
  }
}

}  // namespace assess::authoring
