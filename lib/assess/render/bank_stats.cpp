// `bank stats` for people.
#include <assess/base/utf8.hpp>
#include <assess/render/render.hpp>
#include <assess/render/text_table.hpp>
#include <assess/report/bank_stats.hpp>

#include <fmt/format.h>

namespace assess::render {
namespace {

using report::BankStats;

class StatsText {
 public:
  StatsText(const Bank& bank, const Context& context)
      : bank_(bank), context_(context), stats_(report::bank_stats(bank)) {}

  std::string text() const {
    std::string out =
        fmt::format("{}@{}\n", safe_to_show(bank_.id.value), safe_to_show(bank_.version));
    out += title({"末级能力项：题数与权重占比", "Lowest areas: questions, and shares of weight"});
    out += areas(stats_.leaves, true);
    if (!stats_.sections.empty()) {
      out += title({"各章：题数与权重占比", "Sections: questions, and shares of weight"});
      out += areas(stats_.sections, false);
    }
    out += title({"选项与分值", "Options and their scores"}) + scores();
    out += title({"证据、说明、建议", "Evidence, help, advice"}) + extras();
    out += title({"文本：各语言的译文与字数", "Texts: languages, and characters"}) + translations();
    return out;
  }

 private:
  std::string say(Words words) const { return std::string(words.in(context_.language)); }
  std::string title(Words words) const {
    return "\n" + styled(say(words), Style::bold, context_.colour) + "\n";
  }

  // `12.5%`; a share that is not 0 is never shown as 0, and none but the whole as 100.
  static std::string per_cent(const std::optional<Fraction>& share) {
    if (!share) return "-";
    return rounded_apart(*share * Fraction(100), 1, {Fraction(0), Fraction(100)}) + "%";
  }

  template <typename Entries>
  std::string areas(const Entries& entries, bool has_total) const {
    std::vector<Align> columns{Align::left, Align::left, Align::left};
    std::vector<std::string> head{say({"编号", "number"}), say({"能力项", "area"}),
                                  say({"标识", "id"})};
    for (const Level& level : bank_.levels) {
      columns.push_back(Align::right);
      head.push_back("L" + std::to_string(level.number.value));
    }
    columns.push_back(Align::right);
    head.push_back(say({"合计", "total"}));
    for (std::size_t set = 0; set < bank_.weight_sets(); ++set) {
      columns.push_back(Align::right);
      head.push_back(bank_.variants.empty() ? say({"占比", "share"})
                                            : safe_to_show(bank_.variants[set].id.value));
    }
    TextTable table(columns);
    table.head(std::move(head));
    for (const auto& entry : entries) {
      const Area& area = bank_.area(entry.area);
      std::vector<std::string> cells{
          area.section ? std::to_string(area.section->value) : bank_.area_number(entry.area),
          safe_to_show(area.title.in(context_.language)), safe_to_show(area.id.value)};
      add_counts(entry.questions, cells);
      for (const auto& share : entry.shares) cells.push_back(per_cent(share));
      table.row(std::move(cells));
    }
    if (has_total) {
      std::vector<std::string> cells{{}, say({"合计", "total"}), {}};
      add_counts(stats_.questions, cells);
      cells.resize(columns.size());
      table.row(std::move(cells));
    }
    return table.text(2, context_.colour);
  }

  static void add_counts(const BankStats::Counts& counts, std::vector<std::string>& cells) {
    int sum = 0;
    for (const int count : counts) {
      cells.push_back(std::to_string(count));
      sum += count;
    }
    cells.push_back(std::to_string(sum));
  }

  std::string scores() const {
    TextTable table({Align::right, Align::right, Align::left});
    table.head({say({"题数", "questions"}), say({"选项数", "options"}), say({"分值", "scores"})});
    for (const BankStats::Scores& entry : stats_.scores) {
      std::string scores;
      for (const Fraction& score : entry.scores) {
        scores += (scores.empty() ? "" : "  ") + score.shortest(6);
      }
      table.row({std::to_string(entry.questions), std::to_string(entry.scores.size()), scores});
    }
    return table.text(2, context_.colour);
  }

  std::string extras() const {
    TextTable table({Align::left, Align::right});
    const auto row = [&](Words words, int count) {
      table.row({say(words), fmt::format("{}/{}", count, bank_.questions.size())});
    };
    row({"要求证据的题", "questions that ask for evidence"}, stats_.with_evidence);
    row({"有说明的题", "questions with help"}, stats_.with_help);
    row({"有建议的题", "questions with advice"}, stats_.with_advice);
    return table.text(2, context_.colour);
  }

  // Average and longest: `31 (58)`.
  static std::string length(const BankStats::Length& length) {
    if (length.texts == 0) return "-";
    const Fraction mean(static_cast<std::int64_t>(length.characters),
                        static_cast<std::int64_t>(length.texts));
    return fmt::format("{} ({})", mean.rounded(0), length.longest);
  }

  std::string translations() const {
    TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right,
                     Align::right, Align::right});
    table.head({say({"语言", "language"}), say({"文本", "texts"}), say({"缺译文", "missing"}),
                say({"题目 平均(最长)", "question: mean (longest)"}), say({"说明", "help"}),
                say({"选项", "option"}), say({"建议", "advice"})});
    for (const BankStats::Translation& entry : stats_.translations) {
      table.row({std::string(language_tag(entry.language)), std::to_string(entry.texts),
                 std::to_string(entry.missing), length(entry.questions), length(entry.help),
                 length(entry.options), length(entry.advice)});
      if (entry.missing > 0) table.style(2, Style::warning);
    }
    return table.text(2, context_.colour);
  }

  const Bank& bank_;
  const Context& context_;
  const BankStats stats_;
};

}  // namespace

std::string bank_stats_text(const Bank& bank, const Context& context) {
  return StatsText(bank, context).text();
}

}  // namespace assess::render
