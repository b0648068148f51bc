// The cover and the blocks that are made of words.
#include <assess/render/escape.hpp>
#include <assess/render/html_parts.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace assess::render {
namespace {

using report::Tone;

// An element around a text; nothing for no text.
std::string element(std::string_view tag, std::string_view css_class, const std::string& text) {
  if (text.empty()) return {};
  const std::string attribute =
      css_class.empty() ? std::string() : fmt::format(" class=\"{}\"", css_class);
  return fmt::format("<{0}{1}>{2}</{0}>\n", tag, attribute, escape_html_lines(text));
}

// Name and signature are written by hand into cells that are left empty, so these are high.
std::string approvals(const report::Cover& cover) {
  if (cover.approvals.empty()) return {};
  constexpr std::size_t columns = 4;
  std::string out = "<table class=\"approvals\">\n";
  if (!cover.approval_heads.empty()) {
    out += "<thead><tr>";
    for (std::size_t i = 0; i < std::max(columns, cover.approval_heads.size()); ++i) {
      const std::string head = i < cover.approval_heads.size() ? cover.approval_heads[i] : "";
      out += fmt::format("<th scope=\"col\">{}</th>", escape_html_lines(head));
    }
    out += "</tr></thead>\n";
  }
  out += "<tbody>\n";
  for (const report::Cover::Approval& approval : cover.approvals) {
    out += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td></td><td></td></tr>\n",
                       escape_html_lines(approval.role), escape_html_lines(approval.name));
  }
  return out + "</tbody>\n</table>\n";
}

std::string titles(const report::Document& document) {
  return element("h1", "", document.title) + element("p", "subtitle", document.subtitle);
}

std::string html_detail(const report::Entries::Detail& detail) {
  std::string text = escape_html_lines(detail.text);
  if (!detail.key.empty()) {
    text = fmt::format("<span class=\"option\">{}</span> <span>{}</span>",
                       escape_html_lines(detail.key), text);
  }
  return fmt::format("<div class=\"{}\"><dt>{}</dt><dd{}>{}</dd></div>\n", html_class(detail.tone),
                     escape_html_lines(detail.label), detail.key.empty() ? "" : " class=\"choice\"",
                     text);
}

std::string html_entry(const report::Entries::Entry& entry) {
  std::string key = escape_html_lines(entry.key);
  if (!entry.note.empty()) {
    key += " <span class=\"belongs\">" + escape_html_lines(entry.note) + "</span>";
  }
  std::string out = fmt::format(
      "<article class=\"entry\">\n<p class=\"key\">{}</p>\n<p class=\"title\">{}</p>\n"
      "<p class=\"figure\">{}</p>\n",
      key, escape_html_lines(entry.title), escape_html_lines(entry.figure));
  if (!entry.details.empty()) {
    out += "<dl>\n";
    for (const report::Entries::Detail& detail : entry.details) out += html_detail(detail);
    out += "</dl>\n";
  }
  return out + "</article>\n";
}

}  // namespace

std::string_view html_mark(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "<span class=\"mark\" aria-hidden=\"true\">●</span>";
    case Tone::warning:
      return "<span class=\"mark\" aria-hidden=\"true\">△</span>";
    case Tone::plain:
    case Tone::muted:
      return {};
  }
  return {};
}

std::string_view html_class(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "plain";
    case Tone::good:
      return "good";
    case Tone::warning:
      return "warning";
    case Tone::muted:
      return "muted";
  }
  return {};
}

std::string html_cover(const report::Document& document) {
  if (!document.cover) {
    const std::string text = titles(document);
    return text.empty() ? text : "<header>\n" + text + "</header>\n";
  }
  const report::Cover& cover = *document.cover;
  std::string top;
  if (!cover.logo.empty()) {
    top += fmt::format("<img class=\"logo\" src=\"{}\" alt=\"{}\"/>\n", png_address(cover.logo),
                       escape_html(document.subtitle));
  }
  top += element("p", "confidential", cover.mark);
  if (!top.empty()) top = "<div class=\"top\">\n" + top + "</div>\n";
  return "<header class=\"cover\">\n" + top + element("p", "kind", cover.kind) + titles(document) +
         html_facts(cover.facts) + element("p", "notice", cover.notice) + approvals(cover) +
         "</header>\n";
}

std::string html_paragraph(const report::Paragraph& paragraph) {
  const std::string text = escape_html_lines(paragraph.text);
  switch (paragraph.tone) {
    case Tone::plain:
      return "<p>" + text + "</p>\n";
    case Tone::muted:
      return "<p class=\"muted\">" + text + "</p>\n";
    case Tone::good:
    case Tone::warning:
      return fmt::format("<p class=\"note {}\">{}{}</p>\n", html_class(paragraph.tone),
                         html_mark(paragraph.tone), text);
  }
  return {};
}

std::string html_bullets(const report::Bullets& bullets) {
  if (bullets.items.empty()) return {};
  std::string out = "<ul>\n";
  for (const std::string& item : bullets.items) {
    out += "<li>" + escape_html_lines(item) + "</li>\n";
  }
  return out + "</ul>\n";
}

std::string html_facts(const report::Facts& facts) {
  if (facts.rows.empty()) return {};
  std::string out = "<dl class=\"facts\">\n";
  for (const auto& [name, value] : facts.rows) {
    out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escape_html_lines(name),
                       escape_html_lines(value));
  }
  return out + "</dl>\n";
}

std::string html_headline(const report::Headline& headline) {
  if (headline.figures.empty()) return {};
  std::string out = "<dl class=\"headline\">\n";
  for (const report::Headline::Figure& figure : headline.figures) {
    out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escape_html_lines(figure.label),
                       escape_html_lines(figure.value));
  }
  return out + "</dl>\n";
}

std::string html_entries(const report::Entries& entries, int heading) {
  std::string out;
  for (const report::Entries::Group& group : entries.groups) {
    if (!group.name.empty()) {
      out +=
          fmt::format("<h{0} class=\"group\">{1}</h{0}>\n", heading, escape_html_lines(group.name));
    }
    for (const report::Entries::Entry& entry : group.entries) out += html_entry(entry);
  }
  if (out.empty()) return {};
  return fmt::format(
      "<div class=\"entries\">\n<p class=\"heads\"><span class=\"key\">{}</span> "
      "<span class=\"title\">{}</span> <span class=\"figure\">{}</span></p>\n{}</div>\n",
      escape_html_lines(entries.key_head), escape_html_lines(entries.title_head),
      escape_html_lines(entries.figure_head), out);
}

}  // namespace assess::render
