#include <assess/authoring/enterprise_scope.hpp>
#include <assess/authoring/migration.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace assess::authoring {
namespace {

bool has_content(const Answer& answer) {
  return answer.option || !answer.note.empty() || !answer.evidence.empty();
}

// `cmmm@1.2` becomes `cmmm@2.0`: as many parts of the version as were written.
std::string new_reference(const Answers& answers, const Bank& to) {
  const std::string wanted = answers.bank_version();
  if (wanted.empty()) return answers.bank.value;
  auto parts = std::count(wanted.begin(), wanted.end(), '.');
  std::size_t end = to.version.find('.');
  for (; parts > 0 && end != std::string::npos; --parts) end = to.version.find('.', end + 1);
  return answers.bank_id() + "@" + to.version.substr(0, end);
}

class Planner {
 public:
  Planner(const Answers& answers, const Bank& to, const Bank* from)
      : answers_(answers), to_(to), from_(from) {
    for (const Question& question : to.questions) {
      asked_.emplace(question.id.value, &question);
      if (!question.replaces.value.empty()) replaced_.emplace(question.replaces.value, &question);
    }
    for (const Area& area : to.areas) areas_.emplace(area.id.value, &area);
    if (from == nullptr) return;
    for (const Area& area : from->areas) former_areas_.emplace(area.id.value, &area);
    for (const Question& question : from->questions) former_.emplace(question.id.value, &question);
  }

  Migration run() {
    out_.bank_before = answers_.bank.value;
    out_.bank_after = new_reference(answers_, to_);
    carry_variant();
    carry_tailoring();
    const EnterpriseScope scope(to_, scope_);
    carry_answers(scope);
    carry_indicators();
    add_not_in_files(scope);
    return std::move(out_);
  }

 private:
  Carried& add(AnswerPart part, Fate fate, Why why, const std::string& id) {
    Carried entry;
    entry.part = part;
    entry.fate = fate;
    entry.why = why;
    entry.id = id;
    out_.entries.push_back(std::move(entry));
    return out_.entries.back();
  }

  void carry_variant() {
    const std::string& id = answers_.variant.value;
    if (id.empty()) return;
    scope_.variant = answers_.variant;
    const auto place = to_.find_variant(id);
    if (place) {
      add(AnswerPart::variant, Fate::kept, Why::as_before, id).title = to_.variants[*place].title;
      return;
    }
    Carried& entry = add(AnswerPart::variant, Fate::dropped,
                         to_.variants.empty() ? Why::no_variants : Why::variant_gone, id);
    entry.value = id;
    entry.has_content = true;
    const auto former = from_ == nullptr ? std::nullopt : from_->find_variant(id);
    if (former) entry.title = from_->variants[*former].title;
  }

  void carry_tailoring() {
    for (const auto& name : answers_.tailored) {
      const auto place = areas_.find(name.value);
      const bool is_known = place != areas_.end();
      if (is_known && place->second->is_tailorable) {
        scope_.tailored.push_back(name);
        add(AnswerPart::tailored, Fate::kept, Why::as_before, name.value).title =
            place->second->title;
        continue;
      }
      Carried& entry = add(AnswerPart::tailored, Fate::dropped,
                           is_known ? Why::not_tailorable : Why::area_gone, name.value);
      entry.value = name.value;
      entry.has_content = true;
      const auto former = former_areas_.find(name.value);
      if (is_known) entry.title = place->second->title;
      if (!is_known && former != former_areas_.end()) entry.title = former->second->title;
    }
  }

  // The question that an answer belongs to, how it got there, or nullptr when it has none.
  const Question* target_of(const Answer& answer, Why& why) const {
    why = Why::as_before;
    if (const auto own = asked_.find(answer.question.value); own != asked_.end()) {
      return own->second;
    }
    why = Why::question_gone;
    const auto heir = replaced_.find(answer.question.value);
    if (heir == replaced_.end()) return nullptr;
    why = in_file_.contains(heir->second->id.value) ? Why::already_answered : Why::replaced;
    return why == Why::replaced ? heir->second : nullptr;
  }

  bool is_taken(const Question& question, const Answer& answer, const EnterpriseScope& scope,
                Why& why) const {
    if (!answer.option) return true;
    if (answer.is_not_applicable()) {
      why = Why::not_applicable;
      return scope.takes_not_applicable(question);
    }
    why = Why::option_gone;
    return find_option(question, answer.option->value).has_value();
  }

