// Holds the two readers of YAML against each other.
#pragma once

#include <assess/yaml/node.hpp>

#include <string>
#include <string_view>

namespace assess::test {

// Where the trees below both nodes differ, spans included; empty when they are equal.
std::string tree_difference(const yaml::Node& a, const yaml::Node& b);

enum class Agreement {
  refused,      // the prescan says no: neither reader sees it
  handed_over,  // the plain reader leaves it to yaml-cpp
  same,         // both read it, and alike
  different,    // both read it, and not alike
  wrong,        // only the plain reader reads it without fault
};

struct Comparison {
  Agreement agreement = Agreement::refused;
  std::string difference;  // in words, for the last two
};

Comparison compare_readers(std::string text);

// A text changed in one to four places, in ways that matter to YAML; the seed decides which.
std::string mutate(std::string_view text, unsigned long long seed);

}  // namespace assess::test
