// The result of `history` as JSON (docs/formats.md).
#include <assess/render/json_values.hpp>

namespace assess::render {
namespace {

Json word_or_null(const std::string& word) {
  return word.empty() ? Json(nullptr) : Json(word);
}

Json diagnosis_value(const JudgedDiagnosis& entry) {
  const PastDiagnosis& diagnosis = entry.diagnosis;
  const auto& result = diagnosis.result;
  return {{"path", diagnosis.path},
          {"bank", diagnosis.bank},
          {"date", word_or_null(diagnosis.date)},
          {"submitted", diagnosis.submitted},
          {"level", result ? Json(result->level) : Json(nullptr)},
          {"total", result ? figure(result->total) : Json(nullptr)},
          {"state", past_state_name(entry.state)}};
}

Json enterprise_value(const EnterpriseHistory& enterprise) {
  Json out{{"name", enterprise.name},
           {"uscc", word_or_null(enterprise.uscc)},
           {"attempts_left", enterprise.attempts_left},
           {"counts", nullptr},
           {"diagnoses", Json::array()}};
  if (enterprise.counts) out["counts"] = enterprise.diagnoses[*enterprise.counts].diagnosis.path;
  for (const JudgedDiagnosis& entry : enterprise.diagnoses) {
    out["diagnoses"].push_back(diagnosis_value(entry));
  }
  return out;
}

Json summary_value(const Run& run) {
  const auto files = static_cast<int>(run.files.size());
  const FindingCount counts = count(run.findings);
  Json out{{"files", files}, {"enterprises", run.history.enterprises.size()}};
  for (const PastState state : all_past_states) {
    out[std::string(past_state_name(state))] = run.history.count(state);
  }
  out["unreadable"] = files - run.history.count();
  out["errors"] = counts.errors;
  out["warnings"] = counts.warnings;
  out["infos"] = counts.infos;
  out["skipped"] = run.skipped;
  return out;
}

}  // namespace

std::string history_json(const Run& run, const Context& context) {
  Json out = document_head(run);
  out["as_of"] = word_or_null(run.history.as_of);
  out["summary"] = summary_value(run);
  out["enterprises"] = Json::array();
  for (const EnterpriseHistory& enterprise : run.history.enterprises) {
    out["enterprises"].push_back(enterprise_value(enterprise));
  }
  out["diagnostics"] = diagnostics(run, context);
  return written(out);
}

}  // namespace assess::render
