#include <assess/tailor/tailor.hpp>

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace assess {
namespace {

enum class Scope { in, out_by_variant, out_by_tailoring };

// What the marks of an area and those above it say; areas come after their parents.
std::vector<Scope> mark_scopes(const Bank& bank, const Answers& answers, std::size_t weight_set) {
  std::vector<Scope> scopes(bank.areas.size(), Scope::in);
  std::unordered_set<std::string_view> tailored;
  for (const Located<std::string>& id : answers.tailored) tailored.insert(id.value);
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    const Area& area = bank.areas[i];
    const bool is_tailored = tailored.contains(area.id.value);
    if (area.parent && scopes[area.parent->index] != Scope::in) {
      scopes[i] = scopes[area.parent->index];
    } else if (!area.weights[weight_set]) {
      scopes[i] = Scope::out_by_variant;
    } else if (is_tailored) {
      scopes[i] = Scope::out_by_tailoring;
    }
  }
  return scopes;
}

// An inner area without a weighty child left goes out with them.
void drop_empty_parents(const Bank& bank, std::size_t weight_set, std::vector<Scope>& scopes) {
  for (std::size_t i = bank.areas.size(); i-- > 0;) {
    const Area& area = bank.areas[i];
    if (area.is_leaf() || scopes[i] != Scope::in) continue;
    Fraction sum = 0;
    Scope reason = Scope::out_by_variant;
    for (const AreaId child : area.children) {
      const Scope scope = scopes[child.index];
      if (scope == Scope::in) sum += bank.area(child).weights[weight_set]->value.value;
      if (scope == Scope::out_by_tailoring) reason = scope;
    }
    if (sum == Fraction(0)) scopes[i] = reason;
  }
  // What stands below an area that went out is out too.
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    const auto& parent = bank.areas[i].parent;
    if (parent && scopes[parent->index] != Scope::in && scopes[i] == Scope::in) {
      scopes[i] = scopes[parent->index];
    }
  }
}

void renormalise(Sheet& sheet, const std::vector<std::size_t>& siblings) {
  Fraction sum = 0;
  for (const std::size_t i : siblings) sum += sheet.areas[i].weight;
  if (sum == Fraction(0)) return;
  for (const std::size_t i : siblings) sheet.areas[i].weight = sheet.areas[i].weight / sum;
}

}  // namespace

std::optional<std::size_t> Sheet::find(AreaId area) const {
  const auto found = std::find_if(areas.begin(), areas.end(),
                                  [&](const SheetArea& entry) { return entry.area == area; });
  if (found == areas.end()) return std::nullopt;
  return static_cast<std::size_t>(found - areas.begin());
}

Sheet tailor(const Bank& bank, const Answers& answers) {
  Sheet sheet;
  sheet.bank = &bank;
  sheet.weight_set = bank.find_variant(answers.variant.value).value_or(0);
  std::vector<Scope> scopes = mark_scopes(bank, answers, sheet.weight_set);
  drop_empty_parents(bank, sheet.weight_set, scopes);

  std::vector<std::optional<std::size_t>> place(bank.areas.size());
  std::vector<std::size_t> top;
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    const Area& area = bank.areas[i];
    const AreaId id{static_cast<std::uint32_t>(i)};
    if (scopes[i] != Scope::in) {
      const OutReason reason =
          scopes[i] == Scope::out_by_tailoring ? OutReason::tailored : OutReason::variant;
      if (area.is_leaf()) sheet.out.push_back({id, reason});
      continue;
    }
    place[i] = sheet.areas.size();
    const auto parent = area.parent ? place[area.parent->index] : std::nullopt;
    if (parent) {
      sheet.areas[*parent].children.push_back(sheet.areas.size());
    } else {
      top.push_back(sheet.areas.size());
    }
    sheet.areas.push_back({id, parent, {}, area.weights[sheet.weight_set]->value.value});
  }
  renormalise(sheet, top);
  for (const SheetArea& area : std::vector<SheetArea>(sheet.areas)) {
    renormalise(sheet, area.children);
  }
  for (std::size_t i = 0; i < bank.questions.size(); ++i) {
    if (const auto area = place[bank.questions[i].area.index]) {
      sheet.questions.push_back({QuestionId{static_cast<std::uint32_t>(i)}, *area});
    }
  }
  return sheet;
}

}  // namespace assess
