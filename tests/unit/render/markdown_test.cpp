#include "nasty_document.hpp"
#include <assess/render/escape.hpp>
#include <assess/render/markdown.hpp>
#include <assess/render/markdown_text.hpp>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::render {
namespace {

using report::Document;
using report::Tone;

std::string block(std::string_view text) {
  return markdown_text(text, MarkdownPlace::block);
}

std::string markdown(std::vector<report::Block> blocks) {
  Document document;
  document.blocks = std::move(blocks);
  return render_markdown(document);
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// Without escapes, as plain text.
std::string decoded(std::string_view markdown) {
  std::string out;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    if (markdown[i] == '\\' && i + 1 < markdown.size()) ++i;
    out += markdown[i];
  }
  return out;
}

// `text` with every `<` that is not escaped; ours are `<br>` and the anchors of headings.
std::vector<std::string> tags(std::string_view markdown) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    if (markdown[i] == '\\') {
      ++i;
    } else if (markdown[i] == '<') {
      out.emplace_back(markdown.substr(i, markdown.find('>', i) - i + 1));
    }
  }
  return out;
}

TEST_CASE("a text that begins like a block does not begin one") {
  struct Case {
    std::string_view text;
    std::string_view escaped;
  };
  const Case cases[] = {
      {"# x", "\\# x"},
      {"#", "\\#"},
      {"## x ##", "\\## x \\##"},
      {"- x", "\\- x"},
      {"-", "\\-"},
      {"---", "\\---"},
      {"-:", "\\-:"},
      {":-- | --:", "\\:-- \\| --:"},
      {"+ x", "\\+ x"},
      {"===", "\\==="},
      {"= x", "\\= x"},
      {"> x", "\\> x"},
      {">x", "\\>x"},
      {"1. x", "1\\. x"},
      {"12) x", "12\\) x"},
      {"2024.", "2024\\."},
      {"* x", "\\* x"},
      {"    code", "code"},
      {"\tcode", "code"},
      {"___", "\\_\\_\\_"},
      {"~~~", "\\~\\~\\~"},
      {"```", "\\`\\`\\`"},
      {"[a]: b", "\\[a\\]: b"},
      {"<div>", "\\<div>"},
      {"| a |", "\\| a \\|"},
  };
  for (const Case& one : cases) {
    CHECK(block(one.text) == one.escaped);
    CHECK(block("a\n" + std::string(one.text)) == "a\\\n" + std::string(one.escaped));
  }
}

TEST_CASE("what means something within a line is escaped") {
  CHECK(block("a *b* _c_ `d` [e](f) ![g](h)") ==
        "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) !\\[g\\](h)");
  CHECK(block("a <b> &amp; &#35; \\ ~ | $ {{x}}") ==
        "a \\<b> \\&amp; \\&#35; \\\\ \\~ \\| \\$ \\{\\{x}}");
  CHECK(block("see http://a.b and www.a.b") == "see http\\://a.b and www\\.a.b");
}

TEST_CASE("harmless text stays readable") {
  for (const std::string_view text :
       {"1.00", "L1-1.1.1", "-0.2", "+5 %", "=1+1", "3 > 2", "a_b", "A & B", "C#", "(x)", "10:30",
        "（一）“引用”！", "说明：a/b", "99.5%", "1.x", "wwww.a"}) {
    CHECK(block(text) == text);
  }
}

TEST_CASE("line ends are breaks, and blanks at the ends of lines are gone") {
  CHECK(block("  a  \n\tb\r\n\nc\n\n") == "a\\\nb\\\n\\\nc");
  CHECK(markdown_text("a\nb", MarkdownPlace::block, "    ") == "a\\\n    b");
  CHECK(markdown_text(" a | b \n- c", MarkdownPlace::cell) == "a \\| b<br>- c");
  CHECK(markdown_text("a\n# b", MarkdownPlace::inside) == "a \\# b");
  CHECK(block("") == "");
}

TEST_CASE("bold text begins and ends with something") {
  CHECK(markdown_bold(" \u3000a*\u00A0\n", MarkdownPlace::inside) == "**a\\***");
  CHECK(markdown_bold(" \u3000\n", MarkdownPlace::inside) == "");
}

TEST_CASE("nasty texts stay texts in Markdown, and none is lost") {
  test::NastyTexts texts;
  const Document document = test::nasty_document(texts);
  const std::string out = render_markdown(document);
  std::string plain = decoded(out);
  for (std::size_t at = plain.find("<br>"); at != std::string::npos; at = plain.find("<br>", at)) {
    plain.replace(at, 4, "\n");
  }
  for (const std::string& text : texts.all()) {
    const std::string clean = clean_text(text);
    const std::size_t end = clean.find('\n');
    const std::string first = clean.substr(0, end);
    const std::string number = clean.substr(end + 1);
    // What the line end of a text may have become.
    constexpr std::string_view breaks[] = {"\n", " ", "\n  ", "\n    ", "\n> "};
    const bool is_found =
        std::any_of(std::begin(breaks), std::end(breaks), [&](std::string_view between) {
          return has(plain, fmt::format("{}{}{}", first, between, number));
        });
    CHECK_MESSAGE(is_found, text);
  }
  for (const std::string& tag : tags(out)) {
    CHECK_MESSAGE((tag == "<br>" || tag == "</a>" || tag.starts_with("<a id=\"s")), tag);
  }
}

