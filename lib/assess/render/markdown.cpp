#include <assess/render/escape.hpp>
#include <assess/render/markdown.hpp>
#include <assess/render/markdown_table.hpp>
#include <assess/render/markdown_text.hpp>
#include <assess/report/chart_tables.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

namespace assess::render {
namespace {

using report::Table;
using report::Tone;
using Align = Table::Align;

std::string block(std::string_view text, std::string_view indent = {}) {
  return markdown_text(text, MarkdownPlace::block, indent);
}

std::string inside(std::string_view text) {
  return markdown_text(text, MarkdownPlace::inside);
}

std::string bold(std::string_view text) {
  return markdown_bold(text, MarkdownPlace::inside);
}

std::string quotation(std::string_view mark, std::string_view text) {
  return fmt::format("> {}{}", mark, block(text, "> "));
}

class MarkdownWriter {
 public:
  explicit MarkdownWriter(const report::Document& document) : document_(document) {}

  std::string run() {
    add_cover();
    for (const report::Block& one : document_.blocks) {
      std::visit([&](const auto& its) { add(its); }, one);
    }
    add_foot();
    return std::move(out_);
  }

 private:
  // A block of its own, apart from the one before by an empty line.
  void put(std::string_view text) {
    if (text.empty()) return;
    if (!out_.empty()) out_ += '\n';
    // Not at the top of the file, where a rule would begin front matter.
    if (std::exchange(is_page_broken_, false) && !out_.empty()) out_ += "---\n\n";
    out_ += text;
    if (out_.back() != '\n') out_ += '\n';
    is_after_list_ = false;
  }

  // Two lists in a row would be read as one, unless their signs differ.
  char next_sign() {
    sign_ = is_after_list_ && sign_ == '-' ? '*' : '-';
    return sign_;
  }

  void put_list(std::string_view text) {
    put(text);
    is_after_list_ = true;
  }

  void add_cover() {
    if (!document_.title.empty()) put("# " + inside(document_.title));
    if (!document_.cover) return put(block(document_.subtitle));
    const report::Cover& cover = *document_.cover;
    if (!cover.logo.empty()) {
      put(fmt::format("![{}]({})", inside(document_.subtitle), png_address(cover.logo)));
    }
    put(bold(cover.mark));
    put(block(cover.kind));
    put(bold(document_.subtitle));
    add(cover.facts);
    if (!cover.notice.empty()) put(quotation("", cover.notice));
    add_approvals(cover);
  }

  void add_approvals(const report::Cover& cover) {
    if (cover.approvals.empty()) return;
    Table table;
    table.columns.resize(4);
    for (std::size_t i = 0; i < std::min<std::size_t>(4, cover.approval_heads.size()); ++i) {
      table.columns[i].head = cover.approval_heads[i];
    }
    for (const report::Cover::Approval& approval : cover.approvals) {
      table.rows.push_back({.cells = {approval.role, approval.name, {}, {}}});
    }
    put(markdown_table(table));
  }

  void add(const report::Heading& heading) {
    const std::string signs(static_cast<std::size_t>(std::clamp(heading.depth, 1, 3)) + 1, '#');
    put(fmt::format("<a id=\"s{}\"></a>", ++headings_));
    put(signs + " " + inside(heading.whole()));
    depth_ = std::clamp(heading.depth, 1, 3);
  }

  void add(const report::Contents& contents) {
    std::string list;
    std::size_t place = 0;
    bool has_entry = false;
    const char sign = '-';
    for (const report::Block& one : document_.blocks) {
      const auto* heading = std::get_if<report::Heading>(&one);
      if (heading == nullptr) continue;
      list += fmt::format("{}{} [{}](#s{})\n", heading->depth > 1 && has_entry ? "  " : "", sign,
                          inside(heading->whole()), ++place);
      has_entry = has_entry || heading->depth <= 1;
    }
    if (list.empty()) return;
    put(bold(contents.title));
    put_list(list);
    sign_ = sign;
  }

  void add(const report::Paragraph& paragraph) {
    const std::string_view mark = markdown_mark(paragraph.tone);
    put(mark.empty() ? block(paragraph.text) : quotation(mark, paragraph.text));
  }

  void add(const report::Bullets& bullets) {
    if (bullets.items.empty()) return;
    const char sign = next_sign();
    std::string list;
    for (const std::string& item : bullets.items) {
      list += fmt::format("{} {}\n", sign, block(item, "  "));
    }
    put_list(list);
  }

  void add(const report::Facts& facts) {
    if (facts.rows.empty()) return;
    Table table;
    table.columns.resize(2);
    for (const auto& [name, value] : facts.rows) table.rows.push_back({.cells = {name, value}});
    put(markdown_table(table));
  }

