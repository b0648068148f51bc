// Reads an answer file.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/diag/diagnostic.hpp>
#include <assess/yaml/node.hpp>

#include <string_view>

namespace assess {

inline constexpr std::string_view answers_schema = "assess/answers/1";

// Notes and evidence are the greater part of most answer files, and nothing that is computed looks
// at what they say: whoever only scores passes over their texts. Their faults are reported alike.
enum class NotesAndEvidence { read, passed_over };

// The answers, as far as they can be understood without their bank; faults of form are reported.
Answers read_answers(const yaml::Node& root, Diagnostics& diagnostics,
                     NotesAndEvidence texts = NotesAndEvidence::read);

}  // namespace assess
