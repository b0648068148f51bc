#include "nasty_document.hpp"
#include <assess/render/escape.hpp>
#include <assess/render/html.hpp>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::render {
namespace {

using report::Document;
using report::Tone;

Document with(std::vector<report::Block> blocks) {
  Document document{.title = "报告"};
  document.blocks = std::move(blocks);
  return document;
}

std::string decoded(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> entities[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [entity, character] : entities) {
    for (std::size_t at = text.find(entity); at != std::string::npos;
         at = text.find(entity, at + 1)) {
      text.replace(at, entity.size(), character);
    }
  }
  return text;
}

// A page taken apart as XML, which it is as well.
struct Parsed {
  std::string fault;  // why it is not well-formed
  std::string text;   // outside of tags, decoded; the style sheet not
  std::vector<std::string> tags;
};

bool has_stray_ampersand(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::string_view entity = text.substr(at, text.find(';', at) - at + 1);
    if (decoded(std::string(entity)).size() != 1) return true;
  }
  return false;
}

Parsed parse(std::string_view html) {
  constexpr std::string_view doctype = "<!DOCTYPE html>\n";
  if (!html.starts_with(doctype)) return {.fault = "no doctype"};
  html.remove_prefix(doctype.size());
  Parsed out;
  std::vector<std::string> open;
  while (!html.empty()) {
    const std::size_t begin = std::min(html.find('<'), html.size());
    const std::string text(html.substr(0, begin));
    const bool is_style = !open.empty() && open.back() == "style";
    if (!is_style && (has_stray_ampersand(text) || text.find('>') != std::string::npos)) {
      out.fault = "not escaped: " + text;
      return out;
    }
    if (!is_style) out.text += decoded(text);
    html.remove_prefix(begin);
    if (html.empty()) break;
    const std::size_t end = html.find('>');
    if (end == std::string_view::npos || has_stray_ampersand(html.substr(0, end))) {
      out.fault = "a broken tag";
      return out;
    }
    const std::string tag(html.substr(1, end - 1));
    html.remove_prefix(end + 1);
    out.tags.push_back(tag);
    const std::string name = tag.substr(0, tag.find_first_of(" /", 1));
    if (std::count(tag.begin(), tag.end(), '"') % 2 != 0) out.fault = "quotes: " + tag;
    if (tag.starts_with('/')) {
      if (open.empty() || "/" + open.back() != tag) out.fault = "closes nothing: " + tag;
      if (!out.fault.empty()) return out;
      open.pop_back();
    } else if (!tag.ends_with('/')) {
      open.push_back(name);
    }
  }
  if (!open.empty()) out.fault = "left open: " + open.back();
  return out;
}

// The values of an attribute in the order of the page.
std::vector<std::string> attributes(const Parsed& page, std::string_view name) {
  std::vector<std::string> out;
  const std::string start = fmt::format(" {}=\"", name);
  for (const std::string& tag : page.tags) {
    const std::size_t at = tag.find(start);
    if (at == std::string::npos) continue;
    const std::size_t begin = at + start.size();
    out.push_back(decoded(tag.substr(begin, tag.find('"', begin) - begin)));
  }
  return out;
}

std::size_t count_of(const Parsed& page, std::string_view tag) {
  return static_cast<std::size_t>(std::count(page.tags.begin(), page.tags.end(), tag));
}

bool has(const std::string& html, std::string_view part) {
  return html.find(part) != std::string::npos;
}

TEST_CASE("nasty texts stay texts in HTML, and none is lost") {
  test::NastyTexts texts;
  const Document document = test::nasty_document(texts);
  const Parsed page = parse(render_html(document));
  REQUIRE(page.fault == "");
  for (const std::string& text : texts.all()) {
    CHECK_MESSAGE(has(page.text, clean_text(text)), text);
  }
  for (const std::string& tag : page.tags) {
    CHECK_MESSAGE(!tag.starts_with("script"), tag);
    CHECK_MESSAGE(tag.find(" on") == std::string::npos, tag);
  }
}

TEST_CASE("an HTML report needs nothing from elsewhere") {
  test::NastyTexts texts;
  const std::string html = render_html(test::nasty_document(texts));
  CHECK_FALSE(has(html, "http:"));
  CHECK_FALSE(has(html, "https:"));
  CHECK_FALSE(has(html, "url("));
  CHECK_FALSE(has(html, "@import"));
  const Parsed page = parse(html);
  CHECK(attributes(page, "src") == std::vector<std::string>{"data:image/png;base64,iVBORw=="});
  CHECK(has(html, "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;"));
  CHECK(count_of(page, "style") == 1);
  CHECK(count_of(page, "/style") == 1);
}

