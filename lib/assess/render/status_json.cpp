#include <assess/render/json_values.hpp>
#include <assess/render/status.hpp>

namespace assess::render {
namespace {

std::string_view gap_name(IndicatorGap gap) {
  switch (gap) {
    case IndicatorGap::absent:
      return "absent";
    case IndicatorGap::empty_value:
      return "empty_value";
    case IndicatorGap::empty_formula:
      return "empty_formula";
    case IndicatorGap::formula_for_nothing:
      return "formula_for_nothing";
  }
  return {};
}

Json submitted_levels(const Diagnosis& diagnosis) {
  Json out = Json::array();
  for (std::size_t i = 0; i < diagnosis.flow.submitted; ++i) {
    const LevelScore& level = diagnosis.card.levels[i];
    out.push_back({{"level", level.level},
                   {"date", diagnosis.answers.seals[i].date},
                   {"reached", level.is_satisfied},
                   {"score", figure(level.score)},
                   {"sha256", diagnosis.answers.seals[i].sha256.value}});
  }
  return out;
}

// The level to be answered or submitted, with its sections.
Json open_level(const Diagnosis& diagnosis) {
  if (!diagnosis.flow.level) return nullptr;
  const std::size_t index = *diagnosis.flow.level;
  const LevelScore& level = diagnosis.card.levels[index];
  Json out{{"level", level.level}, {"score", figure(level.score)}};
  add_tally(out, level.tally);
  out["sections"] = Json::array();
  for (const SectionProgress& section : section_progress(*diagnosis.sheet, diagnosis.card, index)) {
    Json entry{{"id", diagnosis.bank->area(section.area).id.value},
               {"section", diagnosis.bank->area(section.area).section->value}};
    add_tally(entry, section.tally);
    entry["tailored"] = section.tailored;
    entry["state"] = section_state_name(section.state);
    out["sections"].push_back(std::move(entry));
  }
  out["missing"] = Json::array();
  for (const QuestionId id : diagnosis.flow.missing) {
    out["missing"].push_back(diagnosis.bank->question(id).id.value);
  }
  return out;
}

Json result(const Diagnosis& diagnosis) {
  const auto& finish = diagnosis.answers.finish;
  if (!finish) return nullptr;
  return {{"date", finish->date}, {"level", finish->level}, {"total", figure(finish->total)}};
}

}  // namespace

std::string status_json(const Diagnosis& diagnosis, const std::string& path) {
  const Bank& bank = *diagnosis.bank;
  Json out{{"schema_version", schema_version},
           {"tool", tool()},
           {"command", "status"},
           {"path", path},
           {"bank", {{"id", bank.id.value}, {"version", bank.version}, {"sha256", bank.sha256}}},
           {"next", next_step_name(diagnosis.flow.next)},
           {"submitted", submitted_levels(diagnosis)},
           {"open", open_level(diagnosis)}};
  out["missing_indicators"] = Json::array();
  for (const MissingIndicator& missing : diagnosis.flow.missing_indicators) {
    out["missing_indicators"].push_back({{"id", missing.id}, {"gap", gap_name(missing.gap)}});
  }
  out["finish"] = result(diagnosis);
  return written(out);
}

}  // namespace assess::render