  void add(const report::Headline& headline) {
    if (headline.figures.empty()) return;
    Table table;
    Table::Row row;
    for (const report::Headline::Figure& figure : headline.figures) {
      table.columns.push_back({figure.label});
      row.cells.push_back(figure.value);
    }
    row.is_group = true;  // in bold
    table.rows.push_back(std::move(row));
    put(markdown_table(table));
  }

  void add(const Table& table) {
    if (table.columns.empty()) return;
    put(bold(table.title));
    put(markdown_table(table));
  }

  void add(const report::Ladder& chart) { add_chart(chart); }
  void add(const report::Radar& chart) { add_chart(chart); }
  void add(const report::Bars& chart) { add_chart(chart); }

  template <typename Chart>
  void add_chart(const Chart& chart) {
    const Table table = report::table_of(chart, document_.language);
    if (table.rows.empty()) return put(bold(table.title));
    add(table);
  }

  // Without tints, bold stands for the dark ones.
  void add(const report::Heat& heat) {
    constexpr Words bold_word{"粗体", "bold"};
    constexpr Words other_word{"常规", "regular"};
    put(bold(heat.title));
    if (heat.rows.empty()) return;
    put(markdown_table(heat));
    std::string legend;
    const auto add_sign = [&](std::string_view sign, const std::string& label) {
      if (label.empty()) return;
      if (!legend.empty()) legend += Words{"；", "; "}.in(document_.language);
      if (!sign.empty()) legend.append(sign).append(Words{"：", ": "}.in(document_.language));
      legend += inside(label);
    };
    add_sign(bold(bold_word.in(document_.language)), heat.good_label);
    add_sign(other_word.in(document_.language), heat.warning_label);
    add_sign("", heat.muted_label);
    put(legend);
  }

  void add(const report::Entries& entries) {
    std::string heads;
    for (const std::string* head : {&entries.key_head, &entries.title_head, &entries.figure_head}) {
      if (head->empty()) continue;
      heads += (heads.empty() ? "" : " · ") + (heads.empty() ? block(*head) : inside(*head));
    }
    const bool is_empty =
        std::all_of(entries.groups.begin(), entries.groups.end(),
                    [](const auto& group) { return group.name.empty() && group.entries.empty(); });
    if (!is_empty) put(heads);
    for (const report::Entries::Group& group : entries.groups) add_group(group);
  }

  void add_group(const report::Entries::Group& group) {
    if (!group.name.empty()) {
      put(std::string(static_cast<std::size_t>(depth_) + 2, '#') + " " + inside(group.name));
    }
    if (group.entries.empty()) return;
    const char sign = next_sign();
    std::string list;
    for (const report::Entries::Entry& entry : group.entries) list += entry_lines(entry, sign);
    put_list(list);
  }

  std::string entry_lines(const report::Entries::Entry& entry, char sign) const {
    std::string head = bold(entry.key);
    if (!entry.note.empty()) head += (head.empty() ? "(" : " (") + inside(entry.note) + ")";
    if (!entry.title.empty()) head += (head.empty() ? "" : " ") + block(entry.title, "  ");
    if (!entry.figure.empty()) head += (head.empty() ? "— " : " — ") + inside(entry.figure);
    std::string out = fmt::format("{} {}\n", sign, head.empty() ? "—" : head);
    for (const report::Entries::Detail& detail : entry.details) {
      const bool stands_out = detail.tone == Tone::good;
      std::string label = stands_out ? bold(detail.label) : block(detail.label, "    ");
      if (!label.empty()) label += Words{"：", ": "}.in(document_.language);
      if (!detail.key.empty()) label += block(detail.key, "    ") + "  ";
      out += fmt::format("  {} {}\n", sign, label + block(detail.text, "    "));
    }
    return out;
  }

  void add(const report::PageBreak&) { is_page_broken_ = true; }

  void add_foot() {
    is_page_broken_ = true;
    std::string text = block(document_.footer);
    for (const std::string* more : {&document_.author, &document_.subject}) {
      if (!more->empty()) text += (text.empty() ? "" : "\\\n") + block(*more);
    }
    put(text);
  }

  const report::Document& document_;
  std::string out_;
  std::size_t headings_ = 0;
  int depth_ = 1;
  bool is_page_broken_ = false;
  bool is_after_list_ = false;
  char sign_ = '-';
};

}  // namespace

std::string render_markdown(const report::Document& document) {
  return MarkdownWriter(document).run();
}

}  // namespace assess::render
