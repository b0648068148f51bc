#include <assess/bank/limits.hpp>
#include <assess/base/date.hpp>
#include <assess/cohort/json_tree.hpp>
#include <assess/cohort/read.hpp>
#include <assess/diag/rules_cohort.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace assess {
namespace {

using cohort_file::Fault;
using cohort_file::Value;

constexpr std::size_t most_divisions = 2'001;  // A00 to T99, and none

std::optional<std::uint32_t> number_at(std::string_view text, std::size_t& at) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
  if (error != std::errc{}) return std::nullopt;
  at = static_cast<std::size_t>(end - text.data());
  return number;
}

// `8000*3 8125`: values in rising order, each with its count where that is not 1.
std::optional<std::vector<Distribution::Entry>> parse_entries(std::string_view text,
                                                              GridValue most) {
  std::vector<Distribution::Entry> out;
  for (std::size_t at = 0; at < text.size();) {
    if (!out.empty() && text[at++] != ' ') return std::nullopt;
    const auto value = number_at(text, at);
    std::optional<std::uint32_t> count = 1;
    if (value && at < text.size() && text[at] == '*') count = number_at(text, ++at);
    if (!value || !count || *count == 0 || *value > most) return std::nullopt;
    if (!out.empty() && *value <= out.back().value) return std::nullopt;
    out.push_back({*value, *count});
  }
  return out;
}

class CohortReader {
 public:
  Cohort read(const Value& file) {
    read_bank(file.at("bank"));
    cohort_.all = group(file);
    if (file.at("count").whole(0, max_cohort_members) != cohort_.count()) {
      file.at("total").fail({"份数与 `count` 不符", "its members are not as many as `count` says"});
    }
    cohort_.by_variant = groups(file.at("by_variant"), "variant", [&](const std::string& id) {
      const auto& known = cohort_.bank.variants;
      return std::any_of(known.begin(), known.end(), [&](const auto& v) { return v.id == id; });
    });
    cohort_.by_size = groups(file.at("by_size"), "size", [](const std::string& name) {
      return std::any_of(all_size_classes.begin(), all_size_classes.end(),
                         [&](SizeClass size) { return size_class_name(size) == name; });
    });
    cohort_.by_division = groups(file.at("by_division"), "division",
                                 [](const std::string& code) { return division_of(code) == code; });
    read_areas(file.at("areas"));
    read_days(file.at("finished"));
    return std::move(cohort_);
  }

