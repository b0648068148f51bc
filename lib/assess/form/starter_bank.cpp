#include <assess/bank/shapes.hpp>
#include <assess/base/utf8.hpp>
#include <assess/form/scalar.hpp>
#include <assess/form/starter_bank.hpp>

#include <algorithm>
#include <string_view>

namespace assess::form {
namespace {

// `@` and a shape with a key stand for what the shape says of the key: `@bank.version`.
constexpr std::string_view bank_text = R"(# @bank.schema
schema: assess/bank/1
# @bank.id
id: $id
# @bank.version
version: 0.1.0
# @bank.title
title: {zh: $zh, en: $en}
# @bank.description
description:
  zh: "一个样例，请逐项换成自己的内容。"
  en: "A sample: replace it piece by piece."
# @bank.languages
languages: [zh, en]
# @bank.instructions
instructions:
  zh: |
    1. 先选企业类型，再从一级开始逐级作答。
    2. 介于两个选项之间时，选较低的一项。
  en: |
    1. Choose the type of the enterprise, then answer from level 1 upwards.
    2. Between two options, take the lower one.

# @bank.tiers
tiers:
  - {id: domain, title: {zh: "能力域", en: "Domain"}}
  - {id: subdomain, title: {zh: "能力子域", en: "Sub-domain"}}

# @bank.levels
levels:
  - level: 1
    title: {zh: "起步级", en: "Start"}
    # @level.threshold
    threshold: 0.8
    # @level.description
    description:
      zh: "主要工作有规定、有记录，主要靠人工完成。"
      en: "The main work follows rules and leaves records, by hand for the most part."
  - level: 2
    title: {zh: "规范级", en: "Order"}
    threshold: 0.8
    description:
      zh: "主要工作有信息系统支撑，数据在部门内共享。"
      en: "Information systems support the main work; departments share their data."

# @bank.variants
# %variants
variants:
  - {id: production, title: {zh: "生产型", en: "Production"}}
  - {id: service, title: {zh: "服务型", en: "Service"}}

# @bank.scale
scale: {A: 0, B: 0.5, C: 0.8, D: 1}

# @bank.scoring
scoring:
  # @scoring.progression
  progression: sequential
  # @scoring.empty_area
  empty_area: exclude
  # @scoring.not_applicable
  not_applicable: tailored
  # @scoring.weights_sum
  weights_sum: 100

# @bank.provenance
provenance:
  own:
    # @origin.confidence
    confidence: high
    text: {zh: "本企业自定。", en: "Set by ourselves."}
  estimated:
    confidence: low
    text: {zh: "估计值，有待核对。", en: "An estimate that is to be checked."}

# @bank.areas
areas:
  - id: people
    title: {zh: "人员", en: "People"}
    # @area.section
    section: 1
    # @area.weights
    weights: {production: 40, service: 60}
    # @area.provenance
    provenance: {production: own, service: own}
    # @area.areas
    areas:
      - id: skills
        title: {zh: "技能", en: "Skills"}
        weights: {production: 100, service: 100}
  - id: work
    title: {zh: "作业", en: "Work"}
    section: 2
    weights: {production: 60, service: 40}
    provenance: {production: own, service: estimated}
    areas:
      - id: planning
        title: {zh: "计划", en: "Planning"}
        weights: {production: 70, service: 100}
      - id: inspection
        title: {zh: "检验", en: "Inspection"}
        # @area.tailorable
        tailorable: true
        # %no-variant
        weights: {production: 30}

# @bank.indicators
indicators:
  - id: output-per-head
    title: {zh: "人均产值提高率", en: "Increase in output per employee"}
    # @indicator.unit
    unit: "%"
    # @indicator.description
    description:
      zh: "与上一年相比：（本年人均产值减上年人均产值）÷上年人均产值×100%。"
      en: "Against the year before: (this year - last year) / last year x 100%."
  - id: other
    title: {zh: "其他", en: "Other"}
    # @indicator.free
    free: true
)";

constexpr std::string_view people_text = R"(# @question.id
- id: L1-1.1.1
  # @question.area
  area: skills
  # @question.level
  level: 1
  # @question.provenance
  provenance: own
  # @question.text
  text:
    zh: "有多少岗位制定了培训计划？"
    en: "How many posts have a training plan?"
  # @question.help
  help:
    zh: "培训计划要写明人员、内容和日期；口头安排不算。"
    en: "A plan names people, topics and dates; a spoken arrangement is none."
  # @question.options
  options:
    A: {zh: "都没有", en: "None"}
    B: {zh: "不到一半", en: "Fewer than half"}
    C: {zh: "至少一半", en: "Half or more"}
    D: {zh: "全部", en: "All"}
  # @question.advice
  advice:
    zh: "先列出全部岗位，再从关键岗位开始逐个写出计划。"
    en: "List all posts, then write the plans, beginning with the key posts."
  # @question.evidence
  evidence: {from: C}

- id: L2-1.1.1
  area: skills
  level: 2
  provenance: own
  text: {zh: "培训效果是否考核？", en: "Is the effect of training tested?"}
  options:
    A: {zh: "不考核", en: "Never"}
    B: {zh: "偶尔考核", en: "Now and then"}
    C: {zh: "多数培训后考核", en: "After most trainings"}
    D: {zh: "每次培训后都考核，结果有记录", en: "After every training, with a record"}
)";

