#include "diagnose.hpp"

#include <assess/answers/check.hpp>
#include <assess/answers/read.hpp>
#include <assess/authoring/check_answers.hpp>
#include <assess/diag/ignores.hpp>
#include <assess/diag/rules.hpp>
#include <assess/report/remarks.hpp>
#include <assess/yaml/comments.hpp>
#include <assess/yaml/node.hpp>

#include <algorithm>

namespace assess::cmd {
namespace {

// The bank that the answers ask for, or the one that was named on the command line.
std::shared_ptr<const LoadedBank> bank_of(const Answers& answers, const InputFile& input,
                                          const std::string& bank_path, BankShelf& shelf,
                                          Diagnostics& diagnostics) {
  if (!bank_path.empty()) return shelf.load(bank_path);
  if (answers.bank.value.empty()) return nullptr;  // reported as missing
  std::string searched;
  const std::string near = input.is_stdin ? std::string() : input.path;
  if (auto bank = shelf.find_and_load(answers.bank_id(), near, searched)) return bank;
  diagnostics.report(rules::answers_unknown_bank, answers.bank.span, answers.bank_id(), searched);
  return nullptr;
}

// Whoever checks answers should know that another bank of this id lies at hand.
void report_shadowed(const Answers& answers, const InputFile& input, const LoadedBank& used,
                     BankShelf& shelf, Diagnostics& diagnostics) {
  const std::string id = answers.bank_id();
  const auto other = shelf.find_shadowed(id, input.is_stdin ? std::string() : input.path);
  if (other) {
    diagnostics.report(rules::bank_shadowed, answers.bank.span, id, used.path, *other);
  }
}

void compute(Diagnosis& diagnosis, SheetShelf& sheets, const Gates& gates) {
  diagnosis.sheet = sheets.sheet(diagnosis.answers);
  diagnosis.card = score(*diagnosis.sheet, diagnosis.responses);
  diagnosis.verdict = judge(*diagnosis.sheet, diagnosis.card, gates);
}

}  // namespace

Diagnosed diagnose(InputFile input, const std::string& bank_path, Depth depth, const Gates& gates,
                   BankShelf& shelf, Env& env, yaml::JsonReader* json) {
  Diagnosed out;
  out.file.path = input.name();
  out.file.schema = answers_schema;
  SourceMap sources;
  Diagnostics diagnostics;
  std::optional<yaml::Tree> tree;
  // Comments that ignore findings are for authors: nothing is scored because of one.
  const auto finish = [&](Outcome outcome) {
    if (depth == Depth::check && tree) {
      const yaml::Node root = tree->root();
      const bool saw_all = outcome != Outcome::faulty;
      apply_ignores(yaml::find_ignore_comments(sources, root.span().source, root), sources,
                    saw_all ? Checked::wholly : Checked::partly, diagnostics);
    }
    out.file.outcome = outcome;
    out.findings = resolve(sources, diagnostics);
    if (depth == Depth::check) {
      out.file.outcome = has_errors(out.findings) ? Outcome::faulty : Outcome::clean;
    }
    return std::move(out);
  };
  const Outcome bad = depth == Depth::check ? Outcome::faulty : Outcome::unreadable;
  if (input.is_too_large) {
    diagnostics.report(rules::too_large, std::nullopt, input.name(), Files::max_bytes);
    return finish(bad);
  }
  auto text = input.is_stdin || input.is_read ? std::optional(std::move(input.text))
                                              : env.files.read(input.path, diagnostics);
  if (!text) return finish(bad);
  const bool is_record = input.line > 0 && json != nullptr;
  const SourceId source =
      sources.add(input.path, std::move(*text), is_record ? static_cast<int>(input.line) : 1);
  tree = is_record ? json->parse(sources, source, diagnostics)
                   : yaml::parse(sources, source, diagnostics);
  if (!tree) return finish(bad);
  Diagnosis diagnosis;
  diagnosis.answers =
      read_answers(tree->root(), diagnostics,
                   depth == Depth::score ? NotesAndEvidence::passed_over : NotesAndEvidence::read);
  if (depth == Depth::check) {
    check_enterprise(diagnosis.answers, diagnostics);
    // What came by standard input has no folder.
    if (!input.is_stdin) {
      check_evidence(diagnosis.answers, parent_path(input.path), env.files, diagnostics);
    }
  }
  out.bank = bank_of(diagnosis.answers, input, bank_path, shelf, diagnostics);
  if (depth == Depth::check && out.bank && bank_path.empty()) {
    report_shadowed(diagnosis.answers, input, *out.bank, shelf, diagnostics);
  }
  if (!out.bank) return finish(bad);
  if (!out.bank->bank || out.bank->has_errors()) {
    diagnostics.report(rules::answers_broken_bank, diagnosis.answers.bank.span, out.bank->path);
    return finish(bad);
  }
  diagnosis.bank = out.bank->bank;
  diagnosis.responses = check_answers(*out.bank->index, diagnosis.answers, diagnostics);
  if (diagnostics.has_errors()) return finish(bad);
  compute(diagnosis, *out.bank->sheets, gates);
  check_seals(*diagnosis.sheet, diagnosis.answers, diagnosis.responses, diagnosis.card,
              diagnostics);
  if (diagnostics.has_errors()) {
    out.unsealed = std::move(diagnosis);
    return finish(bad);
  }
  diagnosis.flow =
      find_flow(*diagnosis.sheet, diagnosis.answers, diagnosis.responses, diagnosis.card);
  report::remark(diagnosis, diagnostics);
  if (depth == Depth::check) {
    check_indicators(*diagnosis.bank, diagnosis.answers, diagnosis.flow, diagnostics);
    return finish(Outcome::clean);
  }
  const Outcome outcome = diagnosis.verdict.passed ? Outcome::scored : Outcome::failed;
  out.file.diagnosis = std::move(diagnosis);
  return finish(outcome);
}

}  // namespace assess::cmd
