#include <assess/tailor/tailor.hpp>
#include <assess/tailor/whole.hpp>

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace assess {
namespace {

enum class Scope { in, out_by_variant, out_by_tailoring };

// What the marks of an area and those above it say; areas come after their parents.
std::vector<Scope> mark_scopes(const Bank& bank, const Tailoring& tailoring) {
  std::vector<Scope> scopes(bank.areas.size(), Scope::in);
  for (const AreaId area : tailoring.areas) scopes[area.index] = Scope::out_by_tailoring;
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    const Area& area = bank.areas[i];
    if (area.parent && scopes[area.parent->index] != Scope::in) {
      scopes[i] = scopes[area.parent->index];
    } else if (!area.weights[tailoring.weight_set]) {
      scopes[i] = Scope::out_by_variant;
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
  std::vector<Fraction> weights;
  for (const std::size_t i : siblings) {
    weights.push_back(sheet.areas[i].weight);
    sum += weights.back();
  }
  const auto whole = in_whole_numbers(weights);
  for (std::size_t i = 0; i < siblings.size(); ++i) {
    SheetArea& area = sheet.areas[siblings[i]];
    if (sum != Fraction(0)) area.weight = area.weight / sum;
    if (whole) area.units = whole->numbers[i];
  }
}

// Whole numbers of points for the options of a group, if small ones are enough.
void give_points(const Bank& bank, QuestionGroup& group) {
  std::vector<Fraction> weights;
  std::vector<Fraction> scores;
  weights.reserve(group.entries.size());
  scores.reserve(group.entries.size() *
                 bank.question(group.entries.front().question).options.size());
  for (const QuestionGroup::Entry& entry : group.entries) {
    const Question& question = bank.question(entry.question);
    weights.push_back(question.weight);
    for (const Option& option : question.options) scores.push_back(option.score);
  }
  const auto weight = in_whole_numbers(weights);
  const auto score = in_whole_numbers(scores);
  if (!weight || !score) return;
  const std::int64_t largest = *std::max_element(weight->numbers.begin(), weight->numbers.end());
  // So that weights add up to at most 2^31 and points to at most 2^62, whatever is answered.
  if (largest > most_whole / static_cast<std::int64_t>(group.entries.size())) return;
  group.has_points = true;
  group.points.reserve(score->numbers.size());
  group.full = score->per_one;
  for (std::size_t i = 0; i < group.entries.size(); ++i) {
    QuestionGroup::Entry& entry = group.entries[i];
    entry.weight = weight->numbers[i];
    entry.points = group.points.size();
    const std::size_t options = bank.question(entry.question).options.size();
    for (std::size_t option = 0; option < options; ++option) {
      group.points.push_back(score->numbers[group.points.size()] * entry.weight);
    }
  }
}

std::vector<QuestionGroup> group_questions(const Sheet& sheet, int level) {
  std::vector<QuestionGroup> groups;
  std::vector<std::optional<std::size_t>> group_of(sheet.areas.size());
  for (const SheetQuestion& entry : sheet.questions) {
    if (sheet.bank->question(entry.question).level != level) continue;
    auto& place = group_of[entry.area];
    if (!place) {
      place = groups.size();
      groups.push_back({.area = entry.area});
    }
    groups[*place].entries.push_back({.question = entry.question});
  }
  for (QuestionGroup& group : groups) give_points(*sheet.bank, group);
  return groups;
}

// By area and level of the bank: the questions that were tailored out, those of inner areas added
// up. What the variant does not hold was never there to be tailored.
std::vector<std::vector<int>> count_tailored(const Sheet& sheet) {
  const Bank& bank = *sheet.bank;
  std::vector<std::vector<int>> counts(bank.areas.size(), std::vector<int>(bank.levels.size()));
  std::vector<bool> is_tailored(bank.areas.size(), false);
  for (const OutArea& area : sheet.out) {
    is_tailored[area.area.index] = area.reason == OutReason::tailored;
  }
  for (const Question& question : bank.questions) {
    if (!is_tailored[question.area.index]) continue;
    for (std::size_t level = 0; level < bank.levels.size(); ++level) {
      if (bank.levels[level].number.value == question.level) ++counts[question.area.index][level];
    }
  }
  for (std::size_t i = bank.areas.size(); i-- > 0;) {  // children stand behind their parents
    const auto& parent = bank.areas[i].parent;
    for (std::size_t level = 0; parent && level < bank.levels.size(); ++level) {
      counts[parent->index][level] += counts[i][level];
    }
  }
  return counts;
}

// What scoring asks of the sheet again and again.
void prepare(Sheet& sheet) {
  for (const Level& level : sheet.bank->levels) {
    sheet.groups.push_back(group_questions(sheet, level.number.value));
  }
  std::vector<std::vector<int>> tailored = count_tailored(sheet);
  for (const AreaId section : sheet.bank->sections()) {
    sheet.sections.push_back({section, sheet.find(section), std::move(tailored[section.index])});
  }
}

}  // namespace

std::optional<std::size_t> Sheet::find(AreaId area) const {
  const auto found =
      std::lower_bound(areas.begin(), areas.end(), area,
                       [](const SheetArea& entry, AreaId wanted) { return entry.area < wanted; });
  if (found == areas.end() || found->area != area) return std::nullopt;
  return static_cast<std::size_t>(found - areas.begin());
}

Tailoring tailoring_of(const Bank& bank, const Answers& answers) {
  Tailoring out{.weight_set = bank.find_variant(answers.variant.value).value_or(0)};
  if (answers.tailored.empty()) return out;
  std::unordered_set<std::string_view> names;
  for (const Located<std::string>& id : answers.tailored) names.insert(id.value);
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    if (names.contains(bank.areas[i].id.value)) {
      out.areas.push_back(AreaId{static_cast<std::uint32_t>(i)});
    }
  }
  return out;
}

Sheet tailor(const Bank& bank, const Tailoring& tailoring) {
  Sheet sheet;
  sheet.bank = &bank;
  sheet.weight_set = tailoring.weight_set;
  std::vector<Scope> scopes = mark_scopes(bank, tailoring);
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
    const Fraction& weight = area.weights[sheet.weight_set]->value.value;
    sheet.areas.push_back({.area = id, .parent = parent, .weight = weight});
  }
  renormalise(sheet, top);
  for (const SheetArea& area : sheet.areas) renormalise(sheet, area.children);
  for (std::size_t i = 0; i < bank.questions.size(); ++i) {
    if (const auto area = place[bank.questions[i].area.index]) {
      sheet.questions.push_back({QuestionId{static_cast<std::uint32_t>(i)}, *area});
    }
  }
  prepare(sheet);
  return sheet;
}

Sheet tailor(const Bank& bank, const Answers& answers) {
  return tailor(bank, tailoring_of(bank, answers));
}

}  // namespace assess
