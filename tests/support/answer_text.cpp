#include "support/answer_text.hpp"

#include <assess/answers/read.hpp>
#include <assess/form/scalar.hpp>
#include <assess/form/written.hpp>

#include <nlohmann/json.hpp>

#include <string_view>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

using Json = nlohmann::ordered_json;

// The keys of an enterprise that are texts, but for those that nothing is said of.
std::vector<std::pair<std::string, std::string>> texts_of(const Enterprise& enterprise) {
  std::vector<std::pair<std::string, std::string>> out{{"name", enterprise.name},
                                                       {"uscc", enterprise.uscc.value},
                                                       {"type", enterprise.type},
                                                       {"industry", enterprise.industry.value},
                                                       {"size", enterprise.size.value}};
  std::erase_if(out, [](const auto& pair) { return pair.second.empty(); });
  return out;
}

Json texts_of(const std::vector<Located<std::string>>& texts) {
  Json out = Json::array();
  for (const Located<std::string>& text : texts) out.push_back(text.value);
  return out;
}

Json value_of(const Answer& answer) {
  if (!answer.option) return nullptr;
  if (answer.note.empty() && answer.evidence.empty()) return answer.option->value;
  Json out{{"option", answer.option->value}};
  if (!answer.note.empty()) out["note"] = answer.note;
  if (!answer.evidence.empty()) out["evidence"] = texts_of(answer.evidence);
  return out;
}

Json value_of(const IndicatorValue& indicator) {
  Json out = Json::object();
  if (!indicator.name.empty()) out["name"] = indicator.name;
  out["value"] = indicator.value;
  out["formula"] = indicator.formula;
  return out;
}

}  // namespace

std::string as_yaml(const Answers& answers) {
  const auto line = [](std::string_view key, std::string_view text) {
    return std::string(key) + ": " + form::scalar(text) + "\n";
  };
  const Enterprise& enterprise = answers.enterprise;
  std::string out = line("schema", answers_schema) + line("bank", answers.bank.value);
  if (!enterprise.date.empty()) out += "date: " + enterprise.date + "\n";
  out += "\nenterprise:\n";
  for (const auto& [key, text] : texts_of(enterprise)) out += "  " + line(key, text);
  if (!enterprise.revenue.value.empty())
    out += "  revenue: " + enterprise.revenue.value + " # 万元\n";
  if (!answers.variant.value.empty()) out += "\n" + line("variant", answers.variant.value);
  if (!answers.tailored.empty()) out += "tailored:\n";
  for (const auto& area : answers.tailored) out += "  - " + form::scalar(area.value) + "\n";
  out += "\nanswers:\n";
  for (const Answer& answer : answers.answers) {
    out += "  " + answer.question.value + ": " + form::answer_value(answer) + "\n";
  }
  if (!answers.indicators.empty()) out += "\nindicators:\n";
  for (const IndicatorValue& indicator : answers.indicators) {
    out += "  " + indicator.id.value + ": " + form::indicator_value(indicator) + "\n";
  }
  return out;
}

std::string as_json(const Answers& answers) {
  const Enterprise& enterprise = answers.enterprise;
  Json out{{"schema", answers_schema}, {"bank", answers.bank.value}};
  if (!enterprise.date.empty()) out["date"] = enterprise.date;
  for (const auto& [key, text] : texts_of(enterprise)) out["enterprise"][key] = text;
  if (!enterprise.revenue.value.empty()) {
    out["enterprise"]["revenue"] = Json::parse(enterprise.revenue.value);
  }
  if (!answers.variant.value.empty()) out["variant"] = answers.variant.value;
  if (!answers.tailored.empty()) out["tailored"] = texts_of(answers.tailored);
  for (const Answer& answer : answers.answers) {
    out["answers"][answer.question.value] = value_of(answer);
  }
  for (const IndicatorValue& indicator : answers.indicators) {
    out["indicators"][indicator.id.value] = value_of(indicator);
  }
  return out.dump();
}

}  // namespace assess::test
