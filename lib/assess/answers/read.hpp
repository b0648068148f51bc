// Reads an answer file.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/diag/diagnostic.hpp>
#include <assess/yaml/node.hpp>

#include <string_view>

namespace assess {

inline constexpr std::string_view answers_schema = "assess/answers/1";

// The answers, as far as they can be understood without their bank; faults of form are reported.
Answers read_answers(const yaml::Node& root, Diagnostics& diagnostics);

}  // namespace assess
