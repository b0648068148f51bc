// Documents made to break the layout: nothing overlaps, is cut or runs off the page.
#include "pdf_samples.hpp"
#include <assess/render/pdf_faults.hpp>

#include <doctest/doctest.h>

#include <limits>

namespace assess::render::test {
namespace {

using report::Tone;
using Align = report::Table::Align;

// What is wrong with a drawing: what its own check finds, a text whose width it has wrong, or a box
// outside the text area.
std::string faults_of(const Drawing& drawing) {
  for (const LayoutFault& fault : find_faults(drawing)) {
    return fmt::format("page {}: {}", fault.page + 1, fault.text);
  }
  for (const Page& page : drawing.pages) {
    for (const TextRun& text : texts_of(page)) {
      if (std::abs(text.width - width_of(fonts(), text)) > 0.01) return "width: " + print(text);
    }
    for (const Operation& operation : page.operations) {
      if (!is_finite(operation)) return "not finite: " + print(operation);
      const auto* box = std::get_if<Box>(&operation);
      if (box != nullptr &&
          (box->x < 51 || box->y < 30 || box->width < 0 || box->height < 0 ||
           box->x + box->width > page_width - 51 || box->y + box->height > page_height - 30)) {
        return "off the page: " + print(operation);
      }
    }
  }
  return "";
}

report::Bars bars_of(std::vector<report::Bars::Group> groups, report::Threshold threshold) {
  return {.title = "标题",
          .name_head = "名",
          .value_head = "得分",
          .lost_head = "失分",
          .groups = std::move(groups),
          .threshold = std::move(threshold)};
}

TEST_CASE("nothing overlaps and nothing leaves the page in the nastiest documents") {
  const std::string unbroken(60, 'W');
  const std::string huge = repeated("一格里写了很多很多字，", 182);  // over 2,000 characters
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  std::vector<std::pair<std::string, report::Block>> blocks{
      {"chapter", report::Heading{1, "1", repeated("很长的标题", 40)}},
      {"unbroken heading", report::Heading{2, unbroken, unbroken}},
      {"deep heading", report::Heading{7, "", "深"}},
      {"empty heading", report::Heading{1, "", ""}},
      {"huge paragraph", report::Paragraph{repeated(huge, 4), Tone::plain}},
      {"huge warning", report::Paragraph{repeated(huge, 4), Tone::warning}},
      {"many lines", report::Paragraph{repeated("行\n", 200), Tone::good}},
      {"empty paragraph", report::Paragraph{"", Tone::muted}},
      {"bullets", report::Bullets{{"", unbroken, huge, repeated(huge, 3)}}},
      {"no bullets", report::Bullets{}},
      {"facts", report::Facts{{{unbroken, huge}, {"", ""}, {huge, unbroken}, {"名", "值\n值"}}}},
      {"no facts", report::Facts{}},
      {"short facts", report::Facts{{{"甲", "1"}, {"乙", "2"}, {"丙", "3"}}}},
      {"headline",
       report::Headline{
           {{"等级", "1 规划级"}, {unbroken, unbroken}, {huge, "1"}, {"值", huge}, {"五", "5"}}}},
      {"headline of many", report::Headline{{{"一", repeated("长", 30)}, {"二", "2\n3"}}}},
      {"no headline", report::Headline{}},
      {"no steps", report::Ladder{}},
      {"one step", ladder_of(1, "规划级")},
      {"five steps", ladder_of(5, "3 集成级 Integrated")},
      {"long steps", ladder_of(5, unbroken)},
      {"huge steps", ladder_of(5, huge)},
      {"many steps", ladder_of(40, "级")},
      {"bad step", report::Ladder{{{"级", nan, infinite, "—", "0.8", "未知", Tone::good}}}},
      {"no bars", bars_of({}, {0.8, "门槛"})},
      {"empty group", bars_of({{"组", {}}}, {0.8, "门槛"})},
      {"bars", bars_of({{huge, {{huge, 0.5, unbroken, huge, Tone::good}}},
                        {"", {{unbroken, 2.0, huge, "", Tone::warning}, {"", nan, "", ""}}}},
                       {nan, huge})},
      {"no columns", report::Table{"标题", {}, {{{"值"}}}}},
      {"no rows", report::Table{"标题", {{"头"}, {huge}}, {}}},
      {"huge head",
       report::Table{unbroken, {{huge}, {unbroken}}, {{{"甲", "乙"}}, {{"丙", "丁"}}}}},
      {"huge cells",
       report::Table{"",
                     {{"甲"}, {"乙", Align::right}, {"丙", Align::center, nan}},
                     {{{huge, huge, unbroken}, Tone::warning}, {{huge}, Tone::good}, {{"", "1"}}}}},
      {"huge group",
       report::Table{"", {{"甲"}, {"乙"}}, {{{huge}, Tone::plain, true}, {{"1", "2"}}}}},
      {"only groups",
       report::Table{"", {{"甲"}}, {{{"组"}, Tone::plain, true}, {{"组"}, Tone::plain, true}}}},
      {"300 rows", long_table(300)},
  };
  for (const std::size_t axes : {0U, 1U, 2U, 3U, 4U, 5U, 8U, 13U, 16U, 20U, 30U, 60U}) {
    blocks.emplace_back(fmt::format("{} axes", axes), radar_of(axes, "能力域名称"));
    blocks.emplace_back(fmt::format("{} long axes", axes),
                        radar_of(axes, "Organisation and strategy of the enterprise"));
    blocks.emplace_back(fmt::format("{} unbroken axes", axes), radar_of(axes, unbroken));
  }
  report::Radar odd = radar_of(6, "名", 2);
  odd.series[0].values[0].value = nan;
  odd.series[1].values[1].value = 7;
  odd.series[1].values[2].shown = huge;
  odd.series[0].label = odd.thresholds[0].label = unbroken;
  blocks.emplace_back("odd radar", odd);
  odd.series[1].values[2].shown = "0.5";
  blocks.emplace_back("radar with a long legend", odd);
  odd.series.clear();
  blocks.emplace_back("radar without series", odd);
  for (const std::size_t columns : {0U, 1U, 5U, 9U, 30U}) {
    for (const std::string& text : {std::string(), std::string("0.85"), unbroken, huge}) {
      blocks.emplace_back("heat", heat_of(columns, 12, text));
    }
  }
  blocks.emplace_back("no heat", heat_of(5, 0, "级"));
  for (const std::string& text : {std::string(), std::string("题"), unbroken, huge}) {
    blocks.emplace_back("entries", entries_of(11, text));
  }
  blocks.emplace_back("no entries", entries_of(0, "题"));
  blocks.emplace_back("contents", report::Contents{huge});
  report::Table wide{"宽表", {}, {}};
  wide.rows.resize(3);
  for (int i = 0; i < 60; ++i) {
    wide.columns.push_back({"列头"});
    for (auto& row : wide.rows) row.cells.push_back("0.85");
  }
  blocks.emplace_back("60 columns", wide);

  std::vector<report::Block> all;
  for (const auto& [name, block] : blocks) {
    CAPTURE(name);
    CHECK(faults_of(lay_out(with({block}))) == "");
    CHECK(faults_of(lay_out(with({report::Paragraph{repeated("前文\n", 37)}, block}))) == "");
    all.push_back(block);
  }
  CHECK(faults_of(lay_out(with(all))) == "");
  report::Document document = with(all);
  document.title = document.subtitle = document.footer = document.page_label = repeated(huge, 2);
  CHECK(faults_of(lay_out(document)) == "");
}

TEST_CASE("covers and contents of any length keep to their pages") {
  const std::string unbroken(60, 'W');
  const std::string huge = repeated("很长的一段文字，", 250);
  for (const std::string& text : {std::string(), std::string("某厂"), unbroken, huge}) {
    CAPTURE(text);
    for (const std::size_t count : {0U, 1U, 8U, 60U}) {
      CAPTURE(count);
      report::Document document = with({report::Contents{text}});
      document.title = document.subtitle = text;
      report::Cover cover{.kind = text, .facts = {}, .notice = text, .mark = text};
      for (std::size_t i = 0; i < count; ++i) {
        cover.facts.rows.emplace_back(text, text);
        cover.approvals.push_back({text, text});
        document.blocks.push_back(report::Heading{i % 3 == 0 ? 1 : 2, "1.2", text});
        document.blocks.push_back(report::Paragraph{text});
      }
      if (count > 0) cover.approval_heads = {text, text, text, text};
      document.cover = cover;
      const Drawing drawing = lay_out(document);
      const auto faults = find_faults(drawing);
      REQUIRE_MESSAGE(faults.empty(), (faults.empty() ? "" : faults.front().text));
      CHECK(drawing.bookmarks.size() == count);
    }
  }
}

}  // namespace
}  // namespace assess::render::test
