#include <assess/render/text_table.hpp>

#include <doctest/doctest.h>

#include <string>

namespace assess::render {
namespace {

TEST_CASE("columns stand straight under Chinese heads and cells") {
  TextTable table({Align::left, Align::right, Align::left});
  table.head({"能力项", "得分", "状态"});
  table.row({"人员", "0.80", "达到"});
  table.row({"Production", "1", "未达到"});
  CHECK(table.text(2, false) ==
        "  能力项      得分  状态\n"
        "  人员        0.80  达到\n"
        "  Production     1  未达到\n");
}

TEST_CASE("a line has no blanks at its end, and an empty cell takes its room") {
  TextTable table({Align::left, Align::right, Align::left});
  table.row({"long name", "1", "x"});
  table.row({"", "22", ""});
  table.row({"n", "", ""});
  table.row({"", "", ""});
  CHECK(table.text(1, false) ==
        " long name   1  x\n"
        "            22\n"
        " n\n"
        "\n");
}

TEST_CASE("combining marks and wide signs count as they are drawn") {
  TextTable table({Align::left, Align::left});
  table.row({"e\u0301e\u0301", "|"});
  table.row({"😀", "|"});
  table.row({"ab", "|"});
  CHECK(table.text(0, false) == "e\u0301e\u0301  |\n😀  |\nab  |\n");
}

TEST_CASE("colour changes no width and stands only where it is asked for") {
  TextTable table({Align::left, Align::right});
  table.head({"等级", "状态"});
  table.row({"一", "ok"});
  table.style(1, Style::good);
  CHECK(table.text(0, true) ==
        "\x1b[2m等级\x1b[0m  \x1b[2m状态\x1b[0m\n"
        "一      \x1b[32mok\x1b[0m\n");
  CHECK(table.text(0, false) == "等级  状态\n一      ok\n");
}

TEST_CASE("a table without rows is empty") {
  CHECK(TextTable({Align::left}).text(2, false).empty());
}

}  // namespace
}  // namespace assess::render
