#include <assess/bank/area_names.hpp>

#include <algorithm>
#include <charconv>

namespace assess {
namespace {

bool is_same(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc{} && end == text.data() + text.size();
  return is_whole ? std::optional(number) : std::nullopt;
}

std::optional<AreaId> find_area_numbered(const Bank& bank, std::string_view text) {
  const auto dot = text.find('.');
  const auto section = whole_number(text.substr(0, dot));
  if (!section) return std::nullopt;
  const auto place = dot == std::string_view::npos ? 0 : whole_number(text.substr(dot + 1));
  if (!place) return std::nullopt;
  int leaves = 0;
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    const AreaId id{static_cast<std::uint32_t>(i)};
    const auto around = bank.section_of(id);
    if (!around || bank.area(*around).section->value != *section) continue;
    if (dot == std::string_view::npos) return around;
    if (bank.area(id).is_leaf() && ++leaves == *place) return id;
  }
  return std::nullopt;
}

bool stands_for_parent(const Bank& bank, const Area& area) {
  if (!area.parent) return false;
  const Area& above = bank.area(*area.parent);
  return above.children.size() == 1 && above.title == area.title;
}

}  // namespace

std::vector<AreaId> find_areas_called(const Bank& bank, std::string_view name) {
  const auto all_with = [&](auto matches) {
    std::vector<AreaId> out;
    for (std::size_t i = 0; i < bank.areas.size(); ++i) {
      if (matches(bank.areas[i])) out.push_back(AreaId{static_cast<std::uint32_t>(i)});
    }
    return out;
  };
  auto found = all_with([&](const Area& area) { return is_same(area.id.value, name); });
  if (!found.empty()) return found;
  if (const auto numbered = find_area_numbered(bank, name)) return {*numbered};
  if (name.empty()) return {};
  found = all_with([&](const Area& area) {
    return is_same(area.title.zh, name) || is_same(area.title.en, name);
  });
  std::erase_if(found, [&](AreaId id) {
    const auto& children = bank.area(id).children;
    return !children.empty() && stands_for_parent(bank, bank.area(children.front()));
  });
  return found;
}

}  // namespace assess
