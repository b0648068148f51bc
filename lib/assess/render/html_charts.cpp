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

// The strips as pictures one right below the other, so that a tall chart can be parted between two
// pages. The first has the name; the others are hidden from screen readers.
std::string drawing(const Strips& strips, std::string_view label) {
  constexpr double least_height = 120;
  std::string out;
  Strips stretch;
  double height = 0;
  const auto finish = [&] {
    out += svg(stretch, out.empty() ? label : std::string_view());
    stretch.clear();
    height = 0;
  };
  bool is_chained = false;
  for (Strip strip : strips) {
    if (height >= least_height && !is_chained) {
      finish();
      // A picture leaves out the space above its first strip.
      stretch.push_back({.height = std::exchange(strip.space_before, 0)});
    }
    height += strip.height;
    is_chained = strip.keeps_with_next;
    stretch.push_back(std::move(strip));
  }
  finish();
  return out;
}

// The table is folded, since the drawing says the same numbers: a screen reader announces it right
// after the drawing, and one key opens it. Print has the drawing alone.
std::string figure(const std::string& title, const Strips& strips, const report::Paragraph& note,
                   report::Table table, Language language, Words fallback) {
  if (table.rows.empty() && title.empty()) return {};
  const std::string label = title.empty() ? std::string(fallback.in(language)) : title;
  table.title.clear();
  std::string out = "<figure>\n";
  if (!title.empty()) out += "<figcaption>" + escape_html_lines(title) + "</figcaption>\n";
  const std::string pictures = drawing(strips, label);
  if (!pictures.empty()) out += "<div class=\"drawing\">\n" + pictures + "</div>\n";
  if (!note.text.empty()) out += html_paragraph(note);
  if (!table.rows.empty()) {
    out += fmt::format("<details><summary>{}</summary>\n{}</details>\n", data_name.in(language),
                       html_table(table, label));
  }
  return out + "</figure>\n";
}

}  // namespace

std::string html_chart(const report::Ladder& ladder, const report::Paragraph& note,
                       Language language, Metrics& metrics) {
  return figure({}, ladder_strips(ladder, metrics), note, report::table_of(ladder, language),
                language, ladder_name);
}

std::string html_chart(const report::Radar& radar, const report::Paragraph& note, Language language,
                       Metrics& metrics) {
  report::Radar untitled = radar;
  untitled.title.clear();
  return figure(radar.title, radar_strips(untitled, metrics), note,
                report::table_of(radar, language), language, chart_name);
}

std::string html_chart(const report::Bars& bars, const report::Paragraph& note, Language language,
                       Metrics& metrics) {
  report::Bars untitled = bars;
  untitled.title.clear();
  return figure(bars.title, bars_strips(untitled, metrics), note, report::table_of(bars, language),
                language, chart_name);
}

}  // namespace assess::render
