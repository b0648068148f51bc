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
    add_heading(1, say({"差距清单", "The gaps"}));
    if (!standing_.worked_gaps.empty()) add_worked_gaps();
    add_heading(2, say({"达到 ", "To reach level "}) + level_name(next));
    if (!card_.levels[next].score) {
      add(Paragraph{why_unscored(card_.levels[next])});
    } else if (card_.levels[next].tally.is_begun()) {
      add_begun();
    } else {
      add_not_begun();
    }
  }

 private:
  // What is weak in a level that is attained, before the next one is begun.
  void add_worked_gaps() {
    add_heading(2, say({"已达到的 ", "Level "}) + level_name(standing_.worked) +
                       say({"：还可加强", ": what can still be better"}));
    add(Paragraph{say({"该等级已达到；以下题目没有得满分，提高一档使等级得分增加最多的排在最前。",
                       "This level is attained. These of its questions lack full marks; those "
                       "whose next option adds most to the level's score come first."})});
    Entries entries = list_of_gaps();
    entries.groups.emplace_back();
    for (const Gap& gap : standing_.worked_gaps) {
      entries.groups.back().entries.push_back(entry(gap));
    }
    add(std::move(entries));
  }

  void add_begun() {
    const LevelScore& level = card_.levels[*standing_.next];
    add(Paragraph{introduction(!level.is_complete())});
    Entries entries = list_of_gaps();
    if (level.is_complete()) {
      add_answered(level, entries);
    } else {
      add_open(entries);
    }
    add(std::move(entries));
  }

  std::string introduction(bool has_open) const {
    const std::size_t count = standing_.gaps.size();
    if (options_.language == Language::zh) {
      return fmt::format("以下 {} 道题没有得满分，提高一档使等级得分增加最多的排在最前{}。", count,
                         has_open ? "；未作答的题目按答到满分计" : "");
    }
    return fmt::format(
        "These {} questions lack full marks. Those whose next option adds most to "
        "the level's score come first{}.",
        count,
        has_open ? "; a question without an answer counts as if it were given full "
                   "marks"
                 : "");
  }

  // With a line where the threshold is reached.
  void add_answered(const LevelScore& level, Entries& entries) const {
    const std::size_t count = standing_.gaps.size();
    const auto& steps = standing_.steps_to_next;
    const bool has_line = steps && steps->count < count && *level.score < level.threshold;
    const std::size_t first = has_line ? steps->count : count;
    entries.groups.push_back(
        {.name = has_line ? reaching(*steps, level) : std::string(), .entries = {}});
    for (std::size_t i = 0; i < count; ++i) {
      if (i == first) {
        entries.groups.push_back(
            {.name = say({"其余：进一步提高", "The others: to go further"}), .entries = {}});
      }
      entries.groups.back().entries.push_back(entry(standing_.gaps[i]));
    }
  }

  // What is not answered comes first: nothing is attained before that.
  void add_open(Entries& entries) const {
    const auto add_group = [&](bool answered, Words name) {
      Entries::Group group;
      for (const Gap& gap : standing_.gaps) {
        if (gap.chosen.has_value() == answered) group.entries.push_back(entry(gap));
      }
      if (group.entries.empty()) return;
      group.name =
          say(name) + fmt::format(fmt::runtime(say({"（{} 题）", " ({})"})), group.entries.size());
      entries.groups.push_back(std::move(group));
    };
    add_group(false, {"未作答：先答完", "Not answered: to be answered first"});
    add_group(true, {"已作答：可以提高", "Answered: can be raised"});
  }

  std::string reaching(const Standing::Steps& steps, const LevelScore& level) const {
    const std::string score = shown_score(steps.score, level.threshold);
    if (steps.count == 1) {
      return say({"第一题提高一档：等级得分达到 ",
                  "The first, raised by one option: the level scores "}) +
             score;
    }
    return options_.language == Language::zh
               ? fmt::format("前 {} 题各提高一档：等级得分达到 {}", steps.count, score)
               : fmt::format("The first {}, each raised by one option: the level scores {}",
                             steps.count, score);
  }

  // To prepare for a level: all its questions, what full marks take, and how much each counts.
  void add_not_begun() {
    add(Paragraph{
        options_.language == Language::zh
            ? fmt::format("该等级已开放，还没有作答。以下是它的 {} 道题、满分的做法和每题在等级"
                          "得分中的占比，占比大的排在最前，供准备时参考。",
                          standing_.gaps.size())
            : fmt::format("This level is open and not begun. These are its {} questions, what "
                          "full marks take, and the share of each in the level's score, the "
                          "largest first: to prepare for it.",
                          standing_.gaps.size())});
    Entries entries{.key_head = say({"题号", "Question"}),
                    .title_head = say({"题目、满分做法与建议", "Text, full marks, advice"}),
                    .figure_head = say({"占比", "Share"}),
                    .groups = {}};
    entries.groups.emplace_back();
    for (const Gap& gap : standing_.gaps) {
      entries.groups.back().entries.push_back(entry(gap));
      entries.groups.back().entries.back().figure = shown_share(gap.share.share);
    }
    add(std::move(entries));
  }

  Entries list_of_gaps() const {
    return {.key_head = say({"题号", "Question"}),
            .title_head = say({"现状、下一档与建议", "Now, next option, advice"}),
            .figure_head = say({"可提高", "Gain"}),
            .groups = {}};
  }

  // With what the next option adds at its side.
  Entries::Entry entry(const Gap& gap) const {
    const Question& question = bank_.question(gap.share.question);
    const Option& better = question.options[gap.better];
    Entries::Entry entry{.key = question.id.value,
                         .note = area_name(question.area),
                         .title = read(question.text),
                         .details = {},
                         .figure = "+" + shown_points(gap.worth)};
    if (gap.chosen) {
      entry.details.push_back(option_detail({"现状", "Now"}, question.options[*gap.chosen]));
      entry.details.push_back(option_detail({"下一档", "Next"}, better));
    } else {
      const LevelScore& level = card_.levels[static_cast<std::size_t>(question.level - 1)];
      if (level.tally.is_begun()) {
        entry.details.push_back({say({"现状", "Now"}), say({"未作答", "not answered"})});
      }
      entry.details.push_back(option_detail({"满分", "Full marks"}, better));
    }
    if (!question.advice.empty()) {
      entry.details.push_back({say({"建议", "Advice"}), read(question.advice), Tone::good});
    }
    const Answer* answer = diagnosis_.responses[gap.share.question.index].answer;
    if (answer != nullptr && !answer->note.empty()) {
      entry.details.push_back({say({"备注", "Note"}), answer->note});
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
