// Finds questions that ask the same, and options of a question that say the same.
#pragma once

#include <assess/bank/written_text.hpp>
#include <assess/diag/diagnostic.hpp>

#include <vector>

namespace assess {

// Reports `bank/similar-texts`, at most once for each question and each option: the later of the
// two, with the place of the earlier.
//
// Two texts are the same when they differ in nothing but case, blanks and punctuation. Two
// questions are almost the same when nine in ten of their neighbouring characters agree in each
// language, and all of their numbers do: questions that differ in a number differ on purpose.
// Options often differ in one word, so for these only the same counts.
void check_similar_texts(const std::vector<WrittenText>& texts, Diagnostics& diagnostics);

}  // namespace assess
