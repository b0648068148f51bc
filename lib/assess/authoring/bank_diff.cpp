#include <assess/authoring/bank_diff.hpp>
#include <assess/authoring/differ.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace assess::authoring {
namespace {

std::string words_of(const std::vector<Language>& languages) {
  std::string out;
  for (const Language language : languages) {
    if (!out.empty()) out += ", ";
    out += language_tag(language);
  }
  return out;
}

std::string number_or_empty(const std::optional<Located<Fraction>>& number) {
  return number ? number->value.exact() : std::string();
}

// How much of it may be answered by `n/a`.
int freedom(NotApplicable rule) {
  switch (rule) {
    case NotApplicable::never:
      return 0;
    case NotApplicable::tailored:
      return 1;
    case NotApplicable::any:
      return 2;
  }
  return 0;
}

}  // namespace

std::string_view class_name(ChangeClass value) {
  constexpr std::array<std::string_view, 3> names{"structure", "scoring", "text"};
  return names[static_cast<std::size_t>(value)];
}

std::string_view kind_name(ChangeKind value) {
  constexpr std::array<std::string_view, 8> names{"added",    "removed",    "renamed",  "moved",
                                                  "reworded", "reweighted", "rescored", "changed"};
  return names[static_cast<std::size_t>(value)];
}

std::string_view subject_name(Subject value) {
  constexpr std::array<std::string_view, 10> names{"bank",    "tier",       "level", "variant",
                                                   "scoring", "provenance", "area",  "question",
                                                   "option",  "indicator"};
  return names[static_cast<std::size_t>(value)];
}

Change& Differ::add(ChangeClass type, ChangeKind kind, const Thing& thing) {
  Change change;
  change.type = type;
  change.kind = kind;
  change.subject = thing.subject;
  change.id = thing.id;
  if (thing.title != nullptr) change.title = *thing.title;
  changes.push_back(std::move(change));
  return changes.back();
}

void Differ::compare_text(const Thing& thing, const std::string& part, const Text& before,
                          const Text& after) {
  for (const Language language : {Language::zh, Language::en}) {
    const std::string& old = language == Language::zh ? before.zh : before.en;
    const std::string& now = language == Language::zh ? after.zh : after.en;
    if (old == now) continue;
    Change& change = add(ChangeClass::text, ChangeKind::reworded, thing);
    change.part = part;
    change.language = language;
    change.before = old;
    change.after = now;
  }
}

void Differ::compare_word(const Thing& thing, const std::string& part, const std::string& before,
                          const std::string& after, ChangeClass type) {
  if (before == after) return;
  Change& change = add(type, ChangeKind::changed, thing);
  change.part = part;
  change.before = before;
  change.after = after;
}

void Differ::compare_shares(const Thing& thing, const std::string& variant, const Fraction& before,
                            const Fraction& after) {
  if (before == after) return;
  Change& change = add(ChangeClass::scoring, ChangeKind::reweighted, thing);
  change.part = "weight";
  change.variant = variant;
  change.before_number = before;
  change.after_number = after;
}

void Differ::compare_bank() {
  const Thing thing{Subject::bank, {}, &after_.title};
  compare_word(thing, "id", before_.id.value, after_.id.value, ChangeClass::structure);
  if (!changes.empty()) changes.back().costs_answers = true;
  compare_text(thing, "title", before_.title, after_.title);
  compare_text(thing, "description", before_.description, after_.description);
  compare_text(thing, "instructions", before_.instructions, after_.instructions);
  compare_word(thing, "languages", words_of(before_.languages), words_of(after_.languages),
               ChangeClass::text);
  compare_tiers();
  compare_levels();
  compare_variants();
  compare_scoring();
  compare_origins();
}

// Tiers are the depths of the tree, so they are paired by their place.
void Differ::compare_tiers() {
  for (std::size_t i = 0; i < std::max(before_.tiers.size(), after_.tiers.size()); ++i) {
    if (i >= before_.tiers.size() || i >= after_.tiers.size()) {
      const bool is_new = i >= before_.tiers.size();
      const Tier& tier = is_new ? after_.tiers[i] : before_.tiers[i];
      add(ChangeClass::structure, is_new ? ChangeKind::added : ChangeKind::removed,
          {Subject::tier, tier.id.value, &tier.title});
      continue;
    }
    const Tier& before = before_.tiers[i];
    const Tier& after = after_.tiers[i];
    const Thing thing{Subject::tier, after.id.value, &after.title};
    compare_word(thing, "id", before.id.value, after.id.value, ChangeClass::structure);
    compare_text(thing, "title", before.title, after.title);
  }
}

void Differ::compare_levels() {
  for (std::size_t i = 0; i < std::max(before_.levels.size(), after_.levels.size()); ++i) {
    if (i >= before_.levels.size() || i >= after_.levels.size()) {
      const bool is_new = i >= before_.levels.size();
      const Level& level = is_new ? after_.levels[i] : before_.levels[i];
      add(ChangeClass::structure, is_new ? ChangeKind::added : ChangeKind::removed,
          {Subject::level, std::to_string(level.number.value), &level.title});
      continue;
    }
    const Level& before = before_.levels[i];
    const Level& after = after_.levels[i];
    const Thing thing{Subject::level, std::to_string(after.number.value), &after.title};
    if (before.threshold.value != after.threshold.value) {
      Change& change = add(ChangeClass::scoring, ChangeKind::changed, thing);
      change.part = "threshold";
      change.before_number = before.threshold.value;
      change.after_number = after.threshold.value;
    }
    compare_text(thing, "title", before.title, after.title);
    compare_text(thing, "description", before.description, after.description);
  }
}

