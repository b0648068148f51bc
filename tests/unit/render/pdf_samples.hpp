// Documents for the tests of the layout: plain ones, and ones made to break it.
#pragma once

#include "pdf_check.hpp"
#include <assess/render/pdf_layout.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace assess::render::test {

inline report::Document with(std::vector<report::Block> blocks) {
  report::Document document;
  document.title = "自诊断报告";
  document.subtitle = "某某精密机械股份有限公司";
  document.footer = "自诊断结果，不能代替正式评估";
  document.page_label = "第 {} 页，共 {} 页";
  document.blocks = std::move(blocks);
  return document;
}

inline Drawing lay_out(const report::Document& document) {
  return render::lay_out(document, fonts());
}

inline std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

inline report::Table long_table(std::size_t rows) {
  report::Table table;
  table.title = "全部题目";
  table.columns = {{"题号", report::Table::Align::left, 1},
                   {"内容", report::Table::Align::left, 4},
                   {"得分", report::Table::Align::right, 1}};
  for (std::size_t i = 0; i < rows; ++i) {
    if (i % 50 == 0)
      table.rows.push_back({{fmt::format("第{}组", i / 50)}, report::Tone::plain, true});
    const report::Tone tone = i % 3 == 0   ? report::Tone::warning
                              : i % 3 == 1 ? report::Tone::good
                                           : report::Tone::muted;
    table.rows.push_back({{fmt::format("Q{}", i), repeated("内容很长，", i % 9 + 1),
                           fmt::format("0.{:02}", i % 100)},
                          tone});
  }
  return table;
}

inline report::Radar radar_of(std::size_t axes, const std::string& name, std::size_t series = 1) {
  report::Radar radar{.title = "各域得分", .axis_head = "域", .axes = {}, .series = {}};
  radar.thresholds = {{0.8, "门槛 0.80"}};
  radar.axes.assign(axes, name);
  for (std::size_t k = 0; k < series; ++k) {
    report::Radar::Series one{.label = fmt::format("{} 级得分", k + 1), .values = {}};
    for (std::size_t i = 0; i < axes; ++i) {
      one.values.push_back({static_cast<double>((i + 3 * k) % 10) / 10, "0.50"});
      if (i % 4 == 3) one.values.back() = {std::nullopt, "已裁剪"};
    }
    radar.series.push_back(std::move(one));
  }
  return radar;
}

inline report::Ladder ladder_of(std::size_t steps, const std::string& name) {
  report::Ladder ladder;
  for (std::size_t i = 0; i < steps; ++i) {
    ladder.steps.push_back({name, 0.5, 0.8, "0.50", "0.8", "未达到", report::Tone::warning});
  }
  return ladder;
}

inline report::Heat heat_of(std::size_t columns, std::size_t rows, const std::string& text) {
  report::Heat heat{.title = text, .name_head = text, .columns = {}, .level_head = text};
  heat.columns.assign(columns, text);
  for (std::size_t i = 0; i < rows; ++i) {
    report::Heat::Row row{.name = text, .cells = {}, .level = text, .is_group = i % 7 == 0};
    for (std::size_t k = 0; k < columns && !row.is_group; ++k) {
      const report::Tone tone = (i + k) % 3 == 0   ? report::Tone::good
                                : (i + k) % 3 == 1 ? report::Tone::warning
                                                   : report::Tone::muted;
      row.cells.push_back({static_cast<double>((i + k) % 11) / 10, text, tone});
    }
    heat.rows.push_back(std::move(row));
  }
  heat.good_label = heat.warning_label = heat.muted_label = text;
  return heat;
}

inline report::Entries entries_of(std::size_t count, const std::string& text) {
  report::Entries entries{.key_head = text, .title_head = text, .figure_head = text, .groups = {}};
  for (std::size_t i = 0; i < count; ++i) {
    if (i % 5 == 0) entries.groups.push_back({.name = i % 2 == 0 ? text : "", .entries = {}});
    entries.groups.back().entries.push_back(
        {.key = text,
         .note = i % 3 == 0 ? text : "",
         .title = text,
         .details = {{.label = text, .text = text, .key = i % 2 == 0 ? text : ""},
                     {"建议", text, report::Tone::good},
                     {"", ""}},
         .figure = text});
  }
  return entries;
}

}  // namespace assess::render::test