TEST_CASE("the contents of an HTML report lead to its headings") {
  const Document document = with({report::Heading{2, "0", "z"}, report::Contents{"目录"},
                                  report::Heading{1, "1", "a"}, report::Heading{2, "1.1", "b"},
                                  report::Heading{2, "1.2", "c"}, report::Heading{1, "A", "d"}});
  const std::string html = render_html(document);
  const Parsed page = parse(html);
  REQUIRE(page.fault == "");
  CHECK(attributes(page, "id") == std::vector<std::string>{"s1", "s2", "s3", "s4", "s5"});
  CHECK(attributes(page, "href") == std::vector<std::string>{"#s1", "#s2", "#s3", "#s4", "#s5"});
  CHECK(count_of(page, "ol") == 2);
  CHECK(has(html, "<h2 id=\"s2\"><span class=\"number\">1</span> a</h2>"));
  CHECK(has(html, "<h3 id=\"s3\"><span class=\"number\">1.1</span> b</h3>"));
}

TEST_CASE("every link of a nasty HTML report leads somewhere, and no id is there twice") {
  test::NastyTexts texts;
  const Parsed page = parse(render_html(test::nasty_document(texts)));
  const auto ids = attributes(page, "id");
  const std::set<std::string> known(ids.begin(), ids.end());
  CHECK(known.size() == ids.size());
  const auto links = attributes(page, "href");
  CHECK(links.size() == 6);
  for (const std::string& link : links) CHECK(known.count(link.substr(1)) == 1);
}

TEST_CASE("every chart is told as a table below the drawing") {
  test::NastyTexts texts;
  const auto check = [&](report::Block chart, std::size_t rows) {
    const Parsed page = parse(render_html(with({std::move(chart)})));
    REQUIRE(page.fault == "");
    CHECK(count_of(page, "figure") == 1);
    CHECK(count_of(page, "details") == 1);
    const auto scopes = attributes(page, "scope");
    CHECK(static_cast<std::size_t>(std::count(scopes.begin(), scopes.end(), "row")) == rows);
    const auto labels = attributes(page, "aria-label");
    REQUIRE(labels.size() == 2);  // of the drawing and of the table
    CHECK(labels[0] == labels[1]);
  };
  check(test::nasty_ladder(texts, 7), 7);
  check(test::nasty_radar(texts, 2), 3);  // and the threshold
  check(test::nasty_radar(texts, 9), 10);
  CHECK(count_of(parse(render_html(with({test::nasty_ladder(texts, 0)}))), "figure") == 0);
}

TEST_CASE("a tall chart is drawn in parts, and named once") {
  report::Bars bars{.title = "t", .name_head = "n", .value_head = "v"};
  bars.groups = {{"", std::vector<report::Bars::Bar>(40, {"name", 0.5, "0.50"})}};
  const Parsed page = parse(render_html(with({bars})));
  REQUIRE(page.fault == "");
  CHECK(count_of(page, "/svg") > 3);
  CHECK(attributes(page, "role") == std::vector<std::string>{"img", "region"});
  CHECK(attributes(page, "aria-label") == std::vector<std::string>{"t", "t"});
}

TEST_CASE("each group of an HTML table is a body with a head") {
  report::Table table{.columns = {{"a"}, {"b", report::Table::Align::right}}};
  table.rows = {{{"x", "1"}, Tone::good, false, 2}, {{"G", ""}, Tone::plain, true}, {{"y", "2"}}};
  const std::string html = render_html(with({report::Heading{1, "", "章"}, table}));
  CHECK(has(html, "aria-label=\"章\""));
  CHECK(has(html, "<th scope=\"col\" class=\"right\">b</th>"));
  CHECK(has(html, "style=\"--depth:2\"><span class=\"mark\" aria-hidden=\"true\">●</span>x</th>"));
  CHECK(has(html, "</tbody>\n<tbody>\n<tr><th class=\"group\" colspan=\"2\" scope=\"rowgroup\""));
  CHECK_FALSE(has(html, "<caption>"));
}

