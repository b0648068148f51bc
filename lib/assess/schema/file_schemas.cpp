#include <assess/answers/shapes.hpp>
#include <assess/bank/shapes.hpp>
#include <assess/schema/json.hpp>
#include <assess/schema/schema.hpp>

#include <algorithm>
#include <vector>

namespace assess::schema {
namespace {

using Type = Shape::Type;

Json reference(std::string_view name) {
  return {{"$ref", "#/definitions/" + std::string(name)}};
}

// What is behind a key may also be nothing: it then counts as absent.
Json or_null(Json schema) {
  if (schema.contains("type") && schema["type"].is_array()) {
    schema["type"].push_back("null");
    return schema;
  }
  if (schema.contains("type")) {
    schema["type"] = Json::array({schema["type"], "null"});
    return schema;
  }
  return {{"anyOf", Json::array({std::move(schema), {{"type", "null"}}})}};
}

// A text is taken as it is written, so what other readers make a number or a flag of is one too.
Json text_schema() {
  return {{"type", {"string", "number", "boolean"}}};
}

Json text_schema(const char* pattern) {
  Json out = text_schema();
  out["pattern"] = pattern;
  return out;
}

// Figures may stand in quotes, and fractions and per cents are text to other readers.
Json number_schema(const char* type, const char* pattern,
                   const std::optional<Shape::Range>& range) {
  Json out{{"type", {type, "string"}}, {"pattern", pattern}};
  if (!range) return out;
  out[range->is_over ? "exclusiveMinimum" : "minimum"] = range->minimum;
  if (range->maximum) out["maximum"] = *range->maximum;
  return out;
}

// Builds the schemas of shapes, and of those within them, once each.
class Definitions {
 public:
  explicit Definitions(Language language) : language_(language) {}

  // A reference to the schema of a shape.
  Json of(const Shape& shape) {
    const bool is_known = std::find(known_.begin(), known_.end(), &shape) != known_.end();
    if (!is_known) {
      known_.push_back(&shape);
      schemas_[std::string(shape.name)];  // keeps its place in front of those within it
      schemas_[std::string(shape.name)] = mapping(shape);
    }
    return reference(shape.name);
  }

  // What was built, to be altered or moved out.
  Json& schemas() { return schemas_; }

 private:
  Json mapping(const Shape& shape) {
    Json out{{"type", "object"}, {"properties", Json::object()}, {"additionalProperties", false}};
    Json required = Json::array();
    for (const Shape::Key& key : shape.keys) {
      const bool is_required = key.presence == Shape::Presence::required;
      Json property{{"description", key.meaning.in(language_)}};
      Json schema = value(key.value);
      if (!is_required) schema = or_null(std::move(schema));
      if (schema.contains("$ref")) schema = {{"allOf", Json::array({std::move(schema)})}};
      if (is_required && key.value.type == Type::text) schema["minLength"] = 1;
      property.update(schema);
      out["properties"][std::string(key.name)] = std::move(property);
      if (is_required) required.push_back(key.name);
    }
    if (!required.empty()) out["required"] = std::move(required);
    return out;
  }

  // What a value, or an item of it, may be.
  Json simple(Type type, const Shape::Value& value) {
    switch (type) {
      case Type::text:
        return value.constant ? Json{{"enum", Json::array({*value.constant})}} : text_schema();
      case Type::id:
        return text_schema("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$");
      case Type::date:
        return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
      case Type::scalar:
        return text_schema();
      case Type::word:
        return {{"enum", value.words}};
      case Type::integer:
        return number_schema("integer", "^-?[0-9]+$", value.range);
      case Type::number:
        return number_schema("number", R"(^-?[0-9]+(\.[0-9]+)?%?$|^-?[0-9]+/[0-9]+$)", value.range);
      case Type::flag:
        return {{"type", {"boolean", "string"}}, {"pattern", "^(true|false)$"}};
      case Type::mapping:
        return of(*value.shape);
      case Type::text_or_mapping:
        return {{"anyOf", Json::array({text_schema(), of(*value.shape), {{"type", "null"}}})}};
      case Type::list:
      case Type::pairs:
      case Type::text_or_pairs:
        break;
    }
    return Json::object();
  }

  Json value(const Shape::Value& value) {
    if (value.type == Type::list) {
      Json out{{"type", "array"}, {"items", simple(value.item, value)}};
      if (value.fewest > 0) out["minItems"] = value.fewest;
      return out;
    }
    const bool has_pairs = value.type == Type::pairs || value.type == Type::text_or_pairs;
    if (!has_pairs) return simple(value.type, value);
    Json pairs{{"type", "object"}, {"additionalProperties", simple(value.item, value)}};
    if (value.fewest > 0) pairs["minProperties"] = value.fewest;
    if (value.type == Type::pairs) return pairs;
    return {{"anyOf", Json::array({text_schema(), std::move(pairs)})}};
  }

