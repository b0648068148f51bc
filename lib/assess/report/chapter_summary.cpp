// The summary on one page: the result, the levels, what is strong, what is weak, what to do next.
#include <assess/base/utf8.hpp>
#include <assess/report/chapter.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::report {
namespace {

constexpr std::size_t most_names = 3;
constexpr int most_columns = 96;  // of a step, as on a terminal

class SummaryChapter : private Chapter {
 public:
  using Chapter::Chapter;

  void add_result() {
    add(PageBreak{});
    add_heading(1, say({"摘要", "Summary"}));
    const std::size_t worked = standing_.worked;
    const std::string score = fmt::format("{} / {}", shown_score(worked_.score, worked_.threshold),
                                          shown_threshold(worked_.threshold));
    add(Headline{
        {{say({"达到等级", "Attained level"}), shown_attained(diagnosis_, options_.language)},
         {say({"总分", "Total"}),
          fmt::format("{} / {}", shown_total(diagnosis_), card_.levels.size())},
         {level_name(worked) + say({"得分 / 达标线", ": score / threshold"}),
          worked_.score ? score : shown_state(worked_, options_.language)},
         {level_name(worked) + say({"已作答", ": answered"}), shown_tally(worked_.tally)}}});
    add(Paragraph{verdict()});
    add(ladder());
    add(Paragraph{threshold_note(), Tone::muted});
  }

  void add_strengths() {
    add_heading(2, say({"优势", "Strengths"}));
    Bullets bullets;
    for (const std::size_t area : standing_.strengths) bullets.items.push_back(strength(area));
    if (bullets.items.empty()) {
      add(Paragraph{
          say({"还没有哪一项明显高于达标线。", "No area is clearly above the threshold yet."})});
    } else {
      add(std::move(bullets));
    }
  }

