// The gap list: every question of the next level whose answer does not score full.
#include <assess/report/chapter.hpp>

#include <fmt/format.h>

namespace assess::report {
namespace {

class GapChapter : private Chapter {
 public:
  using Chapter::Chapter;

  void add_gaps() {
    add(PageBreak{});
    if (!standing_.next) {
      add_heading(1, say({"差距清单", "The gaps"}));
      add(Paragraph{say({"已达到全部等级，没有下一等级的差距。",
                         "All levels are attained: there is no next level with gaps."})});
      return;
    }
    const std::size_t next = *standing_.next;
    add_heading(1, say({"差距清单：", "The gaps: "}) + level_name(next));
    if (standing_.gaps.empty()) {
      add(Paragraph{
          say({"该等级的题目都已得满分。", "Every question of this level scores full."})});
      return;
    }
    add(Paragraph{introduction(card_.levels[next])});
    Entries entries{.key_head = say({"题号", "Question"}),
                    .title_head = say({"现状与下一档", "Where it stands, and the next option"}),
                    .figure_head = say({"得分提高", "Score gained"}),
                    .groups = {}};
    entries.groups.emplace_back();
    for (const Gap& gap : standing_.gaps) entries.groups.back().entries.push_back(entry(gap));
    add(std::move(entries));
  }

 private:
  std::string introduction(const LevelScore& level) const {
    const std::size_t count = standing_.gaps.size();
    const std::string order =
        options_.language == Language::zh
            ? fmt::format(
                  "以下 {} 道题没有得满分，提高一档使等级得分增加最多的排在最前；"
                  "未作答的题目按答到满分计。",
                  count)
            : fmt::format(
                  "These {} questions do not score full. Those whose next option adds "
                  "most to the level's score come first; for a question without an "
                  "answer that is a full one.",
                  count);
    if (level.tally.is_begun()) return order;
    return options_.language == Language::zh
               ? fmt::format(
                     "该等级已开放，还没有作答。以下是它的 {} 道题、满分的做法和每题在等级"
                     "得分中的份额，份额大的排在最前，供准备时参考。",
                     count)
               : fmt::format(
                     "This level is open and not begun. These are its {} questions, what a "
                     "full answer takes, and the part of each in the level's score, the "
                     "largest first: to prepare for it.",
                     count);
  }

  Entries::Entry entry(const Gap& gap) const {
    const Question& question = bank_.question(gap.share.question);
    const Option& better = question.options[gap.better];
    Entries::Entry entry{.key = question.id.value,
                         .note = area_name(question.area),
                         .title = read(question.text),
                         .details = {},
                         .figure = "+" + shown_points(gap.worth)};
    if (gap.chosen) {
      const Option& chosen = question.options[*gap.chosen];
      entry.details.push_back(option_detail({"现状", "Now"}, chosen));
      entry.details.push_back(option_detail({"下一档", "Next"}, better));
    } else {
      const bool is_begun = card_.levels[*standing_.next].tally.is_begun();
      if (is_begun)
        entry.details.push_back({say({"现状", "Now"}), say({"未作答", "not answered"})});
      entry.details.push_back(option_detail({"满分", "Full"}, better));
    }
    if (!question.advice.empty()) {
      entry.details.push_back({say({"建议", "Advice"}), read(question.advice), Tone::good});
    }
    return entry;
  }

  Entries::Detail option_detail(Words label, const Option& option) const {
    return {.label = say(label), .text = read(option.text), .key = option.key.value};
  }
};

}  // namespace

void write_gaps(const Matter& matter, Document& document) {
  GapChapter(matter, document).add_gaps();
}

}  // namespace assess::report
