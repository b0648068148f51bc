// What must hold in a bank beyond its form.
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/diag/diagnostic.hpp>

#include <string_view>

namespace assess {

// Reports every fault of meaning: ids, levels, weights, options, sections, empty areas and levels.
// After a run without errors the computing functions accept the bank.
void check_bank(const Bank& bank, Diagnostics& diagnostics);

// Whether a text has the form of ids: 1 to 64 letters of English, digits, `.`, `-` and `_`, of
// which the first is a letter or a digit.
bool is_good_id(std::string_view text);

}  // namespace assess
