// The appendix: every question that was asked, with its answer, note and evidence.
#include <assess/report/chapter.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::report {
namespace {

class AnswerChapter : private Chapter {
 public:
  using Chapter::Chapter;

  void add_answers() {
    add(PageBreak{.if_left_below = 0.45});
    add_appendix(say({"附录：题目与作答", "Appendix: questions and answers"}));
    const bool has_closed = std::any_of(
        card_.levels.begin(), card_.levels.end(),
        [](const LevelScore& level) { return !level.is_open && level.tally.is_begun(); });
    const std::string closed =
        has_closed ? say({"未开放等级中已有的答案保留在答卷中，单独标明，不计入得分。",
                          " Answers to levels that are not open stand at the end, marked: they are "
                          "kept and change nothing."})
                   : std::string();
    add(Paragraph{say({"列出已开始作答的等级的全部题目。", "All questions of the levels begun."}) +
                  closed});
    bool is_empty = true;
    for (std::size_t i = 0; i < card_.levels.size(); ++i) {
      const LevelScore& level = card_.levels[i];
      if (!level.tally.is_begun()) continue;
      is_empty = false;
      const std::string remark =
          level.is_open ? std::string() : say({"（未开放，不计入）", " (not open, not counted)"});
      add_heading(2, read(bank_.levels[i].title) + remark);
      add(entries_of(level));
    }
    if (is_empty) add(Paragraph{say({"还没有作答。", "Nothing is answered yet."})});
  }

 private:
  Entries entries_of(const LevelScore& level) const {
    Entries entries{.key_head = say({"题号", "Question"}),
                    .title_head = say({"内容与作答", "Text and answer"}),
                    .figure_head = say({"分值", "Score"}),
                    .groups = {}};
    std::optional<AreaId> group;
    for (const SheetQuestion& place : diagnosis_.sheet->questions) {
      const Question& question = bank_.question(place.question);
      const Response& response = diagnosis_.responses[place.question.index];
      const bool is_left_open = response.state == Response::State::unanswered;
      if (question.level != level.level || (!level.is_open && is_left_open)) continue;
      if (group != question.area) {
        group = question.area;
        entries.groups.push_back({.name = area_name(question.area), .entries = {}});
      }
      entries.groups.back().entries.push_back(entry(question, response));
    }
    return entries;
  }

  Entries::Entry entry(const Question& question, const Response& response) const {
    Entries::Entry entry{
        .key = question.id.value, .title = read(question.text), .details = {}, .figure = "0"};
    const auto detail = [&](Words label, std::string text) {
      entry.details.push_back({say(label), std::move(text)});
    };
    constexpr Words answer{"作答", "Answer"};
    switch (response.state) {
      case Response::State::unanswered:
        detail(answer, say({"未作答", "not answered"}));
        break;
      case Response::State::not_applicable:
        detail(answer, say({"不涉及", "not applicable"}));
        entry.figure = dash;
        break;
      case Response::State::answered: {
        const Option& option = question.options[response.option];
        entry.details.push_back(
            {.label = say(answer), .text = read(option.text), .key = option.key.value});
        entry.figure = shown_number(option.score);
        break;
      }
    }
    if (response.answer == nullptr) return entry;
    if (!response.answer->note.empty()) detail({"备注", "Note"}, response.answer->note);
    for (const auto& evidence : response.answer->evidence) {
      detail({"证据", "Evidence"}, evidence.value);
    }
    return entry;
  }
};

}  // namespace

void write_answers(const Matter& matter, Document& document) {
  AnswerChapter(matter, document).add_answers();
}

}  // namespace assess::report
