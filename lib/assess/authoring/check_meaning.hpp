// Whether a bank measures what it is meant to: what its form does not show, and scoring would not
// refuse.
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/diag/diagnostic.hpp>

namespace assess {

// Expects a bank without errors; reports warnings only. Levels that nobody attains, or everybody;
// variants and tailorings that leave a level nothing to ask; areas that change no result; lowest
// options above 0; ids that are easily mistaken for each other.
void check_meaning(const Bank& bank, Diagnostics& diagnostics);

}  // namespace assess
