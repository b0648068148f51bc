// What must hold in a bank beyond its form.
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/diag/diagnostic.hpp>

namespace assess {

// Reports every fault of meaning: ids, levels, weights, options, sections, empty areas and levels.
// After a run without errors the computing functions accept the bank.
void check_bank(const Bank& bank, Diagnostics& diagnostics);

}  // namespace assess
