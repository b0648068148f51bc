// A cohort as people read it, on a terminal and as Markdown.
#include <assess/base/utf8.hpp>
#include <assess/render/cohort.hpp>
#include <assess/render/markdown.hpp>
#include <assess/render/text_table.hpp>
#include <assess/report/cohort_document.hpp>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace assess::render {
namespace {

// The blocks that the document of a cohort is made of.
class BlockWriter {
 public:
  explicit BlockWriter(const Context& context) : context_(context) {}

  std::string write(const report::Document& document) {
    out_ = styled(document.title, Style::bold, context_.colour);
    out_ += "  " + safe_to_show(document.subtitle) + "\n";
    for (const report::Block& block : document.blocks) {
      if (const auto* heading = std::get_if<report::Heading>(&block)) add(*heading);
      if (const auto* facts = std::get_if<report::Facts>(&block)) add(*facts);
      if (const auto* table = std::get_if<report::Table>(&block)) add(*table);
      if (const auto* paragraph = std::get_if<report::Paragraph>(&block)) add(*paragraph);
    }
    return std::move(out_);
  }

 private:
  void add(const report::Heading& heading) {
    out_ += "\n" + styled(safe_to_show(heading.whole()), Style::bold, context_.colour) + "\n";
  }

  void add(const report::Facts& facts) {
    TextTable table({Align::left, Align::left});
    for (const auto& [name, value] : facts.rows) {
      table.row({safe_to_show(name), safe_to_show(value)});
    }
    out_ += table.text(2, context_.colour);
  }

  void add(const report::Table& from) {
    std::vector<Align> aligns;
    std::vector<std::string> head;
    for (const report::Table::Column& column : from.columns) {
      aligns.push_back(column.align == report::Table::Align::left ? Align::left : Align::right);
      head.push_back(safe_to_show(column.head));
    }
    TextTable table(std::move(aligns));
    table.head(std::move(head));
    for (const report::Table::Row& row : from.rows) {
      std::vector<std::string> cells;
      for (const std::string& cell : row.cells) cells.push_back(safe_to_show(cell));
      cells.front().insert(0, static_cast<std::size_t>(row.depth) * 2, ' ');
      cells.resize(from.columns.size());
      table.row(std::move(cells));
      if (row.is_group) table.style(0, Style::faint);
    }
    out_ += table.text(2, context_.colour);
  }

  void add(const report::Paragraph& paragraph) {
    if (!context_.summary) return;
    if (!was_paragraph_) out_ += "\n";
    was_paragraph_ = true;
    const std::string text = safe_to_show(paragraph.text);
    for (const std::string& line :
         context_.width > 0 ? wrap(text, context_.width) : std::vector<std::string>{text}) {
      out_ += styled(line, Style::faint, context_.colour) + "\n";
    }
  }

  const Context& context_;
  std::string out_;
  bool was_paragraph_ = false;
};

}  // namespace

std::string cohort_text(const Cohort& cohort, const Context& context) {
  return BlockWriter(context).write(report::cohort_document(cohort, context.language));
}

std::string cohort_markdown(const Cohort& cohort, const Context& context) {
  return render_markdown(report::cohort_document(cohort, context.language));
}

}  // namespace assess::render
