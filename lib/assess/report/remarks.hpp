// What a result says about the answers it was made from.
#pragma once

#include <assess/diag/diagnostic.hpp>
#include <assess/report/run.hpp>

namespace assess::report {

// Reports levels that are not complete, answers to levels that are not open (contract 2.5), and
// gates that were missed. They are placed at the line that names the bank.
void remark(const Diagnosis& diagnosis, Diagnostics& diagnostics);

// What a gate demands: `attained level >= 2`.
Text demand_of(const GateResult& gate);

// How a gate was missed, as the rule `gate/missed` words it.
Text missed_words(const GateResult& gate);

}  // namespace assess::report
