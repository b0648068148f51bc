// What must hold between answers and their bank.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/diag/diagnostic.hpp>

#include <vector>

namespace assess {

// Reports every fault of meaning: bank and version, variant, tailoring, questions, options, `n/a`,
// evidence, indicators, enterprise. After a run without errors the computing functions accept the
// two together. Which levels are open is a result of scoring and not looked at here.
// Returns what `respond` does, as every answer is looked up here.
std::vector<Response> check_answers(const BankIndex& index, const Answers& answers,
                                    Diagnostics& diagnostics);
std::vector<Response> check_answers(const Bank& bank, const Answers& answers,
                                    Diagnostics& diagnostics);

}  // namespace assess
