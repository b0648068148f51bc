// A batch as NDJSON: one object a line - how it began, a record for each file, and what it came to.
#include <assess/render/batch.hpp>
#include <assess/render/json_line.hpp>
#include <assess/render/json_values.hpp>

#include <utility>

namespace assess::render {
namespace {

std::string line_of(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

void put_levels(JsonLine& out, const Diagnosis& diagnosis) {
  out.open_array();
  for (const LevelScore& level : diagnosis.card.levels) {
    if (!level.is_open) break;
    out.open_object();
    out.key("level");
    out.number(level.level);
    out.key("satisfied");
    out.flag(level.is_satisfied);
    out.key("score");
    out.figure(level.score);
    out.key("questions");
    out.number(level.tally.questions);
    out.key("answered");
    out.number(level.tally.answered);
    out.key("not_applicable");
    out.number(level.tally.not_applicable);
    out.close_object();
  }
  out.close_array();
}

// The sections at the level begun last, with their own levels.
void put_sections(JsonLine& out, const Diagnosis& diagnosis) {
  out.open_array();
  const LevelScore& level = diagnosis.card.levels[diagnosis.card.begun_level()];
  for (const SheetSection& section : diagnosis.sheet->sections) {
    const auto place = section.place;
    const auto own = place ? diagnosis.card.areas[*place].level : std::nullopt;
    out.open_object();
    out.key("id");
    out.text(diagnosis.bank->area(section.area).id.value);
    out.key("score");
    out.figure(place ? level.areas[*place].score : std::nullopt);
    out.key("level");
    own ? out.number(*own) : out.null();
    out.close_object();
  }
  out.close_array();
}

void put_gates(JsonLine& out, const Diagnosis& diagnosis) {
  out.open_array();
  for (const GateResult& gate : diagnosis.verdict.gates) {
    out.open_object();
    out.key("target");
    out.text(gate.target);
    out.key("passed");
    out.flag(gate.passed);
    out.close_object();
  }
  out.close_array();
}

void put_enterprise(JsonLine& out, const Enterprise& enterprise) {
  out.open_object();
  out.key("name");
  out.text_or_null(enterprise.name);
  out.key("uscc");
  out.text_or_null(enterprise.uscc.value);
  out.key("industry");
  out.text_or_null(enterprise.industry.value);
  out.key("size");
  out.text_or_null(enterprise.size.value);
  out.key("date");
  out.text_or_null(enterprise.date);
  out.close_object();
}

void put_no_result(JsonLine& out) {
  for (const std::string_view key : {"bank", "enterprise", "variant", "level", "total"}) {
    out.key(key);
    out.null();
  }
  for (const std::string_view key : {"levels", "sections", "gates"}) {
    out.key(key);
    out.open_array();
    out.close_array();
  }
}

void put_result(JsonLine& out, const Diagnosis& diagnosis) {
  out.key("bank");
  out.text(diagnosis.bank->id.value + "@" + diagnosis.bank->version);
  out.key("enterprise");
  put_enterprise(out, diagnosis.answers.enterprise);
  out.key("variant");
  out.text_or_null(diagnosis.answers.variant.value);
  out.key("level");
  out.number(diagnosis.card.attained);
  out.key("total");
  out.figure(diagnosis.card.total);
  out.key("levels");
  put_levels(out, diagnosis);
  out.key("sections");
  put_sections(out, diagnosis);
  out.key("gates");
  put_gates(out, diagnosis);
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

  BatchPiece prepare(const RunFile& file, const std::vector<Finding>& findings) const override {
    JsonLine out;
    out.open_object();
    out.key("type");
    out.text("record");
    out.key("path");
    out.text(file.path);
    out.key("status");
    out.text(outcome_name(file.outcome));
    file.diagnosis ? put_result(out, *file.diagnosis) : put_no_result(out);
    const FindingCount counts = count(findings);
    out.key("errors");
    out.number(counts.errors);
    out.key("warnings");
    out.number(counts.warnings);
    out.key("diagnostics");
    put_findings(out, findings);
    out.close_object();
    return {.text = out.take()};
  }

  std::string record(Outcome, BatchPiece piece) override { return std::move(piece.text); }

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
  void put_findings(JsonLine& out, const std::vector<Finding>& findings) const {
    out.open_array();
    for (const Finding& finding : findings) {
      if (finding.severity < context_.min_severity) continue;
      out.open_object();
      out.key("rule");
      out.text(finding.rule);
      out.key("severity");
      out.text(severity_name(finding.severity));
      out.key("message");
      out.text(finding.message.in(context_.language));
      out.key("line");
      finding.place ? out.number(finding.place->begin.line) : out.null();
      out.key("column");
      finding.place ? out.number(finding.place->begin.column) : out.null();
      out.close_object();
    }
    out.close_array();
  }

  BatchContext context_;
};

}  // namespace

std::unique_ptr<BatchWriter> batch_ndjson(const BatchContext& context) {
  return std::make_unique<NdjsonWriter>(context);
}

}  // namespace assess::render