constexpr std::string_view work_text = R"(- id: L1-2.1.1
  area: planning
  level: 1
  # @question.weight
  weight: 2
  text: {zh: "计划是否写下来？", en: "Is the plan written down?"}
  options:
    # %own-scores
    # @option.score
    "No": {zh: "否", en: "No", score: 0}
    PARTLY: {zh: "部分", en: "In part", score: 0.4}
    "Yes": {zh: "是", en: "Yes", score: 1}
- id: L1-2.1.2
  area: planning
  level: 1
  text: {zh: "计划多久更新一次？", en: "How often is the plan updated?"}
  options:
    A: {zh: "不更新", en: "Never"}
    B: {zh: "每季度", en: "Every quarter"}
    C: {zh: "每月", en: "Every month"}
    D: {zh: "每周", en: "Every week"}
- id: L1-2.2.1
  area: inspection
  level: 1
  text:
    zh: "检验结果是否有记录？"
    en: "Are the results of inspections recorded?"
  options:
    A: {zh: "没有", en: "None are"}
    B: {zh: "部分有", en: "Some are"}
    C: {zh: "多数有", en: "Most are"}
    D: {zh: "全部有", en: "All are"}
  evidence: {from: C}

- id: L2-2.1.1
  area: planning
  level: 2
  text: {zh: "计划是否由系统编排？", en: "Is the plan made by a system?"}
  options:
    A: {zh: "不是", en: "No"}
    B: {zh: "部分是", en: "In part"}
    C: {zh: "多数是", en: "For the most part"}
    D: {zh: "全部是", en: "Entirely"}
- id: L2-2.2.1
  area: inspection
  level: 2
  text:
    zh: "检验数据是否自动采集？"
    en: "Are inspection data captured automatically?"
  options:
    A: {zh: "没有", en: "None are"}
    B: {zh: "部分是", en: "Some are"}
    C: {zh: "多数是", en: "Most are"}
    D: {zh: "全部是", en: "All are"}
)";

struct Note {
  std::string_view name;
  Words words;
};

// What is to be said of this bank and not of the keys as such.
constexpr Note notes[] = {
    {"variants",
     {"不分企业类型时删去这一项，能力项改写 `weight: 40`",
      "without variants, drop this and write `weight: 40` in the areas"}},
    {"no-variant", {"服务型企业没有这一项", "the variant `service` does not have this area"}},
    {"own-scores",
     {"不用 scale 的题目，每个选项自带分值",
      "a question that does not use the scale gives each option its score"}},
};

std::string_view meaning_of(std::string_view name, Language language) {
  for (const Note& note : notes) {
    if (note.name == name) return note.words.in(language);
  }
  using namespace bank_shapes;
  const std::size_t point = name.find('.');
  for (const Shape* shape :
       {&bank, &level, &scoring, &origin, &area, &question, &option, &indicator}) {
    if (shape->name != name.substr(0, point)) continue;
    const std::size_t place = shape->place_of(name.substr(point + 1));
    if (place < shape->keys.size()) return shape->keys[place].meaning.in(language);
  }
  return {};
}

// With the comments in place of their names.
std::string with_comments(std::string_view text, Language language) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::size_t sign = line.find("# ");
    if (sign != std::string_view::npos && (line[sign + 2] == '@' || line[sign + 2] == '%')) {
      out.append(line, 0, sign + 2).append(meaning_of(line.substr(sign + 3), language));
    } else {
      out += line;
    }
    out += '\n';
    text.remove_prefix(end + 1);
  }
  return out;
}

void replace(std::string& text, std::string_view from, std::string_view to) {
  text.replace(text.find(from), from.size(), to);
}

// The first lines of a file: what it is, above a blank line, so that it stays at the top.
std::string opening(Words words, Language language) {
  return "# " + std::string(words.in(language)) + "\n\n";
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_han(next_code_point(text, at))) return true;
  }
  return false;
}

}  // namespace

std::vector<StarterFile> starter_bank(const StarterOptions& options) {
  const Language language = options.language;
  std::string bank = with_comments(bank_text, language);
  replace(bank, "$id", scalar(options.id));
  const bool is_chinese = has_han(options.title);
  const bool is_english = !options.title.empty() && !is_chinese;
  replace(bank, "$zh", quoted(is_chinese ? options.title : "新题库"));
  replace(bank, "$en", quoted(is_english ? options.title : "New bank"));
  return {
      {"questions/1-people.yaml",
       opening({"第 1 章的题目。", "The questions of section 1."}, language) +
           with_comments(people_text, language)},
      {"questions/2-work.yaml",
       opening({"第 2 章的题目。", "The questions of section 2."}, language) +
           with_comments(work_text, language)},
      {"bank.yaml",
       opening(
           {"题库：模型、权重和评分规则。题目在 questions/ 中，每章一个文件。",
            "A question bank: model, weights, rules of scoring. Questions stand in questions/."},
           language) +
           bank},
  };
}

}  // namespace assess::form
