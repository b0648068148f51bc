// Answers made by rule from a number: some plain, some with all that a person can put into a file.
#pragma once

#include <assess/report/run.hpp>

#include <cstdint>
#include <memory>

namespace assess::test {

// The same number gives the same answers, all of which `check_answers` would accept: any variant
// and tailoring, how far they got and how well, notes from a word to 2,000 characters (with and
// without blanks, in both scripts), evidence, long names, indicators.
Answers generated_answers(const Bank& bank, std::uint32_t number);

// As an enterprise fills in a file with care: every question of the levels up to `levels`, answered
// well enough to open the next one, with notes on some, the evidence that the bank asks for, and
// nothing tailored out. Each number gives other answers.
Answers careful_answers(const Bank& bank, std::uint32_t number, int levels);

// All steps up to the scorecard; no gates.
Diagnosis diagnosed(std::shared_ptr<const Bank> bank, Answers answers);

}  // namespace assess::test
