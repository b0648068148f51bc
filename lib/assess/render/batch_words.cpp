#include <assess/diag/rules.hpp>
#include <assess/render/batch_words.hpp>
#include <assess/report/remarks.hpp>

#include <algorithm>

namespace assess::render {

std::string missed_gates(const Diagnosis& diagnosis, Language language) {
  std::string out;
  for (const GateResult& gate : diagnosis.verdict.gates) {
    if (gate.passed) continue;
    if (!out.empty()) out += Words{"；", "; "}.in(language);
    out += report::missed_words(gate).in(language);
  }
  return out;
}

const Finding* why_unfit(const RunFile& file, const std::vector<Finding>& findings) {
  const bool is_gate_wanted = file.outcome == Outcome::failed;
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    const bool is_gate = finding.rule == rules::gate_missed.id;
    return finding.severity == Severity::error && is_gate == is_gate_wanted;
  });
  return found == findings.end() ? nullptr : &*found;
}

}  // namespace assess::render
