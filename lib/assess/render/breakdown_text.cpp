#include <assess/base/utf8.hpp>
#include <assess/render/breakdown.hpp>
#include <assess/render/paragraph.hpp>
#include <assess/render/text_table.hpp>
#include <assess/report/calculation.hpp>
#include <assess/report/figures.hpp>

#include <fmt/format.h>

namespace assess::render {
namespace {

using report::AreaPart;
using report::Breakdown;
using report::LeftOut;
using report::Part;
using report::QuestionPart;
using report::shown_share;

std::string points(const Fraction& value) {
  return value == Fraction(0) ? std::string(report::dash) : report::shown_points(value);
}

class BreakdownText {
 public:
  BreakdownText(const Diagnosis& diagnosis, const Breakdown& breakdown, const Context& context)
      : diagnosis_(diagnosis),
        bank_(*diagnosis.bank),
        breakdown_(breakdown),
        level_(diagnosis.card.levels[breakdown.level]),
        context_(context) {}

  std::string run(const std::string& path) {
    out_ = safe_to_show(path) + "  " + safe_to_show(diagnosis_.answers.enterprise.name) + "  " +
           safe_to_show(bank_.id.value + "@" + bank_.version);
    const std::string variant = report::shown_variant(diagnosis_, context_.language);
    if (!variant.empty()) out_ += "  " + safe_to_show(variant);
    out_ += "\n" + styled(topic(), Style::bold, context_.colour) + "\n";
    if (breakdown_.part != Part::scored) out_ += paragraph(standing(), 2, context_);
    if (report::has_part(breakdown_.part)) {
      add_areas();
      add_left_out();
    }
    add_questions();
    add_calculations();
    return std::move(out_);
  }

 private:
  std::string say(Words words) const { return std::string(words.in(context_.language)); }
  std::string read(const Text& text) const { return safe_to_show(text.in(context_.language)); }

  // `5.4 设备管理`.
  std::string area_name(AreaId id) const {
    const Area& area = bank_.area(id);
    if (area.section) return fmt::format("{} {}", area.section->value, read(area.title));
    const std::string number = area.is_leaf() ? bank_.area_number(id) : std::string();
    return number.empty() ? read(area.title) : number + " " + read(area.title);
  }

  std::string level_name(std::size_t index) const {
    return say({"等级 ", "level "}) +
           safe_to_show(report::shown_level(bank_.levels[index], context_.language));
  }

  std::string topic() const {
    if (!breakdown_.area) return level_name(breakdown_.level);
    const std::string id = safe_to_show(bank_.area(*breakdown_.area).id.value);
    return area_name(*breakdown_.area) + say({"（", " ("}) + id + say({"）· ", ") · "}) +
           level_name(breakdown_.level);
  }

  // Why there is no score, or where it comes from when no question gives it.
  std::string standing() const {
    const bool is_level = !breakdown_.area;
    switch (breakdown_.part) {
      case Part::scored:
        return {};
      case Part::met:
        return say({"本级没有计分的题目，按题库规则（empty_area: met）计为满分。",
                    "Nothing of it is scored at this level, which this bank counts as full marks "
                    "(empty_area: met)."});
      case Part::tailored:
        return say({"已裁剪：不提问，也不计分。",
                    "Tailored out: nothing of it is asked, and nothing is scored."});
      case Part::out_of_variant:
        return out_of_variant();
      case Part::not_open:
        return not_open();
      case Part::nothing_asked:
        return is_level
                   ? say({"本级没有题目，没有得分。", "The level asks nothing and has no score."})
                   : say({"本级没有它的题目，没有得分；它的权重按比例分给同级其他能力项。",
                          "The level asks nothing of it, so it has no score; its weight goes to "
                          "the areas beside it, in proportion."});
      case Part::not_applicable:
        return is_level ? say({"本级的题目全部不涉及，没有得分。",
                               "All questions of the level are n/a, so it has no score."})
                        : say({"本级的题目全部不涉及，没有得分；它的权重按比例分给同级其他能力项。",
                               "All of its questions are n/a, so it has no score; its weight goes "
                               "to the areas beside it, in proportion."});
      case Part::weightless:
        return say({"有得分的下级权重都是 0，没有得分。",
                    "All that is scored below it weighs 0, so it has no score."});
    }
    return {};
  }

