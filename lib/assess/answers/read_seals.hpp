// Reads what `assess submit` has written into an answer file.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/diag/diagnostic.hpp>

#include <vector>

namespace assess {

namespace yaml {
class Node;
}

std::vector<Seal> read_seals(const yaml::Node& node, Diagnostics& diagnostics);
Finish read_finish(const yaml::Node& node, Diagnostics& diagnostics);

// Reports a text that is no day: `yaml/type`.
void check_date(const Located<std::string>& date, Diagnostics& diagnostics);

}  // namespace assess
