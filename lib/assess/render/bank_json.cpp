// A bank, normalised, as JSON (contract 4, `bank show`).
#include <assess/render/json_values.hpp>

namespace assess::render {
namespace {

Json word_or_null(const std::string& word) {
  return word.empty() ? Json(nullptr) : Json(word);
}

Json weights_value(const Bank& bank, const Area& area, bool origins) {
  Json out = Json::object();
  for (std::size_t i = 0; i < area.weights.size(); ++i) {
    if (!area.weights[i]) continue;
    const std::string key = bank.variants.empty() ? "default" : bank.variants[i].id.value;
    out[key] = origins ? word_or_null(area.weights[i]->origin)
                       : plain_number(area.weights[i]->value.value);
  }
  return out;
}

Json areas_value(const Bank& bank) {
  Json out = Json::array();
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    const Area& area = bank.areas[i];
    const std::string number = bank.area_number(AreaId{static_cast<std::uint32_t>(i)});
    out.push_back({{"id", area.id.value},
                   {"tier", bank.tier_name(area.depth)},
                   {"parent", area.parent ? Json(bank.area(*area.parent).id.value) : Json(nullptr)},
                   {"section", area.section ? Json(area.section->value) : Json(nullptr)},
                   {"number", area.is_leaf() ? word_or_null(number) : Json(nullptr)},
                   {"tailorable", area.is_tailorable},
                   {"weights", weights_value(bank, area, false)},
                   {"provenance", weights_value(bank, area, true)},
                   {"title", text_value(area.title)},
                   {"description", text_value(area.description)}});
  }
  return out;
}

Json question_value(const Bank& bank, const Question& question) {
  Json options = Json::array();
  for (const Option& option : question.options) {
    options.push_back({{"key", option.key.value},
                       {"score", plain_number(option.score)},
                       {"text", text_value(option.text)}});
  }
  Json evidence = nullptr;
  if (question.evidence_from) evidence = {{"from", *question.evidence_from}};
  return {{"id", question.id.value},
          {"replaces", word_or_null(question.replaces.value)},
          {"level", question.level},
          {"area", bank.area(question.area).id.value},
          {"weight", plain_number(question.weight)},
          {"options", std::move(options)},
          {"evidence", std::move(evidence)},
          {"requirement", word_or_null(question.requirement)},
          {"provenance", word_or_null(question.origin)},
          {"text", text_value(question.text)},
          {"help", text_value(question.help)},
          {"advice", text_value(question.advice)}};
}

Json scoring_value(const Scoring& scoring) {
  return {{"progression", progression_name(scoring.progression)},
          {"empty_area", empty_area_name(scoring.empty_area)},
          {"not_applicable", not_applicable_name(scoring.not_applicable)},
          {"satisfied_counts", satisfied_counts_name(scoring.satisfied_counts)},
          {"weights_sum",
           scoring.weights_sum ? plain_number(scoring.weights_sum->value) : Json(nullptr)}};
}

}  // namespace

std::string bank_json(const Bank& bank) {
  Json out{{"schema_version", schema_version},
           {"id", bank.id.value},
           {"version", bank.version},
           {"sha256", bank.sha256},
           {"title", text_value(bank.title)},
           {"description", text_value(bank.description)},
           {"instructions", text_value(bank.instructions)}};
  for (const char* key : {"languages", "tiers", "levels", "variants"}) out[key] = Json::array();
  for (const Language language : bank.languages) out["languages"].push_back(language_tag(language));
  for (const Tier& tier : bank.tiers) {
    out["tiers"].push_back({{"id", tier.id.value}, {"title", text_value(tier.title)}});
  }
  for (const Level& level : bank.levels) {
    out["levels"].push_back({{"level", level.number.value},
                             {"threshold", plain_number(level.threshold.value)},
                             {"title", text_value(level.title)},
                             {"description", text_value(level.description)}});
  }
  for (const Variant& variant : bank.variants) {
    out["variants"].push_back({{"id", variant.id.value},
                               {"title", text_value(variant.title)},
                               {"description", text_value(variant.description)}});
  }
  out["scoring"] = scoring_value(bank.scoring);
  out["provenance"] = Json::array();
  for (const Origin& origin : bank.origins) {
    out["provenance"].push_back({{"key", origin.key.value},
                                 {"confidence", confidence_name(origin.confidence)},
                                 {"text", text_value(origin.text)}});
  }
  out["areas"] = areas_value(bank);
  out["questions"] = Json::array();
  for (const Question& question : bank.questions) {
    out["questions"].push_back(question_value(bank, question));
  }
  out["indicators"] = Json::array();
  for (const Indicator& indicator : bank.indicators) {
    out["indicators"].push_back({{"id", indicator.id.value},
                                 {"unit", word_or_null(indicator.unit)},
                                 {"free", indicator.is_free},
                                 {"title", text_value(indicator.title)},
                                 {"description", text_value(indicator.description)}});
  }
  return written(out);
}

std::string question_json(const Bank& bank, QuestionId id) {
  Json out{{"schema_version", schema_version}};
  out.update(question_value(bank, bank.question(id)));
  return written(out);
}

}  // namespace assess::render
