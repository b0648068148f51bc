#include <assess/authoring/enterprise_scope.hpp>

#include <string_view>
#include <unordered_set>

namespace assess::authoring {

EnterpriseScope::EnterpriseScope(const Bank& bank, const Answers& answers)
    : bank_(bank), is_out_(bank.areas.size()) {
  std::unordered_set<std::string_view> tailored;
  for (const auto& area : answers.tailored) tailored.insert(area.value);
  const auto variant = bank.find_variant(answers.variant.value);
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {  // parents come first
    const Area& area = bank.areas[i];
    const bool has_weight = bank.variants.empty() || !variant || area.weights[*variant].has_value();
    is_out_[i] = !has_weight || (area.is_tailorable && tailored.contains(area.id.value)) ||
                 (area.parent && is_out_[area.parent->index]);
  }
}

bool EnterpriseScope::takes_not_applicable(const Question& question) const {
  switch (bank_.scoring.not_applicable) {
    case NotApplicable::any:
      return true;
    case NotApplicable::tailored:
      return is_out(question.area);
    case NotApplicable::never:
      return false;
  }
  return false;
}

}  // namespace assess::authoring
