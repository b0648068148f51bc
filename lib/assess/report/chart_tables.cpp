#include <assess/report/chart_tables.hpp>

#include <utility>

namespace assess::report {
namespace {

constexpr Words level_head{"等级", "Level"};
constexpr Words score_head{"得分", "Score"};
constexpr Words threshold_head{"达标线", "Threshold"};
constexpr Words state_head{"状态", "State"};

using Align = Table::Align;

std::string say(Words words, Language language) {
  return std::string(words.in(language));
}

}  // namespace

Table table_of(const Ladder& ladder, Language language) {
  Table table{.title = {},
              .columns = {{say(level_head, language), Align::left, 2},
                          {say(score_head, language), Align::right, 1},
                          {say(threshold_head, language), Align::right, 1},
                          {say(state_head, language), Align::left, 1.5}},
              .rows = {}};
  for (const Ladder::Step& step : ladder.steps) {
    table.rows.push_back(
        {.cells = {step.name, step.value, step.limit, step.state}, .tone = step.tone});
  }
  return table;
}

Table table_of(const Radar& radar, Language) {
  Table table{.title = radar.title, .columns = {{radar.axis_head, Align::left, 3}}, .rows = {}};
  for (const Radar::Series& series : radar.series) {
    table.columns.push_back({series.label, Align::right, 1});
  }
  for (std::size_t i = 0; i < radar.axes.size(); ++i) {
    Table::Row row{.cells = {radar.axes[i]}};
    for (const Radar::Series& series : radar.series) row.cells.push_back(series.values[i].shown);
    table.rows.push_back(std::move(row));
  }
  for (const Threshold& threshold : radar.thresholds) {
    if (threshold.label.empty()) continue;
    Table::Row row{.cells = {threshold.label}, .tone = Tone::muted};
    row.cells.resize(table.columns.size());
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table table_of(const Bars& bars, Language) {
  Table table{.title = bars.title,
              .columns = {{bars.name_head, Align::left, 3}, {bars.value_head, Align::right, 1}},
              .rows = {}};
  const bool says_lost = !bars.lost_head.empty();
  if (says_lost) table.columns.push_back({bars.lost_head, Align::right, 1});
  const auto add = [&](std::vector<std::string> cells, Tone tone, bool is_group) {
    cells.resize(table.columns.size());
    table.rows.push_back({.cells = std::move(cells), .tone = tone, .is_group = is_group});
  };
  for (const Bars::Group& group : bars.groups) {
    if (!group.name.empty()) add({group.name}, Tone::plain, true);
    for (const Bars::Bar& bar : group.bars) {
      std::vector<std::string> cells{bar.name, bar.shown};
      if (says_lost) cells.push_back(bar.lost);
      add(std::move(cells), bar.tone, false);
    }
  }
  if (bars.threshold && !bars.threshold->label.empty()) {
    add({bars.threshold->label}, Tone::muted, false);
  }
  return table;
}

Table table_of(const Heat& heat, Language) {
  Table table{.title = heat.title, .columns = {{heat.name_head, Align::left, 3}}, .rows = {}};
  for (const std::string& column : heat.columns) table.columns.push_back({column, Align::right, 1});
  table.columns.push_back({heat.level_head, Align::right, 1});
  for (const Heat::Row& row : heat.rows) {
    Table::Row told{.cells = {row.name}, .is_group = row.is_group};
    if (!row.is_group) {
      for (const Heat::Cell& cell : row.cells) told.cells.push_back(cell.shown);
      told.cells.resize(table.columns.size() - 1);
      told.cells.push_back(row.level);
    }
    told.cells.resize(table.columns.size());
    table.rows.push_back(std::move(told));
  }
  return table;
}

}  // namespace assess::report
