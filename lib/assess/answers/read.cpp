#include <assess/answers/read.hpp>
#include <assess/answers/read_seals.hpp>
#include <assess/answers/shapes.hpp>
#include <assess/bank/read.hpp>
#include <assess/diag/nouns.hpp>
#include <assess/diag/rules.hpp>
#include <assess/yaml/fields.hpp>

namespace assess {
namespace {

std::string text_or_empty(yaml::Fields& fields, std::string_view key) {
  auto text = fields.optional_text(key);
  return text ? std::move(text->value) : std::string();
}

Enterprise read_enterprise(yaml::Fields& fields, Diagnostics& diagnostics) {
  Enterprise out;
  const auto node = fields.require("enterprise");
  if (!node) return out;
  yaml::Fields enterprise(*node, answers_shapes::enterprise, diagnostics);
  auto name = enterprise.text("name");
  out.name = std::move(name.value);
  out.place = name.span;
  if (const auto uscc = enterprise.optional_text("uscc")) out.uscc = *uscc;
  out.type = text_or_empty(enterprise, "type");
  if (auto industry = enterprise.optional_text("industry")) out.industry = std::move(*industry);
  if (auto size = enterprise.optional_text("size")) out.size = std::move(*size);
  if (const auto revenue = enterprise.optional_number("revenue")) {
    out.revenue = {revenue->value.shortest(6), revenue->span};
  }
  enterprise.done();
  return out;
}

// Made where it stays: there are hundreds in a file.
void read_option(const yaml::Node& node, std::string_view name, Answer& out,
                 Diagnostics& diagnostics) {
  if (!yaml::check_text(node, name, diagnostics)) return;
  auto& option = out.option.emplace();
  option.value = node.text();
  option.span = node.span();
}

void read_answer(const yaml::Node& key, NotesAndEvidence texts, Answer& out,
                 Diagnostics& diagnostics) {
  out.question.value = key.text();
  out.question.span = key.span();
  const yaml::Node node = key.value();
  if (node.is_null()) return;
  if (!node.is_mapping()) {
    read_option(node, key.text(), out, diagnostics);
    return;
  }
  yaml::Fields fields(node, answers_shapes::answer, diagnostics);
  if (const auto option = fields.find("option")) read_option(*option, "option", out, diagnostics);
  if (texts == NotesAndEvidence::read) {
    out.note = text_or_empty(fields, "note");
    out.evidence = fields.texts("evidence");
  } else {
    fields.check_text("note");
    out.is_evidence_passed_over = fields.check_texts("evidence");
  }
  fields.done();
}

IndicatorValue read_indicator(const Located<std::string>& id, const yaml::Node& node,
                              Diagnostics& diagnostics) {
  yaml::Fields fields(node, answers_shapes::indicator, diagnostics);
  IndicatorValue out{.id = id, .name = text_or_empty(fields, "name"), .value = {}, .formula = {}};
  // A figure may be a number or a word such as 无; it is kept as written.
  if (const auto value = fields.require("value")) {
    if (value->is_scalar()) {
      out.value = std::string(value->text());
    } else {
      yaml::read_text(*value, "value", diagnostics);
    }
  }
  if (const auto formula = fields.require("formula")) {
    if (const auto text = yaml::read_text(*formula, "formula", diagnostics)) {
      out.formula = text->value;
    }
  }
  fields.done();
  return out;
}

Span place_of_key(const yaml::Node& root, std::string_view wanted, Span absent) {
  for (const yaml::Node key : root.children()) {
    if (root.is_mapping() && key.text() == wanted) return key.span();
  }
  return absent;
}

}  // namespace

Answers read_answers(const yaml::Node& root, Diagnostics& diagnostics, NotesAndEvidence texts) {
  Answers out;
  yaml::Fields fields(root, answers_shapes::answers, diagnostics);
  const auto schema = fields.text("schema");
  if (!schema.value.empty() && schema.value != answers_schema) {
    auto& fault = diagnostics.report(rules::wrong_schema, schema.span, schema.value);
    if (schema.value == bank_schema) {
      fault.help = {"这是题库，不是答卷；题库用 `assess validate` 检查",
                    "this is a bank, not an answer file; `assess validate` checks banks"};
    }
    return out;  // every other key would be a fault that says nothing
  }
  out.bank = fields.text("bank");
  out.place = place_of_key(root, "answers", out.bank.span);
  out.indicators_place = out.place;
  out.enterprise = read_enterprise(fields, diagnostics);
  if (const auto date = fields.optional_text("date")) {
    out.enterprise.date = date->value;
    check_date(*date, diagnostics);
  }
  if (const auto variant = fields.optional_text("variant")) out.variant = *variant;
  out.tailored = fields.texts("tailored");
  if (const auto node = fields.find("answers")) {
    out.answers.reserve(node->is_mapping() ? node->size() : 0);
    yaml::visit_keys(*node, nouns::answers, diagnostics, [&](const yaml::Node& key) {
      Answer answer;  // made in the vector, it would be filled with zeros before
      read_answer(key, texts, answer, diagnostics);
      out.answers.push_back(std::move(answer));
    });
  }
  if (const auto node = fields.find("indicators")) {
    out.indicators_place = place_of_key(root, "indicators", out.place);
    for (const auto& [id, value] : yaml::read_pairs(*node, nouns::indicator, diagnostics)) {
      IndicatorValue indicator = read_indicator(id, value, diagnostics);
      // A form that is not filled in yet, as `submit` writes it, says nothing.
      if (!indicator.is_empty()) out.indicators.push_back(std::move(indicator));
    }
  }
  if (const auto node = fields.find("seals")) out.seals = read_seals(*node, diagnostics);
  if (const auto node = fields.find("finish")) out.finish = read_finish(*node, diagnostics);
  fields.done();
  return out;
}

}  // namespace assess
