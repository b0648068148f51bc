// The summary on one page: the result, the levels, what is strong, what is weak, what to do next.
#include <assess/report/chapter.hpp>

#include <fmt/format.h>

namespace assess::report {
namespace {

class SummaryChapter : private Chapter {
 public:
  using Chapter::Chapter;

  void add_result() {
    add(PageBreak{});
    add_heading(1, say({"摘要", "Summary"}));
    Headline headline{
        {{say({"达到等级", "Attained level"}), shown_attained(diagnosis_, options_.language)},
         {say({"总分", "Total"}), shown_total(diagnosis_)}}};
    if (standing_.next) {
      const LevelScore& next = card_.levels[*standing_.next];
      const std::string score = fmt::format("{} / {}", shown_score(next.score, next.threshold),
                                            next.threshold.shortest(6));
      headline.figures.push_back(
          {level_name(*standing_.next) + say({"得分", ": score"}),
           next.tally.is_begun() || !next.score ? score : shown_state(next, options_.language)});
    }
    headline.figures.push_back(
        {level_name(standing_.worked) + say({"已作答", ": answered"}), shown_tally(worked_.tally)});
    add(std::move(headline));
    add(ladder());
    add(Paragraph{threshold_note(), Tone::muted});
  }

  void add_strengths() {
    add_heading(2, say({"优势", "Strengths"}));
    Bullets bullets;
    for (const std::size_t area : standing_.strengths) bullets.items.push_back(strength(area));
    if (bullets.items.empty()) {
      add(Paragraph{say(
          {"还没有不低于达标线的能力子域。", "No sub-domain is at or above the threshold yet."})});
    } else {
      add(std::move(bullets));
    }
  }

  void add_weaknesses() {
    add_heading(2, say({"短板", "Weaknesses"}));
    Bullets bullets;
    for (const std::size_t area : standing_.weaknesses) bullets.items.push_back(weakness(area));
    if (bullets.items.empty()) {
      const std::string name = level_name(standing_.worked);
      add(Paragraph{options_.language == Language::zh
                        ? fmt::format("{}没有其他失分的能力子域。", name)
                        : fmt::format("No other sub-domain loses points at level {}.", name)});
    } else {
      add(std::move(bullets));
    }
  }

  void add_next_steps() {
    add_heading(2, say({"下一步", "What to do next"}));
    Bullets bullets;
    if (standing_.next) {
      bullets.items = next_steps(*standing_.next);
    } else {
      bullets.items.push_back(
          say({"已达到全部等级。保持现有做法，每年复核一次答卷和证据。",
               "All levels are attained. Keep it so, and check answers and evidence once a "
               "year."}));
    }
    if (!diagnosis_.answers.indicators.empty() || bank_.indicators.empty()) {
      add(std::move(bullets));
      return;
    }
    bullets.items.push_back(say({"补填成效类指标：它们不计分，但自诊断要填完才算结束。",
                                 "Fill in the indicators: they are not scored, but the "
                                 "self-diagnosis is not finished without them."}));
    add(std::move(bullets));
  }

 private:
  Ladder ladder() const {
    Ladder out;
    for (std::size_t i = 0; i < card_.levels.size(); ++i) {
      const LevelScore& level = card_.levels[i];
      const Tone tone = level.is_satisfied             ? Tone::good
                        : level.is_open && level.score ? Tone::warning
                                                       : Tone::muted;
      out.steps.push_back({.name = level_name(i),
                           .score = drawn(level.score),
                           .threshold = level.threshold.approximate(),
                           .value = shown_score(level.score, level.threshold),
                           .limit = level.threshold.shortest(6),
                           .state = shown_state(level, options_.language),
                           .tone = tone});
    }
    return out;
  }

  // The chart marks the thresholds; their numbers stand here.
  std::string threshold_note() const {
    std::string list;
    bool all_alike = true;
    for (const LevelScore& level : card_.levels) {
      all_alike = all_alike && level.threshold == card_.levels.front().threshold;
      if (!list.empty()) list += say({"、", ", "});
      list += level.threshold.shortest(6);
    }
    if (all_alike) list = card_.levels.front().threshold.shortest(6);
    return say({"虚线为达标线：", "Dashed: the threshold, "}) + list;
  }

  std::string strength(std::size_t place) const {
    const std::string name = area_name(diagnosis_.sheet.areas[place].area);
    const int level = card_.areas[place].level.value_or(0);
    const std::string level_text = level_name(static_cast<std::size_t>(level - 1));
    const auto& score = worked_.areas[place].score;
    if (!score) {
      return options_.language == Language::zh
                 ? fmt::format("{}：自身等级 {}。", name, level_text)
                 : fmt::format("{}: its own level is {}.", name, level_text);
    }
    const std::string shown = shown_score(score, worked_.threshold);
    return options_.language == Language::zh
               ? fmt::format("{}：自身等级 {}，{}得分 {}。", name, level_text,
                             level_name(standing_.worked), shown)
               : fmt::format("{}: its own level is {}; it scores {} at level {}.", name, level_text,
                             shown, level_name(standing_.worked));
  }