  Language language_;
  std::vector<const Shape*> known_;
  Json schemas_ = Json::object();
};

Json head(const Text& title, Language language) {
  return {{"$schema", draft}, {"title", title.in(language)}};
}

// One of several texts, each with what it means. An editor may take `1` for a number.
Json choice(const std::string& text, const std::string& meaning) {
  Json out{{"const", text}};
  const bool is_number =
      !text.empty() && text.size() < 10 && text != "0" && text.front() != '0' &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (is_number || text == "0") out = {{"enum", {text, std::stoi(text)}}};
  if (!meaning.empty()) out["description"] = meaning;
  return out;
}

// The options of a question, and `n/a`.
Json option_choices(const Question& question, Language language) {
  Json out = Json::array();
  for (const Option& option : question.options) {
    out.push_back(choice(option.key.value, option.text.in(language)));
  }
  out.push_back(
      choice("n/a", std::string(Words{"企业不涉及此题目", "does not apply"}.in(language))));
  return out;
}

// The options of each question are a definition of their own: an answer names them twice.
std::string options_name(const Question& question) {
  return "options-" + question.id.value;
}

Json answer_to(const Bank& bank, const Question& question, Language language) {
  const Json options = reference(options_name(question));
  const Json with_options{{"properties", {{"option", or_null(options)}}}};
  const std::string area = bank.area(question.area).title.in(language);
  return {
      {"description", area + (language == Language::zh ? "：" : ": ") + question.text.in(language)},
      {"anyOf", Json::array({options,
                             {{"allOf", Json::array({reference("answer"), with_options})}},
                             {{"type", "null"}}})}};
}

template <typename Things>
Json ids_of(const Things& things, Language language) {
  Json out = Json::array();
  for (const auto& thing : things) {
    out.push_back(choice(thing.id.value, thing.title.in(language)));
  }
  return {{"oneOf", std::move(out)}};
}

// Names what the bank has in the schema of its answer files.
void name_what_there_is(const Bank& bank, Json& schemas, Language language) {
  Json questions = Json::object();
  for (const Question& question : bank.questions) {
    questions[question.id.value] = answer_to(bank, question, language);
    schemas[options_name(question)] = {{"oneOf", option_choices(question, language)}};
  }
  Json& properties = schemas["answers"]["properties"];
  properties["answers"]["properties"] = std::move(questions);
  properties["answers"]["additionalProperties"] = false;
  Json indicators = Json::object();
  for (const Indicator& indicator : bank.indicators) {
    indicators[indicator.id.value] = {{"description", indicator.title.in(language)},
                                      {"allOf", Json::array({reference("indicator")})}};
  }
  properties["indicators"]["properties"] = std::move(indicators);
  properties["indicators"]["additionalProperties"] = false;
  std::vector<Area> tailorable;
  for (const Area& area : bank.areas) {
    if (area.is_tailorable) tailorable.push_back(area);
  }
  if (!tailorable.empty()) properties["tailored"]["items"] = ids_of(tailorable, language);
  if (bank.variants.empty()) return;
  Json variant{{"description", properties["variant"]["description"]}};
  variant.update(ids_of(bank.variants, language));
  properties["variant"] = std::move(variant);
  schemas["answers"]["required"].push_back("variant");
}

}  // namespace

std::string bank_schema(Language language) {
  Definitions definitions(language);
  Json out =
      head({"assess 题库，或题库的题目文件", "a question bank of assess, or a file of questions"},
           language);
  const Json bank = definitions.of(bank_shapes::bank);
  const Json question = definitions.of(bank_shapes::question);
  out["if"] = {{"type", "array"}};
  out["then"] = {{"items", question}};
  out["else"] = bank;
  out["definitions"] = std::move(definitions.schemas());
  return written(out);
}

std::string modeline(const std::string& schema_path) {
  return "# yaml-language-server: $schema=" + schema_path + "\n";
}

std::string answers_schema(const Bank* bank, Language language) {
  Definitions definitions(language);
  Json out = head({"assess 答卷", "an answer file of assess"}, language);
  out["allOf"] = Json::array({definitions.of(answers_shapes::answers)});
  if (bank != nullptr) name_what_there_is(*bank, definitions.schemas(), language);
  out["definitions"] = std::move(definitions.schemas());
  return written(out);
}

}  // namespace assess::schema
