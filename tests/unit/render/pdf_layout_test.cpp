#include "pdf_samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace assess::render {
namespace {

using report::Document;
using report::Tone;
using test::ladder_of;
using test::lay_out;
using test::long_table;
using test::radar_of;
using test::repeated;
using test::with;
using Align = report::Table::Align;

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

TEST_CASE("a page break may depend on how much of the page is left") {
  // Lines of a paragraph, 15 points each, below a title on a page that holds 46 of them.
  for (const auto& [lines, pages] :
       std::vector<std::pair<std::size_t, std::size_t>>{{2, 1}, {18, 1}, {26, 2}, {36, 2}}) {
    CAPTURE(lines);
    const Drawing drawing =
        lay_out(with({report::Paragraph{repeated("前\n", lines) + "前"},
                      report::PageBreak{.if_left_below = 0.45}, report::Paragraph{"后"}}));
    REQUIRE(drawing.pages.size() == pages);
    CHECK(has_text(drawing.pages[pages - 1], "后"));
  }
  // One that always holds outweighs one that does not.
  CHECK(lay_out(with({report::Paragraph{"前"}, report::PageBreak{},
                      report::PageBreak{.if_left_below = 0.1}, report::Paragraph{"后"}}))
            .pages.size() == 2);
}

TEST_CASE("the running head cuts nothing while there is room beside the mark") {
  Document document = with({report::Paragraph{"前"}, report::PageBreak{}, report::Paragraph{"后"}});
  document.cover = report::Cover{.mark = "Confidential"};
  document.language = Language::en;
  document.title = "Smart manufacturing capability maturity: a self-diagnosis (CMMM)";
  document.subtitle = "某厂";
  const auto head = [&] {
    auto texts = test::texts_of(lay_out(document).pages.at(1));
    std::erase_if(texts, [](const TextRun& text) { return text.y > 60; });
    return texts;
  };
  const auto whole = head();
  REQUIRE(whole.size() == 3);
  CHECK(whole[0].string == document.title);
  CHECK(whole[1].string == "Confidential");
  CHECK(whole[2].string == "某厂");
  CHECK(whole[1].x >= whole[0].x + whole[0].width + 20);
  CHECK(whole[2].x >= whole[1].x + whole[1].width + 20);

  document.title = "某某公司";
  const auto middle = head();
  CHECK(middle[1].x + middle[1].width / 2 == doctest::Approx(page_width / 2));

  document.title = repeated("a title that is too long ", 9);
  CHECK(head()[0].string.ends_with("..."));
  document.language = Language::zh;
  CHECK(head()[0].string.ends_with("…"));
  document.subtitle = repeated("很长的名称", 20);
  const auto both = head();
  REQUIRE(both.size() == 3);
  for (std::size_t i = 0; i + 1 < both.size(); ++i) {
    CHECK(both[i + 1].x >= both[i].x + both[i].width + 20);
  }
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
          lay_out(with({report::Paragraph{repeated("前\n", lines) + "前"},
                        report::Heading{1, "", "章"}, report::Heading{2, "", "节"}, next}));
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
      return text.string.starts_with("第") &&
             (text.string.ends_with("组") || text.string.ends_with("组（续）"));
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
      lay_out(with({report::Heading{1, "", "第一章"}, report::PageBreak{},
                    report::Heading{1, "", "第二章"}, report::Heading{2, "", "第一节"}}));
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
  report::Bars bars{.title = {}, .groups = {{"", {}}}};
  for (int i = 0; i <= 20; ++i) {
    bars.groups[0].bars.push_back(
        {"名", i / 20.0, fmt::format("0.{:02}", i * 5 % 100), "", Tone::good});
  }
  for (const double threshold : {0.0, 0.5, 0.8, 1.0}) {
    bars.threshold = {threshold, ""};
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

// The right edges of the bars, as parts of the way from the first line of the grid to the last.
std::vector<double> ends_of_bars(const Page& page) {
  std::vector<double> grid;
  for (const Operation& operation : page.operations) {
    const auto* line = std::get_if<Line>(&operation);
    if (line != nullptr && line->from.x == line->to.x) grid.push_back(line->from.x);
  }
  REQUIRE_FALSE(grid.empty());
  const auto [left, right] = std::minmax_element(grid.begin(), grid.end());
  std::vector<double> ends;
  for (const Operation& operation : page.operations) {
    const auto* box = std::get_if<Box>(&operation);
    if (box != nullptr && box->x == *left) ends.push_back(box->width / (*right - *left));
  }
  return ends;
}

TEST_CASE(
    "bars are drawn on the scale that they name, without a line where there is no threshold") {
  report::Bars bars{.title = "历次总分", .groups = {{"", {}}}, .full = 5};
  for (const double total : {0.0, 1.5, 3.35, 5.0, 7.0}) {
    bars.groups[0].bars.push_back({"2026-11-22", total, fmt::format("{:.2f}", total), ""});
  }
  const Page page = lay_out(with({bars})).pages[0];
  for (const char* label : {"0", "1", "2", "3", "4", "5"}) CHECK(has_text(page, label));
  CHECK_FALSE(has_text(page, "0.2"));
  for (const Operation& operation : page.operations) {
    const auto* line = std::get_if<Line>(&operation);
    CHECK_FALSE((line != nullptr && line->is_dashed));
  }
  const auto ends = ends_of_bars(page);
  REQUIRE(ends.size() == 5);
  CHECK(ends[0] < 0.01);
  CHECK(ends[1] == doctest::Approx(0.3));
  CHECK(ends[2] == doctest::Approx(0.67));
  CHECK(ends[3] == doctest::Approx(1));
  CHECK(ends[4] == doctest::Approx(1));  // beyond the scale: as far as it goes
}

TEST_CASE("a scale that does not count in ones is parted in five") {
  for (const auto& [full, label] :
       std::vector<std::pair<double, const char*>>{{1, "0.2"}, {2.5, "1.5"}, {20, "12.0"}}) {
    CAPTURE(full);
    report::Bars bars{.title = {}, .groups = {{"", {{"名", 0.5, "0.50", ""}}}}, .full = full};
    CHECK(has_text(lay_out(with({bars})).pages[0], label));
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
