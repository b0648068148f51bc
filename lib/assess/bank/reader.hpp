// The parts of the bank reader, shared by its files.
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/yaml/fields.hpp>

#include <optional>
#include <string>
#include <vector>

namespace assess::bank_reader {

// What all parts need: the sink, and what has been read so far.
struct Context {
  Diagnostics& diagnostics;
  Bank& bank;
};

// A text in the bank's languages; a missing one is reported.
Text read_bilingual(const std::optional<yaml::Node>& node, std::string_view name, Context& context);
Text required_text(yaml::Fields& fields, std::string_view key, Context& context);
Text optional_text(yaml::Fields& fields, std::string_view key, Context& context);

// The scale: option keys with their scores, in the bank's order.
using Scale = std::vector<std::pair<std::string, Fraction>>;

void read_areas(yaml::Fields& fields, Context& context);
void read_questions(const yaml::Node& list, const Scale& scale, Context& context);

}  // namespace assess::bank_reader
