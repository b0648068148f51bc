#include <assess/diag/rules.hpp>
#include <assess/report/figures.hpp>
#include <assess/report/remarks.hpp>

#include <fmt/format.h>

namespace assess::report {

namespace {

// A level that has just opened and is untouched is where everybody stands who attained the one
// before it; nothing is missing there yet.
bool is_begun(const LevelScore& level) {
  return level.is_open &&
         (level.level == 1 || level.tally.answered + level.tally.not_applicable > 0);
}

}  // namespace

void remark(const Diagnosis& diagnosis, Diagnostics& diagnostics) {
  const Span where = diagnosis.answers.place;
  for (const LevelScore& level : diagnosis.card.levels) {
    const int given = level.tally.answered + level.tally.not_applicable;
    if (!level.is_open && given > 0) {
      diagnostics.report(rules::answers_not_counted, where, level.level, given);
    } else if (is_begun(level) && !level.is_complete()) {
      diagnostics.report(rules::answers_incomplete, where, level.level, level.tally.questions,
                         given);
    }
  }
  for (const GateResult& gate : diagnosis.verdict.gates) {
    // That the bank has no such area is told by whoever read the gate.
    const bool is_unknown = !gate.actual && !diagnosis.bank->find_area(gate.target);
    if (gate.passed || is_unknown) continue;
    diagnostics.report(rules::gate_missed, where, gate.name,
                       gate.actual.value_or(std::string(dash)), gate.op, gate.limit);
  }
}

Text demand_of(const GateResult& gate) {
  const auto in = [&](Language language) {
    return fmt::format("{} {} {}", gate.name.in(language), gate.op, gate.limit);
  };
  return {in(Language::zh), in(Language::en)};
}

Text missed_words(const GateResult& gate) {
  const std::string actual = gate.actual.value_or(std::string(dash));
  const auto& rule = rules::gate_missed;
  return {fmt::format(rule.zh, gate.name.in(Language::zh), actual, gate.op, gate.limit),
          fmt::format(rule.en, gate.name.in(Language::en), actual, gate.op, gate.limit)};
}

}  // namespace assess::report
