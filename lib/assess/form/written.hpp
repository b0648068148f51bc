// The pieces of an answer file as YAML, and a whole file's content as one text to compare.
#pragma once

#include <assess/answers/answers.hpp>

#include <string>
#include <string_view>

namespace assess::form {

// `C`, or `{option: C, note: …, evidence: […]}`; `~` for nothing.
std::string answer_value(const Answer& answer);
std::string evidence_list(const Answer& answer);

// `{value: …, formula: …}`.
std::string indicator_value(const IndicatorValue& value);

// A seal inside brackets, as an item of a list over several lines, and the key of that list.
std::string seal_flow(const Seal& seal);
std::string seal_block(const Seal& seal, const std::string& newline);
std::string seals_head(const std::string& newline);
std::string finish_flow(const Finish& finish);

// All that a file says, whatever its order and layout; equal for equal content.
std::string as_written(const Answers& answers);

// Adds what keys without a value below `section` stand for: questions without an answer.
void add_empty_keys(const std::string& section, std::string_view lines, Answers& answers);

}  // namespace assess::form
