#include <assess/authoring/enterprise_scope.hpp>
#include <assess/authoring/impact.hpp>
#include <assess/bank/index.hpp>

#include <array>
#include <unordered_set>

namespace assess::authoring {
namespace {

std::unordered_set<std::string_view> tailorable_areas(const Bank& bank) {
  std::unordered_set<std::string_view> out;
  for (const Area& area : bank.areas) {
    if (area.is_tailorable) out.insert(area.id.value);
  }
  return out;
}

// Whether the old bank took what the new one refuses: other faults are not due to the change.
bool was_good(const Carried& entry, const BankIndex& index, const BankIndex& now,
              const std::unordered_set<std::string_view>& tailorable,
              const EnterpriseScope& scope) {
  const Bank& before = index.bank();
  switch (entry.part) {
    case AnswerPart::variant:
      return before.find_variant(entry.id).has_value();
    case AnswerPart::tailored:
      return tailorable.contains(entry.id);
    case AnswerPart::indicator:
      return before.find_indicator(entry.id) != nullptr;
    case AnswerPart::answer: {
      const auto place = index.find_question(entry.id);
      if (!place || entry.value.empty()) return place.has_value();
      if (!now.find_question(entry.id)) return true;  // whatever was answered to it
      const Question& question = before.question(*place);
      if (entry.value == "n/a") return scope.takes_not_applicable(question);
      return find_option(question, entry.value).has_value();
    }
  }
  return false;
}

// A bank that begins to have variants asks for one that no file names.
Carried missing_variant() {
  Carried entry;
  entry.part = AnswerPart::variant;
  entry.fate = Fate::dropped;
  entry.why = Why::variant_gone;
  return entry;
}

}  // namespace

std::string_view state_name(ImpactState value) {
  constexpr std::array<std::string_view, 5> names{"untouched", "loses", "breaks", "other-bank",
                                                  "unreadable"};
  return names[static_cast<std::size_t>(value)];
}

Impact impact_of(const Answers& answers, const Bank& before, const Bank& after) {
  Impact out;
  const bool is_of_bank = answers.bank_id() == before.id.value;
  if (!is_of_bank || !version_fits(answers.bank_version(), before.version)) {
    out.state = ImpactState::other_bank;
    return out;
  }
  out.is_other_version =
      before.id.value != after.id.value || !version_fits(answers.bank_version(), after.version);
  const BankIndex old_index(before);
  const BankIndex new_index(after);
  const auto tailorable = tailorable_areas(before);
  const EnterpriseScope old_scope(before, answers);
  const EnterpriseScope new_scope(after, answers);
  Migration migration = plan_migration(answers, after, &before);
  for (Carried& entry : migration.entries) {
    if (entry.fate == Fate::added) {
      const Question& asked = after.question(*new_index.find_question(entry.id));
      const bool was_asked =
          old_index.find_question(entry.id) || old_index.find_question(asked.replaces.value);
      if (!was_asked) out.added.push_back(entry.id);
    } else if (entry.fate != Fate::kept) {
      if (was_good(entry, old_index, new_index, tailorable, old_scope))
        out.breaks.push_back(std::move(entry));
    } else if (entry.part == AnswerPart::answer && !entry.value.empty()) {
      const auto old = old_index.find_question(entry.id);
      const auto now = new_index.find_question(entry.id);
      const bool counted = old && !old_scope.is_out(before.question(*old).area);
      if (counted && new_scope.is_out(after.question(*now).area)) out.loses.push_back(entry.id);
    }
  }
  if (before.variants.empty() && !after.variants.empty()) out.breaks.push_back(missing_variant());
  out.state = !out.breaks.empty()  ? ImpactState::breaks
              : !out.loses.empty() ? ImpactState::loses
                                   : ImpactState::untouched;
  return out;
}

}  // namespace assess::authoring
