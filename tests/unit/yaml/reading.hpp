// One text with its tree and its faults, read by a shape of a few keys.
#pragma once

#include "support/samples.hpp"
#include <assess/diag/nouns.hpp>
#include <assess/yaml/fields.hpp>

#include <doctest/doctest.h>

#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace assess::yaml {

// One text with its tree and its faults.
struct Reading {
  explicit Reading(std::string text) {
    id = sources.add("f", std::move(text));
    auto parsed = parse(sources, id, diagnostics);
    REQUIRE(parsed.has_value());
    tree = std::move(*parsed);
  }

  // By a shape in which `k` is required and of one type.
  Fields fields(Shape::Type type = Shape::Type::text) {
    constexpr auto optional = Shape::Presence::optional;
    auto& keys = kept_keys.emplace_back();
    keys.push_back({"k", {.type = type}, Shape::Presence::required, {}});
    for (const char* name : {"a", "b"})
      keys.push_back({name, {.type = Shape::Type::flag}, optional, {}});
    for (const char* name : {"known", "absent", "weight", "title", "id"}) {
      keys.push_back({name, {}, optional, {}});
    }
    return Fields(tree.root(), kept_shapes.emplace_back(Shape{"bank", nouns::bank, keys}),
                  diagnostics);
  }
  std::string faults() const { return test::faults(sources, diagnostics); }
  std::string text(Span span) const {
    return sources.text(id).substr(span.begin, span.end - span.begin);
  }

  SourceMap sources;
  SourceId id;
  Diagnostics diagnostics;
  Tree tree;
  std::deque<std::vector<Shape::Key>> kept_keys;
  std::deque<Shape> kept_shapes;
};

// The help of the only fault, in English.
inline std::string help(const Reading& reading) {
  REQUIRE(reading.diagnostics.all().size() == 1);
  CHECK(reading.diagnostics.all().front().help.zh.empty() ==
        reading.diagnostics.all().front().help.en.empty());
  return reading.diagnostics.all().front().help.en;
}

}  // namespace assess::yaml