  std::string out_of_variant() const {
    const std::string variant = report::shown_variant(diagnosis_, context_.language);
    return context_.language == Language::zh
               ? fmt::format("企业类型“{}”没有这一项：不提问，也不计分。", variant)
               : fmt::format(
                     "The variant {} does not have it: nothing of it is asked, and nothing "
                     "is scored.",
                     variant);
  }

  std::string not_open() const {
    const auto next = static_cast<std::size_t>(diagnosis_.card.attained);
    return context_.language == Language::zh
               ? fmt::format("{}未开放，不评分：{}还没有达到。", level_name(breakdown_.level),
                             level_name(next))
               : fmt::format(
                     "This level is not open, so nothing of it is scored: {} is not "
                     "satisfied.",
                     level_name(next));
  }

  // ---- areas ----

  void add_areas() {
    TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right,
                     Align::right, Align::left});
    table.head({say({"能力项", "area"}),
                say({"权重", "weight"}),
                say({"得分", "score"}),
                say({"占等级", "share"}),
                say({"贡献", "gained"}),
                say({"失分", "missed"}),
                {}});
    const Fraction whole = level_.score ? Fraction(1) : Fraction(0);
    const Fraction score = level_.score.value_or(Fraction(0));
    add_row(table, level_name(breakdown_.level), {}, level_.score, {whole, score, whole - score});
    std::size_t depth = 1;
    for (const AreaPart& step : breakdown_.way) add_area(table, step, depth++);
    for (const AreaPart& child : breakdown_.children) add_area(table, child, depth);
    out_ += "\n" + table.text(2, context_.colour);
  }

  void add_area(TextTable& table, const AreaPart& part, std::size_t depth) const {
    const std::string note =
        part.part == Part::met ? say({"没有计分的题目，计为满分", "nothing scored, counts as full"})
                               : std::string();
    add_row(table, std::string(depth * 2, ' ') + area_name(part.area), shown_share(part.weight),
            part.score, part.worth, note);
    if (part.area == breakdown_.area) table.style(0, Style::bold);
  }

  void add_row(TextTable& table, std::string name, std::string weight,
               const std::optional<Fraction>& score, const report::Worth& worth,
               std::string note = {}) const {
    table.row({std::move(name), std::move(weight), report::shown_score(score, level_.threshold),
               shown_share(worth.share), points(worth.gained), points(worth.missed),
               std::move(note)});
    if (score && *score < level_.threshold) table.style(2, Style::warning);
  }

  // What makes the weights in force other than those of the bank: a line for each tier.
  void add_left_out() {
    if (breakdown_.left_out.empty()) return;
    std::optional<AreaId> parent;
    std::string line;
    const auto flush = [&] {
      if (!line.empty()) out_ += paragraph(line, 2, context_);
      line.clear();
    };
    for (const LeftOut& entry : breakdown_.left_out) {
      const auto& above = bank_.area(entry.area).parent;
      if (line.empty() || above != parent) {
        flush();
        const std::string where = above ? area_name(*above) : level_name(breakdown_.level);
        line = context_.language == Language::zh ? where + "中不计："
                                                 : "Not counted in " + where + ": ";
      } else {
        line += say({"、", ", "});
      }
      parent = above;
      line += left_out(entry);
    }
    flush();
  }

  std::string left_out(const LeftOut& entry) const {
    const auto& weight = bank_.area(entry.area).weights[diagnosis_.sheet->weight_set];
    return area_name(entry.area) + say({"（", " ("}) + why(entry.part) +
           say({"，题库权重 ", ", weight in the bank "}) +
           report::shown_number(weight->value.value) + say({"）", ")"});
  }