  std::string weakness(std::size_t place) const {
    const std::string name = area_name(diagnosis_.sheet.areas[place].area);
    const std::string shown = shown_score(worked_.areas[place].score, worked_.threshold);
    const std::string missed = shown_points(standing_.shares.missed(worked_, place));
    return options_.language == Language::zh
               ? fmt::format("{}：{}得分 {}，使该等级得分减少 {}。", name,
                             level_name(standing_.worked), shown, missed)
               : fmt::format("{}: it scores {} at level {} and takes {} off the level's score.",
                             name, shown, level_name(standing_.worked), missed);
  }

  std::vector<std::string> next_steps(std::size_t next) const {
    const LevelScore& level = card_.levels[next];
    const std::string name = level_name(next);
    const bool is_zh = options_.language == Language::zh;
    if (!level.score) {
      return {is_zh ? fmt::format("下一等级为{}；题库在该等级没有可评分的题目。", name)
                    : fmt::format("The next level is {}; the bank asks nothing that is scored "
                                  "there.",
                                  name)};
    }
    std::vector<std::string> out;
    if (!level.tally.is_begun()) {
      out.push_back(is_zh ? fmt::format("{}已开放，共 {} 道题，还没有作答；先逐题作答并提交。",
                                        name, level.tally.questions)
                          : fmt::format("Level {} is open and not begun: answer its {} questions.",
                                        name, level.tally.questions));
      return out;
    }
    if (!level.is_complete()) {
      const int left = level.tally.questions - level.tally.answered - level.tally.not_applicable;
      out.push_back(is_zh ? fmt::format("{}还有 {} 道题未作答；未作答按 0 分计，"
                                        "答完之前不能达到该等级。",
                                        name, left)
                          : fmt::format("Answer the remaining questions of level {}: {} are "
                                        "open. They count 0, and the level cannot be attained "
                                        "before all are answered.",
                                        name, left));
    }
    if (level.is_complete() || *level.score >= level.threshold) {
      out.push_back(distance(level, name));
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(3, standing_.gaps.size()); ++i) {
      out.push_back(step(standing_.gaps[i]));
    }
    return out;
  }

  // How far the threshold is, in the gaps of the list.
  std::string distance(const LevelScore& level, const std::string& name) const {
    const bool is_zh = options_.language == Language::zh;
    const std::string score = shown_score(level.score, level.threshold);
    const std::string threshold = level.threshold.shortest(6);
    const auto& steps = standing_.steps_to_next;
    if (*level.score >= level.threshold) {
      return is_zh ? fmt::format("{}得分 {}，已不低于达标线 {}，答完即可达到。", name, score,
                                 threshold)
                   : fmt::format(
                         "Level {} scores {}, not below its threshold of {}: it is "
                         "attained once all is answered.",
                         name, score, threshold);
    }
    if (!steps) {
      const std::string after = shown_score(standing_.score_after_all_steps, level.threshold);
      return is_zh ? fmt::format(
                         "{}得分 {}，达标线 {}；差距清单各题都提高一档也只到 {}，"
                         "需要提高不止一档。",
                         name, score, threshold, after)
                   : fmt::format(
                         "Level {} scores {} against a threshold of {}. Raising every "
                         "gap by one option brings {}: some must rise by more.",
                         name, score, threshold, after);
    }
    const std::string after = shown_score(steps->score, level.threshold);
    if (steps->count == 1) {
      return is_zh ? fmt::format("{}得分 {}，达标线 {}；差距清单第一题提高一档，得分即为 {}。",
                                 name, score, threshold, after)
                   : fmt::format(
                         "Level {} scores {} against a threshold of {}. Raising the first "
                         "of its gaps by one option brings {}.",
                         name, score, threshold, after);
    }
    return is_zh ? fmt::format("{}得分 {}，达标线 {}；差距清单前 {} 题各提高一档，得分即为 {}。",
                               name, score, threshold, steps->count, after)
                 : fmt::format(
                       "Level {} scores {} against a threshold of {}. Raising the first "
                       "{} of its gaps by one option each brings {}.",
                       name, score, threshold, steps->count, after);
  }

  std::string step(const Gap& gap) const {
    const Question& question = bank_.question(gap.share.question);
    const Option& better = question.options[gap.better];
    const std::string area = area_name(question.area);
    const std::string worth = shown_points(gap.worth);
    if (!gap.chosen) {
      return options_.language == Language::zh
                 ? fmt::format("{}（{}）尚未作答，满分的做法是 {}：{}（得分 +{}）",
                               question.id.value, area, better.key.value, read(better.text), worth)
                 : fmt::format("Answer {} ({}); full is {}: {} (score +{})", question.id.value,
                               area, better.key.value, read(better.text), worth);
    }
    return options_.language == Language::zh
               ? fmt::format("{}（{}）提高到 {}：{}（得分 +{}）", question.id.value, area,
                             better.key.value, read(better.text), worth)
               : fmt::format("Raise {} ({}) to {}: {} (score +{})", question.id.value, area,
                             better.key.value, read(better.text), worth);
  }
};

}  // namespace

void write_summary(const Matter& matter, Document& document) {
  SummaryChapter chapter(matter, document);
  chapter.add_result();
  chapter.add_strengths();
  chapter.add_weaknesses();
  chapter.add_next_steps();
}

}  // namespace assess::report
