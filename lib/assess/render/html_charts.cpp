// Charts: the drawings of the PDF as inline SVG, each with its data as a table below it.
#include <assess/render/escape.hpp>
#include <assess/render/html_parts.hpp>
#include <assess/render/pdf_blocks.hpp>
#include <assess/render/svg.hpp>
#include <assess/report/chart_tables.hpp>

#include <fmt/format.h>

#include <utility>

namespace assess::render {
namespace {

constexpr Words ladder_name{"各等级得分", "Scores of the levels"};
constexpr Words chart_name{"图", "Chart"};
constexpr Words data_name{"图中数据", "Data of the chart"};

// The table is there and open from the start: screen readers meet it right after the picture, and
// every browser prints it, as none does reliably with details that are closed. A reader whom it
// disturbs can fold it, on the screen and for the printer.
std::string figure(const std::string& title, const Strips& strips, report::Table table,
                   Language language, Words fallback) {
  if (table.rows.empty() && title.empty()) return {};
  const std::string label = title.empty() ? std::string(fallback.in(language)) : title;
  table.title.clear();
  std::string out = "<figure>\n";
  if (!title.empty()) out += "<figcaption>" + escape_html_lines(title) + "</figcaption>\n";
  const std::string drawing = svg(strips, label);
  if (!drawing.empty()) out += "<div class=\"drawing\">\n" + drawing + "</div>\n";
  if (!table.rows.empty()) {
    out += fmt::format("<details open=\"\"><summary>{}</summary>\n{}</details>\n",
                       data_name.in(language), html_table(table, label));
  }
  return out + "</figure>\n";
}

}  // namespace

std::string html_chart(const report::Ladder& ladder, Language language, Metrics& metrics) {
  return figure({}, ladder_strips(ladder, metrics), report::table_of(ladder, language), language,
                ladder_name);
}

std::string html_chart(const report::Radar& radar, Language language, Metrics& metrics) {
  report::Radar untitled = radar;
  untitled.title.clear();
  return figure(radar.title, radar_strips(untitled, metrics), report::table_of(radar, language),
                language, chart_name);
}

std::string html_chart(const report::Bars& bars, Language language, Metrics& metrics) {
  report::Bars untitled = bars;
  untitled.title.clear();
  return figure(bars.title, bars_strips(untitled, metrics), report::table_of(bars, language),
                language, chart_name);
}

}  // namespace assess::render
