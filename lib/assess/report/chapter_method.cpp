// The method: the rules of scoring that the bank chose (contract 2) in plain words, the weights in
// force, and where they come from.
#include <assess/report/chapter.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::report {
namespace {

class MethodChapter : private Chapter {
 public:
  using Chapter::Chapter;

  void add_rules() {
    add(PageBreak{.if_left_below = 0.45});
    add_heading(1, say({"计分方法", "Scoring method"}));
    add_heading(2, say({"规则", "Rules"}));
    Bullets rules;
    const auto rule = [&](Words words) { rules.items.push_back(say(words)); };
    rule({"每道题的得分是所选选项的分值；未作答按 0 分计，该等级即为未答完。",
          "A question scores what its chosen option scores; one without an answer counts 0 and "
          "leaves the level incomplete."});
    rule(not_applicable_rule());
    rule(
        {"有题目的能力项，得分是其题目得分的加权平均；上级能力项是下级得分按权重的加权平均，"
         "裁剪后同级权重按比例归一化。等级得分是最上一层的加权平均。",
         "An area with questions scores their weighted mean, and every area above it the weighted "
         "mean of the areas below it, with weights renormalised among siblings after "
         "tailoring. The level's score is the weighted mean of the top tier."});
    rule(bank_.scoring.empty_area == EmptyArea::exclude
             ? Words{"某一等级没有题目的能力项不参与该等级的计算，其权重分给同级能力项。",
                     "An area without questions at a level is left out of that level, and its "
                     "weight goes to its siblings."}
             : Words{"某一等级没有题目的能力项在该等级按满分计。",
                     "An area without questions at a level counts as full at that level."});
    rule({"某一等级答完且得分不低于达标线，即为达到；从一级起连续达到的最高等级为企业等级。",
          "A level is satisfied when it is complete and scores at least its threshold; the level "
          "of the enterprise is the highest of the unbroken run from level 1."});
    rule(total_rule());
    rule({"能力项的单项等级按同样的规则，用它自己的得分判定；没有题目的等级视为通过。",
          "The own level of an area follows the same rules from its own scores; levels without "
          "questions for it are passed through."});
    rule(
        {"失分＝占等级的比重×（1－得分）；一题提高一档使等级得分增加的数值，"
         "是该题占等级的比重乘以两个选项的分差。",
         "Points lost = share of the level x (1 - score). What a better option adds is the "
         "question's share in the level times the difference of the two options."});
    rule({"计算全程使用精确分数，只在显示时四舍五入。",
          "All arithmetic is exact; numbers are rounded only where they are shown."});
    add(std::move(rules));
    if (!bank_.description.empty()) add(Paragraph{read(bank_.description), Tone::muted});
  }

  // What is not certain about the weights in force is said, not hidden.
  void add_weights() {
    Table table{.title = {},
                .columns = {{say({"能力项", "Area"}), Table::Align::left, 3.4},
                            {say({"题库权重", "Bank weight"}), Table::Align::right, 1.3},
                            {say({"实际权重", "Effective weight"}), Table::Align::right, 1.3},
                            {say({"可信度", "Confidence"}), Table::Align::left, 1.1},
                            {say({"出处", "Provenance"}), Table::Align::left, 1}},
                .rows = {}};
    for (const SheetArea& place : diagnosis_.sheet->areas) {
      const Area& area = bank_.area(place.area);
      const auto& weight = area.weights[diagnosis_.sheet->weight_set];
      if (!weight || repeats_its_parent(area)) continue;
      const Origin* origin = bank_.find_origin(weight->origin);
      table.rows.push_back(
          {.cells = {read(area.title), shown_number(weight->value.value),
                     rounded_apart(place.weight * Fraction(100), 1, {Fraction(0), Fraction(100)}) +
                         "%",
                     origin != nullptr ? confidence(*origin) : std::string(dash),
                     origin != nullptr ? cited(*origin) : std::string(dash)},
           .depth = static_cast<int>(area.depth)});
    }
    add_heading(2, say({"权重", "Weights"}));
    add(Paragraph{say({"实际权重是裁剪后在同级中所占的比例，每一组同级合计 100%。",
                       "The effective weight is the share among siblings after tailoring; each "
                       "group of siblings makes 100%, but for rounding."})});
    add(std::move(table));
    if (origins_.empty()) return;
    Bullets list;
    for (const Origin* origin : origins_) {
      list.items.push_back(cited(*origin) + " " + read(origin->text) +
                           say({"（可信度：", " (confidence: "}) + confidence(*origin) +
                           say({"）", ")"}));
    }
    add_heading(2, say({"权重出处", "Where the weights come from"}));
    add(std::move(list));
  }

 private:
  Words not_applicable_rule() const {
    switch (bank_.scoring.not_applicable) {
      case NotApplicable::tailored:
        return {"只有已裁剪的能力项才能答“不涉及”，这些题目不计入得分。",
                "\"Not applicable\" is accepted only inside tailored areas; such questions are "
                "left out of the score."};
      case NotApplicable::any:
        return {"答“不涉及”的题目不计入平均值。",
                "A question answered \"not applicable\" is left out of its mean."};
      case NotApplicable::never:
        return {"本题库不接受“不涉及”。", "This bank accepts no \"not applicable\"."};
    }
    return {};
  }

  Words total_rule() const {
    if (bank_.scoring.progression == Progression::sequential) {
      return {"达到一个等级才开放下一个等级。总分为企业等级加上第一个未达到等级的得分。",
              "A level opens when the one before it is satisfied. The total is the attained level "
              "plus the score of the first level not satisfied."};
    }
    if (bank_.scoring.satisfied_counts == SatisfiedCounts::one) {
      return {"各等级同时开放。总分为各等级得分之和，达到的等级按 1 计。",
              "All levels are open. The total is the sum of their scores, where a satisfied level "
              "counts 1."};
    }
    return {"各等级同时开放。总分为各等级得分之和。",
            "All levels are open. The total is the sum of their scores."};
  }

  std::string confidence(const Origin& origin) const {
    switch (origin.confidence) {
      case Confidence::high:
        return say({"高", "high"});
      case Confidence::medium:
        return say({"中", "medium"});
      case Confidence::low:
        return say({"低", "low"});
    }
    return {};
  }

  // `[2]`: its place among the origins cited so far.
  std::string cited(const Origin& origin) {
    auto found = std::find(origins_.begin(), origins_.end(), &origin);
    if (found == origins_.end()) found = origins_.insert(origins_.end(), &origin);
    return fmt::format("[{}]", found - origins_.begin() + 1);
  }

  std::vector<const Origin*> origins_;
};

}  // namespace

void write_method(const Matter& matter, Document& document) {
  MethodChapter chapter(matter, document);
  chapter.add_rules();
  chapter.add_weights();
}

}  // namespace assess::report
