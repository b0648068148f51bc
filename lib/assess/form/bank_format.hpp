// The canonical form of a question bank's files: keys in the order of the shapes, one way of
// quoting and of breaking lines, every comment kept, nothing changed that is read.
//
// - Keys stand in the order of bank/shapes.hpp, unknown ones behind them; keys that are data
//   (options, scales, weights) and lists keep their order.
// - Texts for people (`zh`, `en`) stand in double quotes; all else is plain where that is safe and
//   no reader of YAML takes it for something else.
// - A mapping or list that holds no further ones but text pairs stands on one line if that has at
//   most 80 columns; titles and options always do; the items of one list all or none.
// - Texts that are written over several lines keep their lines.
#pragma once

#include <assess/diag/diagnostic.hpp>
#include <assess/diag/source.hpp>
#include <assess/yaml/node.hpp>

#include <optional>
#include <string>

namespace assess::form {

// What a file is of a bank: the bank, or a list of questions.
enum class BankPart { bank, questions };

// nullopt for what is neither.
std::optional<BankPart> part_of_bank(const yaml::Node& root);

// Written anew. nullopt after a report: the file is not YAML or has equal keys, so that it is not
// certain what it says; or it is no part of a bank; or would be too large to be read again; or
// what was written would not say the same, which is a defect.
std::optional<std::string> format_bank(const SourceMap& sources, SourceId source,
                                       Diagnostics& diagnostics);

}  // namespace assess::form
