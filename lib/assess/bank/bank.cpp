#include <assess/bank/bank.hpp>

#include <algorithm>

namespace assess {
namespace {

template <typename Things, typename Key>
std::optional<std::uint32_t> index_of(const Things& things, std::string_view wanted, Key key) {
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (key(things[i]) == wanted) return static_cast<std::uint32_t>(i);
  }
  return std::nullopt;
}

constexpr auto id_value = [](const auto& thing) -> const std::string& { return thing.id.value; };

}  // namespace

std::string_view confidence_name(Confidence confidence) {
  switch (confidence) {
    case Confidence::high:
      return "high";
    case Confidence::medium:
      return "medium";
    case Confidence::low:
      return "low";
  }
  return {};
}

std::string_view progression_name(Progression value) {
  return value == Progression::sequential ? "sequential" : "open";
}

std::string_view empty_area_name(EmptyArea value) {
  return value == EmptyArea::exclude ? "exclude" : "met";
}

std::string_view not_applicable_name(NotApplicable value) {
  switch (value) {
    case NotApplicable::tailored:
      return "tailored";
    case NotApplicable::any:
      return "any";
    case NotApplicable::never:
      return "never";
  }
  return {};
}

std::string_view satisfied_counts_name(SatisfiedCounts value) {
  return value == SatisfiedCounts::one ? "one" : "score";
}

std::optional<AreaId> Bank::find_area(std::string_view area_id) const {
  const auto index = index_of(areas, area_id, id_value);
  return index ? std::optional(AreaId{*index}) : std::nullopt;
}

std::optional<QuestionId> Bank::find_question(std::string_view question_id) const {
  const auto index = index_of(questions, question_id, id_value);
  return index ? std::optional(QuestionId{*index}) : std::nullopt;
}

std::optional<std::size_t> Bank::find_variant(std::string_view variant_id) const {
  return index_of(variants, variant_id, id_value);
}

const Indicator* Bank::find_indicator(std::string_view indicator_id) const {
  const auto index = index_of(indicators, indicator_id, id_value);
  return index ? &indicators[*index] : nullptr;
}

const Origin* Bank::find_origin(std::string_view key) const {
  const auto index =
      index_of(origins, key, [](const Origin& o) -> const std::string& { return o.key.value; });
  return index ? &origins[*index] : nullptr;
}

std::vector<AreaId> Bank::sections() const {
  std::vector<AreaId> out;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (areas[i].section) out.push_back(AreaId{static_cast<std::uint32_t>(i)});
  }
  std::stable_sort(out.begin(), out.end(), [&](AreaId a, AreaId b) {
    return area(a).section->value < area(b).section->value;
  });
  return out;
}

std::optional<AreaId> Bank::section_of(AreaId area_id) const {
  for (std::optional<AreaId> at = area_id; at; at = area(*at).parent) {
    if (area(*at).section) return at;
  }
  return std::nullopt;
}

std::string Bank::tier_name(std::size_t depth) const {
  return depth < tiers.size() ? tiers[depth].id.value : std::to_string(depth + 1);
}

std::string Bank::area_number(AreaId area_id) const {
  const auto section = section_of(area_id);
  if (!section) return {};
  int place = 0;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const AreaId other{static_cast<std::uint32_t>(i)};
    if (areas[i].is_leaf() && section_of(other) == section) ++place;
    if (other == area_id) break;
  }
  return std::to_string(area(*section).section->value) + "." + std::to_string(place);
}

std::optional<std::size_t> find_option(const Question& question, std::string_view key) {
  return index_of(question.options, key,
                  [](const Option& option) -> const std::string& { return option.key.value; });
}

bool asks_for_evidence(const Question& question, std::size_t option) {
  if (!question.evidence_from) return false;
  const auto from = find_option(question, *question.evidence_from);
  return from && option >= *from;
}

}  // namespace assess