 private:
  void read_bank(const Value& value) {
    CohortBank& bank = cohort_.bank;
    bank.id = value.at("id").text();
    bank.version = value.at("version").text();
    bank.title = value.at("title").words();
    for (const Value& level : value.at("levels").items(bank_limits::levels)) {
      const auto threshold = Fraction::parse(level.at("threshold").text());
      if (!threshold) level.at("threshold").fail({"应为分数", "it is to be a fraction"});
      bank.levels.push_back({threshold.value_or(1), level.at("title").words()});
    }
    for (const Value& variant : value.at("variants").items(bank_limits::variants)) {
      bank.variants.push_back({variant.at("id").text(), variant.at("title").words()});
    }
    for (const Value& area : value.at("areas").items(bank_limits::areas)) {
      bank.areas.push_back({area.at("id").text(), area.at("title").words(),
                            static_cast<int>(area.at("section").whole_or_null(0, 2'147'483'647)),
                            area.at("lowest").flag()});
    }
    if (bank.levels.empty()) value.at("levels").fail({"没有等级", "there are no levels"});
  }

  Distribution distribution(const Value& value) const {
    const auto most = static_cast<GridValue>(cohort_.bank.levels.size() * grid_units);
    const Value text = value.at("values");
    auto entries = parse_entries(text.text(), most);
    if (!entries) {
      text.fail({fmt::format("应为从小到大的 `值` 或 `值*份数`，值为 0 到 {}，以空格分开", most),
                 fmt::format("it is to be `VALUE` or `VALUE*COUNT` with blanks between them, the "
                             "values rising from 0 to {}",
                             most)});
      return {};
    }
    return Distribution(*std::move(entries));
  }

  CohortGroup group(const Value& value) const {
    CohortGroup out{{}, distribution(value.at("total"))};
    std::int64_t members = 0;
    for (const Value& count : value.at("levels").items(bank_limits::levels + 1)) {
      out.levels.push_back(count.whole(0, max_cohort_members));
      members += out.levels.back();
    }
    if (out.levels.size() != cohort_.bank.levels.size() + 1) {
      value.at("levels").fail({"应为每个等级一个数，前面再加 0 级",
                               "it is to have a count for none and one for each level"});
    }
    if (members != out.count()) {
      value.at("levels").fail({"各等级的份数之和与总分的份数不符",
                               "the levels and the totals are not of as many members"});
    }
    return out;
  }

  // Every member is in one group, so all groups together are the whole.
  template <typename Known>
  CohortGroups groups(const Value& list, const std::string& name, Known is_known) const {
    CohortGroups out;
    std::vector<Distribution> totals;
    std::vector<std::int64_t> levels(cohort_.bank.levels.size() + 1);
    for (const Value& item : list.items(most_divisions)) {
      const Value key = item.at(name);
      const std::string id = key.text_or_null();
      if (!id.empty() && !is_known(id)) key.fail({"没有这一类", "there is no such group"});
      CohortGroup one = group(item);
      if (one.count() == 0) item.fail({"这一类没有企业", "the group has no members"});
      for (std::size_t i = 0; i < std::min(levels.size(), one.levels.size()); ++i) {
        levels[i] += one.levels[i];
      }
      totals.push_back(one.total);
      if (!out.emplace(id, std::move(one)).second) key.fail({"重复", "it is there twice"});
    }
    if (levels != cohort_.all.levels || all_of(std::move(totals)) != cohort_.all.total) {
      list.fail({"各类之和与总体不符", "the groups together are not the whole"});
    }
    return out;
  }

  // In pairs, so that each value is moved only as often as it must be.
  static Distribution all_of(std::vector<Distribution> parts) {
    if (parts.empty()) return {};
    for (std::size_t step = 1; step < parts.size(); step *= 2) {
      for (std::size_t i = 0; i + step < parts.size(); i += 2 * step) {
        parts[i] = merged(parts[i], parts[i + step]);
        parts[i + step] = {};
      }
    }
    return std::move(parts.front());
  }

  void read_areas(const Value& list) {
    const auto& known = cohort_.bank.areas;
    const auto items = list.items(known.size());
    if (items.size() != known.size()) {
      list.fail({"与题库的能力项不符", "these are not the areas of the bank"});
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].at("area").text() != known[i].id) {
        items[i].at("area").fail({"与题库的能力项不符", "these are not the areas of the bank"});
      }
      Distribution area = distribution(items[i]);
      if (area.count() > cohort_.count()) {
        items[i].fail({"份数多于总体", "it is of more members than there are"});
      }
      cohort_.areas.push_back(std::move(area));
    }
  }

  void read_days(const Value& value) {
    cohort_.finished = value.at("count").whole(0, cohort_.count());
    cohort_.first = value.at("first").text_or_null();
    cohort_.last = value.at("last").text_or_null();
    const bool are_days = parse_iso_date(cohort_.first) && parse_iso_date(cohort_.last) &&
                          cohort_.first <= cohort_.last;
    const bool are_none = cohort_.first.empty() && cohort_.last.empty();
    if (cohort_.finished > 0 ? !are_days : !are_none) {
      value.fail({"应为最早和最晚的日期，没有已完成的则为 null",
                  "it is to have the first and the last day, or null when none is finished"});
    }
  }

  Cohort cohort_;
};

}  // namespace

std::optional<Cohort> read_cohort(std::string_view bytes, const std::string& path,
                                  Diagnostics& diagnostics) {
  const auto refuse = [&](const Text& why) {
    diagnostics.report(rules::cohort_not_a_cohort, std::nullopt, path, why);
    return std::nullopt;
  };
  const auto parsed = cohort_file::parse(bytes);
  if (const Text* why = std::get_if<Text>(&parsed)) return refuse(*why);
  const auto& json = std::get<cohort_file::Json>(parsed);
  if (!json.is_object()) return refuse({"不是 JSON 对象", "it is not an object of JSON"});
  const auto schema = json.find("schema");
  if (schema == json.end() || *schema != cohort_schema) {
    return refuse({"`schema` 不是 `assess/cohort/1`", "its `schema` is not `assess/cohort/1`"});
  }
  std::optional<Fault> fault;
  Cohort cohort = CohortReader().read(Value(&json, {}, fault));
  if (!fault) return cohort;
  diagnostics.report(rules::cohort_broken, std::nullopt, path, fault->key, fault->what);
  return std::nullopt;
}

}  // namespace assess