TEST_CASE("the contents of a Markdown report lead to its headings") {
  const std::string out = markdown({report::Contents{"Contents"}, report::Heading{1, "1", "a [b]"},
                                    report::Heading{2, "1.1", "c"}, report::Heading{1, "2", "d"}});
  CHECK(out ==
        "**Contents**\n\n"
        "- [1  a \\[b\\]](#s1)\n  - [1.1  c](#s2)\n- [2  d](#s3)\n\n"
        "<a id=\"s1\"></a>\n\n## 1  a \\[b\\]\n\n"
        "<a id=\"s2\"></a>\n\n### 1.1  c\n\n"
        "<a id=\"s3\"></a>\n\n## 2  d\n");
}

TEST_CASE("tables of Markdown have one line a row") {
  report::Table table{.title = "T",
                      .columns = {{"a"}, {"b|c", report::Table::Align::right}},
                      .rows = {{{"G", ""}, Tone::plain, true},
                               {{"x\ny", "1.00"}, Tone::warning, false, 1},
                               {{"z"}, Tone::muted}}};
  CHECK(markdown({table}) ==
        "**T**\n\n| a | b\\|c |\n| --- | --: |\n| **G** | |\n| 　△ x<br>y | 1.00 |\n| z | |\n");
}

TEST_CASE("every chart is a table in Markdown") {
  const report::Ladder ladder{{{"1 规划级", 0.9, 0.8, "0.90", "0.80", "达到", Tone::good}}};
  CHECK(markdown({ladder}) ==
        "| 等级 | 得分 | 达标线 | 状态 |\n| --- | --: | --: | --- |\n"
        "| ● 1 规划级 | 0.90 | 0.80 | 达到 |\n");
  report::Heat heat{.title = "t", .name_head = "n", .columns = {"1", "2"}, .level_head = "l"};
  heat.rows = {{"r", {{0.9, "0.90", Tone::good}, {0.5, "0.50", Tone::warning}}, "1"}};
  heat.good_label = "good";
  CHECK(markdown({heat}) ==
        "**t**\n\n| n | 1 | 2 | l |\n| --- | --: | --: | --: |\n"
        "| r | **0.90** | 0.50 | 1 |\n\n**粗体**：good\n");
}

TEST_CASE("entries are a list, and lists in a row stay apart") {
  report::Entries::Entry entry{.key = "Q1", .note = "n", .title = "text", .figure = "0.5"};
  entry.details = {
      {"do", "this\nthat", Tone::good}, {"l", "t"}, {.label = "l", .text = "t", .key = "A"}};
  report::Entries entries;
  entries.groups.push_back({.name = "", .entries = {entry}});
  CHECK(markdown({report::Bullets{{"a\nb", "- c"}}, report::Bullets{{"d"}}, entries}) ==
        "- a\\\n  b\n- \\- c\n\n* d\n\n"
        "- **Q1** (n) text — 0.5\n  - **do**：this\\\n    that\n  - l：t\n  - l：A  t\n");
}

TEST_CASE("a page break is a rule, but not at the top or at the end") {
  CHECK(markdown({report::PageBreak{}, report::Paragraph{"a"}, report::PageBreak{},
                  report::PageBreak{}, report::Paragraph{"b", Tone::warning},
                  report::PageBreak{}}) == "a\n\n---\n\n> △ b\n");
}

TEST_CASE("an empty document is an empty text") {
  CHECK(render_markdown({}) == "");
  CHECK(markdown({report::Contents{}, report::Paragraph{}, report::Bullets{}, report::Facts{},
                  report::Headline{}, report::Ladder{}, report::Radar{}, report::Bars{},
                  report::Heat{}, report::Table{}, report::Entries{}, report::PageBreak{}}) == "");
}

TEST_CASE("the cover comes first, the foot last") {
  Document document{.title = "T", .subtitle = "E", .author = "A", .subject = "S", .footer = "F"};
  document.cover = report::Cover{.logo = "foo", .kind = "K", .facts = {{{"n", "v"}}}};
  document.cover->notice = "not\nthis";
  document.cover->mark = "M";
  document.cover->approvals = {{"role", "name"}};
  document.cover->approval_heads = {"r", "n", "s", "d"};
  CHECK(render_markdown(document) ==
        "# T\n\n![E](data:image/png;base64,Zm9v)\n\n**M**\n\nK\n\n**E**\n\n"
        "| | |\n| --- | --- |\n| n | v |\n\n> not\\\n> this\n\n"
        "| r | n | s | d |\n| --- | --- | --- | --- |\n| role | name | | |\n\n"
        "---\n\nF\\\nA\\\nS\n");
}

}  // namespace
}  // namespace assess::render
