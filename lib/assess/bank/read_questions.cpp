// The questions of a bank.
#include <assess/bank/reader.hpp>
#include <assess/bank/shapes.hpp>
#include <assess/diag/nouns.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>

namespace assess::bank_reader {
namespace {

// Areas that may hold questions: the id of the one that people know by this title, else the
// nearest.
void suggest_area(Diagnostic& fault, const std::string& name, Context& context) {
  if (!context.diagnostics.wants_suggestions(context.bank.areas.size())) return;
  std::vector<std::string> ids;
  for (const Area& known : context.bank.areas) {
    if (known.title.zh == name || known.title.en == name) {
      fault.help = {"请写标识 `" + known.id.value + "`", "write its id, `" + known.id.value + "`"};
      return;
    }
    ids.push_back(known.id.value);
  }
  suggest(fault, name, ids, context);
}

std::optional<AreaId> resolve_area(const Located<std::string>& name, Context& context) {
  if (name.value.empty()) return std::nullopt;  // reported as missing
  const auto area = context.bank.find_area(name.value);
  if (!area) {
    auto& fault = context.diagnostics.report(rules::bank_unknown_area, name.span, name.value);
    suggest_area(fault, name.value, context);
    return std::nullopt;
  }
  if (!context.bank.area(*area).is_leaf()) {
    auto& fault = context.diagnostics.report(rules::bank_not_a_leaf, name.span, name.value);
    std::vector<std::string> below;
    for (const AreaId child : context.bank.area(*area).children) {
      below.push_back(context.bank.area(child).id.value);
    }
    suggest(fault, name.value, below, context);
    return std::nullopt;
  }
  return area;
}

bool is_score(const Fraction& value) {
  return value >= Fraction(0) && value <= Fraction(1);
}

// The score of an option: its own, or that of the scale. nullopt for one that has been reported.
std::optional<Fraction> option_score(yaml::Fields& fields, const Located<std::string>& key,
                                     const std::string& question, const Scale& scale,
                                     Context& context) {
  if (const auto own = fields.optional_number("score")) {
    count_digits(*own, context.question_digits, bank_limits::question_digits, context);
    if (is_score(own->value)) return own->value;
    context.diagnostics.report(rules::bank_score_range, own->span, own->value.shortest(6));
    return std::nullopt;
  }
  const auto entry = std::find_if(scale.begin(), scale.end(),
                                  [&](const auto& pair) { return pair.first == key.value; });
  if (entry != scale.end()) {
    return is_score(entry->second) ? std::optional(entry->second) : std::nullopt;
  }
  context.diagnostics.report(rules::bank_missing_score, key.span, question, key.value);
  return std::nullopt;
}

std::vector<Option> read_options(yaml::Fields& fields, const std::string& question,
                                 const Scale& scale, Context& context) {
  std::vector<Option> options;
  const auto node = fields.require("options");
  if (!node) return options;
  for (const auto& [key, value] :
       at_most(bank_limits::options, yaml::read_pairs(*node, nouns::option, context.diagnostics),
               nouns::option, context)) {
    yaml::Fields entry(value, bank_shapes::option, context.diagnostics);
    Option option;
    option.key = key;
    const auto score = option_score(entry, key, question, scale, context);
    option.score = score.value_or(Fraction(0));
    option.has_score = score.has_value();
    option.text = read_languages_of(entry, key.value, TextRole::option, context);
    entry.done();
    for (const Language language : context.bank.languages) {
      const bool is_missing =
          language == Language::zh ? option.text.zh.empty() : option.text.en.empty();
      if (is_missing && entry.is_mapping()) {
        context.diagnostics.report(rules::bank_missing_translation, key.span,
                                   std::string(language_tag(language)), key.value);
      }
    }
    options.push_back(std::move(option));
  }
  return options;
}

std::optional<std::string> read_evidence(yaml::Fields& fields, const Question& question,
                                         Context& context) {
  const auto node = fields.find("evidence");
  if (!node) return std::nullopt;
  yaml::Fields evidence(*node, bank_shapes::evidence, context.diagnostics);
  const auto from = evidence.text("from");
  evidence.done();
  if (from.value.empty()) return std::nullopt;
  if (!find_option(question, from.value)) {
    auto& fault = context.diagnostics.report(rules::bank_unknown_option, from.span,
                                             question.id.value, from.value);
    std::vector<std::string> keys;
    for (const Option& option : question.options) keys.push_back(option.key.value);
    suggest(fault, from.value, keys, context);
    return std::nullopt;
  }
  return from.value;
}

bool is_known_level(int number, const Bank& bank) {
  return std::any_of(bank.levels.begin(), bank.levels.end(),
                     [&](const Level& level) { return level.number.value == number; });
}

void read_question(const yaml::Node& node, const Scale& scale, Context& context) {
  yaml::Fields fields(node, bank_shapes::question, context.diagnostics);
  Question question;
  question.id = fields.text("id");
  if (const auto replaces = fields.optional_text("replaces")) question.replaces = *replaces;
  const auto area = resolve_area(fields.text("area"), context);
  const auto level = fields.integer("level");
  question.level = level.value;
  if (const auto weight = fields.optional_number("weight")) {
    question.weight = weight->value;
    count_digits(*weight, context.question_digits, bank_limits::question_digits, context);
    if (weight->value <= Fraction(0)) {
      context.diagnostics.report(rules::bank_weight, weight->span, weight->value.shortest(6));
    }
  }
  context.question = question.id.value;
  question.text = required_text(fields, "text", context);
  question.help = optional_text(fields, "help", context);
  question.options = read_options(fields, question.id.value, scale, context);
  question.advice = optional_text(fields, "advice", context);
  context.question = {};  // it moves
  question.evidence_from = read_evidence(fields, question, context);
  if (const auto requirement = fields.optional_text("requirement")) {
    question.requirement = requirement->value;
  }
  if (const auto origin = fields.optional_text("provenance")) {
    question.origin = origin->value;
    check_origin(*origin, context);
  }
  fields.done();
  if (!fields.is_mapping()) return;
  const bool was_read = level.span.begin != level.span.end;  // otherwise it has been reported
  if (was_read && !is_known_level(level.value, context.bank)) {
    auto& fault = context.diagnostics.report(rules::bank_unknown_level, level.span,
                                             std::to_string(level.value));
    std::vector<std::string> numbers;
    for (const Level& known : context.bank.levels) {
      numbers.push_back(std::to_string(known.number.value));
    }
    suggest(fault, std::to_string(level.value), numbers, context);
    return;
  }
  if (!area || !was_read) return;
  question.area = *area;
  context.bank.questions.push_back(std::move(question));
}

}  // namespace

void read_questions(const yaml::Node& list, const Scale& scale, Context& context) {
  if (!list.is_sequence()) {
    context.diagnostics.report(rules::not_a_list, list.span(), std::string("questions"));
    return;
  }
  for (const yaml::Node node : list.children()) {
    if (context.bank.questions.size() >= bank_limits::questions) {
      context.diagnostics.report(rules::bank_too_many, node.span(), nouns::question.text(),
                                 bank_limits::questions);
      return;
    }
    read_question(node, scale, context);
  }
}

}  // namespace assess::bank_reader
