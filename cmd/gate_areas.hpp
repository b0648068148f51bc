// The areas that gates name.
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/diag/diagnostic.hpp>
#include <assess/score/verdict.hpp>

#include <vector>

namespace assess::cmd {

// A gate on an area that one of the banks does not have is a slip that must not pass for a verdict:
// reported, once for each gate.
void check_gate_areas(const Gates& gates, const std::vector<const Bank*>& banks,
                      Diagnostics& diagnostics);

}  // namespace assess::cmd
