// Where the points of the level worked on are lost: bars of every tier, and all areas as a table.
#include <assess/report/chapter.hpp>

#include <algorithm>

namespace assess::report {
namespace {

class LossChapter : private Chapter {
 public:
  using Chapter::Chapter;

  void add_bars() {
    add(PageBreak{});
    add_heading(1, say({"失分在哪里：", "Where points are lost: "}) + level_name(standing_.worked));
    add(
        Paragraph{say({"每一层按失分从多到少排列。失分是该项使等级得分减少的部分："
                       "它在等级中所占的份额乘以它没有拿到的分。",
                       "In each tier the areas that lose most come first. What an area loses is "
                       "its part in the level's score, times what its own score lacks."})});
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
  }

  void add_areas() {
    Table table{.title = {},
                .columns = {{say({"能力项", "Area"}), Table::Align::left, 3.4},
                            {say({"权重", "Weight"}), Table::Align::right, 1},
                            {say({"已答", "Answered"}), Table::Align::right, 1},
                            {say({"得分", "Score"}), Table::Align::right, 1},
                            {say({"失分", "Lost"}), Table::Align::right, 1},
                            {say({"自身等级", "Own level"}), Table::Align::right, 1},
                            {say({"状态", "State"}), Table::Align::left, 1.4}},
                .rows = {}};
    for (std::size_t i = 0; i < diagnosis_.sheet.areas.size(); ++i) {
      const SheetArea& place = diagnosis_.sheet.areas[i];
      const Area& area = bank_.area(place.area);
      if (repeats_its_parent(area)) continue;
      const AreaScore& score = worked_.areas[i];
      const auto& level = card_.areas[i].level;
      const Fraction missed = standing_.shares.missed(worked_, i);
      table.rows.push_back(
          {.cells = {read(area.title),
                     rounded_apart(place.weight * Fraction(100), 1, Fraction(100)) + "%",
                     shown_tally(score.tally), shown_score(score.score, worked_.threshold),
                     missed == Fraction(0) ? std::string(dash) : shown_points(missed),
                     level ? std::to_string(*level) : std::string(dash), area_state(score)},
           .tone = score.score ? Tone::plain : Tone::muted,
           .depth = static_cast<int>(area.depth)});
    }
    add_heading(2, say({"全部能力项", "All areas"}));
    add(std::move(table));
  }

 private:
  Bars::Group bars_of_tier(std::size_t depth) const {
    Bars::Group group;
    group.name = depth < bank_.tiers.size() ? read(bank_.tiers[depth].title) : std::string();
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < diagnosis_.sheet.areas.size(); ++i) {
      const Area& area = bank_.area(diagnosis_.sheet.areas[i].area);
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
          {.name = read(bank_.area(diagnosis_.sheet.areas[place].area).title),
           .value = drawn(score.score),
           .shown =
               score.score ? shown_score(score.score, worked_.threshold) : say({"不涉及", "n/a"}),
           .lost = missed == Fraction(0) ? std::string(dash) : shown_points(missed),
           .tone = area_tone(score)});
    }
    return group;
  }

  std::string area_state(const AreaScore& score) const {
    if (score.tally.questions == 0) return say({"没有题目", "asks nothing"});
    if (!score.score) return say({"不涉及", "not applicable"});
    if (!score.tally.is_complete()) return say({"未答完", "incomplete"});
    return *score.score >= worked_.threshold ? say({"达到", "satisfied"})
                                             : say({"未达到", "not satisfied"});
  }

  Tone area_tone(const AreaScore& score) const {
    if (!score.score) return Tone::muted;
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
