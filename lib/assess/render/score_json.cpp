// The result of `score` and of `validate` as JSON (contract 4).
#include <assess/render/json_values.hpp>

namespace assess::render {
namespace {

Json optional_level(const std::optional<int>& level) {
  return level ? Json(*level) : Json(nullptr);
}

Json word_or_null(const std::string& word) {
  return word.empty() ? Json(nullptr) : Json(word);
}

Json bank_value(const Bank& bank) {
  return {{"id", bank.id.value}, {"version", bank.version}, {"sha256", bank.sha256}};
}

Json enterprise_value(const Enterprise& enterprise) {
  return {{"name", word_or_null(enterprise.name)},
          {"uscc", word_or_null(enterprise.uscc.value)},
          {"type", word_or_null(enterprise.type)},
          {"industry", word_or_null(enterprise.industry.value)},
          {"size", word_or_null(enterprise.size.value)},
          {"revenue", word_or_null(enterprise.revenue.value)},
          {"date", word_or_null(enterprise.date)}};
}

Json tailored_value(const Answers& answers) {
  Json out = Json::array();
  for (const auto& area : answers.tailored) out.push_back(area.value);
  return out;
}

Json level_areas(const Diagnosis& diagnosis, const LevelScore& level) {
  const Bank& bank = *diagnosis.bank;
  Json out = Json::array();
  for (std::size_t i = 0; i < diagnosis.sheet->areas.size(); ++i) {
    const SheetArea& place = diagnosis.sheet->areas[i];
    const Area& area = bank.area(place.area);
    Json entry{{"id", area.id.value},
               {"tier", bank.tier_name(area.depth)},
               {"parent", area.parent ? Json(bank.area(*area.parent).id.value) : Json(nullptr)},
               {"weight", figure(place.weight)},
               {"score", figure(level.areas[i].score)}};
    add_tally(entry, level.areas[i].tally);
    out.push_back(std::move(entry));
  }
  return out;
}

Json levels_value(const Diagnosis& diagnosis) {
  Json out = Json::array();
  for (const LevelScore& level : diagnosis.card.levels) {
    Json entry{{"level", level.level},
               {"open", level.is_open},
               {"complete", level.is_complete()},
               {"satisfied", level.is_satisfied},
               {"threshold", figure(level.threshold)},
               {"score", figure(level.score)}};
    add_tally(entry, level.tally);
    entry["areas"] = level_areas(diagnosis, level);
    out.push_back(std::move(entry));
  }
  return out;
}

Json profile_value(const Diagnosis& diagnosis) {
  const Bank& bank = *diagnosis.bank;
  Json out = Json::array();
  for (std::size_t i = 0; i < diagnosis.sheet->areas.size(); ++i) {
    const Area& area = bank.area(diagnosis.sheet->areas[i].area);
    out.push_back({{"id", area.id.value},
                   {"tier", bank.tier_name(area.depth)},
                   {"level", optional_level(diagnosis.card.areas[i].level)},
                   {"total", figure(diagnosis.card.areas[i].total)}});
  }
  return out;
}

Json sections_value(const Diagnosis& diagnosis) {
  Json out = Json::array();
  for (const SectionProgress& section : diagnosis.card.sections) {
    Json entry{{"id", diagnosis.bank->area(section.area).id.value},
               {"level", optional_level(section.level)}};
    add_tally(entry, section.tally);
    entry["tailored"] = section.tailored;
    entry["state"] = section_state_name(section.state);
    out.push_back(std::move(entry));
  }
  return out;
}

Json indicators_value(const Answers& answers) {
  Json out = Json::array();
  for (const IndicatorValue& value : answers.indicators) {
    out.push_back({{"id", value.id.value},
                   {"name", word_or_null(value.name)},
                   {"value", value.value},
                   {"formula", value.formula}});
  }
  return out;
}

Json gates_value(const Verdict& verdict) {
  Json out = Json::array();
  for (const GateResult& gate : verdict.gates) {
    out.push_back({{"target", gate.target},
                   {"op", gate.op},
                   {"limit", gate.limit},
                   {"actual", gate.actual ? Json(*gate.actual) : Json(nullptr)},
                   {"passed", gate.passed}});
  }
  return out;
}

Json rank_value(const std::optional<Rank>& rank) {
  if (!rank) return nullptr;
  return {{"among", rank->among},
          {"percentile", plain_number(rank->rank * Fraction(100))},
          {"value", plain_number(rank->value)},
          {"median", plain_number(rank->median)}};
}

Json cohort_value(const RunFile& file) {
  if (!file.placement) return nullptr;
  const Placement& placement = *file.placement;
  Json sections = Json::array();
  const CohortBank bank = cohort_bank(*file.diagnosis->bank);
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    if (bank.areas[i].section == 0) continue;
    sections.push_back({{"id", bank.areas[i].id}, {"total", rank_value(placement.areas[i])}});
  }
  return {{"all", rank_value(placement.all)},
          {"variant", rank_value(placement.variant)},
          {"size", rank_value(placement.size)},
          {"division", rank_value(placement.division)},
          {"sections", std::move(sections)}};
}

// A file that could not be scored has the same keys, null or empty.
Json file_value(const RunFile& file) {
  Json out{{"path", file.path}, {"status", outcome_name(file.outcome)}};
  if (!file.diagnosis) {
    for (const char* key : {"bank", "enterprise", "variant"}) out[key] = nullptr;
    out["tailored"] = Json::array();
    for (const char* key : {"level", "total"}) out[key] = nullptr;
    for (const char* key : {"levels", "areas", "sections", "indicators", "gates"}) {
      out[key] = Json::array();
    }
    out["cohort"] = nullptr;
    return out;
  }
  const Diagnosis& diagnosis = *file.diagnosis;
  out["bank"] = bank_value(*diagnosis.bank);
  out["enterprise"] = enterprise_value(diagnosis.answers.enterprise);
  out["variant"] = word_or_null(diagnosis.answers.variant.value);
  out["tailored"] = tailored_value(diagnosis.answers);
  out["level"] = diagnosis.card.attained;
  out["total"] = figure(diagnosis.card.total);
  out["levels"] = levels_value(diagnosis);
  out["areas"] = profile_value(diagnosis);
  out["sections"] = sections_value(diagnosis);
  out["indicators"] = indicators_value(diagnosis.answers);
  out["gates"] = gates_value(diagnosis.verdict);
  out["cohort"] = cohort_value(file);
  return out;
}

}  // namespace

