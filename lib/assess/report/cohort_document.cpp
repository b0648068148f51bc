#include <assess/base/version.hpp>
#include <assess/report/cohort_document.hpp>
#include <assess/report/figures.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::report {
namespace {

constexpr GridValue step = 1'000;  // of the histogram: 0.1

std::string shown_part(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? std::string(dash) : fmt::format("{}%", percent_of(part, whole));
}

class CohortWriter {
 public:
  CohortWriter(const Cohort& cohort, Language language)
      : cohort_(cohort), bank_(cohort.bank), language_(language) {}

  Document write() {
    document_.language = language_;
    document_.title = say({"同行统计", "Cohort"});
    document_.subtitle = bank_.title.in(language_);
    document_.author = fmt::format("assess {}", program_version);
    document_.subject = bank_.name();
    add_facts();
    if (cohort_.count() > 0) {
      add_levels();
      add_totals();
      add_group_levels();
      add_histogram();
      add_areas();
      add_notes();
    }
    return std::move(document_);
  }

 private:
  using Align = Table::Align;
  struct Line {
    std::string name;
    const CohortGroup* group = nullptr;  // nullptr: a heading for what follows
  };

  std::string say(Words words) const { return std::string(words.in(language_)); }
  std::string shown(const Fraction& value) const { return shown_in_cohort(value, bank_); }

  void add_heading(Words words) { document_.blocks.push_back(Heading{1, {}, say(words)}); }

  void add_facts() {
    Facts facts;
    facts.rows.emplace_back(say({"题库", "Question bank"}), bank_.name());
    facts.rows.emplace_back(say({"答卷份数", "Members"}), std::to_string(cohort_.count()));
    facts.rows.emplace_back(say({"其中已完成", "Finished"}), std::to_string(cohort_.finished));
    if (cohort_.finished > 0) {
      facts.rows.emplace_back(say({"完成日期", "Finished on"}),
                              cohort_.first == cohort_.last
                                  ? cohort_.first
                                  : cohort_.first + say({" 至 ", " to "}) + cohort_.last);
    }
    document_.blocks.push_back(std::move(facts));
  }

  std::string level_name(std::size_t level) const {
    if (level == 0) return say({"未达到任何等级", "none"});
    return fmt::format("{} {}", level, bank_.levels[level - 1].title.in(language_));
  }

  void add_levels() {
    add_heading({"达到等级", "Levels attained"});
    Table table{{},
                {{say({"等级", "Level"}), Align::left, 3},
                 {say({"份数", "Members"}), Align::right, 1},
                 {say({"占比", "Share"}), Align::right, 1}},
                {}};
    for (std::size_t i = 0; i < cohort_.all.levels.size(); ++i) {
      const std::int64_t members = cohort_.all.levels[i];
      table.rows.push_back({.cells = {level_name(i), std::to_string(members),
                                      shown_part(members, cohort_.count())}});
    }
    document_.blocks.push_back(std::move(table));
  }

  // All, then the groups of each kind under its heading; a kind of which nobody says anything is
  // left out.
  std::vector<Line> lines() const {
    std::vector<Line> out{{say({"全部", "all"}), &cohort_.all}};
    const auto add = [&](Words head, const CohortGroups& groups, const std::string& key,
                         std::string name) {
      const CohortGroup* group = find_group(groups, key);
      const bool says_nothing = groups.size() == 1 && groups.begin()->first.empty();
      if (group == nullptr || says_nothing) return;
      const std::string heading = say(head);
      const bool is_headed = std::any_of(out.begin(), out.end(), [&](const Line& line) {
        return line.group == nullptr && line.name == heading;
      });
      if (!is_headed) out.push_back({heading});
      out.push_back({key.empty() ? say({"未注明", "not stated"}) : std::move(name), group});
    };
    constexpr Words variant{"按企业类型", "by variant"};
    for (const auto& one : bank_.variants) {
      add(variant, cohort_.by_variant, one.id, one.title.in(language_));
    }
    add(variant, cohort_.by_variant, {}, {});
    for (const SizeClass size : all_size_classes) {
      const std::string key(size_class_name(size));
      add({"按企业规模", "by size"}, cohort_.by_size, key, say(size_class_words(size)));
    }
    constexpr Words division{"按行业大类（GB/T 4754）", "by industry division (GB/T 4754)"};
    for (const auto& [key, group] : cohort_.by_division) {
      if (!key.empty()) add(division, cohort_.by_division, key, key);
    }
    add(division, cohort_.by_division, {}, {});
    return out;
  }

  std::vector<Table::Column> figure_columns(std::string head) const {
    return {{std::move(head), Align::left, 3},
            {say({"份数", "Members"}), Align::right, 1},
            {say({"平均", "Mean"}), Align::right, 1},
            {say({"最低", "Lowest"}), Align::right, 1},
            {say({"下四分位", "Lower quartile"}), Align::right, 1},
            {say({"中位", "Median"}), Align::right, 1},
            {say({"上四分位", "Upper quartile"}), Align::right, 1},
            {say({"最高", "Highest"}), Align::right, 1}};
  }

  Table::Row figures(std::string name, const Distribution& of) const {
    Table::Row row{.cells = {std::move(name), std::to_string(of.count())}};
    if (of.is_empty()) {
      row.cells.resize(8, std::string(dash));
      return row;
    }
    for (const Fraction& value : {of.mean(), of.minimum(), of.quantile(1, 4), of.median(),
                                  of.quantile(3, 4), of.maximum()}) {
      row.cells.push_back(shown(value));
    }
    return row;
  }

