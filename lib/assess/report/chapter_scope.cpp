// What the result covers: tailoring, questions not applicable or not answered, and the indicators.
#include <assess/report/chapter.hpp>

#include <fmt/format.h>

namespace assess::report {
namespace {

class ScopeChapter : private Chapter {
 public:
  using Chapter::Chapter;

  void add_tailoring() {
    Bullets tailored;
    Bullets absent;
    for (const OutArea& out : diagnosis_.sheet->out) {
      (out.reason == OutReason::tailored ? tailored : absent).items.push_back(area_name(out.area));
    }
    add(PageBreak{.if_left_below = 0.45});
    add_heading(1, say({"诊断范围与未答题目", "Scope and open questions"}));
    add_heading(2, say({"裁剪", "Tailoring"}));
    if (tailored.items.empty()) {
      add(Paragraph{say({"没有裁剪任何能力项。", "Nothing was tailored out."})});
    } else {
      add(Paragraph{
          say({"企业没有以下业务，已裁剪，其权重按比例分给同级能力项：",
               "The enterprise does not have the following business; it was tailored out, "
               "and its weight goes to its siblings in proportion:"})});
      add(std::move(tailored));
    }
    if (!absent.items.empty()) {
      add(Paragraph{say({"该企业类型不包含以下能力项：", "Not part of this variant:"})});
      add(std::move(absent));
    }
  }

  void add_missing() {
    add_heading(2, say({"不涉及与未作答的题目", "Questions not applicable or not answered"}));
    const auto not_applicable = rows_of(Response::State::not_applicable);
    const auto unanswered = rows_of(Response::State::unanswered);
    if (not_applicable.empty() && unanswered.empty()) {
      add(Paragraph{say({"已开始的等级没有不涉及的题目，也没有未作答的题目。",
                         "In the levels begun, no question is marked as not applicable and none "
                         "is left open."})});
      return;
    }
    Table table{.title = {},
                .columns = {{say({"题号", "Question"}), Table::Align::left, 1.1},
                            {say({"内容", "Text"}), Table::Align::left, 6}},
                .rows = {}};
    const auto add_rows = [&](Words name, const std::vector<Table::Row>& rows) {
      if (rows.empty()) return;
      const std::string count = options_.language == Language::zh
                                    ? fmt::format("（{} 题）", rows.size())
                                    : fmt::format(" ({})", rows.size());
      table.rows.push_back({.cells = {say(name) + count, {}}, .is_group = true});
      table.rows.insert(table.rows.end(), rows.begin(), rows.end());
    };
    add_rows({"不涉及：不计入得分", "Not applicable: left out of the score"}, not_applicable);
    add_rows({"未作答：按 0 分计", "Not answered: they count 0"}, unanswered);
    add(std::move(table));
  }

  // What stands behind the answers: the first thing an assessor asks for.
  void add_evidence() {
    std::size_t answered = 0;
    std::size_t proved = 0;
    std::string missing;
    for (const SheetQuestion& entry : diagnosis_.sheet->questions) {
      const Question& question = bank_.question(entry.question);
      const Response& response = diagnosis_.responses[entry.question.index];
      const bool is_open = card_.levels[static_cast<std::size_t>(question.level - 1)].is_open;
      if (!is_open || response.state != Response::State::answered) continue;
      ++answered;
      if (response.answer->has_evidence()) {
        ++proved;
      } else if (asks_for_evidence(question, response.option)) {
        missing += (missing.empty() ? "" : say({"、", ", "})) + question.id.value;
      }
    }
    if (answered == 0) return;
    add_heading(2, say({"证据", "Evidence"}));
    const bool is_zh = options_.language == Language::zh;
    add(Paragraph{
        is_zh ? fmt::format("已作答的 {} 道题中，{} 道列出了证据。", answered, proved)
              : fmt::format("Of {} questions answered, {} name evidence.", answered, proved)});
    if (missing.empty()) return;
    add(Paragraph{say({"以下题目按题库要求应有证据，但没有列出：",
                       "These answers call for evidence by the bank and name none: "}) +
                  missing + say({"。", "."})});
  }

  void add_indicators() {
    if (bank_.indicators.empty()) return;
    add_heading(1, say({"成效类指标", "Effectiveness indicators"}));
    if (diagnosis_.answers.indicators.empty()) {
      add(Paragraph{say({"尚未填写。成效类指标只作收集，不影响得分和等级。",
                         "None given yet. Indicators are collected and change neither score nor "
                         "level."})});
      return;
    }
    add(Paragraph{say({"成效类指标只作收集，不影响得分和等级；公式由企业自定。",
                       "Indicators are collected and change neither score nor level; the formulas "
                       "are the enterprise's own."})});
    Table table{.title = {},
                .columns = {{say({"指标", "Indicator"}), Table::Align::left, 2},
                            {say({"数值", "Value"}), Table::Align::right, 1},
                            {say({"公式", "Formula"}), Table::Align::left, 5}},
                .rows = {}};
    for (const IndicatorValue& value : diagnosis_.answers.indicators) {
      table.rows.push_back(
          {.cells = {indicator_name(value), indicator_value(value), indicator_formula(value)}});
    }
    add(std::move(table));
  }

 private:
  // Of the open levels that have been begun.
  std::vector<Table::Row> rows_of(Response::State state) const {
    std::vector<Table::Row> rows;
    for (const SheetQuestion& entry : diagnosis_.sheet->questions) {
      const Question& question = bank_.question(entry.question);
      const LevelScore& level = card_.levels[static_cast<std::size_t>(question.level - 1)];
      if (!level.is_open || !level.tally.is_begun()) continue;
      if (diagnosis_.responses[entry.question.index].state != state) continue;
      rows.push_back({.cells = {question.id.value, read(question.text)}});
    }
    return rows;
  }

  std::string indicator_name(const IndicatorValue& value) const {
    const Indicator* indicator = bank_.find_indicator(value.id.value);
    std::string name = indicator != nullptr ? read(indicator->title) : value.id.value;
    if (!value.name.empty()) name += say({"：", ": "}) + value.name;
    return name;
  }

  // The formula 无 says that the indicator does not apply, whatever stands as its value (contract
  // 3).
  static bool does_not_apply(const IndicatorValue& value) {
    return IndicatorValue::is_nothing(value.value) || IndicatorValue::is_nothing(value.formula);
  }

  std::string indicator_formula(const IndicatorValue& value) const {
    return does_not_apply(value) ? std::string(dash) : value.formula;
  }

  std::string indicator_value(const IndicatorValue& value) const {
    if (does_not_apply(value)) return say({"不适用", "not applicable"});
    const Indicator* indicator = bank_.find_indicator(value.id.value);
    const bool has_unit = indicator != nullptr && !indicator->unit.empty() &&
                          Fraction::parse(value.value).has_value();
    std::string shown = value.value;
    if (has_unit && shown.starts_with('-')) shown.replace(0, 1, "−");
    if (!has_unit) return shown;
    // A per cent sign stands at its number, in English too; other units stand apart.
    return shown + (indicator->unit == "%" ? "" : " ") + indicator->unit;
  }
};

}  // namespace

void write_scope(const Matter& matter, Document& document) {
  ScopeChapter chapter(matter, document);
  chapter.add_tailoring();
  chapter.add_missing();
  chapter.add_evidence();
}

void write_indicators(const Matter& matter, Document& document) {
  ScopeChapter(matter, document).add_indicators();
}

}  // namespace assess::report
