// Tables: the room between their columns, and where the page may end in them.
#include "pdf_samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace assess::render {
namespace {

using test::lay_out;
using test::with;
using Align = report::Table::Align;

report::Table table_of(std::size_t rows) {
  report::Table table;
  table.columns = {{"名", Align::left, 3}, {"分", Align::right, 1}};
  for (std::size_t i = 0; i < rows; ++i) table.rows.push_back({{fmt::format("行{}", i), "1"}});
  return table;
}

// How many rows of the table stand on each page, without the pages that have none.
std::vector<std::size_t> rows_by_page(const Drawing& drawing) {
  std::vector<std::size_t> out;
  for (const Page& page : drawing.pages) {
    const auto texts = test::texts_of(page);
    const auto rows = std::count_if(texts.begin(), texts.end(), [](const TextRun& text) {
      return text.string.starts_with("行");
    });
    if (rows > 0) out.push_back(static_cast<std::size_t>(rows));
  }
  return out;
}

// The pages on which a heading and the first row below it stand.
std::pair<std::size_t, std::size_t> heading_and_first(const Drawing& drawing) {
  for (std::size_t i = 0; i < drawing.pages.size(); ++i) {
    for (const TextRun& text : test::texts_of(drawing.pages[i])) {
      if (text.string.starts_with("行0")) return {drawing.bookmarks.front().page, i};
    }
  }
  FAIL("no first row");
  return {};
}

TEST_CASE("words behind a column of numbers keep their distance") {
  report::Table table;
  table.columns = {{"名", Align::left, 3},
                   {"等级", Align::right, 1},
                   {"状态", Align::left, 1},
                   {"说明", Align::left, 1}};
  table.rows = {{{"甲", "1", "达到", "无"}}};
  const auto texts = test::texts_of(lay_out(with({table})).pages[0]);
  const auto left_of = [&](std::string_view wanted) {
    return std::find_if(texts.begin(), texts.end(),
                        [&](const TextRun& text) { return text.string == wanted; });
  };
  CHECK(left_of("达到")->x - (left_of("1")->x + left_of("1")->width) >= 23.9);
  CHECK(left_of("状态")->x == doctest::Approx(left_of("达到")->x));
}

TEST_CASE("the first five rows of a table stay with its head and its heading") {
  for (const std::size_t rows : {3U, 30U, 80U}) {
    for (std::size_t lines = 1; lines < 47; ++lines) {
      CAPTURE(rows);
      CAPTURE(lines);
      const Drawing drawing = lay_out(with({report::Paragraph{test::repeated("前\n", lines)},
                                            report::Heading{2, "", "节"}, table_of(rows)}));
      const auto pages = rows_by_page(drawing);
      REQUIRE_FALSE(pages.empty());
      CHECK(pages.front() >= std::min<std::size_t>(rows, 5));
      const auto [heading, first] = heading_and_first(drawing);
      CHECK(heading == first);
    }
  }
}

TEST_CASE("a line between a heading and a table goes with both") {
  for (std::size_t lines = 1; lines < 47; ++lines) {
    CAPTURE(lines);
    const Drawing drawing =
        lay_out(with({report::Paragraph{test::repeated("前\n", lines)},
                      report::Heading{2, "", "节"}, report::Paragraph{"下表"}, table_of(27)}));
    const auto [heading, first] = heading_and_first(drawing);
    CHECK(heading == first);
  }
  // A long text is no introduction: it begins where it stands.
  const std::string text = test::repeated("很长的一段，", 160);
  const Drawing drawing =
      lay_out(with({report::Paragraph{test::repeated("前\n", 20)}, report::Heading{2, "", "节"},
                    report::Paragraph{text}, table_of(27)}));
  CHECK(heading_and_first(drawing) == std::pair<std::size_t, std::size_t>{0, 1});
}

TEST_CASE("a table that a page can hold is not torn when most of it would move on") {
  bool was_torn = false;
  for (std::size_t lines = 1; lines < 47; ++lines) {
    CAPTURE(lines);
    const Drawing drawing = lay_out(with({report::Paragraph{test::repeated("前\n", lines)},
                                          report::Heading{2, "", "节"}, table_of(27)}));
    const auto pages = rows_by_page(drawing);
    CHECK(pages.front() >= 9);
    was_torn = was_torn || pages.size() > 1;
  }
  CHECK(was_torn);  // in its middle it may be
}

TEST_CASE("rows of a group are counted without the group") {
  report::Table table = table_of(40);
  table.rows.insert(table.rows.begin(), {{"组", ""}, report::Tone::plain, true});
  for (std::size_t lines = 20; lines < 47; ++lines) {
    CAPTURE(lines);
    const auto pages = rows_by_page(lay_out(with(
        {report::Paragraph{test::repeated("前\n", lines)}, report::Heading{2, "", "节"}, table})));
    CHECK(pages.front() >= 5);
  }
}

TEST_CASE("a table whose first rows fill more than a page begins where it stands") {
  report::Table table = table_of(6);
  for (auto& row : table.rows) row.cells[0] += test::repeated("很长的一格，", 150);
  const Drawing drawing =
      lay_out(with({report::Paragraph{"前"}, report::Heading{2, "", "节"}, table}));
  CHECK(heading_and_first(drawing) == std::pair<std::size_t, std::size_t>{0, 0});
}

}  // namespace
}  // namespace assess::render
