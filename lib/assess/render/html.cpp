#include <assess/render/escape.hpp>
#include <assess/render/font.hpp>
#include <assess/render/html.hpp>
#include <assess/render/html_parts.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

namespace assess::render {
namespace {

std::string html_head(const report::Document& document) {
  const std::string& title = document.title.empty() ? document.subtitle : document.title;
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
      "<title>{}</title>\n",
      document.language == Language::zh ? "zh-CN" : "en", escape_html(title));
  const auto add_meta = [&](std::string_view name, const std::string& content) {
    if (content.empty()) return;
    out += fmt::format("<meta name=\"{}\" content=\"{}\"/>\n", name, escape_html(content));
  };
  add_meta("author", document.author);
  add_meta("description", document.subject);
  return out + "<style>\n" + html_style(document) + "</style>\n</head>\n";
}

// The headings as a list, with a list inside the entry of each chapter. Links lead to the ids that
// the blocks are given in the same order.
std::string html_contents(const report::Contents& contents, const report::Document& document) {
  std::string out = fmt::format("<nav class=\"contents\" aria-label=\"{0}\">\n<h2>{0}</h2>\n<ol>\n",
                                escape_html(contents.title));
  std::size_t place = 0;
  bool has_entry = false;  // an outer entry is open
  bool is_nested = false;  // a list inside it is
  const auto close = [&](std::string_view end) {
    if (std::exchange(is_nested, false)) out += "</ol>\n";
    if (std::exchange(has_entry, false)) out += end;
  };
  for (const report::Block& block : document.blocks) {
    const auto* heading = std::get_if<report::Heading>(&block);
    if (heading == nullptr) continue;
    const bool is_inner = heading->depth > 1 && has_entry;
    if (!is_inner) close("</li>\n");
    if (is_inner && !std::exchange(is_nested, true)) out += "\n<ol>\n";
    out += fmt::format("<li><a href=\"#s{}\"><span class=\"number\">{}</span> {}</a>", ++place,
                       escape_html(heading->number), escape_html(heading->text));
    if (is_inner) out += "</li>\n";
    has_entry = true;
  }
  if (place == 0) return {};
  close("</li>\n");
  return out + "</ol>\n</nav>\n";
}

constexpr Words table_name{"表", "Table"};

// The blocks one after the other.
class HtmlBody {
 public:
  explicit HtmlBody(const report::Document& document)
      : document_(document), fonts_({}), metrics_(fonts_) {}

  std::string run() {
    for (at_ = 0; at_ < document_.blocks.size(); ++at_) {
      std::visit([&](const auto& one) { add(one); }, document_.blocks[at_]);
    }
    return std::move(out_);
  }

 private:
  void add(const report::Heading& heading) {
    section_ = heading.text;
    depth_ = std::clamp(heading.depth, 1, 3);
    out_ += fmt::format("<h{0} id=\"s{1}\"{4}><span class=\"number\">{2}</span> {3}</h{0}>\n",
                        depth_ + 1, ++headings_, escape_html(heading.number),
                        escape_html_lines(heading.text), page_class());
  }
  void add(const report::Contents& contents) {
    add_page_break();
    out_ += html_contents(contents, document_);
  }
  // How much is left of a page only the printer knows.
  void add(const report::PageBreak& page_break) {
    if (page_break.if_left_below >= 1) is_page_broken_ = true;
  }
  void add(const report::Paragraph& paragraph) { put(html_paragraph(paragraph)); }
  void add(const report::Bullets& bullets) { put(html_bullets(bullets)); }
  void add(const report::Facts& facts) { put(html_facts(facts)); }
  void add(const report::Headline& headline) { put(html_headline(headline)); }
  void add(const report::Entries& entries) { put(html_entries(entries, depth_ + 2)); }
  void add(const report::Table& table) { put(html_table(table, name_of(table.title))); }
  void add(const report::Heat& heat) { put(html_heat(heat, name_of(heat.title))); }
  void add(const report::Ladder& chart) { add_chart(chart); }
  void add(const report::Radar& chart) { add_chart(chart); }
  void add(const report::Bars& chart) { add_chart(chart); }

  // What is said in grey right below a chart says how to read it and belongs to it.
  template <typename Chart>
  void add_chart(const Chart& chart) {
    const report::Paragraph* note = nullptr;
    if (at_ + 1 < document_.blocks.size()) {
      note = std::get_if<report::Paragraph>(&document_.blocks[at_ + 1]);
    }
    if (note != nullptr && note->tone != report::Tone::muted) note = nullptr;
    const std::string figure = html_chart(chart, note != nullptr ? *note : report::Paragraph{},
                                          document_.language, metrics_);
    put(figure);
    if (note != nullptr && !figure.empty()) ++at_;
  }

  void put(const std::string& part) {
    if (part.empty()) return;
    add_page_break();
    out_ += part;
  }

  // A heading begins the page itself; before other blocks stands an element that does nothing else.
  std::string_view page_class() {
    return std::exchange(is_page_broken_, false) ? " class=\"page\"" : "";
  }
  void add_page_break() {
    if (std::exchange(is_page_broken_, false)) out_ += "<div class=\"page\"></div>\n";
  }

  // A table without a title goes by the heading it stands under.
  std::string name_of(const std::string& title) const {
    if (!title.empty()) return title;
    return section_.empty() ? std::string(table_name.in(document_.language)) : section_;
  }

  const report::Document& document_;
  FontStack fonts_;  // none: every character has a nominal width
  Metrics metrics_;
  std::string out_;
  std::string section_;
  std::size_t at_ = 0;  // the block that is being written
  std::size_t headings_ = 0;
  int depth_ = 1;
  bool is_page_broken_ = false;
};

std::string html_foot(const report::Document& document) {
  std::string out;
  const auto add = [&](const std::string& text) {
    if (!text.empty()) out += "<p>" + escape_html_lines(text) + "</p>\n";
  };
  if (document.cover) add(document.cover->mark);
  add(document.footer);
  add(document.author);
  return out.empty() ? out : "<footer>\n" + out + "</footer>\n";
}

}  // namespace

std::string render_html(const report::Document& document) {
  return html_head(document) + "<body>\n" + html_cover(document) + "<main>\n" +
         HtmlBody(document).run() + "</main>\n" + html_foot(document) + "</body>\n</html>\n";
}

}  // namespace assess::render
