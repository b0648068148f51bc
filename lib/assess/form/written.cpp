#include <assess/form/scalar.hpp>
#include <assess/form/written.hpp>

#include <algorithm>
#include <vector>

namespace assess::form {
namespace {

constexpr std::size_t widest_line = 100;

std::string list_of(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) out += (out.size() > 1 ? ", " : "") + scalar(text);
  return out + "]";
}

// Pairs `question: option`, broken into lines that begin with `indent`.
std::string sealed_answers(const Seal& seal, const std::string& line_break) {
  std::string out = "{";
  std::size_t used = 0;
  for (const auto& [question, option] : seal.answers) {
    const std::string pair = scalar(question) + ": " + scalar(option);
    if (out.size() > 1) {
      out += ",";
      const bool is_full = used + pair.size() > widest_line;
      out += is_full ? line_break : " ";
      if (is_full) used = 0;
    }
    out += pair;
    used += pair.size() + 2;
  }
  return out + "}";
}

// A text that cannot be mistaken for two others.
void put(std::string& out, std::string_view text) {
  out += std::to_string(text.size());
  out += ':';
  out += text;
  out += ' ';
}

std::string written_answer(const Answer& answer) {
  std::string out;
  put(out, answer.question.value);
  put(out, answer.option ? answer.option->value : std::string_view("~"));
  put(out, answer.note);
  for (const auto& evidence : answer.evidence) put(out, evidence.value);
  return out + "\n";
}

}  // namespace

std::string evidence_list(const Answer& answer) {
  std::vector<std::string> texts;
  for (const auto& evidence : answer.evidence) texts.push_back(evidence.value);
  return list_of(texts);
}

std::string answer_value(const Answer& answer) {
  const std::string option = answer.option ? scalar(answer.option->value) : "~";
  if (answer.note.empty() && answer.evidence.empty()) return option;
  std::string out = "{option: " + option;
  if (!answer.note.empty()) out += ", note: " + scalar(answer.note);
  if (!answer.evidence.empty()) out += ", evidence: " + evidence_list(answer);
  return out + "}";
}

std::string indicator_value(const IndicatorValue& value) {
  std::string out = "{";
  if (!value.name.empty()) out += "name: " + scalar(value.name) + ", ";
  return out + "value: " + scalar(value.value) + ", formula: " + scalar(value.formula) + "}";
}

std::string seal_flow(const Seal& seal) {
  return "{level: " + std::to_string(seal.level.value) + ", date: " + scalar(seal.date) +
         ", bank: " + scalar(seal.bank) +
         (seal.variant.empty() ? "" : ", variant: " + scalar(seal.variant)) +
         ", tailored: " + list_of(seal.tailored) + ", answers: " + sealed_answers(seal, " ") +
         ", sha256: " + seal.sha256.value + "}";
}

std::string seal_block(const Seal& seal, const std::string& newline) {
  const std::string next = newline + "    ";
  std::string out = "  - level: " + std::to_string(seal.level.value) + next +
                    "date: " + scalar(seal.date) + next + "bank: " + scalar(seal.bank);
  if (!seal.variant.empty()) out += next + "variant: " + scalar(seal.variant);
  return out + next + "tailored: " + list_of(seal.tailored) + next +
         "answers: " + sealed_answers(seal, newline + "      ") + next +
         "sha256: " + seal.sha256.value;
}

std::string seals_head(const std::string& newline) {
  return "# 已提交的等级，由 assess submit 写入，请勿改动。" + newline +
         "# Levels that were submitted; written by assess submit, not to be edited." + newline +
         "seals:";
}

std::string finish_flow(const Finish& finish) {
  return "{date: " + scalar(finish.date) + ", level: " + std::to_string(finish.level) +
         ", total: " + finish.total.exact() + ", sha256: " + finish.sha256.value + "}";
}

std::string as_written(const Answers& answers) {
  std::string out;
  const Enterprise& enterprise = answers.enterprise;
  for (const std::string* text :
       {&answers.bank.value, &enterprise.name, &enterprise.uscc.value, &enterprise.type,
        &enterprise.industry.value, &enterprise.size.value, &enterprise.revenue.value,
        &enterprise.date, &answers.variant.value}) {
    put(out, *text);
  }
  for (const auto& area : answers.tailored) put(out, area.value);
  std::vector<std::string> lines;
  for (const Answer& answer : answers.answers) lines.push_back(written_answer(answer));
  std::sort(lines.begin(), lines.end());
  for (const std::string& line : lines) out += line;
  lines.clear();
  for (const IndicatorValue& value : answers.indicators) {
    std::string line;
    for (const std::string* text : {&value.id.value, &value.name, &value.value, &value.formula}) {
      put(line, *text);
    }
    lines.push_back(line + "\n");
  }
  std::sort(lines.begin(), lines.end());
  for (const std::string& line : lines) out += line;
  for (const Seal& seal : answers.seals) out += seal_flow(seal) + "\n";
  if (answers.finish) out += finish_flow(*answers.finish);
  return out;
}

void add_empty_keys(const std::string& section, std::string_view lines, Answers& answers) {
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    std::string_view line = lines.substr(at, end - at);
    at = end + 1;
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (line.empty() || line.front() == '#' || !line.ends_with(':')) continue;
    line.remove_suffix(1);
    if (line.size() > 1 && line.front() == '"') line = line.substr(1, line.size() - 2);
    if (section == "answers") answers.answers.push_back({.question = {std::string(line), {}}});
  }
}

}  // namespace assess::form