  std::string why(Part part) const {
    switch (part) {
      case Part::tailored:
        return say({"已裁剪", "tailored out"});
      case Part::nothing_asked:
        return say({"没有题目", "no questions"});
      case Part::not_applicable:
        return say({"全部不涉及", "all n/a"});
      case Part::weightless:
        return say({"下级权重都是 0", "weighs nothing below"});
      case Part::scored:
      case Part::met:
      case Part::out_of_variant:
      case Part::not_open:
        break;
    }
    return {};
  }

  // ---- questions ----

  void add_questions() {
    if (breakdown_.questions.empty()) return;
    const bool is_level = !breakdown_.area;
    std::vector<Align> columns{Align::left, Align::left, Align::right, Align::right, Align::right};
    std::vector<std::string> head{say({"题号", "question"}), say({"作答", "answer"}),
                                  say({"占等级", "share"}), say({"贡献", "gained"}),
                                  say({"失分", "missed"})};
    if (!is_level) {  // of which it would repeat the share
      columns.push_back(Align::right);
      head.insert(head.begin() + 2, say({"占本项", "of area"}));
    }
    TextTable table(columns);
    table.head(std::move(head));
    for (const QuestionPart& part : breakdown_.questions) {
      std::vector<std::string> cells{safe_to_show(bank_.question(part.question).id.value),
                                     answer(part), of_whole(part, part.worth.share),
                                     of_score(part, part.worth.gained),
                                     of_score(part, part.worth.missed)};
      if (!is_level) cells.insert(cells.begin() + 2, of_whole(part, part.within));
      table.row(std::move(cells));
      if (part.state == Response::State::unanswered) table.style(1, Style::warning);
    }
    out_ += "\n" + paragraph(say({"题目，失分多的在前：", "Questions, the most missed first:"}), 2,
                             context_);
    const auto lines = table.lines(2, context_.colour);
    out_ += lines.front() + "\n";
    for (std::size_t i = 0; i < breakdown_.questions.size(); ++i) {
      out_ += lines[i + 1] + "\n" + question_text(breakdown_.questions[i].question);
    }
  }

  std::string answer(const QuestionPart& part) const {
    const Question& question = bank_.question(part.question);
    switch (part.state) {
      case Response::State::unanswered:
        return say({"未作答", "no answer"});
      case Response::State::not_applicable:
        return say({"不涉及", "n/a"});
      case Response::State::answered:
        return safe_to_show(question.options[part.option].key.value) + " (" +
               report::shown_number(*part.score) + ")";
    }
    return {};
  }

  static std::string of_whole(const QuestionPart& part, const Fraction& share) {
    return part.score ? shown_share(share) : std::string(report::dash);
  }
  static std::string of_score(const QuestionPart& part, const Fraction& value) {
    return part.score ? points(value) : std::string(report::dash);
  }

  // Below an area of several, with the name of the one it belongs to.
  std::string question_text(QuestionId id) const {
    const Question& question = bank_.question(id);
    std::string text = question.text.in(context_.language);
    if (question.area != breakdown_.area) {
      text = bank_.area(question.area).title.in(context_.language) + say({"：", ": "}) + text;
    }
    return paragraph(text, 4, context_);
  }

  // ---- calculations ----

  void add_calculations() {
    const auto list = report::calculations(diagnosis_, breakdown_);
    if (list.empty()) return;
    out_ += "\n" + paragraph(say({"占等级：满分时计入等级得分的份额；失分 = 占等级 − 贡献。",
                                  "share: what full marks would bring into the level's score; "
                                  "missed = share − gained."}),
                             2, context_);
    for (const report::Calculation& entry : list) {
      out_ += paragraph(say(entry.what) + say({"：", ": "}) + entry.formula, 2, context_);
    }
  }

  const Diagnosis& diagnosis_;
  const Bank& bank_;
  const Breakdown& breakdown_;
  const LevelScore& level_;
  const Context& context_;
  std::string out_;
};

}  // namespace

std::string breakdown_text(const Diagnosis& diagnosis, const Breakdown& breakdown,
                           const std::string& path, const Context& context) {
  return BreakdownText(diagnosis, breakdown, context).run(path);
}

}  // namespace assess::render
