// The chapters that explain: tailoring, indicators, method, provenance.
#include <assess/report/chapter.hpp>
#include <assess/report/figures.hpp>

namespace assess::report {
namespace {

class ClosingChapters : private Chapter {
 public:
  using Chapter::Chapter;

  void add_scope() {
    Bullets tailored;
    Bullets absent;
    for (const OutArea& out : diagnosis_.sheet.out) {
      (out.reason == OutReason::tailored ? tailored : absent)
          .items.push_back(read(bank_.area(out.area).title));
    }
    add(Heading{1, say({"裁剪与范围", "Tailoring and scope"})});
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

  void add_indicators() {
    if (bank_.indicators.empty()) return;
    add(Heading{1, say({"成效类指标", "Indicators"})});
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
                .columns = {{say({"指标", "Indicator"}), Table::Align::left, 2.4},
                            {say({"数值", "Value"}), Table::Align::right, 1},
                            {say({"公式", "Formula"}), Table::Align::left, 4}},
                .rows = {}};
    for (const IndicatorValue& value : diagnosis_.answers.indicators) {
      const Indicator* indicator = bank_.find_indicator(value.id.value);
      std::string name = indicator != nullptr ? read(indicator->title) : value.id.value;
      if (!value.name.empty()) name += "：" + value.name;
      const bool has_unit = indicator != nullptr && !indicator->unit.empty() &&
                            Fraction::parse(value.value).has_value();
      table.rows.push_back(
          {{std::move(name), value.value + (has_unit ? " " + indicator->unit : ""), value.formula},
           Tone::plain,
           false});
    }
    add(std::move(table));
  }

  void add_method() {
    add(Heading{1, say({"计分方法", "How the scores are made"})});
    Bullets rules;
    rules.items.push_back(
        say({"每道题的得分是所选选项的分值；未作答按 0 分计，该等级即为未答完。",
             "A question scores what its chosen option scores; one without an answer counts 0 and "
             "leaves the level incomplete."}));
    rules.items.push_back(say(
        {"能力子域的得分是其题目的平均值；上级能力项按权重加权平均，裁剪后同级权重按比例归一。",
         "A sub-domain scores the mean of its questions; what stands above is the weighted mean, "
         "with weights renormalised among siblings after tailoring."}));
    rules.items.push_back(say(
        {"某一等级答完且得分不低于达标线，即为达到；从一级起连续达到的最高等级为企业等级。",
         "A level is satisfied when it is complete and scores at least its threshold; the level "
         "of the enterprise is the highest of the unbroken run from level 1."}));
    if (bank_.scoring.progression == Progression::sequential) {
      rules.items.push_back(
          say({"总分为企业等级加上第一个未达到等级的得分。",
               "The total is that level plus the score of the first level not satisfied."}));
    }
    rules.items.push_back(
        say({"计算全程使用精确分数，只在显示时四舍五入。",
             "All arithmetic is exact; numbers are rounded only where they are shown."}));
    add(std::move(rules));
    if (!bank_.description.empty()) add(Paragraph{read(bank_.description), Tone::muted});
    add_origins();
  }

 private:
  // What is not certain about the weights in force is said, not hidden.
  void add_origins() {
    Table table{.title = say({"权重出处", "Where the weights come from"}),
                .columns = {{say({"能力项", "Area"}), Table::Align::left, 2.2},
                            {say({"权重", "Weight"}), Table::Align::right, 0.8},
                            {say({"把握", "Confidence"}), Table::Align::left, 1},
                            {say({"出处", "Provenance"}), Table::Align::left, 4.5}},
                .rows = {}};
    for (const SheetArea& place : diagnosis_.sheet.areas) {
      const Area& area = bank_.area(place.area);
      const auto& weight = area.weights[diagnosis_.sheet.weight_set];
      const Origin* origin = weight ? bank_.find_origin(weight->origin) : nullptr;
      if (origin == nullptr || origin->confidence == Confidence::high) continue;
      const Words confidence =
          origin->confidence == Confidence::medium ? Words{"中", "medium"} : Words{"低", "low"};
      table.rows.push_back(
          {{read(area.title), weight->value.value.shortest(6), say(confidence), read(origin->text)},
           Tone::plain,
           false});
    }
    if (!table.rows.empty()) add(std::move(table));
  }
};

}  // namespace

void write_closing(const Diagnosis& diagnosis, const DocumentOptions& options, Document& document) {
  ClosingChapters chapters(diagnosis, options, document);
  chapters.add_scope();
  chapters.add_indicators();
  chapters.add_method();
}

}  // namespace assess::report
