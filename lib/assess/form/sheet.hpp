// The answer file that a person fills in by hand: every question with its text, options and
// explanation as comments above its key.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/bank/bank.hpp>
#include <assess/base/language.hpp>

#include <span>
#include <string>
#include <vector>

namespace assess::form {

// Lines for below `answers`, indented by two blanks: headings for sections and areas, and each
// question with its answer from `answers`, or none.
std::string question_lines(const Bank& bank, std::span<const QuestionId> questions,
                           const Answers& answers, Language language);

// Lines for below `indicators`: what is asked as comments, and an empty entry to be filled in.
std::string indicator_lines(const Bank& bank, Language language);

// A whole answer file: the enterprise, variant and tailoring of `answers`, and the questions.
std::string new_sheet(const Bank& bank, const Answers& answers,
                      std::span<const QuestionId> questions, Language language);

}  // namespace assess::form
