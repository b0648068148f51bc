#include <assess/authoring/scope.hpp>

#include <algorithm>

namespace assess::authoring {

Asked asked_below_areas(const Bank& bank) {
  Asked out{std::vector<LevelSet>(bank.areas.size(), 0),
            std::vector<std::size_t>(bank.areas.size(), 0)};
  for (const Question& question : bank.questions) {  // levels are numbered 1, 2, 3
    out.levels[question.area.index] |= level_bit(static_cast<std::size_t>(question.level) - 1);
    ++out.questions[question.area.index];
  }
  for (std::size_t i = bank.areas.size(); i-- > 0;) {  // children stand behind their parents
    const auto& parent = bank.areas[i].parent;
    if (!parent) continue;
    out.levels[parent->index] |= out.levels[i];
    out.questions[parent->index] += out.questions[i];
  }
  return out;
}

Scope scope_of(const Bank& bank, const Asked& asked, std::size_t weight_set, Tailoring tailoring) {
  Scope out{std::vector<bool>(bank.areas.size()), std::vector<bool>(bank.areas.size())};
  const auto weighs = [&](std::size_t area) {
    const auto& weight = bank.areas[area].weights[weight_set];
    return weight && weight->value.value != Fraction(0);
  };
  // From the leaves up: an inner area without a weighty child left goes out with them.
  std::vector<bool> has_weighty_child(bank.areas.size(), false);
  for (std::size_t i = bank.areas.size(); i-- > 0;) {
    const Area& area = bank.areas[i];
    const bool is_out = tailoring == Tailoring::everything && area.is_tailorable;
    out.is_in[i] = area.weights[weight_set] && !is_out && (area.is_leaf() || has_weighty_child[i]);
    if (area.parent && out.is_in[i] && weighs(i)) has_weighty_child[area.parent->index] = true;
  }
  // And down again: what stands below an area that is out is out too.
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    const auto& parent = bank.areas[i].parent;
    if (parent && !out.is_in[parent->index]) out.is_in[i] = false;
    out.counts[i] = out.is_in[i] && weighs(i) && (!parent || out.counts[parent->index]);
    if (!bank.areas[i].is_leaf()) continue;
    if (out.is_in[i]) out.asked |= asked.levels[i];
    if (out.counts[i]) out.counted |= asked.levels[i];
    out.any_counts = out.any_counts || out.counts[i];
  }
  return out;
}

std::vector<AreaId> topmost_tailorable(const Bank& bank) {
  std::vector<AreaId> out;
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    const Area& area = bank.areas[i];
    const bool is_below_one = area.parent && bank.area(*area.parent).is_tailorable;
    if (area.is_tailorable && !is_below_one) out.push_back(AreaId{static_cast<std::uint32_t>(i)});
  }
  return out;
}

}  // namespace assess::authoring
