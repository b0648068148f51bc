// Where the enterprise stands among others: its percentile in a cohort.
#include <assess/report/among.hpp>
#include <assess/report/chapter.hpp>

#include <fmt/format.h>

namespace assess::report {
namespace {

class AmongChapter : private Chapter {
 public:
  AmongChapter(const Matter& matter, const Placement& placement, Document& document)
      : Chapter(matter, document),
        placement_(placement),
        rows_(among_rows(diagnosis_, placement, options_.language)) {}

  void add_all() {
    add(PageBreak{.if_left_below = 0.45});
    add_heading(1, say({"在同行中的位置", "Among others"}));
    if (!placement_.all) {
      add(Paragraph{
          say({"所给的同行统计中没有答卷。", "The cohort that was given has no members."})});
      return;
    }
    add(Paragraph{introduction()});
    add(table({"总分", "Totals"}, {"比较对象", "Compared with"}, rows_.totals));
    if (!rows_.sections.empty()) {
      add(table({"各章", "Sections"}, {"章", "Section"}, rows_.sections));
      add(Paragraph{
          say({"各章的总分是它自身达到的等级加上下一等级的得分，因此开始下一等级不会使位置"
               "下降。没有开放的等级问到的章没有总分。",
               "The total of a section is the level it attains by itself plus its score "
               "at the next one, so beginning a further level never lowers its place. A "
               "section that no open level asks anything of has none."}),
          Tone::muted});
    }
    add(Paragraph{say(rank_words()), Tone::muted});
  }

 private:
  std::string introduction() const {
    const AmongRow& all = rows_.totals.front();
    const std::string bank = fmt::format("{}@{}", bank_.id.value, bank_.version);
    return options_.language == Language::zh
               ? fmt::format("与用同一题库（{}）自诊断的 {} 份答卷相比，本企业总分的百分位为 {}。",
                             bank, all.members, all.rank)
               : fmt::format(
                     "Compared with {} diagnoses made with the same bank ({}), the percentile "
                     "of this enterprise's total is {}.",
                     all.members, bank, all.rank);
  }

  Table table(Words title, Words head, const std::vector<AmongRow>& rows) const {
    Table table{say(title), {{say(head), Table::Align::left, 3}}, {}};
    for (const Words name : {Words{"总分", "Total"}, Words{"百分位", "Percentile"},
                             Words{"同行中位", "Their median"}, Words{"同行份数", "Members"}}) {
      table.columns.push_back({say(name), Table::Align::right, 1});
    }
    for (const AmongRow& row : rows) {
      table.rows.push_back({.cells = {row.name, row.value, row.rank, row.median, row.members}});
    }
    return table;
  }

  const Placement& placement_;
  const AmongRows rows_;
};

}  // namespace

void write_among(const Matter& matter, Document& document) {
  const auto& placement = matter.options.placement;
  if (placement) AmongChapter(matter, *placement, document).add_all();
}

}  // namespace assess::report