  void add_weaknesses() {
    add_heading(2, say({"短板", "Weaknesses"}));
    Bullets bullets;
    for (const std::size_t area : standing_.weaknesses) bullets.items.push_back(weakness(area));
    if (std::string others = behind(); !others.empty()) bullets.items.push_back(others);
    if (bullets.items.empty()) {
      const std::string name = level_name(standing_.worked);
      add(Paragraph{options_.language == Language::zh
                        ? fmt::format("{}没有突出的短板。", name)
                        : fmt::format("None stands out at level {}.", name)});
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
  // The result in words: what the attained level means, or that this is not the last word.
  std::string verdict() const {
    const bool is_zh = options_.language == Language::zh;
    const std::size_t index = static_cast<std::size_t>(std::max(card_.attained, 1) - 1);
    const std::string name = level_name(index);
    std::string out;
    if (card_.attained == 0) {
      out = is_zh ? fmt::format("企业还没有达到 {}。", name)
                  : fmt::format("The enterprise has not attained level {} yet.", name);
    } else {
      out = is_zh ? fmt::format("企业达到 {}。", name)
                  : fmt::format("The enterprise has attained level {}.", name);
    }
    const Tally& tally = worked_.tally;
    const std::string worked = level_name(standing_.worked);
    if (const int left = tally.questions - tally.answered - tally.not_applicable; left > 0) {
      return out + (is_zh ? fmt::format("{}还有 {} 道题未作答，本报告是阶段性结果。", worked, left)
                          : fmt::format(" This is a provisional result: {} questions of level {} "
                                        "have no answer yet.",
                                        left, worked));
    }
    const std::string& meaning = read(bank_.levels[index].description);
    const std::string_view stop = is_zh ? "。" : ". ";
    if (card_.attained > 0 && !meaning.empty()) {
      out += say({"", " "}) + with_stop(meaning.substr(0, meaning.find(stop)));
    }
    return out;
  }

  // A level that nobody has begun has no score to be shown.
  Ladder ladder() const {
    Ladder out;
    for (std::size_t i = 0; i < card_.levels.size(); ++i) {
      const LevelScore& level = card_.levels[i];
      const bool counts = level.is_open && level.score && level.tally.is_begun();
      const Tone tone = level.is_satisfied ? Tone::good : counts ? Tone::warning : Tone::muted;
      out.steps.push_back(
          {.name = level_name(i),
           .score = counts ? drawn(level.score) : std::nullopt,
           .threshold = level.threshold.approximate(),
           .value = counts ? shown_score(level.score, level.threshold) : std::string(dash),
           .limit = shown_threshold(level.threshold),
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
      list += shown_threshold(level.threshold);
    }
    if (all_alike) list = shown_threshold(card_.levels.front().threshold);
    return say({"虚线为达标线：", "Dashed line: the threshold, "}) + list;
  }

  std::string strength(std::size_t place) const {
    const std::string name = area_name(diagnosis_.sheet->areas[place].area);
    const LevelScore& strong = card_.levels[standing_.strong_level];
    const std::string at = level_name(standing_.strong_level);
    const std::string shown = shown_score(strong.areas[place].score, strong.threshold);
    return options_.language == Language::zh
               ? fmt::format("{}：{}得分 {}。", name, at, shown)
               : fmt::format("{}: it scores {} at level {}.", name, shown, at);
  }

  std::string weakness(std::size_t place) const {
    const std::string name = area_name(diagnosis_.sheet->areas[place].area);
    const auto& score = worked_.areas[place].score;
    const std::string shown = shown_score(score, worked_.threshold);
    const std::string missed = shown_points(standing_.shares.missed(worked_, place));
    const bool is_below = *score < worked_.threshold;
    const std::string at = level_name(standing_.worked);
    return options_.language == Language::zh
               ? fmt::format("{}：{}得分 {}，{}达标线，使该等级得分减少 {}。", name, at, shown,
                             is_below ? "低于" : "不低于", missed)
               : fmt::format("{}: {} at level {}, {} the threshold; costs {}.", name, shown, at,
                             is_below ? "below" : "not below", missed);
  }

  // The areas that do not keep up with the level of the enterprise.
  std::string behind() const {
    if (standing_.behind.empty()) return {};
    const std::size_t count = standing_.behind.size();
    std::string names;
    for (std::size_t i = 0; i < std::min(most_names, count); ++i) {
      if (i > 0) names += say({"、", ", "});
      names += area_name(diagnosis_.sheet->areas[standing_.behind[i]].area);
    }
    const bool is_cut = count > most_names;
    return options_.language == Language::zh
               ? fmt::format("单项等级低于企业等级的{}共 {} 个：{}{}。", leaf_word(), count, names,
                             is_cut ? "等" : "")
               : fmt::format("Below the level of the enterprise, {} in all: {}{}.", count, names,
                             is_cut ? " and others" : "");
  }

  std::vector<std::string> next_steps(std::size_t next) const {
    const LevelScore& level = card_.levels[next];
    const std::string name = level_name(next);
    const bool is_zh = options_.language == Language::zh;
    if (!level.score) {
      return {fmt::format(fmt::runtime(say({"下一等级为{}。", "The next level is {}. "})), name) +
              why_unscored(level)};
    }
    std::vector<std::string> out;
    if (!level.tally.is_begun()) {
      out.push_back(is_zh
                        ? fmt::format("{}已开放，共 {} 道题，还没有作答；差距清单列出各题的"
                                      "满分做法。",
                                      name, level.tally.questions)
                        : fmt::format("Level {} is open and not begun; the list of gaps tells what "
                                      "full marks take in each of its {} questions.",
                                      name, level.tally.questions));
      add_steps(standing_.worked_gaps, out);
      return out;
    }
    if (!level.is_complete()) {
      const int left = level.tally.questions - level.tally.answered - level.tally.not_applicable;
      out.push_back(is_zh ? fmt::format("{}还有 {} 道题未作答；未作答按 0 分计，"
                                        "答完之前不能达到该等级；余下各题全部得满分时，等级得分"
                                        "为 {}。",
                                        name, left, best_with_open(level))
                          : fmt::format("Answer the remaining questions of level {}: {} are "
                                        "open. They count 0, and the level cannot be attained "
                                        "before all are answered; with full marks in all of them "
                                        "it would score {}.",
                                        name, left, best_with_open(level)));
    }
    if (level.is_complete() || *level.score >= level.threshold) {
      out.push_back(distance(level, name));
    }
    add_steps(standing_.gaps, out);
    return out;
  }

  void add_steps(const std::vector<Gap>& gaps, std::vector<std::string>& out) const {
    for (const std::size_t place : standing_.first_steps) out.push_back(step(gaps[place]));
  }

  // How far the threshold is, in the gaps of the list.
  std::string distance(const LevelScore& level, const std::string& name) const {
    const bool is_zh = options_.language == Language::zh;
    const std::string score = shown_score(level.score, level.threshold);
    const std::string threshold = shown_threshold(level.threshold);
    const auto& steps = standing_.steps_to_next;
    if (*level.score >= level.threshold) {
      return is_zh ? fmt::format("{}得分 {}，已不低于达标线 {}，答完即可达到。", name, score,
                                 threshold)
                   : fmt::format(
                         "Level {}: {}, not below the threshold of {}: attained once all is "
                         "answered.",
                         name, score, threshold);
    }
    if (!steps) {
      const std::string after = shown_score(standing_.score_after_all_steps, level.threshold);
      return is_zh ? fmt::format(
                         "{}得分 {}，达标线 {}；差距清单各题都提高一档也只到 {}，"
                         "需要提高不止一档。",
                         name, score, threshold, after)
                   : fmt::format(
                         "Level {}: {} against {}; all gaps, raised by one option each, bring "
                         "{}: some must rise by more.",
                         name, score, threshold, after);
    }
    const std::string after = shown_score(steps->score, level.threshold);
    if (is_zh) {
      const std::string first =
          steps->count == 1 ? "第一题提高一档" : fmt::format("前 {} 题各提高一档", steps->count);
      return fmt::format("{}得分 {}，达标线 {}；差距清单{}，得分即为 {}。", name, score, threshold,
                         first, after);
    }
    const std::string first =
        steps->count == 1
            ? "the first gap, raised by one option, brings"
            : fmt::format("the first {} gaps, raised by one option each, bring", steps->count);
    return fmt::format("Level {}: {} against {}; {} {}.", name, score, threshold, first, after);
  }

  // The level's score when every question without an answer scores full.
  std::string best_with_open(const LevelScore& level) const {
    Fraction score = *level.score;
    for (const Gap& gap : standing_.gaps) {
      if (!gap.chosen) score += gap.worth;
    }
    return shown_score(score, level.threshold);
  }

  // What to do, and in brackets what it brings. An option says how things stand, often with a
  // "but"; what is to be done stands in the advice.
  std::string step(const Gap& gap) const {
    const Question& question = bank_.question(gap.share.question);
    const Option& better = question.options[gap.better];
    const bool is_zh = options_.language == Language::zh;
    const std::string worth = shown_points(gap.worth);
    std::string what = first_words(read(question.advice));
    if (what.empty()) what = read(better.text);
    const std::string& from = question.options[*gap.chosen].key.value;
    const std::string& to = better.key.value;
    const std::string area = area_name(question.area);
    return is_zh ? fmt::format("{}（{}）：{}（由 {} 到 {}，得分 +{}）", question.id.value, area,
                               what, from, to, worth)
                 : fmt::format("{} ({}): {} ({} to {}, +{})", question.id.value, area, what, from,
                               to, worth);
  }

  // The first sentence, or as many of its clauses as fit two lines; the whole advice stands in the
  // list of gaps. Empty where there is none.
  std::string first_words(const std::string& text) const {
    if (text.empty()) return {};
    const bool is_zh = options_.language == Language::zh;
    const std::string_view stop = is_zh ? "。" : ". ";
    const std::string sentence = text.substr(0, text.find(stop));
    const std::string front = wrap(sentence, most_columns).front();
    if (front.size() >= sentence.size()) return with_stop(sentence);
    std::size_t end = 0;
    for (const std::string_view mark : {"；", "，", "：", "; ", ", ", ": "}) {
      const std::size_t at = front.rfind(mark);
      if (at != std::string::npos) end = std::max(end, at);
    }
    const bool is_enough = 2 * end > front.size();
    return is_enough ? with_stop(front.substr(0, end)) : front + (is_zh ? "……" : " ...");
  }

  std::string with_stop(std::string text) const {
    constexpr std::string_view full_stop = "。";
    while (text.ends_with('.') || text.ends_with(' ') || text.ends_with('\n')) text.pop_back();
    if (text.ends_with(full_stop)) text.resize(text.size() - full_stop.size());
    return text + say({"。", "."});
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
