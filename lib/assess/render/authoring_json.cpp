#include <assess/render/authoring.hpp>
#include <assess/render/json_values.hpp>

namespace assess::render {
namespace {

Json word_or_null(const std::string& word) {
  return word.empty() ? Json(nullptr) : Json(word);
}

Json bank_value(const Bank& bank) {
  return {{"id", bank.id.value}, {"version", bank.version}, {"sha256", bank.sha256}};
}

Json side(const std::optional<Fraction>& number, const std::string& word) {
  return number ? figure(*number) : word_or_null(word);
}

Json change_value(const authoring::Change& change) {
  return {{"class", authoring::class_name(change.type)},
          {"kind", authoring::kind_name(change.kind)},
          {"subject", authoring::subject_name(change.subject)},
          {"id", word_or_null(change.id)},
          {"part", word_or_null(change.part)},
          {"variant", word_or_null(change.variant)},
          {"language", change.language ? Json(language_tag(*change.language)) : Json(nullptr)},
          {"before", side(change.before_number, change.before)},
          {"after", side(change.after_number, change.after)},
          {"costs_answers", change.costs_answers},
          {"title", text_value(change.title)}};
}

Json carried_value(const authoring::Carried& entry) {
  return {{"part", authoring::part_name(entry.part)}, {"fate", authoring::fate_name(entry.fate)},
          {"why", authoring::why_name(entry.why)},    {"id", word_or_null(entry.id)},
          {"new_id", word_or_null(entry.new_id)},     {"value", word_or_null(entry.value)},
          {"has_content", entry.has_content},         {"title", text_value(entry.title)}};
}

Json file_value(const BankComparison::File& file) {
  Json out{{"path", file.path},
           {"state", authoring::state_name(file.impact.state)},
           {"other_version", file.impact.is_other_version},
           {"breaks", Json::array()},
           {"loses", file.impact.loses},
           {"added", file.impact.added}};
  for (const auto& entry : file.impact.breaks) out["breaks"].push_back(carried_value(entry));
  return out;
}

Json answers_value(const BankComparison& comparison) {
  if (!comparison.has_answers) return nullptr;
  using authoring::ImpactState;
  Json summary{{"files", comparison.files.size()}};
  for (const ImpactState state : {ImpactState::breaks, ImpactState::loses, ImpactState::untouched,
                                  ImpactState::other_bank, ImpactState::unreadable}) {
    std::string key(authoring::state_name(state));
    for (char& c : key) c = c == '-' ? '_' : c;
    summary[key] = comparison.count(state);
  }
  Json out{{"summary", std::move(summary)}, {"files", Json::array()}};
  for (const auto& file : comparison.files) out["files"].push_back(file_value(file));
  return out;
}

}  // namespace

std::string bank_diff_json(const BankComparison& comparison, const Context& context) {
  using authoring::ChangeClass;
  const authoring::BankDiff& diff = comparison.diff;
  const std::string next = authoring::next_version(comparison.before->version, diff.due);
  Json out = document_head(comparison.run);
  out["before"] = bank_value(*comparison.before);
  out["after"] = bank_value(*comparison.after);
  out["step"] = {{"due", authoring::step_name(diff.due)},
                 {"taken", authoring::step_name(diff.taken)},
                 {"version", word_or_null(next)}};
  out["summary"] = Json::object();
  for (const ChangeClass type : {ChangeClass::structure, ChangeClass::scoring, ChangeClass::text}) {
    out["summary"][std::string(authoring::class_name(type))] = diff.count(type);
  }
  out["changes"] = Json::array();
  for (const auto& change : diff.changes) out["changes"].push_back(change_value(change));
  out["answers"] = answers_value(comparison);
  out["diagnostics"] = diagnostics(comparison.run, context);
  return written(out);
}

std::string migration_json(const MigratedFile& file, const Context& context) {
  using authoring::Fate;
  Json out = document_head(file.run);
  out["path"] = file.path;
  out["output"] = word_or_null(file.output);
  out["bank"] = bank_value(*file.bank);
  out["reference"] = {{"before", file.migration.bank_before}, {"after", file.migration.bank_after}};
  out["summary"] = Json::object();
  for (const Fate fate : {Fate::kept, Fate::renamed, Fate::cleared, Fate::dropped, Fate::added}) {
    out["summary"][std::string(authoring::fate_name(fate))] = file.migration.count(fate);
  }
  out["entries"] = Json::array();
  for (const auto& entry : file.migration.entries) out["entries"].push_back(carried_value(entry));
  out["diagnostics"] = diagnostics(file.run, context);
  return written(out);
}

}  // namespace assess::render
