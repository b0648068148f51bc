// Holds the reader of JSON against two others: the one of YAML, for the places of values, and
// nlohmann-json, for what is JSON at all and what its texts read.
#pragma once

#include <string>
#include <string_view>

namespace assess::test {

struct JsonComparison {
  bool is_read = false;        // it is JSON to our reader
  bool is_read_twice = false;  // and YAML as well
  std::string difference;      // in words; empty when all agree
};

JsonComparison compare_json(const std::string& text);

// Answers and their like as JSON, with all kinds of values, blanks and escapes.
std::string generated_json(unsigned long long seed);

// A text changed in one to four places, in ways that matter to JSON; the seed decides which.
std::string mutate_json(std::string text, unsigned long long seed);

}  // namespace assess::test
