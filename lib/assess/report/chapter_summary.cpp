// The first page: the enterprise, the result, the levels.
#include <assess/report/chapter.hpp>
#include <assess/report/figures.hpp>

#include <fmt/format.h>

#include <chrono>

namespace assess::report {
namespace {

std::string iso_date(std::int64_t seconds) {
  const auto day = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(seconds)));
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

class SummaryChapter : private Chapter {
 public:
  using Chapter::Chapter;

  void add_summary() {
    const Enterprise& enterprise = diagnosis_.answers.enterprise;
    std::string date = enterprise.date;
    if (date.empty() && options_.date) date = iso_date(*options_.date);
    Facts facts;
    add_fact(facts, {"企业名称", "Enterprise"}, enterprise.name);
    add_fact(facts, {"统一社会信用代码", "Unified social credit code"}, enterprise.uscc.value);
    add_fact(facts, {"单位性质", "Kind of enterprise"}, enterprise.type);
    add_fact(facts, {"行业（GB/T 4754）", "Industry (GB/T 4754)"}, enterprise.industry);
    add_fact(facts, {"企业规模", "Size"}, enterprise.size);
    add_fact(facts, {"全年销售收入（万元）", "Annual revenue (10,000 CNY)"}, enterprise.revenue);
    add_fact(facts, {"企业类型", "Variant"}, shown_variant(diagnosis_, options_.language));
    add_fact(facts, {"诊断日期", "Date"}, date);
    add_fact(facts, {"题库", "Question bank"},
             fmt::format("{} ({}@{})", read(bank_.title), bank_.id.value, bank_.version));
    add(std::move(facts));

    add(Headline{
        {{say({"达到等级", "Attained level"}), shown_attained(diagnosis_, options_.language)},
         {say({"总分", "Total"}), shown_total(diagnosis_)},
         {say({"已作答", "Answered"}), shown_tally(current_.tally)}}});
    add(Heading{1, say({"各等级得分", "Scores of the levels"})});
    add(ladder());
    add(Paragraph{threshold_note(), Tone::muted});
    const auto next = static_cast<std::size_t>(card_.attained);
    if (next < card_.levels.size()) add(Paragraph{next_step(card_.levels[next])});
  }

 private:
  void add_fact(Facts& facts, Words name, const std::string& value) const {
    if (!value.empty()) facts.rows.emplace_back(say(name), value);
  }

  Ladder ladder() const {
    Ladder out;
    for (std::size_t i = 0; i < card_.levels.size(); ++i) {
      const LevelScore& level = card_.levels[i];
      const Tone tone = level.is_satisfied             ? Tone::good
                        : level.is_open && level.score ? Tone::warning
                                                       : Tone::muted;
      out.steps.push_back({.name = shown_level(bank_.levels[i], options_.language),
                           .score = drawn(level.score),
                           .threshold = level.threshold.approximate(),
                           .value = shown_score(level.score, level.threshold),
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

  std::string next_step(const LevelScore& level) const {
    const std::string name =
        shown_level(bank_.levels[static_cast<std::size_t>(level.level - 1)], options_.language);
    const std::string threshold = level.threshold.shortest(6);
    if (!level.score) {
      return options_.language == Language::zh
                 ? fmt::format("下一等级为{}；题库在该等级没有可评分的题目。", name)
                 : fmt::format("The next level is {}; the bank asks nothing that is scored there.",
                               name);
    }
    const std::string score = shown_score(level.score, level.threshold);
    if (!level.is_complete()) {
      const int left = level.tally.questions - level.tally.answered - level.tally.not_applicable;
      return options_.language == Language::zh
                 ? fmt::format("{}还有 {} 道题未作答；未作答按 0 分计，答完之前不能达到该等级。",
                               name, left)
                 : fmt::format(
                       "{} questions of level {} are not answered; they count 0, and the "
                       "level cannot be attained before all are.",
                       left, name);
    }
    return options_.language == Language::zh
               ? fmt::format("{}得分 {}，达标线 {}，尚未达到。", name, score, threshold)
               : fmt::format("Level {} scores {} against a threshold of {} and is not attained.",
                             name, score, threshold);
  }
};

}  // namespace

void write_summary(const Diagnosis& diagnosis, const DocumentOptions& options, Document& document) {
  SummaryChapter chapters(diagnosis, options, document);
  chapters.add_summary();
}

}  // namespace assess::report
