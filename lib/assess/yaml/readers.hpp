// The two readers behind `parse`. Both build the same tree, values and spans alike; the tests hold
// them against each other.
#pragma once

#include <assess/yaml/node.hpp>

#include <optional>

namespace assess::yaml {

// Reads the plain subset that banks and answer files are written in, in one pass. nullopt for
// whatever it does not fully understand, faults above all; nothing is reported. The text has passed
// the prescan.
std::optional<Tree> read_plain(const SourceMap& sources, SourceId id);

// Reads all of YAML that `parse` knows, through yaml-cpp, and reports the faults. The text has
// passed the prescan.
std::optional<Tree> read_events(const SourceMap& sources, SourceId id, Diagnostics& diagnostics);

}  // namespace assess::yaml
