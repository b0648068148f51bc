#include <assess/diag/rules.hpp>
#include <assess/report/figures.hpp>
#include <assess/report/remarks.hpp>

namespace assess::report {

void remark(const Diagnosis& diagnosis, Diagnostics& diagnostics) {
  const Span where = diagnosis.answers.bank.span;
  for (const LevelScore& level : diagnosis.card.levels) {
    const int given = level.tally.answered + level.tally.not_applicable;
    if (!level.is_open && given > 0) {
      diagnostics.report(rules::answers_not_counted, where, level.level, given);
    } else if (level.is_open && !level.is_complete()) {
      diagnostics.report(rules::answers_incomplete, where, level.level, level.tally.questions,
                         given);
    }
  }
  for (const GateResult& gate : diagnosis.verdict.gates) {
    if (gate.passed) continue;
    diagnostics.report(rules::gate_missed, where, gate.name,
                       gate.actual.value_or(std::string(dash)), gate.op, gate.limit);
  }
}

}  // namespace assess::report