std::string score_json(const Run& run, const Context& context) {
  int failed = 0;
  int unreadable = 0;
  for (const RunFile& file : run.files) {
    failed += file.outcome == Outcome::failed ? 1 : 0;
    unreadable += file.outcome == Outcome::unreadable ? 1 : 0;
  }
  const FindingCount counts = count(run.findings);
  const auto files = static_cast<int>(run.files.size());
  Json out = document_head(run);
  out["summary"] = {{"files", files},          {"scored", files - unreadable},
                    {"failed", failed},        {"unreadable", unreadable},
                    {"errors", counts.errors}, {"warnings", counts.warnings},
                    {"infos", counts.infos},   {"skipped", run.skipped}};
  out["files"] = Json::array();
  for (const RunFile& file : run.files) out["files"].push_back(file_value(file));
  out["diagnostics"] = diagnostics(run, context);
  return written(out);
}

std::string findings_json(const Run& run, const Context& context) {
  const FindingCount counts = count(run.findings);
  Json out = document_head(run);
  out["summary"] = {{"files", static_cast<int>(run.files.size())},
                    {"errors", counts.errors},
                    {"warnings", counts.warnings},
                    {"infos", counts.infos},
                    {"suppressed", counts.suppressed},
                    {"skipped", run.skipped}};
  out["files"] = Json::array();
  for (const RunFile& file : run.files) {
    out["files"].push_back({{"path", file.path},
                            {"schema", word_or_null(file.schema)},
                            {"status", outcome_name(file.outcome)}});
  }
  out["diagnostics"] = diagnostics(run, context);
  return written(out);
}

}  // namespace assess::render
