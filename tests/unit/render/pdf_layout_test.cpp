#include "pdf_check.hpp"
#include <assess/render/pdf_layout.hpp>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace assess::render {
namespace {

using report::Document;
using report::Tone;
using Align = report::Table::Align;

Document with(std::vector<report::Block> blocks) {
  Document document;
  document.title = "自诊断报告";
  document.subtitle = "某某精密机械股份有限公司";
  document.footer = "自诊断结果，不能代替正式评估";
  document.page_label = "第 {} 页，共 {} 页";
  document.blocks = std::move(blocks);
  return document;
}

Drawing lay_out(const Document& document) {
  return render::lay_out(document, test::fonts());
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// What is wrong with where texts stand: off the page, beyond the margins, or one upon another.
std::string find_faults(const Drawing& drawing) {
  constexpr double margin = 56.6;
  constexpr double slack = 0.05;
  for (std::size_t page = 0; page < drawing.pages.size(); ++page) {
    const std::vector<TextRun> texts = test::texts_of(drawing.pages[page]);
    std::vector<test::Extent> extents;
    for (const TextRun& text : texts) {
      extents.push_back(test::extent_of(test::fonts(), text));
      const test::Extent& e = extents.back();
      if (e.left < margin - slack || e.right > page_width - margin + slack || e.top < 30 ||
          e.bottom > page_height - 30) {
        return fmt::format("page {}: off the page: {}", page + 1, print(text));
      }
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t k = i + 1; k < texts.size(); ++k) {
        const double across = std::min(extents[i].right, extents[k].right) -
                              std::max(extents[i].left, extents[k].left);
        const double down = std::min(extents[i].bottom, extents[k].bottom) -
                            std::max(extents[i].top, extents[k].top);
        if (across > slack && down > slack) {
          return fmt::format("page {}: overlap: {} and {}", page + 1, print(texts[i]),
                             print(texts[k]));
        }
      }
    }
    for (const Operation& operation : drawing.pages[page].operations) {
      if (!is_finite(operation)) return "not finite: " + print(operation);
      const auto* box = std::get_if<Box>(&operation);
      if (box != nullptr && (box->x < margin - 5 || box->y < 30 || box->width < 0 ||
                             box->height < 0 || box->x + box->width > page_width - margin + 5 ||
                             box->y + box->height > page_height - 30)) {
        return fmt::format("page {}: off the page: {}", page + 1, print(operation));
      }
    }
  }
  return "";
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

bool has_text(const Page& page, std::string_view wanted) {
  const auto texts = test::texts_of(page);
  return std::any_of(texts.begin(), texts.end(),
                     [&](const TextRun& text) { return text.string == wanted; });
}

report::Table long_table(std::size_t rows) {
  report::Table table;
  table.title = "全部题目";
  table.columns = {{"题号", Align::left, 1}, {"内容", Align::left, 4}, {"得分", Align::right, 1}};
  for (std::size_t i = 0; i < rows; ++i) {
    if (i % 50 == 0) table.rows.push_back({{fmt::format("第{}组", i / 50)}, Tone::plain, true});
    const Tone tone = i % 3 == 0 ? Tone::warning : i % 3 == 1 ? Tone::good : Tone::muted;
    table.rows.push_back({{fmt::format("Q{}", i), repeated("内容很长，", i % 9 + 1),
                           fmt::format("0.{:02}", i % 100)},
                          tone});
  }
  return table;
}

report::Radar radar_of(std::size_t axes, const std::string& name) {
  report::Radar radar{
      .title = "各域得分", .threshold = 0.8, .threshold_label = "门槛 0.80", .value_label = "得分"};
  for (std::size_t i = 0; i < axes; ++i) {
    radar.axes.push_back({name, static_cast<double>(i % 10) / 10, "0.50"});
    if (i % 4 == 3) radar.axes.back() = {name, std::nullopt, "已裁剪"};
  }
  return radar;
}

report::Ladder ladder_of(std::size_t steps, const std::string& name) {
  report::Ladder ladder;
  for (std::size_t i = 0; i < steps; ++i) {
    ladder.steps.push_back({name, 0.5, 0.8, "0.50", "未达到", Tone::warning});
  }
  return ladder;
}

TEST_CASE("nothing overlaps and nothing leaves the page in the nastiest documents") {
  const std::string unbroken(60, 'W');
  const std::string huge = repeated("一格里写了很多很多字，", 182);  // over 2,000 characters
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  std::vector<std::pair<std::string, report::Block>> blocks{
      {"chapter", report::Heading{1, repeated("很长的标题", 40)}},
      {"unbroken heading", report::Heading{2, unbroken + unbroken}},
      {"deep heading", report::Heading{7, "深"}},
      {"empty heading", report::Heading{1, ""}},
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
      {"bad step", report::Ladder{{{"级", nan, infinite, "—", "未知", Tone::good}}}},
      {"no bars", report::Bars{"标题", {}, 0.8, "门槛"}},
      {"empty group", report::Bars{"标题", {{"组", {}}}, 0.8, "门槛"}},
      {"bars", report::Bars{"标题",
                            {{huge, {{huge, 0.5, unbroken, Tone::good}}},
                             {"", {{unbroken, 2.0, huge, Tone::warning}, {"", nan, ""}}}},
                            nan,
                            huge}},
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
  report::Radar odd = radar_of(6, "名");
  odd.axes[0].value = nan;
  odd.axes[1].value = 7;
  odd.axes[2].shown = huge;
  odd.value_label = odd.threshold_label = unbroken;
  blocks.emplace_back("odd radar", odd);
  odd.axes[2].shown = "0.5";
  blocks.emplace_back("radar with a long legend", odd);
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
    CHECK(find_faults(lay_out(with({block}))) == "");
    CHECK(find_faults(lay_out(with({report::Paragraph{repeated("前文\n", 37)}, block}))) == "");
    all.push_back(block);
  }
  CHECK(find_faults(lay_out(with(all))) == "");
  Document document = with(all);
  document.title = document.subtitle = document.footer = document.page_label = repeated(huge, 2);
  CHECK(find_faults(lay_out(document)) == "");
}

TEST_CASE("the check for faults finds them") {
  Drawing drawing;
  drawing.pages.resize(1);
  const TextRun text{100, 100, 10, Ink::black, Weight::regular, "智能"};
  drawing.pages[0].operations = {text, TextRun{115, 104, 10, Ink::black, Weight::regular, "制造"}};
  CHECK(find_faults(drawing) != "");
  drawing.pages[0].operations = {TextRun{530, 100, 10, Ink::black, Weight::regular, "制造"}};
  CHECK(find_faults(drawing) != "");
  drawing.pages[0].operations = {text};
  CHECK(find_faults(drawing) == "");
}

TEST_CASE("a document without blocks has one page") {
  CHECK(lay_out(with({})).pages.size() == 1);
  CHECK(lay_out(Document{}).pages.size() == 1);
  CHECK(lay_out(with({report::PageBreak{}, report::PageBreak{}})).pages.size() == 1);
}

TEST_CASE("a page break starts a page, once") {
  const Drawing drawing =
      lay_out(with({report::Paragraph{"前"}, report::PageBreak{}, report::PageBreak{},
                    report::Paragraph{"后"}, report::PageBreak{}}));
  REQUIRE(drawing.pages.size() == 2);
  CHECK(has_text(drawing.pages[0], "前"));
  CHECK(has_text(drawing.pages[1], "后"));
}

TEST_CASE("pages are numbered") {
  const Drawing drawing = lay_out(with({report::PageBreak{}, long_table(100)}));
  const std::size_t pages = drawing.pages.size();
  REQUIRE(pages > 2);
  for (std::size_t i = 0; i < pages; ++i) {
    CHECK(has_text(drawing.pages[i], fmt::format("第 {} 页，共 {} 页", i + 1, pages)));
    CHECK(has_text(drawing.pages[i], "自诊断结果，不能代替正式评估"));
  }
  Document document = with({});
  document.page_label = "no placeholders";
  CHECK(has_text(lay_out(document).pages[0], "no placeholders"));
}

TEST_CASE("no heading stays behind at the end of a page") {
  for (std::size_t lines = 20; lines < 50; ++lines) {
    CAPTURE(lines);
    for (const report::Block& next :
         {report::Block{report::Paragraph{repeated("正文正文，", 60)}},
          report::Block{long_table(9)}, report::Block{radar_of(8, "域")},
          report::Block{ladder_of(5, "级")}}) {
      const Drawing drawing =
          lay_out(with({report::Paragraph{repeated("前\n", lines) + "前"}, report::Heading{1, "章"},
                        report::Heading{2, "节"}, next}));
      const Bookmark& section = drawing.bookmarks.at(1);
      const auto texts = test::texts_of(drawing.pages[section.page]);
      const auto heading = std::find_if(texts.begin(), texts.end(),
                                        [](const TextRun& text) { return text.string == "节"; });
      REQUIRE(heading != texts.end());
      // Something of the block stands on the same page, before the foot's two texts.
      CHECK(texts.end() - heading > 3);
      CHECK(drawing.bookmarks[0].page == section.page);
    }
  }
}

TEST_CASE("a table repeats its head, and the group it is in, on every page") {
  const Drawing drawing = lay_out(with({long_table(300)}));
  REQUIRE(drawing.pages.size() > 8);
  for (std::size_t i = 0; i < drawing.pages.size(); ++i) {
    CAPTURE(i);
    CHECK(has_text(drawing.pages[i], "题号"));
    const auto texts = test::texts_of(drawing.pages[i]);
    CHECK(std::any_of(texts.begin(), texts.end(), [](const TextRun& text) {
      return text.string.starts_with("第") && text.string.ends_with("组");
    }));
  }
  const std::string text = test::drawn_text(drawing);
  for (int i = 0; i < 300; ++i) CHECK(count_of(text, fmt::format("Q{}内容", i)) == 1);
}

TEST_CASE("a row higher than a page goes on on the next one and loses nothing") {
  std::string cell;
  for (int i = 0; i < 2000; ++i) cell += fmt::format("第{}句，", i);
  report::Table table;
  table.columns = {{"题号", Align::left, 1}, {"说明", Align::left, 2}};
  table.rows = {{{"Q1", cell}}, {{"Q2", "短"}}};
  const Drawing drawing = lay_out(with({report::Paragraph{repeated("前\n", 20)}, table}));
  CHECK(drawing.pages.size() > 3);
  std::string joined;
  for (const Page& page : drawing.pages) {
    for (const TextRun& text : test::texts_of(page)) {
      if (text.x > 150 && text.size > 8 && text.size < 9 && text.weight == Weight::regular)
        joined += text.string;
    }
  }
  CHECK(count_of(test::without_blanks(joined), cell) == 1);
}

TEST_CASE("a row that fits on a page is not parted") {
  report::Table table;
  table.columns = {{"内容"}};
  for (int i = 0; i < 60; ++i) {
    table.rows.push_back({{fmt::format("始（{}）{}（{}）终", i, repeated("句", 180), i)}});
  }
  const Drawing drawing = lay_out(with({table}));
  CHECK(drawing.pages.size() > 2);
  for (int i = 0; i < 60; ++i) {
    for (const Page& page : drawing.pages) {
      std::string text;
      for (const TextRun& run : test::texts_of(page)) text += run.string;
      const bool begins = text.find(fmt::format("始（{}）", i)) != std::string::npos;
      const bool ends = text.find(fmt::format("（{}）终", i)) != std::string::npos;
      CHECK(begins == ends);
    }
  }
}

TEST_CASE("headings become bookmarks with their page") {
  const Drawing drawing =
      lay_out(with({report::Heading{1, "第一章"}, report::PageBreak{}, report::Heading{1, "第二章"},
                    report::Heading{2, "第一节"}}));
  REQUIRE(drawing.bookmarks.size() == 3);
  CHECK(drawing.bookmarks[0].page == 0);
  CHECK(drawing.bookmarks[1].title == "第二章");
  CHECK(drawing.bookmarks[1].page == 1);
  CHECK(drawing.bookmarks[2].depth == 2);
}

TEST_CASE("numbers stand at the right edge of their column") {
  report::Table table;
  table.columns = {{"名", Align::left, 3}, {"分", Align::right, 1}};
  table.rows = {{{"甲", "1"}}, {{"乙", "1000.25"}}};
  const Drawing drawing = lay_out(with({table}));
  std::vector<double> rights;
  for (const TextRun& text : test::texts_of(drawing.pages[0])) {
    if (text.string == "1" || text.string == "1000.25" || text.string == "分") {
      rights.push_back(test::extent_of(test::fonts(), text).right);
    }
  }
  REQUIRE(rights.size() == 3);
  CHECK(rights[0] == doctest::Approx(rights[1]));
  CHECK(rights[1] == doctest::Approx(rights[2]));
}

TEST_CASE("the value of a bar never stands on the threshold line") {
  report::Bars bars{"", {{"", {}}}, 0.8, ""};
  for (int i = 0; i <= 20; ++i) {
    bars.groups[0].bars.push_back(
        {"名", i / 20.0, fmt::format("0.{:02}", i * 5 % 100), Tone::good});
  }
  for (const double threshold : {0.0, 0.5, 0.8, 1.0}) {
    bars.threshold = threshold;
    const Drawing drawing = lay_out(with({bars}));
    std::vector<double> dashed;
    for (const Operation& operation : drawing.pages[0].operations) {
      const auto* line = std::get_if<Line>(&operation);
      if (line != nullptr && line->is_dashed) dashed.push_back(line->from.x);
    }
    REQUIRE_FALSE(dashed.empty());
    for (const TextRun& text : test::texts_of(drawing.pages[0])) {
      if (text.weight != Weight::bold || text.size > 9) continue;
      const test::Extent e = test::extent_of(test::fonts(), text);
      for (const double x : dashed) CHECK_FALSE((e.left < x && x < e.right));
    }
  }
}

TEST_CASE("the same document gives the same pages") {
  const Document document = with({long_table(60), radar_of(8, "域"), ladder_of(5, "级")});
  std::string first;
  std::string second;
  for (const Page& page : lay_out(document).pages) first += print(page);
  for (const Page& page : lay_out(document).pages) second += print(page);
  CHECK(first == second);
}

TEST_CASE("what no font has is listed once, in the order of the text") {
  const Drawing drawing =
      lay_out(with({report::Paragraph{"法人𠮷田"}, report::Facts{{{"联系人", "㐱、𠮷"}}}}));
  REQUIRE(drawing.missing.size() == 2);
  CHECK(drawing.missing[0].character == 0x20BB7);
  CHECK(drawing.missing[0].text == "法人𠮷田");
  CHECK(drawing.missing[1].character == 0x3431);
}

}  // namespace
}  // namespace assess::render
