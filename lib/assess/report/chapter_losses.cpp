// Where the points of the level worked on are lost: bars of every tier, and all areas as a table.
#include <assess/report/chapter.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::report {
namespace {

class LossChapter : private Chapter {
 public:
  using Chapter::Chapter;

  void add_bars() {
    add(PageBreak{});
    add_heading(
        1, say({"失分分析：", "Where points are lost: level "}) + level_name(standing_.worked));
    add(
        Paragraph{say({"每一层按失分从多到少排列。失分＝该项占等级的比重×（1－得分），"
                       "即它使等级得分减少的部分。该等级没有题目的能力项不列入。",
                       "In each tier the areas that lose most come first. Points lost = share of "
                       "the area in the level x (1 - its score): what it takes off the level's "
                       "score. Areas without questions at this level are left out."})});
    Bars bars{.title = {},
              .name_head = say({"能力项", "Area"}),
              .value_head = say({"得分", "Score"}),
              .lost_head = say({"失分", "Lost"}),
              .groups = {},
              .threshold = Threshold{worked_.threshold.approximate(), threshold_label(worked_)}};
    std::size_t tiers = 0;
    for (const Area& area : bank_.areas) tiers = std::max(tiers, area.depth + 1);
    for (std::size_t depth = 0; depth < tiers; ++depth) {
      auto group = bars_of_tier(depth);
      if (!group.bars.empty()) bars.groups.push_back(std::move(group));
    }
    add(std::move(bars));
    add_doubt();
  }

  void add_areas() {
    Table table{.title = {},
                .columns = {{say({"能力项", "Area"}), Table::Align::left, 3.4},
                            {say({"占等级比重", "Share of level"}), Table::Align::right, 1.3},
                            {say({"已答", "Answered"}), Table::Align::right, 1},
                            {say({"得分", "Score"}), Table::Align::right, 1},
                            {say({"失分", "Lost"}), Table::Align::right, 1},
                            {say({"单项等级", "Own level"}), Table::Align::right, 1},
                            {say({"状态", "State"}), Table::Align::left, 1.4}},
                .rows = {}};
    for (std::size_t i = 0; i < diagnosis_.sheet->areas.size(); ++i) {
      const SheetArea& place = diagnosis_.sheet->areas[i];
      const Area& area = bank_.area(place.area);
      if (repeats_its_parent(area)) continue;
      const AreaScore& score = worked_.areas[i];
      const auto& level = card_.areas[i].level;
      const Fraction missed = standing_.shares.missed(worked_, i);
      table.rows.push_back(
          {.cells = {read(area.title),
                     score.score ? shown_share(standing_.shares.areas[i]) : std::string(dash),
                     shown_tally(score.tally),
                     score.tally.is_begun() ? shown_score(score.score, worked_.threshold)
                                            : std::string(dash),
                     missed == Fraction(0) ? std::string(dash) : shown_points(missed),
                     level ? std::to_string(*level) : std::string(dash), area_state(score)},
           .tone = score.score ? Tone::plain : Tone::muted,
           .depth = static_cast<int>(area.depth)});
    }
    add_heading(2, say({"全部能力项", "All areas"}));
    add(std::move(table));
  }

 private:
  // An order by weights that nobody can vouch for is said to be one.
  void add_doubt() {
    std::size_t doubtful = 0;
    for (const SheetArea& place : diagnosis_.sheet->areas) {
      const auto& weight = bank_.area(place.area).weights[diagnosis_.sheet->weight_set];
      const Origin* origin = weight ? bank_.find_origin(weight->origin) : nullptr;
      if (origin != nullptr && origin->confidence == Confidence::low) ++doubtful;
    }
    if (doubtful == 0) return;
    add(Paragraph{options_.language == Language::zh
                      ? fmt::format("{} 个能力项的权重可信度低，没有公开资料可以证实（见“权重"
                                    "出处”）；它们之间的失分排序仅供参考。",
                                    doubtful)
                      : fmt::format("The weights of {} areas are of low confidence: no public "
                                    "source confirms them (see where the weights come from). "
                                    "Their order by lost points is a guide only.",
                                    doubtful),
                  Tone::muted});
  }

  Bars::Group bars_of_tier(std::size_t depth) const {
    Bars::Group group;
    group.name = depth < bank_.tiers.size() ? read(bank_.tiers[depth].title) : std::string();
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < diagnosis_.sheet->areas.size(); ++i) {
      const Area& area = bank_.area(diagnosis_.sheet->areas[i].area);
      const bool is_asked = worked_.areas[i].tally.questions > 0;
      if (area.depth == depth && is_asked && !repeats_its_parent(area)) places.push_back(i);
    }
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
      return standing_.shares.missed(worked_, a) > standing_.shares.missed(worked_, b);
    });
    for (const std::size_t place : places) {
      const AreaScore& score = worked_.areas[place];
      const Fraction missed = standing_.shares.missed(worked_, place);
      group.bars.push_back(
          {.name = read(bank_.area(diagnosis_.sheet->areas[place].area).title),
           .value = score.tally.is_begun() ? drawn(score.score) : std::nullopt,
           .shown = !score.score              ? say({"不涉及", "n/a"})
                    : !score.tally.is_begun() ? say({"未答", "blank"})
                                              : shown_score(score.score, worked_.threshold),
           .lost = missed == Fraction(0) ? std::string(dash) : shown_points(missed),
           .tone = area_tone(score)});
    }
    return group;
  }

  std::string area_state(const AreaScore& score) const {
    if (score.tally.questions == 0) return say({"没有题目", "no questions"});
    if (!score.score) return say({"不涉及", "not applicable"});
    if (!score.tally.is_begun()) return say({"未开始", "not started"});
    if (!score.tally.is_complete()) return say({"未答完", "incomplete"});
    return *score.score >= worked_.threshold ? say({"达到", "satisfied"})
                                             : say({"未达到", "not satisfied"});
  }

  Tone area_tone(const AreaScore& score) const {
    if (!score.score || !score.tally.is_begun()) return Tone::muted;
    return *score.score >= worked_.threshold ? Tone::good : Tone::warning;
  }
};

}  // namespace

void write_losses(const Matter& matter, Document& document) {
  LossChapter chapter(matter, document);
  chapter.add_bars();
  chapter.add_areas();
}

}  // namespace assess::report
