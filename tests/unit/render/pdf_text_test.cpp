#include "pdf_check.hpp"
#include <assess/render/pdf_text.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace assess::render {
namespace {

using Lines = std::vector<std::string>;

// Lines of `ems` ideographs.
Lines break_at(std::string_view text, double ems) {
  Metrics metrics(test::fonts());
  return metrics.lines(text, 10, 10 * ems);
}

TEST_CASE("lines break where Chinese and Unicode rules allow it") {
  struct Case {
    std::string_view text;
    double ems;
    Lines lines;
  };
  const Case cases[] = {
      {"", 4, {""}},
      {"智能", 4, {"智能"}},
      {"智能制造能力", 4, {"智能制造", "能力"}},
      {"智能制造，能力", 4, {"智能制", "造，能力"}},  // no comma at the start of a line
      {"智能制（造）", 4, {"智能制", "（造）"}},      // no bracket left at the end
      {"智能“制造”。", 4, {"智能“制", "造”。"}},
      {"他说：“好”", 4, {"他说：", "“好”"}},
      {"能力……成熟", 4, {"能力……", "成熟"}},
      {"能力度——成熟", 4, {"能力度", "——成熟"}},  // a dash is never parted
      {"提高到50%以上", 4, {"提高到", "50%以上"}},
      {"用MES系统", 3, {"用MES", "系统"}},
      {"the quick brown fox", 5, {"the quick", "brown fox"}},
      {"the  quick", 3, {"the", "quick"}},  // blanks at a break are dropped
      {"a b", 100, {"a b"}},
      {"第一\n第二", 4, {"第一", "第二"}},
      {"第一\r\n\r\n第二", 4, {"第一", "", "第二"}},
      {"第一\n", 4, {"第一", ""}},
      {"甲\t乙", 4, {"甲 乙"}},
      {"甲\u200b乙\ufeff", 4, {"甲乙"}},                    // nothing of it is drawn
      {"中中中中中", 0.1, {"中", "中", "中", "中", "中"}},  // one character at least
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(break_at(c.text, c.ems) == c.lines);
  }
}

TEST_CASE("no text ends with a line of one or two ideographs or one short word") {
  struct Case {
    std::string_view text;
    double ems;
    Lines lines;
  };
  const Case cases[] = {
      {"一二三四五六七八九十一二三四", 13, {"一二三四五六七八九十一", "二三四"}},
      {"一二三四五六七八九十一二三四。", 13, {"一二三四五六七八九十一", "二三四。"}},
      // Never against the rules for punctuation.
      {"一二三四五六七八九十（一）二三。", 13, {"一二三四五六七八九十", "（一）二三。"}},
      {"一二三四五六七八九，十一二三四", 13, {"一二三四五六七八九，十一", "二三四"}},
      {"一二三四五六七八九十一二三四五六", 13, {"一二三四五六七八九十一二三", "四五六"}},
      {"智能制造能力", 4, {"智能制造", "能力"}},  // narrow columns are left as they are
      {"第一\n第二", 20, {"第一", "第二"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(break_at(c.text, c.ems) == c.lines);
  }
}

TEST_CASE("one short word left over takes those before it along, but no long one") {
  struct Case {
    std::string first;  // would be the first line, were it not for the second
    std::string second;
    Lines lines;
  };
  const Case cases[] = {
      {"the plan is in force and everybody knows",
       "it",
       {"the plan is in force and everybody", "knows it"}},
      {"the plan is in force and it is known to",
       "us.",
       {"the plan is in force and it is", "known to us."}},
      {"the plan is in force and everybody knows",
       "about",
       {"the plan is in force and everybody knows", "about"}},
      {"the plan of electroencephalographers",
       "is",
       {"the plan of electroencephalographers", "is"}},
  };
  Metrics metrics(test::fonts());
  for (const Case& c : cases) {
    CAPTURE(c.first);
    CHECK(metrics.lines(c.first + " " + c.second, 10, metrics.width(c.first, 10)) == c.lines);
  }
}

TEST_CASE("a longer last line never makes more lines or a wider one") {
  const std::string text =
      "按照《GB/T 39116-2020》，企业应当建立（并保持）制度：「计划、执行、检查、改进」，it is "
      "known "
      "to all，每年评审不少于2次。";
  Metrics metrics(test::fonts());
  for (int width = 130; width < 520; ++width) {
    CAPTURE(width);
    const Lines lines = metrics.lines(text, 10, width);
    std::string joined;
    double taken = 0;
    for (const std::string& line : lines) {
      CHECK(metrics.width(line, 10) <= width + 0.01);
      CHECK_FALSE(line.starts_with("，"));
      CHECK_FALSE(line.starts_with("。"));
      taken += metrics.width(line, 10);
      joined += line;
    }
    CHECK(test::without_blanks(joined) == test::without_blanks(text));
    CHECK(static_cast<double>(lines.size()) <= 2 + taken / (width - 60));
    CHECK(count_code_points(lines.back()) >= 3);
  }
}

TEST_CASE("a sign stays with its number, and a standard with its own") {
  const auto starts = [](std::string_view text, std::string_view part) {
    bool found = false;
    Metrics metrics(test::fonts());
    for (int width = 60; width < 300; ++width) {
      for (const std::string& line : metrics.lines(text, 10, width)) {
        found = found || line.starts_with(part);
      }
    }
    return found;
  };
  constexpr std::string_view formula = "（本年产值－上年产值）÷上年产值×100%÷12× 30天";
  CHECK_FALSE(starts(formula, "100%"));
  CHECK_FALSE(starts(formula, "12"));
  CHECK_FALSE(starts(formula, "30"));
  CHECK(starts(formula, "上年产值×"));  // before words it may be parted
  constexpr std::string_view standard = "the structure of GB/T 39117 and GB/T\u00a039116 here";
  CHECK_FALSE(starts(standard, "39117"));
  CHECK_FALSE(starts(standard, "T 39117"));
  CHECK(starts(standard, "GB/T 39117"));
}

TEST_CASE("a word that is too long is broken by force and nothing of it is lost") {
  const std::string word(60, 'W');
  std::string joined;
  for (const std::string& line : break_at(word, 8)) {
    Metrics metrics(test::fonts());
    CHECK(metrics.width(line, 10) <= 80.0);
    joined += line;
  }
  CHECK(joined == word);
}

TEST_CASE("a forced break does not put a mark apart from its letter") {
  std::string word;
  for (int i = 0; i < 40; ++i) word += "e\u0301";
  for (const std::string& line : break_at(word, 5)) CHECK(line.substr(0, 1) == "e");
}

TEST_CASE("no line is too wide, whatever the text") {
  const std::string text =
      "MES、ERP与PLM（产品生命周期管理）之间的接口，按照《GB/T 39116-2020》要求，应当"
      "synchronise-automatically/every_15_minutes——而不是人工导入……https://example.org/a?b=c&d=e；"
      "费用≤￥1,200.50元，占比99.9%，温度25°C。";
  Metrics metrics(test::fonts());
  for (int width = 12; width < 400; width += 7) {
    CAPTURE(width);
    std::string joined;
    for (const std::string& line : metrics.lines(text, 9.5, width)) {
      if (count_code_points(line) > 1) CHECK(metrics.width(line, 9.5) <= width + 0.01);
      joined += line;
    }
    CHECK(test::without_blanks(joined) == test::without_blanks(text));
  }
}

TEST_CASE("the widest piece is the widest word") {
  Metrics metrics(test::fonts());
  CHECK(metrics.widest_piece("智能制造", 10) == doctest::Approx(10));
  CHECK(metrics.widest_piece("智能，制造", 10) == doctest::Approx(20));
  CHECK(metrics.widest_piece("a wide word", 10) ==
        doctest::Approx(std::max(metrics.width("wide", 10), metrics.width("word", 10))));
  CHECK(metrics.widest_piece("", 10) == 0);
}

TEST_CASE("the width of a text is that of its widest line") {
  Metrics metrics(test::fonts());
  CHECK(metrics.width("智能\n制造力", 10) == doctest::Approx(30));
  CHECK(metrics.take_missing().empty());
}

TEST_CASE("what no font has is as wide as the characters that Unicode calls compatible") {
  Metrics metrics(test::fonts());
  CHECK(metrics.lines("25℃", 10, 90) == Lines{"25℃"});
  CHECK(metrics.width("℃", 10) == doctest::Approx(metrics.width("°C", 10)));
  CHECK(metrics.take_missing().empty());
}

TEST_CASE("what no font has is met once, with the whole text around it") {
  Metrics metrics(test::fonts());
  metrics.lines("生产𠮷日𠮷", 10, 20);
  metrics.lines("又见𠮷", 10, 20);
  const auto missing = metrics.take_missing();
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].character == 0x20BB7);
  CHECK(missing[0].text == "生产𠮷日𠮷");
}

}  // namespace
}  // namespace assess::render