TEST_CASE("the cells of a heat table are tinted by what they mean") {
  report::Heat heat{.title = "t", .columns = {"1", "2", "3", "4", "5"}};
  heat.rows = {{"r",
                {{0.8, "0.80", Tone::good},
                 {0.79, "0.79", Tone::warning},
                 {0.5, "0.50", Tone::warning},
                 {0.0, "0.00", Tone::warning},
                 {std::nullopt, "—"}},
                "1"}};
  const std::string html = render_html(with({heat}));
  CHECK(has(html,
            "<td class=\"full\"><strong>0.80</strong></td><td class=\"most\">0.79</td>"
            "<td class=\"some\">0.50</td><td class=\"low\">0.00</td><td class=\"none\">—</td>"
            "<td class=\"level\">1</td>"));
}

TEST_CASE("a page break in HTML is one for the printer") {
  const std::string html =
      render_html(with({report::PageBreak{}, report::Heading{1, "", "a"}, report::PageBreak{},
                        report::Table{}, report::Paragraph{"b"}, report::PageBreak{}}));
  CHECK(has(html, "<h2 id=\"s1\" class=\"page\">"));
  CHECK(has(html, "<div class=\"page\"></div>\n<p>b</p>\n</main>"));
}

TEST_CASE("a page break that depends on the room left is left to the printer") {
  const std::string html =
      render_html(with({report::PageBreak{.if_left_below = 0.45}, report::Heading{1, "", "a"}}));
  CHECK(has(html, "<h2 id=\"s1\">"));
}

TEST_CASE("what is said in grey below a chart stands above its data") {
  const report::Ladder ladder{.steps = {{"1", 0.5, 0.8, "0.50", "0.8", "no", Tone::warning}}};
  const std::string html =
      render_html(with({ladder, report::Paragraph{"dashed: 0.8", Tone::muted},
                        report::Paragraph{"more", Tone::muted}, ladder, report::Paragraph{"own"}}));
  REQUIRE(parse(html).fault == "");
  const std::size_t note = html.find("<p class=\"muted\">dashed: 0.8</p>");
  REQUIRE(note != std::string::npos);
  CHECK(note < html.find("<details>"));
  CHECK(html.find("dashed", note + 30) == std::string::npos);
  CHECK(has(html, "</figure>\n<p class=\"muted\">more</p>"));
  CHECK(has(html, "</figure>\n<p>own</p>"));
  // Where there is no chart to draw, nothing is lost.
  CHECK(has(render_html(with({report::Ladder{}, report::Paragraph{"note", Tone::muted}})), "note"));
}

TEST_CASE("an option has its key apart from its text") {
  report::Entries entries;
  entries.groups = {{"", {{.key = "Q", .details = {{.label = "l", .text = "t", .key = "D"}}}}}};
  CHECK(has(render_html(with({entries})),
            "<dd class=\"choice\"><span class=\"option\">D</span> <span>t</span></dd>"));
}

TEST_CASE("printed pages have the charts without their data, and no head on the cover") {
  const std::string html = render_html(with({report::Paragraph{"a"}}));
  const std::size_t print = html.find("@media print");
  REQUIRE(print != std::string::npos);
  CHECK(html.find("details { display: none; }") > print);
  CHECK(has(html, "@page :first { @top-left { content: \"\"; } @top-right { content: \"\"; } }"));
  CHECK_FALSE(has(html, "content: none"));
}

TEST_CASE("an empty document is a page") {
  const std::string empty = render_html({});
  CHECK(parse(empty).fault == "");
  CHECK(has(empty, "<html lang=\"zh-CN\">"));
  CHECK(has(empty, "<body>\n<main>\n</main>\n</body>"));
  Document document{.language = Language::en, .cover = report::Cover{}};
  document.blocks = {report::Heading{},  report::Contents{}, report::Paragraph{}, report::Bullets{},
                     report::Facts{},    report::Headline{}, report::Ladder{},    report::Radar{},
                     report::Bars{},     report::Heat{},     report::Table{},     report::Entries{},
                     report::PageBreak{}};
  const std::string html = render_html(document);
  CHECK(parse(html).fault == "");
  CHECK(has(html, "<html lang=\"en\">"));
}

TEST_CASE("the same document gives the same HTML") {
  test::NastyTexts texts;
  const Document document = test::nasty_document(texts);
  CHECK(render_html(document) == render_html(document));
}

}  // namespace
}  // namespace assess::render
