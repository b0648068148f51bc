#include <assess/base/utf8.hpp>
#include <assess/render/status.hpp>
#include <assess/render/text_table.hpp>
#include <assess/report/figures.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::render {
namespace {

class StatusText {
 public:
  StatusText(const Diagnosis& diagnosis, const std::string& path, const Context& context)
      : diagnosis_(diagnosis),
        bank_(*diagnosis.bank),
        flow_(diagnosis.flow),
        path_(safe_to_show(path)),
        context_(context) {}

  std::string run() {
    out_ = styled(path_, Style::bold, context_.colour) + "  " +
           safe_to_show(diagnosis_.answers.enterprise.name) + "  " +
           safe_to_show(bank_.id.value + "@" + bank_.version) + "\n";
    add_levels();
    if (flow_.level) add_sections();
    add_missing();
    out_ += "\n" + next() + "\n";
    return out_;
  }

 private:
  std::string say(Words words) const { return std::string(words.in(context_.language)); }
  std::string say(const std::string& zh, const std::string& en) const {
    return context_.language == Language::zh ? zh : en;
  }
  std::string level_name(std::size_t index) const {
    return safe_to_show(report::shown_level(bank_.levels[index], context_.language));
  }

  // Every level up to the one that is open: submitted or not, and its score.
  void add_levels() {
    TextTable table({Align::left, Align::right, Align::right, Align::right, Align::left});
    table.head({say({"等级", "level"}), say({"得分", "score"}), say({"达标线", "threshold"}),
                say({"已答", "answered"}), say({"状态", "state"})});
    const std::size_t shown =
        std::min(bank_.levels.size(), flow_.level ? *flow_.level + 1 : flow_.submitted);
    for (std::size_t i = 0; i < shown; ++i) {
      const LevelScore& level = diagnosis_.card.levels[i];
      const bool is_sealed = i < flow_.submitted;
      std::string state = is_sealed ? level.is_satisfied
                                          ? say({"已提交，达到", "submitted, reached"})
                                          : say({"已提交，未达到", "submitted, not reached"})
                                    : say({"答题中", "being answered"});
      if (!is_sealed && level.is_complete()) state = say({"已答完，待提交", "to be submitted"});
      table.row({level_name(i), report::shown_score(level.score, level.threshold),
                 report::shown_number(level.threshold), report::shown_tally(level.tally),
                 std::move(state)});
    }
    out_ += "\n" + table.text(2, context_.colour);
  }

  void add_sections() {
    TextTable table(
        {Align::left, Align::right, Align::right, Align::right, Align::right, Align::left});
    table.head({say({"章", "section"}), say({"题数", "questions"}), say({"已答", "answered"}),
                say({"裁切", "tailored"}), say({"进度", "progress"}), say({"状态", "state"})});
    for (const SectionProgress& section :
         section_progress(*diagnosis_.sheet, diagnosis_.card, *flow_.level)) {
      const Area& area = bank_.area(section.area);
      const int answered = section.tally.answered + section.tally.not_applicable;
      table.row({std::to_string(area.section->value) + " " +
                     safe_to_show(area.title.in(context_.language)),
                 std::to_string(section.tally.questions + section.tailored),
                 std::to_string(answered), std::to_string(section.tailored),
                 report::shown_tally(section.tally),
                 std::string(report::shown_section_state(section.state, context_.language))});
    }
    out_ += "\n" + table.text(2, context_.colour);
  }

  void add_missing() {
    constexpr std::size_t most = 12;
    std::string list;
    std::size_t count = 0;
    const auto add = [&](const std::string& id) {
      if (count++ < most) list += (list.empty() ? "" : say({"、", ", "})) + safe_to_show(id);
    };
    for (const QuestionId id : flow_.missing) add(bank_.question(id).id.value);
    for (const MissingIndicator& missing : flow_.missing_indicators) {
      add(bank_.find_indicator(missing.id)->title.in(context_.language));
    }
    if (count == 0) return;
    if (count > most) list += " …";
    out_ += "\n" +
            (flow_.missing.empty() ? say(fmt::format("还缺 {} 项成效类指标：{}", count, list),
                                         fmt::format("{} indicators are missing: {}", count, list))
                                   : say(fmt::format("还有 {} 题未答：{}", count, list),
                                         fmt::format("{} questions are open: {}", count, list))) +
            "\n";
  }

  std::string next() const {
    switch (flow_.next) {
      case NextStep::answer:
        return say("下一步：继续作答，assess fill " + path_, "Next: answer, assess fill " + path_);
      case NextStep::submit:
        return say("下一步：提交 " + level_name(*flow_.level) + "，assess submit " + path_,
                   "Next: submit level " + level_name(*flow_.level) + ", assess submit " + path_);
      case NextStep::indicators:
        return say("下一步：填写成效类指标，assess fill " + path_,
                   "Next: fill in the indicators, assess fill " + path_);
      case NextStep::finish:
        return say("下一步：完成自诊断，assess submit " + path_,
                   "Next: finish the diagnosis, assess submit " + path_);
      case NextStep::none: {
        const std::string level = report::shown_attained(diagnosis_, context_.language);
        const std::string total = report::shown_total(diagnosis_);
        const std::string date = safe_to_show(diagnosis_.answers.finish->date);
        return say(fmt::format("已于 {} 完成：{}，总分 {}。", date, safe_to_show(level), total),
                   fmt::format("Finished on {}: {}, total {}.", date, safe_to_show(level), total));
      }
    }
    return {};
  }

  const Diagnosis& diagnosis_;
  const Bank& bank_;
  const Flow& flow_;
  std::string path_;
  const Context& context_;
  std::string out_;
};

}  // namespace

std::string status_text(const Diagnosis& diagnosis, const std::string& path,
                        const Context& context) {
  return StatusText(diagnosis, path, context).run();
}

}  // namespace assess::render
