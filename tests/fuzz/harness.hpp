// What the fuzzers and the replay of their corpus share: a world in memory in which one file is
// hostile.
#pragma once

#include <string>
#include <string_view>

namespace assess::fuzz {

// Reads and scores an answer file against the tiny bank, or a bank with tiny answers, in every
// format. Aborts when a promise is broken: a refusal without a reason, output that is not UTF-8, an
// escape on its way to a terminal.
void try_answers(std::string_view bytes);
void try_bank(std::string_view bytes);

}  // namespace assess::fuzz