void Differ::compare_variants() {
  for (const Variant& before : before_.variants) {
    if (after_.find_variant(before.id.value)) continue;
    add(ChangeClass::structure, ChangeKind::removed,
        {Subject::variant, before.id.value, &before.title})
        .costs_answers = true;
  }
  for (const Variant& after : after_.variants) {
    const Thing thing{Subject::variant, after.id.value, &after.title};
    const auto place = before_.find_variant(after.id.value);
    if (!place) {
      // Where there were none, answer files name none, and now have to.
      add(ChangeClass::structure, ChangeKind::added, thing).costs_answers =
          before_.variants.empty();
      continue;
    }
    const Variant& before = before_.variants[*place];
    compare_text(thing, "title", before.title, after.title);
    compare_text(thing, "description", before.description, after.description);
  }
}

void Differ::compare_scoring() {
  const Thing thing{Subject::scoring, {}, nullptr};
  const Scoring& before = before_.scoring;
  const Scoring& after = after_.scoring;
  const auto compare = [&](const char* part, std::string_view old, std::string_view now,
                           ChangeClass type = ChangeClass::scoring) {
    compare_word(thing, part, std::string(old), std::string(now), type);
  };
  compare("progression", progression_name(before.progression), progression_name(after.progression));
  compare("empty_area", empty_area_name(before.empty_area), empty_area_name(after.empty_area));
  compare("satisfied_counts", satisfied_counts_name(before.satisfied_counts),
          satisfied_counts_name(after.satisfied_counts));
  if (before.not_applicable != after.not_applicable) {
    compare("not_applicable", not_applicable_name(before.not_applicable),
            not_applicable_name(after.not_applicable));
    changes.back().costs_answers = freedom(after.not_applicable) < freedom(before.not_applicable);
  }
  // A promise to whoever edits the bank; no score depends on it.
  compare("weights_sum", number_or_empty(before.weights_sum), number_or_empty(after.weights_sum),
          ChangeClass::text);
}

void Differ::compare_origins() {
  for (const Origin& before : before_.origins) {
    if (after_.find_origin(before.key.value) != nullptr) continue;
    add(ChangeClass::text, ChangeKind::removed,
        {Subject::provenance, before.key.value, &before.text});
  }
  for (const Origin& after : after_.origins) {
    const Thing thing{Subject::provenance, after.key.value, &after.text};
    const Origin* before = before_.find_origin(after.key.value);
    if (before == nullptr) {
      add(ChangeClass::text, ChangeKind::added, thing);
      continue;
    }
    compare_word(thing, "confidence", std::string(confidence_name(before->confidence)),
                 std::string(confidence_name(after.confidence)), ChangeClass::text);
    compare_text(thing, "text", before->text, after.text);
  }
}

void Differ::compare_indicators() {
  for (const Indicator& before : before_.indicators) {
    if (after_.find_indicator(before.id.value) != nullptr) continue;
    add(ChangeClass::structure, ChangeKind::removed,
        {Subject::indicator, before.id.value, &before.title})
        .costs_answers = true;
  }
  for (const Indicator& after : after_.indicators) {
    const Thing thing{Subject::indicator, after.id.value, &after.title};
    const Indicator* before = before_.find_indicator(after.id.value);
    if (before == nullptr) {
      add(ChangeClass::structure, ChangeKind::added, thing);
      continue;
    }
    // The same figure in another unit is another figure.
    compare_word(thing, "unit", before->unit, after.unit, ChangeClass::structure);
    compare_word(thing, "free", before->is_free ? "true" : "false",
                 after.is_free ? "true" : "false", ChangeClass::structure);
    compare_text(thing, "title", before->title, after.title);
    compare_text(thing, "description", before->description, after.description);
  }
}

std::size_t BankDiff::count(ChangeClass type) const {
  return static_cast<std::size_t>(std::count_if(
      changes.begin(), changes.end(), [&](const Change& change) { return change.type == type; }));
}

std::vector<const Question*> former_questions(const Bank& before, const Bank& after) {
  std::unordered_map<std::string_view, const Question*> known;
  for (const Question& question : before.questions) known.emplace(question.id.value, &question);
  std::vector<const Question*> out;
  for (const Question& question : after.questions) {
    auto found = known.find(question.id.value);
    if (found == known.end()) found = known.find(question.replaces.value);
    out.push_back(found == known.end() ? nullptr : found->second);
  }
  return out;
}

BankDiff compare_banks(const Bank& before, const Bank& after) {
  Differ differ(before, after);
  differ.compare_bank();
  differ.compare_areas();
  differ.compare_questions();
  differ.compare_indicators();
  BankDiff diff;
  diff.changes = std::move(differ.changes);
  std::stable_sort(diff.changes.begin(), diff.changes.end(),
                   [](const Change& a, const Change& b) { return a.type < b.type; });
  for (const Change& change : diff.changes) {
    const Step step = change.costs_answers               ? Step::major
                      : change.type == ChangeClass::text ? Step::patch
                                                         : Step::minor;
    diff.due = std::max(diff.due, step);
  }
  diff.taken = step_between(before.version, after.version);
  std::unordered_set<std::string_view> known;
  for (const Question& question : before.questions) known.insert(question.id.value);
  for (const Question& question : after.questions) {
    if (known.contains(question.replaces.value) && known.contains(question.id.value)) {
      diff.kept_and_replacing.push_back(&question);
    }
  }
  return diff;
}

}  // namespace assess::authoring
