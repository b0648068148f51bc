// The chapters with the scores: sections, areas, every question of the level worked on.
#include <assess/report/chapter.hpp>
#include <assess/report/figures.hpp>

#include <fmt/format.h>

namespace assess::report {
namespace {

class ResultChapters : private Chapter {
 public:
  using Chapter::Chapter;

  void add_sections() {
    if (card_.sections.empty()) return;
    const std::string name = current_name();
    Radar radar{.title = say({"各章得分：", "Scores of the sections: "}) + name,
                .axes = {},
                .threshold = current_.threshold.approximate(),
                .threshold_label = say({"达标线 ", "threshold "}) + current_.threshold.shortest(6),
                .value_label = say({"本次得分", "score"})};
    Table table{.title = {},
                .columns = {{say({"章", "Section"}), Table::Align::left, 3},
                            {say({"题数", "Questions"}), Table::Align::right, 1},
                            {say({"已答", "Answered"}), Table::Align::right, 1},
                            {say({"裁切", "Tailored"}), Table::Align::right, 1},
                            {say({"得分", "Score"}), Table::Align::right, 1},
                            {say({"自身等级", "Own level"}), Table::Align::right, 1},
                            {say({"状态", "State"}), Table::Align::left, 1.6}},
                .rows = {}};
    for (const SectionProgress& section :
         section_progress(diagnosis_.sheet, card_, card_.begun_level())) {
      const Area& area = bank_.area(section.area);
      const auto place = diagnosis_.sheet.find(section.area);
      const auto score = place ? current_.areas[*place].score : std::nullopt;
      const std::string state(shown_section_state(section.state, options_.language));
      const std::string shown = score ? shown_score(score, current_.threshold) : state;
      const std::string title = fmt::format("{} {}", area.section->value, read(area.title));
      radar.axes.push_back({title, drawn(score), shown});
      const auto level = place ? card_.areas[*place].level : std::nullopt;
      table.rows.push_back(
          {{title, std::to_string(section.tally.questions),
            std::to_string(section.tally.answered + section.tally.not_applicable),
            std::to_string(section.tailored), shown_score(score, current_.threshold),
            level ? std::to_string(*level) : std::string(dash), state},
           Tone::plain,
           false});
    }
    add(Heading{1, say({"各章情况", "The sections"})});
    add(std::move(radar));
    add(std::move(table));
  }

  void add_areas() {
    Bars bars{.title = say({"能力子域得分：", "Scores of the sub-domains: "}) + current_name(),
              .groups = {},
              .threshold = current_.threshold.approximate(),
              .threshold_label = say({"达标线 ", "threshold "}) + current_.threshold.shortest(6)};
    Table table{.title = say({"能力项得分与自身等级", "Scores of the areas, and their own levels"}),
                .columns = {{say({"能力项", "Area"}), Table::Align::left, 3.4},
                            {say({"权重", "Weight"}), Table::Align::right, 1},
                            {say({"已答", "Answered"}), Table::Align::right, 1},
                            {say({"得分", "Score"}), Table::Align::right, 1},
                            {say({"自身等级", "Own level"}), Table::Align::right, 1},
                            {say({"状态", "State"}), Table::Align::left, 1.4}},
                .rows = {}};
    for (std::size_t i = 0; i < diagnosis_.sheet.areas.size(); ++i) {
      const SheetArea& place = diagnosis_.sheet.areas[i];
      const Area& area = bank_.area(place.area);
      const AreaScore& score = current_.areas[i];
      if (area.depth == 0) bars.groups.push_back({read(area.title), {}});
      if (area.is_leaf()) {
        const std::string shown =
            score.score ? shown_score(score.score, current_.threshold) : area_state(score);
        bars.groups.back().bars.push_back(
            {read(area.title), drawn(score.score), shown, area_tone(score)});
      }
      // The only sub-domain of a domain, under the same name, would be told twice.
      const Area* above = area.parent ? &bank_.area(*area.parent) : nullptr;
      const bool repeats =
          above != nullptr && above->children.size() == 1 && above->title == area.title;
      if (repeats) continue;
      const auto& level = card_.areas[i].level;
      std::string indent;
      for (std::size_t depth = 0; depth < area.depth; ++depth) indent += "　";
      table.rows.push_back({{indent + read(area.title),
                             rounded_apart(place.weight * Fraction(100), 1, Fraction(100)) + "%",
                             shown_tally(score.tally), shown_score(score.score, current_.threshold),
                             level ? std::to_string(*level) : std::string(dash), area_state(score)},
                            Tone::plain,
                            false});
    }
    add(Heading{1, say({"能力子域", "The sub-domains"})});
    add(std::move(bars));
    add(std::move(table));
  }

  void add_answers() {
    Table table{.title = {},
                .columns = {{say({"题号", "Question"}), Table::Align::left, 1.1},
                            {say({"内容与作答", "Text and answer"}), Table::Align::left, 6},
                            {say({"分值", "Score"}), Table::Align::right, 0.8}},
                .rows = {}};
    std::optional<AreaId> group;
    for (const SheetQuestion& entry : diagnosis_.sheet.questions) {
      const Question& question = bank_.question(entry.question);
      if (question.level != current_.level) continue;
      if (group != question.area) {
        group = question.area;
        const std::string number = bank_.area_number(question.area);
        table.rows.push_back(
            {{number + " " + read(bank_.area(question.area).title), {}, {}}, Tone::plain, true});
      }
      table.rows.push_back(answer_row(question, diagnosis_.responses[entry.question.index]));
    }
    if (table.rows.empty()) return;
    add(Heading{1, say({"题目与作答：", "Questions and answers: "}) + current_name()});
    add(std::move(table));
  }

 private:
  std::string area_state(const AreaScore& score) const {
    if (score.tally.questions == 0) return say({"没有题目", "asks nothing"});
    if (!score.score) return say({"不涉及", "not applicable"});
    if (!score.tally.is_complete()) return say({"未答完", "incomplete"});
    return *score.score >= current_.threshold ? say({"达到", "satisfied"})
                                              : say({"未达到", "not satisfied"});
  }

  Tone area_tone(const AreaScore& score) const {
    if (!score.score) return Tone::muted;
    return *score.score >= current_.threshold ? Tone::good : Tone::warning;
  }

  Table::Row answer_row(const Question& question, const Response& response) const {
    std::string text = read(question.text) + "\n";
    std::string score = "0";
    switch (response.state) {
      case Response::State::unanswered:
        text += say({"未作答", "not answered"});
        break;
      case Response::State::not_applicable:
        text += say({"不涉及", "not applicable"});
        score = dash;
        break;
      case Response::State::answered: {
        const Option& option = question.options[response.option];
        text += option.key.value + "  " + read(option.text);
        score = option.score.shortest(6);
        break;
      }
    }
    if (response.answer != nullptr) {
      if (!response.answer->note.empty()) {
        text += "\n" + say({"备注：", "Note: "}) + response.answer->note;
      }
      for (const auto& evidence : response.answer->evidence) {
        text += "\n" + say({"证据：", "Evidence: "}) + evidence.value;
      }
    }
    return {{question.id.value, std::move(text), std::move(score)}, Tone::plain, false};
  }
};

}  // namespace

void write_results(const Diagnosis& diagnosis, const DocumentOptions& options, Document& document) {
  ResultChapters chapters(diagnosis, options, document);
  chapters.add_sections();
  chapters.add_areas();
  chapters.add_answers();
}

}  // namespace assess::report
