#include <assess/base/utf8.hpp>
#include <assess/form/scalar.hpp>
#include <assess/form/sheet.hpp>
#include <assess/form/written.hpp>

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace assess::form {
namespace {

constexpr int widest = 96;  // columns of a comment

std::string say(Words words, Language language) {
  return std::string(words.in(language));
}

// `text` as comment lines: `lead` before the first, as many blanks before the others.
void comment(std::string& out, const std::string& indent, const std::string& lead,
             const std::string& text) {
  const int room = widest - display_width(indent) - 2 - display_width(lead);
  std::string before = lead;
  for (const std::string& line : wrap(text, std::max(room, 20))) {
    out += indent + "# " + before + line + "\n";
    before = std::string(static_cast<std::size_t>(display_width(lead)), ' ');
  }
}

std::string area_heading(const Bank& bank, AreaId area, Language language) {
  const std::string number = bank.area_number(area);
  const std::string& title = bank.area(area).title.in(language);
  return number.empty() ? title : number + " " + title;
}

class Lines {
 public:
  Lines(const Bank& bank, const Answers& answers, Language language)
      : bank_(bank), language_(language) {
    for (const Answer& answer : answers.answers) answers_.emplace(answer.question.value, &answer);
  }

  void add(const Question& question) {
    head(question);
    comment(out_, indent, question.id.value + "  ", question.text.in(language_));
    for (const Option& option : question.options) {
      comment(out_, indent, "  " + option.key.value + "  ", option.text.in(language_));
    }
    if (!question.help.empty()) {
      comment(out_, indent, say({"  说明：", "  Note: "}, language_), question.help.in(language_));
    }
    const auto given = answers_.find(question.id.value);
    out_ += indent + scalar(question.id.value) + ":";
    if (given != answers_.end() && given->second->option) {
      out_ += " " + answer_value(*given->second);
    }
    out_ += "\n\n";
  }

  std::string take() { return std::move(out_); }

 private:
  static constexpr const char* indent = "  ";

  // The level, the section and the area, where they change.
  void head(const Question& question) {
    if (level_ != question.level) {
      level_ = question.level;
      section_.reset();
      area_.reset();
      const Level& level = bank_.levels[static_cast<std::size_t>(question.level - 1)];
      const std::string line = std::to_string(level.number.value) + " " + level.title.in(language_);
      out_ += std::string(indent) + "# ======== " + line + " ========\n\n";
    }
    const auto section = bank_.section_of(question.area);
    if (section && section_ != section) {
      section_ = section;
      const Area& node = bank_.area(*section);
      out_ += std::string(indent) + "# ---- " + std::to_string(node.section->value) + " " +
              node.title.in(language_) + " ----\n\n";
    }
    if (area_ != question.area) {
      area_ = question.area;
      out_ += std::string(indent) + "# " + area_heading(bank_, question.area, language_) + "\n\n";
    }
  }

  const Bank& bank_;
  Language language_;
  std::unordered_map<std::string_view, const Answer*> answers_;
  std::optional<int> level_;
  std::optional<AreaId> section_;
  std::optional<AreaId> area_;
  std::string out_;
};

void add_pair(std::string& out, const std::string& key, const std::string& value,
              const std::string& remark = {}) {
  out += key + ":" + (value.empty() ? "" : " " + scalar(value)) +
         (remark.empty() ? "" : "  # " + remark) + "\n";
}

void add_enterprise(std::string& out, const Enterprise& enterprise, Language language) {
  out += "enterprise:\n";
  add_pair(out, "  name", enterprise.name, say({"企业名称", "name"}, language));
  add_pair(out, "  uscc", enterprise.uscc.value,
           say({"统一社会信用代码", "unified social credit code"}, language));
  add_pair(out, "  type", enterprise.type, say({"单位性质", "kind of enterprise"}, language));
  add_pair(out, "  industry", enterprise.industry.value,
           say({"行业（GB/T 4754）", "industry (GB/T 4754)"}, language));
  add_pair(out, "  size", enterprise.size.value, say({"企业规模", "size"}, language));
  add_pair(out, "  revenue", enterprise.revenue.value,
           say({"全年销售收入（万元）", "annual revenue (10,000 CNY)"}, language));
}

void add_scope(std::string& out, const Bank& bank, const Answers& answers, Language language) {
  if (!bank.variants.empty()) {
    out += "\n# " + say({"企业类型，提交一级之后不能再改：",
                         "The variant; fixed once level 1 is submitted: "},
                        language);
    for (std::size_t i = 0; i < bank.variants.size(); ++i) {
      const Variant& variant = bank.variants[i];
      out += (i == 0 ? "" : say({"、", ", "}, language)) + variant.id.value + " " +
             variant.title.in(language);
    }
    out += "\n";
    add_pair(out, "variant", answers.variant.value);
  }
  std::string tailorable;
  for (const Area& area : bank.areas) {
    if (!area.is_tailorable || !area.is_leaf()) continue;
    tailorable += (tailorable.empty() ? "" : say({"、", ", "}, language)) + area.id.value + " " +
                  area.title.in(language);
  }
  if (tailorable.empty()) return;
  out += "\n";
  comment(out, "", "",
          say({"企业没有的业务（裁剪），提交一级之后不能再改。可裁剪：",
               "What the enterprise does not have (tailored out); fixed once level 1 is submitted. "
               "May be tailored out:"},
              language));
  comment(out, "", "  ", tailorable);
  out += "tailored: [";
  for (std::size_t i = 0; i < answers.tailored.size(); ++i) {
    out += (i == 0 ? "" : ", ") + scalar(answers.tailored[i].value);
  }
  out += "]\n";
}

}  // namespace

std::string question_lines(const Bank& bank, std::span<const QuestionId> questions,
                           const Answers& answers, Language language) {
  Lines lines(bank, answers, language);
  for (const QuestionId id : questions) lines.add(bank.question(id));
  return lines.take();
}

std::string indicator_lines(const Bank& bank, Language language) {
  std::string out;
  for (const Indicator& indicator : bank.indicators) {
    const std::string unit = indicator.unit.empty() ? "" : " (" + indicator.unit + ")";
    comment(out, "  ", "", indicator.title.in(language) + unit);
    if (!indicator.description.empty()) {
      comment(out, "  ", "  ", indicator.description.in(language));
    }
    out += "  " + scalar(indicator.id.value) + ": {" + (indicator.is_free ? "name: \"\", " : "") +
           "value: \"\", formula: \"\"}\n";
  }
  return out;
}

std::string new_sheet(const Bank& bank, const Answers& answers,
                      std::span<const QuestionId> questions, Language language) {
  std::string out;
  comment(out, "", "", bank.title.in(language) + say({"：答卷", ": answers"}, language));
  comment(out, "", "",
          say({"在题号的冒号后面写选项，如 `L1-1.1.1: C`；要写备注和证据时写成",
               "Write the option behind the colon, as in `L1-1.1.1: C`; with a note and evidence:"},
              language));
  out += say({"#   L1-1.1.1: {option: C, note: \"备注\", evidence: [\"文件名\"]}\n",
              "#   L1-1.1.1: {option: C, note: \"a note\", evidence: [\"a file\"]}\n"},
             language);
  comment(
      out, "", "",
      say({"也可以逐题作答：assess fill 本文件；提交：assess submit 本文件。",
           "Or answer one question after the other: assess fill FILE; then assess submit FILE."},
          language));
  out += "\nschema: assess/answers/1\n";
  add_pair(out, "bank", bank.id.value + "@" + bank.version.substr(0, bank.version.find('.')));
  if (!answers.enterprise.date.empty()) add_pair(out, "date", answers.enterprise.date);
  out += "\n";
  add_enterprise(out, answers.enterprise, language);
  add_scope(out, bank, answers, language);
  out += "\nanswers:\n" + question_lines(bank, questions, answers, language);
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace assess::form
