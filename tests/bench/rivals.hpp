// Readers of YAML that could stand in the place of ours, each building the tree that ours builds.
#pragma once

#include <assess/diag/diagnostic.hpp>
#include <assess/diag/source.hpp>
#include <assess/yaml/node.hpp>

#include <memory>
#include <optional>
#include <string_view>

namespace assess::bench {

// A tree and whatever its texts point into.
struct Parsed {
  std::shared_ptr<const void> owner;
  std::optional<yaml::Tree> tree;
};

struct Reader {
  std::string_view name;
  bool wants_prescan = false;
  Parsed (*parse)(const SourceMap& sources, SourceId id, Diagnostics& diagnostics) = nullptr;
};

Reader our_reader();

// YAML::Load, and its nodes walked.
Reader node_reader();

// The events of libyaml; nullopt when it was not there to be built with.
std::optional<Reader> libyaml_reader();

}  // namespace assess::bench
