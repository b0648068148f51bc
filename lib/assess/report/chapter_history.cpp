// How the enterprise got here: its earlier diagnoses that are valid, and this one.
#include <assess/report/chapter.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace assess::report {
namespace {

class HistoryChapter : private Chapter {
 public:
  HistoryChapter(const Matter& matter, const std::vector<PastDiagnosis>& earlier,
                 Document& document)
      : Chapter(matter, document), present_(past_of(diagnosis_, {})) {
    for (const PastDiagnosis& past : earlier) {
      if (past.result) rows_.push_back({past.date, past.bank, *past.result});
    }
    if (!rows_.empty()) rows_.push_back({present_name(), present_.bank, result_of(diagnosis_)});
  }

  void add_all() {
    add(PageBreak{.if_left_below = 0.45});
    add_heading(1, say({"历次诊断", "Earlier diagnoses"}));
    if (rows_.empty()) {
      add(Paragraph{say({"没有找到本企业以前完成的有效自诊断。",
                         "No earlier diagnosis of this enterprise was found that is finished and "
                         "valid."})});
      return;
    }
    add(Paragraph{introduction()});
    add(bars());
    add(table());
    if (is_of_several_versions()) {
      add(Paragraph{say({"各次诊断所用的题库版本不同，题目或权重可能有变化，总分的变化不全是企业的"
                         "变化。",
                         "The diagnoses were made with different versions of the bank. Questions "
                         "and weights may have changed, so not every change of the total is one "
                         "of the enterprise."}),
                    Tone::muted});
    }
  }

 private:
  struct Row {
    std::string name;  // its date
    std::string bank;
    PastResult result;
  };

  std::string present_name() const {
    if (present_.date.empty()) return say({"本次（未完成）", "this one (not finished)"});
    return present_.date + say({"（本次）", " (this one)"});
  }

  std::string introduction() const {
    const std::size_t earlier = rows_.size() - 1;
    if (options_.language == Language::zh) {
      return fmt::format("以前完成的有效自诊断共 {} 次，连同本次按完成日期排列。总分最高为 {}。",
                         earlier, full());
    }
    return fmt::format(
        "This enterprise finished {} earlier {} valid. {} here by date, with this "
        "one at the end. The highest total there can be is {}.",
        earlier, earlier == 1 ? "diagnosis that is" : "diagnoses that are",
        earlier == 1 ? "It stands" : "They stand", full());
  }

  int full() const {
    int most = 1;
    for (const Row& row : rows_) most = std::max(most, row.result.levels);
    return most;
  }

  Bars bars() const {
    Bars bars{.title = say({"历次总分", "The totals"}),
              .name_head = say({"完成日期", "Finished"}),
              .value_head = say({"总分", "Total"}),
              .lost_head = {},
              .groups = {{}},
              .threshold = {},
              .full = static_cast<double>(full())};
    for (const Row& row : rows_) {
      bars.groups.front().bars.push_back({.name = row.name,
                                          .value = row.result.total.approximate(),
                                          .shown = shown_total(row.result),
                                          .lost = {}});
    }
    return bars;
  }

  Table table() const {
    Table table{.title = {},
                .columns = {{say({"完成日期", "Finished"}), Table::Align::left, 2},
                            {say({"达到等级", "Level attained"}), Table::Align::left, 2},
                            {say({"总分", "Total"}), Table::Align::right, 1},
                            {say({"较上次", "Change"}), Table::Align::right, 1}},
                .rows = {}};
    const Fraction* before = nullptr;
    for (const Row& row : rows_) {
      // A diagnosis under way is no comparison: what is not answered yet counts 0.
      const bool is_under_way = &row == &rows_.back() && present_.date.empty();
      const bool has_change = before != nullptr && !is_under_way;
      table.rows.push_back(
          {.cells = {row.name, shown_attained(row.result, options_.language),
                     shown_total(row.result),
                     has_change ? shown_change(row.result.total - *before) : std::string(dash)}});
      before = &row.result.total;
    }
    return table;
  }

  bool is_of_several_versions() const {
    return std::any_of(rows_.begin(), rows_.end(),
                       [&](const Row& row) { return row.bank != rows_.front().bank; });
  }

  PastDiagnosis present_;
  std::vector<Row> rows_;  // the last is this one; none at all without earlier ones
};

}  // namespace

void write_history(const Matter& matter, Document& document) {
  const auto& earlier = matter.options.history;
  if (earlier) HistoryChapter(matter, *earlier, document).add_all();
}

}  // namespace assess::report
