// The capability profile: the sections around a circle, and every leaf of the model at every level.
#include <assess/report/chapter.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::report {
namespace {

class ProfileChapter : private Chapter {
 public:
  using Chapter::Chapter;

  void add_sections() {
    add(PageBreak{});
    add_heading(1, say({"能力画像", "Capability profile"}));
    if (card_.sections.empty()) return;
    add_heading(2, say({"各章得分", "Scores of the sections"}));
    add(radar());
    add(section_table());
  }

  void add_heat() {
    Heat heat{.title = options_.language == Language::zh
                           ? fmt::format("各{}在每个等级的得分，以及单项等级", leaf_word())
                           : "Scores at each level, and the own level of each area",
              .name_head = leaf_word(),
              .columns = {},
              .level_head = say({"单项等级", "Own level"}),
              .rows = {},
              .good_label = say({"不低于达标线", "at or above the threshold"}),
              .warning_label = say({"低于达标线", "below it"}),
              .shade_label = say({"（越浅越低）", " (the paler, the lower)"}),
              .muted_label = say({"–：未开放或未开始；未答：还没有作答；无题：没有题目，视为通过",
                                  "–: not open or not begun; blank: no answer yet; none: no "
                                  "questions, passed through"})};
    for (std::size_t i = 0; i < card_.levels.size(); ++i) heat.columns.push_back(level_name(i));
    std::optional<AreaId> group;
    for (std::size_t i = 0; i < bank_.areas.size(); ++i) {
      const AreaId id{static_cast<std::uint32_t>(i)};
      if (!bank_.area(id).is_leaf()) continue;
      const bool is_tailored = std::any_of(
          diagnosis_.sheet->out.begin(), diagnosis_.sheet->out.end(),
          [&](const OutArea& out) { return out.area == id && out.reason == OutReason::tailored; });
      const auto place = diagnosis_.sheet->find(id);
      if (!place && !is_tailored) continue;
      const auto section = bank_.section_of(id);
      if (section && group != section && area_name(*section) != area_name(id)) {
        group = section;
        heat.rows.push_back({.name = area_name(*section), .is_group = true});
      }
      heat.rows.push_back(place ? heat_row(id, *place) : tailored_row(id));
    }
    add_heading(2, options_.language == Language::zh ? leaf_word() : "Area by area");
    add(std::move(heat));
  }

 private:
  // The attained level and the next one, as far as they have been begun.
  std::vector<std::size_t> drawn_levels() const {
    std::vector<std::size_t> levels;
    if (card_.attained > 0) levels.push_back(static_cast<std::size_t>(card_.attained - 1));
    const auto& next = standing_.next;
    if (next && (levels.empty() || card_.levels[*next].tally.is_begun())) levels.push_back(*next);
    return levels;
  }

  Radar radar() const {
    Radar radar{.title = {},
                .axis_head = say({"章", "Section"}),
                .axes = {},
                .series = {},
                .thresholds = {}};
    for (const SectionProgress& section : card_.sections) {
      radar.axes.push_back(area_name(section.area));
    }
    const std::vector<std::size_t> levels = drawn_levels();
    radar.title = levels.size() > 1
                      ? level_name(levels[0]) + say({"与 ", " and "}) + level_name(levels[1])
                      : level_name(levels[0]);
    bool all_alike = true;
    for (const std::size_t index : levels) {
      const LevelScore& level = card_.levels[index];
      all_alike = all_alike && level.threshold == card_.levels[levels.front()].threshold;
      Radar::Series series{.label = level_name(index), .values = {}};
      for (const SectionProgress& section : card_.sections) {
        const auto place = diagnosis_.sheet->find(section.area);
        const auto score = place ? answered_score(level.areas[*place]) : std::nullopt;
        series.values.push_back({drawn(score), place ? shown_area_score(level, *place)
                                                     : say({"已裁剪", "tailored out"})});
      }
      radar.series.push_back(std::move(series));
    }
    for (const std::size_t index : levels) {
      const LevelScore& level = card_.levels[index];
      if (all_alike && !radar.thresholds.empty()) break;
      radar.thresholds.push_back(
          {level.threshold.approximate(),
           (all_alike ? "" : level_name(index) + " ") + threshold_label(level)});
    }
    return radar;
  }

  Table section_table() const {
    Table table{
        .title = say({"答题进度与得分：", "Progress and scores: "}) + level_name(standing_.worked),
        .columns = {{say({"章", "Section"}), Table::Align::left, 3},
                    {say({"题数", "Questions"}), Table::Align::right, 1},
                    {say({"已答", "Answered"}), Table::Align::right, 1},
                    {say({"裁剪", "Tailored"}), Table::Align::right, 1},
                    {say({"得分", "Score"}), Table::Align::right, 1},
                    {say({"单项等级", "Own level"}), Table::Align::right, 1},
                    {say({"答题状态", "Answers"}), Table::Align::left, 1.6}},
        .rows = {}};
    for (const SectionProgress& section :
         section_progress(*diagnosis_.sheet, card_, standing_.worked)) {
      const auto place = diagnosis_.sheet->find(section.area);
      const auto score = place ? answered_score(worked_.areas[*place]) : std::nullopt;
      table.rows.push_back(
          {.cells = {area_name(section.area), std::to_string(section.tally.questions),
                     std::to_string(section.tally.answered + section.tally.not_applicable),
                     std::to_string(section.tailored), shown_score(score, worked_.threshold),
                     own_level(place),
                     std::string(shown_section_state(section.state, options_.language))}});
    }
    return table;
  }

  std::string own_level(std::optional<std::size_t> place) const {
    const auto level = place ? card_.areas[*place].level : std::nullopt;
    return level ? std::to_string(*level) : std::string(dash);
  }

  // Without any answer an area is not weak, it is unknown: it counts 0 and is not shown as 0.
  static std::optional<Fraction> answered_score(const AreaScore& area) {
    return area.tally.is_begun() ? area.score : std::nullopt;
  }

  // A level that asks an area nothing is marked as such (contract 2.6).
  std::string shown_area_score(const LevelScore& level, std::size_t place) const {
    const AreaScore& area = level.areas[place];
    if (area.tally.questions == 0) return say({"无题", "none"});
    if (!level.is_open || !level.tally.is_begun()) return std::string(dash);
    if (!area.score) return say({"不涉及", "n/a"});
    if (!area.tally.is_begun()) return say({"未答", "blank"});
    return shown_score(area.score, level.threshold);
  }

  Heat::Row heat_row(AreaId id, std::size_t place) const {
    Heat::Row row{.name = area_name(id), .cells = {}, .level = own_level(place)};
    for (const LevelScore& level : card_.levels) {
      const AreaScore& area = level.areas[place];
      const bool counts = area.tally.is_begun() && area.score && area.tally.questions > 0;
      const Tone tone = !counts                          ? Tone::muted
                        : *area.score >= level.threshold ? Tone::good
                                                         : Tone::warning;
      row.cells.push_back(
          {counts ? drawn(area.score) : std::nullopt, shown_area_score(level, place), tone});
    }
    return row;
  }

  Heat::Row tailored_row(AreaId id) const {
    Heat::Row row{.name = area_name(id), .cells = {}, .level = say({"已裁剪", "tailored out"})};
    row.cells.resize(card_.levels.size(), {std::nullopt, say({"裁剪", "out"}), Tone::muted});
    return row;
  }
};

}  // namespace

void write_profile(const Matter& matter, Document& document) {
  ProfileChapter chapter(matter, document);
  chapter.add_sections();
  chapter.add_heat();
}

}  // namespace assess::report
