// The documents of a batch while it goes on: each record goes to all of them.
#pragma once

#include "diagnose.hpp"
#include <assess/io/files.hpp>
#include <assess/render/batch.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess::cmd {

class BatchOutputs {
 public:
  // What the documents make of a record: one piece each.
  using Prepared = std::vector<render::BatchPiece>;

  // Reports what cannot be opened. `options`, `env` and `diagnostics` must outlive it. Of a run
  // that goes on, `kept` bytes stand there.
  BatchOutputs(const BatchOptions& options, Env& env, Diagnostics& diagnostics,
               std::size_t kept = 0);

  // One that has failed is left alone, and the others go on: each is complete or absent.
  bool are_all_good() const;
  bool is_any_good() const;

  void begin(std::optional<std::size_t> files);        // how many, where that is known
  Prepared prepare(const Diagnosed& diagnosed) const;  // from several threads at a time
  void record(Outcome outcome, Prepared prepared);
  void end(const render::BatchSummary& summary);
  bool close();  // as it stands; whether all of it could be

 private:
  // Standard output or a file.
  class Place {
   public:
    Place(const std::string& path, std::size_t kept, Env& env, Diagnostics& diagnostics);
    bool is_good() const { return is_good_; }
    void write(std::string_view bytes);
    void close();

   private:
    Stream* stream_ = nullptr;  // or the sink
    std::unique_ptr<Sink> sink_;
    bool is_good_ = true;
  };

  // What is written alike in several places is made once.
  struct Document {
    std::string format;
    Severity min_severity;
    std::unique_ptr<render::BatchWriter> writer;
    std::vector<Place> places;

    bool is_good() const;
    void write(std::string_view bytes);
  };

  Document& document_of(const OutputTarget& target, const BatchOptions& options);

  std::vector<Document> documents_;
};

}  // namespace assess::cmd
