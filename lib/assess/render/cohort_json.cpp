// The cohort file (docs/formats.md). Keys stand in alphabetical order in every object.
#include <assess/cohort/read.hpp>
#include <assess/render/cohort.hpp>
#include <assess/render/json_values.hpp>

#include <fmt/format.h>

#include <iterator>

namespace assess::render {
namespace {

constexpr GridValue histogram_step = 1'000;  // 0.1

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json sorted_text(const Text& text) {
  return {{"en", text.en}, {"zh", text.zh}};
}

// One value of JSON for the whole of it: a million numbers in a list would be 16 times the memory
// and twice the file.
std::string values_of(const Distribution& distribution) {
  std::string out;
  for (const Distribution::Entry& entry : distribution.entries()) {
    if (!out.empty()) out += ' ';
    fmt::format_to(std::back_inserter(out), "{}", entry.value);
    if (entry.count != 1) fmt::format_to(std::back_inserter(out), "*{}", entry.count);
  }
  return out;
}

void add_figures(Json& out, const Distribution& of) {
  const auto number = [&](auto figure) {
    return of.is_empty() ? Json(nullptr) : plain_number(figure());
  };
  out["count"] = of.count();
  out["lower_quartile"] = number([&] { return of.quantile(1, 4); });
  out["maximum"] = number([&] { return of.maximum(); });
  out["mean"] = number([&] { return of.mean(); });
  out["median"] = number([&] { return of.median(); });
  out["minimum"] = number([&] { return of.minimum(); });
  out["upper_quartile"] = number([&] { return of.quantile(3, 4); });
  out["values"] = values_of(of);
}

Json total_value(const CohortGroup& group) {
  Json out = Json::object();
  add_figures(out, group.total);
  return out;
}

Json bank_value(const CohortBank& bank) {
  Json areas = Json::array();
  for (const auto& area : bank.areas) {
    areas.push_back({{"id", area.id},
                     {"lowest", area.is_lowest},
                     {"section", area.section == 0 ? Json(nullptr) : Json(area.section)},
                     {"title", sorted_text(area.title)}});
  }
  Json levels = Json::array();
  for (const auto& level : bank.levels) {
    levels.push_back({{"threshold", level.threshold.exact()}, {"title", sorted_text(level.title)}});
  }
  Json variants = Json::array();
  for (const auto& variant : bank.variants) {
    variants.push_back({{"id", variant.id}, {"title", sorted_text(variant.title)}});
  }
  return {{"areas", std::move(areas)},       {"id", bank.id},
          {"levels", std::move(levels)},     {"title", sorted_text(bank.title)},
          {"variants", std::move(variants)}, {"version", bank.version}};
}

Json areas_value(const Cohort& cohort) {
  Json out = Json::array();
  for (std::size_t i = 0; i < cohort.areas.size(); ++i) {
    Json entry{{"area", cohort.bank.areas[i].id}};
    add_figures(entry, cohort.areas[i]);
    out.push_back(std::move(entry));
  }
  return out;
}

// `name` stands where the alphabet wants it: before `levels` for a division, behind it otherwise.
Json groups_value(const CohortGroups& groups, const std::string& name) {
  Json out = Json::array();
  for (const auto& [key, group] : groups) {
    Json entry{{"count", group.count()}};
    if (name < "levels") entry[name] = text_or_null(key);
    entry["levels"] = group.levels;
    if (name > "levels" && name < "total") entry[name] = text_or_null(key);
    entry["total"] = total_value(group);
    if (name > "total") entry[name] = text_or_null(key);
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace

std::string cohort_json(const Cohort& cohort) {
  const auto histogram = cohort.all.total.histogram(histogram_step, cohort.bank.levels.size() * 10);
  Json out{{"areas", areas_value(cohort)}, {"bank", bank_value(cohort.bank)}};
  out["by_division"] = groups_value(cohort.by_division, "division");
  out["by_size"] = groups_value(cohort.by_size, "size");
  out["by_variant"] = groups_value(cohort.by_variant, "variant");
  out["count"] = cohort.count();
  out["finished"] = {{"count", cohort.finished},
                     {"first", text_or_null(cohort.first)},
                     {"last", text_or_null(cohort.last)}};
  out["histogram"] = {{"counts", histogram}, {"step", plain_number(from_grid(histogram_step))}};
  out["levels"] = cohort.all.levels;
  out["schema"] = cohort_schema;
  out["total"] = total_value(cohort.all);
  return written(out);
}

}  // namespace assess::render