  void add_totals() {
    add_heading({"总分", "Totals"});
    Table table{{}, figure_columns({}), {}};
    for (const Line& line : lines()) {
      if (line.group != nullptr) {
        table.rows.push_back(figures(line.name, line.group->total));
      } else {
        table.rows.push_back({.cells = {line.name}, .is_group = true});
      }
    }
    document_.blocks.push_back(std::move(table));
  }

  void add_group_levels() {
    const auto all = lines();
    if (all.size() == 1) return;
    add_heading({"各类企业达到的等级", "Levels attained by group"});
    Table table{{}, {{{}, Align::left, 3}}, {}};
    for (std::size_t i = 0; i <= bank_.levels.size(); ++i) {
      table.columns.push_back({i == 0 ? say({"无", "none"}) : std::to_string(i), Align::right, 1});
    }
    for (const Line& line : all) {
      Table::Row row{.cells = {line.name}, .is_group = line.group == nullptr};
      if (line.group != nullptr) {
        for (const std::int64_t members : line.group->levels) {
          row.cells.push_back(std::to_string(members));
        }
      }
      table.rows.push_back(std::move(row));
    }
    document_.blocks.push_back(std::move(table));
  }

  // From the first step that has members to the last.
  void add_histogram() {
    add_heading({"总分的分布", "How the totals are spread"});
    const auto counts = cohort_.all.total.histogram(step, bank_.levels.size() * 10);
    const auto has_members = [](std::int64_t count) { return count > 0; };
    const auto begin = std::find_if(counts.begin(), counts.end(), has_members);
    const auto end = std::find_if(counts.rbegin(), counts.rend(), has_members).base();
    Table table{{},
                {{say({"总分", "Total"}), Align::left, 2},
                 {say({"份数", "Members"}), Align::right, 1},
                 {say({"占比", "Share"}), Align::right, 1}},
                {}};
    for (auto one = begin; one < end; ++one) {
      const auto from = static_cast<GridValue>(one - counts.begin()) * step;
      const bool is_last = one + 1 == counts.end();
      table.rows.push_back(
          {.cells = {fmt::format("{} – {}{}", from_grid(from).rounded(1), is_last ? "" : "< ",
                                 from_grid(from + step).rounded(1)),
                     std::to_string(*one), shown_part(*one, cohort_.count())}});
    }
    document_.blocks.push_back(std::move(table));
  }

  void add_areas() {
    if (bank_.areas.empty()) return;
    add_heading({"各能力项", "Areas"});
    Table table{{}, figure_columns({}), {}};
    bool has_section = false;
    for (std::size_t i = 0; i < bank_.areas.size(); ++i) {
      table.rows.push_back(figures(shown_area(bank_.areas[i], language_), cohort_.areas[i]));
      table.rows.back().depth = bank_.areas[i].section == 0 && has_section ? 1 : 0;
      has_section = has_section || bank_.areas[i].section != 0;
    }
    document_.blocks.push_back(std::move(table));
  }

  void add_notes() {
    for (const Words note :
         {Words{"四分位数：至少有四分之一（二分之一、四分之三）的答卷不高于它的最小的值。",
                "A quartile is the smallest value that at least a quarter (half, three quarters) "
                "of the members do not exceed."},
          Words{
              "能力项的数是它自身的总分：自身达到的等级加上下一等级的得分。没有开放的等级问到它的"
              "答卷不计入。",
              "The figures of an area are of its own total: the level it attains by itself plus "
              "its score at the next one. Members that no open level asks of it are not counted."},
          Words{"每个值先四舍五入到四位小数再统计。",
                "Every value was rounded to four decimals before it was counted."}}) {
      document_.blocks.push_back(Paragraph{say(note), Tone::muted});
    }
  }

  const Cohort& cohort_;
  const CohortBank& bank_;
  const Language language_;
  Document document_;
};

}  // namespace

Document cohort_document(const Cohort& cohort, Language language) {
  return CohortWriter(cohort, language).write();
}

std::string shown_in_cohort(const Fraction& value, const CohortBank& bank) {
  const std::int64_t whole = on_grid(value) / grid_units;
  const auto next = static_cast<std::size_t>(whole);
  const Fraction threshold =
      next < bank.levels.size() ? Fraction(whole) + bank.levels[next].threshold : Fraction(whole);
  return rounded_apart(value, 2, {Fraction(whole), Fraction(whole + 1), threshold});
}

std::string shown_rank(const Fraction& rank) {
  const std::int64_t parts = 1'000'000;
  const std::int64_t exact = rank.in_units(parts);
  // What is not 0 or all of it is to look like neither.
  const bool is_whole = rank == Fraction(0) || rank == Fraction(1);
  const std::int64_t part = is_whole ? exact : std::clamp<std::int64_t>(exact, 1, parts - 1);
  return fmt::format("{}%", percent_of(part, parts));
}

Words size_class_words(SizeClass size) {
  switch (size) {
    case SizeClass::large:
      return {"大型", "large"};
    case SizeClass::medium:
      return {"中型", "medium"};
    case SizeClass::small:
      return {"小型", "small"};
    case SizeClass::micro:
      return {"微型", "micro"};
    case SizeClass::other:
      return {"其他", "other"};
    case SizeClass::not_stated:
      return {"未注明", "not stated"};
  }
  return {};
}

std::string shown_area(const CohortBank::Area& area, Language language) {
  const std::string& title = area.title.in(language);
  return area.section == 0 ? title : fmt::format("{} {}", area.section, title);
}

}  // namespace assess::report
