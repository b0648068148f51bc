// A batch as NDJSON: one object a line - how it began, a record for each file, and what it came to.
#include <assess/render/batch.hpp>
#include <assess/render/json_values.hpp>

namespace assess::render {
namespace {

std::string line_of(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json word_or_null(const std::string& word) {
  return word.empty() ? Json(nullptr) : Json(word);
}

Json levels_of(const Diagnosis& diagnosis) {
  Json out = Json::array();
  for (const LevelScore& level : diagnosis.card.levels) {
    if (!level.is_open) break;
    out.push_back({{"level", level.level},
                   {"satisfied", level.is_satisfied},
                   {"score", figure(level.score)},
                   {"questions", level.tally.questions},
                   {"answered", level.tally.answered},
                   {"not_applicable", level.tally.not_applicable}});
  }
  return out;
}

// The sections at the level begun last, with their own levels.
Json sections_of(const Diagnosis& diagnosis) {
  Json out = Json::array();
  const LevelScore& level = diagnosis.card.levels[diagnosis.card.begun_level()];
  for (const AreaId section : diagnosis.bank->sections()) {
    const auto place = diagnosis.sheet.find(section);
    const auto own = place ? diagnosis.card.areas[*place].level : std::nullopt;
    out.push_back({{"id", diagnosis.bank->area(section).id.value},
                   {"score", place ? figure(level.areas[*place].score) : Json(nullptr)},
                   {"level", own ? Json(*own) : Json(nullptr)}});
  }
  return out;
}

Json gates_of(const Diagnosis& diagnosis) {
  Json out = Json::array();
  for (const GateResult& gate : diagnosis.verdict.gates) {
    out.push_back({{"target", gate.target}, {"passed", gate.passed}});
  }
  return out;
}

void add_result(Json& out, const RunFile& file) {
  if (!file.diagnosis) {
    for (const char* key : {"bank", "enterprise", "variant", "level", "total"}) out[key] = nullptr;
    for (const char* key : {"levels", "sections", "gates"}) out[key] = Json::array();
    return;
  }
  const Diagnosis& diagnosis = *file.diagnosis;
  const Enterprise& enterprise = diagnosis.answers.enterprise;
  out["bank"] = diagnosis.bank->id.value + "@" + diagnosis.bank->version;
  out["enterprise"] = {{"name", word_or_null(enterprise.name)},
                       {"uscc", word_or_null(enterprise.uscc.value)},
                       {"industry", word_or_null(enterprise.industry)},
                       {"size", word_or_null(enterprise.size)},
                       {"date", word_or_null(enterprise.date)}};
  out["variant"] = word_or_null(diagnosis.answers.variant.value);
  out["level"] = diagnosis.card.attained;
  out["total"] = figure(diagnosis.card.total);
  out["levels"] = levels_of(diagnosis);
  out["sections"] = sections_of(diagnosis);
  out["gates"] = gates_of(diagnosis);
}

class NdjsonWriter : public BatchWriter {
 public:
  explicit NdjsonWriter(const BatchContext& context) : context_(context) {}

  std::string begin(std::optional<std::size_t> files) override {
    return line_of({{"type", "begin"},
                    {"schema_version", schema_version},
                    {"tool", tool()},
                    {"command", "batch"},
                    {"files", files ? Json(*files) : Json(nullptr)},
                    {"shard", {{"index", context_.shard.index}, {"count", context_.shard.count}}}});
  }

  std::string prepare(const RunFile& file, const std::vector<Finding>& findings) const override {
    Json out{{"type", "record"}, {"path", file.path}, {"status", outcome_name(file.outcome)}};
    add_result(out, file);
    const FindingCount counts = count(findings);
    out["errors"] = counts.errors;
    out["warnings"] = counts.warnings;
    out["diagnostics"] = told(findings);
    return line_of(out);
  }

  std::string record(const RunFile&, std::string prepared) override { return prepared; }

  std::string end(const BatchSummary& summary) override {
    Json levels = Json::object();
    for (const auto& [level, number] : summary.levels) levels[std::to_string(level)] = number;
    return line_of({{"type", "summary"},
                    {"files", summary.files},
                    {"scored", summary.scored},
                    {"failed", summary.failed},
                    {"unreadable", summary.unreadable},
                    {"skipped", summary.skipped},
                    {"errors", summary.errors},
                    {"warnings", summary.warnings},
                    {"levels", std::move(levels)},
                    {"status", status_name(summary.exit_code)},
                    {"exit_code", static_cast<int>(summary.exit_code)}});
  }

 private:
  Json told(const std::vector<Finding>& findings) const {
    Json out = Json::array();
    for (const Finding& finding : findings) {
      if (finding.severity < context_.min_severity) continue;
      out.push_back(
          {{"rule", finding.rule},
           {"severity", severity_name(finding.severity)},
           {"message", finding.message.in(context_.language)},
           {"line", finding.place ? Json(finding.place->begin.line) : Json(nullptr)},
           {"column", finding.place ? Json(finding.place->begin.column) : Json(nullptr)}});
    }
    return out;
  }

  BatchContext context_;
};

}  // namespace

std::unique_ptr<BatchWriter> batch_ndjson(const BatchContext& context) {
  return std::make_unique<NdjsonWriter>(context);
}

}  // namespace assess::render