  void carry_answers(const EnterpriseScope& scope) {
    for (const Answer& answer : answers_.answers) in_file_.insert(answer.question.value);
    for (const Answer& answer : answers_.answers) {
      Why why = Why::as_before;
      const Question* target = target_of(answer, why);
      Fate fate = target == nullptr      ? Fate::dropped
                  : why == Why::replaced ? Fate::renamed
                                         : Fate::kept;
      Why refusal = why;
      if (target != nullptr && !is_taken(*target, answer, scope, refusal)) {
        why = refusal;
        fate = Fate::cleared;
      }
      Carried& entry = add(AnswerPart::answer, fate, why, answer.question.value);
      entry.has_content = has_content(answer);
      if (answer.option) entry.value = answer.option->value;
      if (target != nullptr) {
        if (target->id.value != entry.id) entry.new_id = target->id.value;
        entry.title = target->text;
        begun_.insert(target->level);
        in_file_.insert(target->id.value);
      } else if (const auto former = former_.find(entry.id); former != former_.end()) {
        entry.title = former->second->text;
        begun_.insert(former->second->level);
      }
    }
  }

  void carry_indicators() {
    for (const IndicatorValue& value : answers_.indicators) {
      const std::string& id = value.id.value;
      const Indicator* indicator = to_.find_indicator(id);
      Carried& entry = add(AnswerPart::indicator, indicator ? Fate::kept : Fate::dropped,
                           indicator ? Why::as_before : Why::indicator_gone, id);
      entry.value = value.value;
      entry.has_content = !value.is_empty();
      if (indicator == nullptr && from_ != nullptr) indicator = from_->find_indicator(id);
      if (indicator != nullptr) entry.title = indicator->title;
    }
  }

  // Of the levels that were begun; later ones are asked when they open.
  void add_not_in_files(const EnterpriseScope& scope) {
    for (const Question& question : to_.questions) {
      if (in_file_.contains(question.id.value) || !begun_.contains(question.level)) continue;
      if (scope.is_out(question.area)) continue;
      add(AnswerPart::answer, Fate::added, Why::not_in_file, question.id.value).title =
          question.text;
    }
  }

  const Answers& answers_;
  const Bank& to_;
  const Bank* from_;
  Migration out_;
  Answers scope_;  // variant and tailoring as they are afterwards
  std::unordered_map<std::string_view, const Question*> asked_;
  std::unordered_map<std::string_view, const Question*> replaced_;  // by the old id
  std::unordered_map<std::string_view, const Question*> former_;
  std::unordered_map<std::string_view, const Area*> areas_;
  std::unordered_map<std::string_view, const Area*> former_areas_;
  std::unordered_set<std::string_view> in_file_;
  std::set<int> begun_;
};

}  // namespace

std::string_view part_name(AnswerPart value) {
  constexpr std::array<std::string_view, 4> names{"variant", "tailored", "answer", "indicator"};
  return names[static_cast<std::size_t>(value)];
}

std::string_view fate_name(Fate value) {
  constexpr std::array<std::string_view, 5> names{"kept", "renamed", "cleared", "dropped", "added"};
  return names[static_cast<std::size_t>(value)];
}

std::string_view why_name(Why value) {
  constexpr std::array<std::string_view, 12> names{
      "as-before",        "replaced",    "not-in-file",    "question-gone",
      "already-answered", "option-gone", "not-applicable", "variant-gone",
      "no-variants",      "area-gone",   "not-tailorable", "indicator-gone"};
  return names[static_cast<std::size_t>(value)];
}

std::size_t Migration::count(Fate fate) const {
  return static_cast<std::size_t>(std::count_if(
      entries.begin(), entries.end(), [&](const Carried& entry) { return entry.fate == fate; }));
}

bool Migration::loses_something() const {
  return std::any_of(entries.begin(), entries.end(), [](const Carried& entry) {
    return entry.has_content && (entry.fate == Fate::dropped || entry.fate == Fate::cleared);
  });
}

bool Migration::changes_nothing() const {
  return bank_before == bank_after &&
         std::all_of(entries.begin(), entries.end(), [](const Carried& entry) {
           return entry.fate == Fate::kept || entry.fate == Fate::added;
         });
}

Migration plan_migration(const Answers& answers, const Bank& to, const Bank* from) {
  return Planner(answers, to, from).run();
}

}  // namespace assess::authoring
