#include "pipeline.hpp"

#include <assess/answers/check.hpp>
#include <assess/answers/read.hpp>
#include <assess/diag/finding.hpp>
#include <assess/diagnosis/seal.hpp>
#include <assess/report/remarks.hpp>
#include <assess/yaml/prescan.hpp>

#include <stdexcept>
#include <utility>

namespace assess::bench {

Pipeline::Pipeline(const std::string& bank, cmd::Env& env)
    : files_(env.files), bank_(cmd::BankShelf(env).load(bank)), writer_(render::batch_ndjson({})) {
  if (!bank_->bank || bank_->has_errors()) throw std::runtime_error("no good bank at " + bank);
}

bool Pipeline::diagnose(const std::string& path, const Reader& reader, Stopwatch* watch,
                        std::string& out) {
  const auto lap = [&](Stage stage) {
    if (watch != nullptr) watch->lap(stage);
  };
  Diagnostics diagnostics;
  SourceMap sources;
  auto text = files_.read(path, diagnostics);
  if (!text) return false;
  const SourceId source = sources.add(path, *std::move(text));
  lap(Stage::read);
  if (reader.wants_prescan) {
    if (!yaml::prescan(sources.text(source), source, diagnostics)) return false;
    lap(Stage::prescan);
  }
  const Parsed parsed = reader.parse(sources, source, diagnostics);
  if (!parsed.tree) return false;
  lap(Stage::parse);
  RunFile file{.path = path, .schema = std::string(answers_schema)};
  Diagnosis& diagnosis = file.diagnosis.emplace();
  diagnosis.bank = bank_->bank;
  diagnosis.answers = read_answers(parsed.tree->root(), diagnostics, NotesAndEvidence::passed_over);
  lap(Stage::read_answers);
  diagnosis.responses = check_answers(*bank_->index, diagnosis.answers, diagnostics);
  if (diagnostics.has_errors()) return false;
  lap(Stage::check);
  diagnosis.sheet = bank_->sheets->sheet(diagnosis.answers);
  lap(Stage::tailor);
  diagnosis.card = assess::score(*diagnosis.sheet, diagnosis.responses);
  lap(Stage::score);
  diagnosis.verdict = assess::judge(*diagnosis.sheet, diagnosis.card, {});
  check_seals(*diagnosis.sheet, diagnosis.answers, diagnosis.responses, diagnosis.card,
              diagnostics);
  diagnosis.flow =
      find_flow(*diagnosis.sheet, diagnosis.answers, diagnosis.responses, diagnosis.card);
  report::remark(diagnosis, diagnostics);
  const std::vector<Finding> findings = resolve(sources, diagnostics);
  file.outcome = Outcome::scored;
  lap(Stage::judge);
  out = writer_->prepare(file, findings).text;
  lap(Stage::record);
  return true;
}

std::string Pipeline::record(const std::string& path, const Reader& reader, Stopwatch* watch) {
  std::string out;
  diagnose(path, reader, watch, out);
  if (watch != nullptr) watch->lap(Stage::release);
  return out;
}

Timing Pipeline::time_reading(const std::vector<std::string>& paths, const Reader& reader) {
  Diagnostics diagnostics;
  SourceMap sources;
  for (const std::string& path : paths) {
    sources.add(path, files_.read(path, diagnostics).value_or(std::string()));
  }
  const Timing all = measure([&] {
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
      const SourceId source{i};
      if (reader.wants_prescan) yaml::prescan(sources.text(source), source, diagnostics);
      reader.parse(sources, source, diagnostics);
    }
  });
  return all / static_cast<double>(paths.size());
}

Timing Pipeline::time(const std::vector<std::string>& paths, const Reader& reader,
                      Stopwatch* watch) {
  Diagnostics diagnostics;
  const auto sink = files_.open_sink("/dev/null", diagnostics);
  if (!sink) throw std::runtime_error("cannot write to /dev/null");
  const Timing all = measure([&] {
    if (watch != nullptr) watch->start();
    for (const std::string& path : paths) {
      sink->write(record(path, reader, watch));
      if (watch != nullptr) watch->lap(Stage::write);
    }
  });
  return all / static_cast<double>(paths.size());
}

}  // namespace assess::bench
