// Answers as the text of a file: the same ones in both forms that can be read.
#pragma once

#include <assess/answers/answers.hpp>

#include <string>

namespace assess::test {

// As `assess` lays out an answer file, one line a question.
std::string as_yaml(const Answers& answers);

// One line, without a break at its end: a record of NDJSON.
std::string as_json(const Answers& answers);

}  // namespace assess::test
