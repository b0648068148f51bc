// The parts of `check_meaning`, by file.
#pragma once

#include <assess/authoring/scope.hpp>
#include <assess/bank/bank.hpp>
#include <assess/diag/diagnostic.hpp>

#include <vector>

namespace assess::authoring {

// Levels that are satisfied, or not satisfied, whatever is answered. `scopes` are those of the
// variants without tailoring.
void check_constant_levels(const Bank& bank, const std::vector<Scope>& scopes,
                           Diagnostics& diagnostics);

// Ids of one kind that differ only in capital letters.
void check_similar_ids(const Bank& bank, Diagnostics& diagnostics);

}  // namespace assess::authoring
