// What a JSON text says, as the same tree that a YAML file becomes: whoever reads answers need not
// know which of the two they were written in.
#pragma once

#include <assess/diag/diagnostic.hpp>
#include <assess/diag/source.hpp>
#include <assess/yaml/node.hpp>

#include <memory>
#include <optional>

namespace assess::yaml {

// Keeps the memory of the parser from one text to the next: making it costs more than reading a
// record. One thread uses a reader at a time.
class JsonReader {
 public:
  JsonReader();
  ~JsonReader();
  JsonReader(JsonReader&&) noexcept;
  JsonReader& operator=(JsonReader&&) noexcept;

  // Reads one source, which holds one JSON value and blanks around it. Objects are mappings, text
  // in quotes is a quoted scalar; numbers, `true` and `false` are plain scalars as they are
  // written, however long. nullopt after a fault, which has then been reported: not UTF-8, not
  // JSON, too deep, too many values, nothing but `null`. Equal keys are reported and the first one
  // counts. The tree points into the source, not into the reader.
  std::optional<Tree> parse(const SourceMap& sources, SourceId id, Diagnostics& diagnostics);

 private:
  struct Scratch;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace assess::yaml
