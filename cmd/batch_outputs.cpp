#include "batch_outputs.hpp"

#include <algorithm>
#include <utility>

namespace assess::cmd {

BatchOutputs::Place::Place(const std::string& path, std::size_t kept, Env& env,
                           Diagnostics& diagnostics) {
  if (path == "-") {
    stream_ = &env.out;
  } else {
    sink_ = kept > 0 ? env.files.reopen_sink(path, kept, diagnostics)
                     : env.files.open_sink(path, diagnostics);
    is_good_ = sink_ != nullptr;
  }
}

void BatchOutputs::Place::write(std::string_view bytes) {
  if (!is_good_ || bytes.empty()) return;
  if (sink_) {
    is_good_ = sink_->write(bytes);
  } else {
    stream_->write(bytes);
    is_good_ = stream_->is_good();
  }
}

void BatchOutputs::Place::close() {
  if (is_good_ && sink_) is_good_ = sink_->close();
}

bool BatchOutputs::Document::is_good() const {
  return std::any_of(places.begin(), places.end(), [](const Place& one) { return one.is_good(); });
}

void BatchOutputs::Document::write(std::string_view bytes) {
  for (Place& place : places) place.write(bytes);
}

BatchOutputs::BatchOutputs(const BatchOptions& options, Env& env, Diagnostics& diagnostics,
                           std::size_t kept) {
  for (const OutputTarget& target : options.outputs) {
    document_of(target, options).places.emplace_back(target.path, kept, env, diagnostics);
  }
}

BatchOutputs::Document& BatchOutputs::document_of(const OutputTarget& target,
                                                  const BatchOptions& options) {
  const Severity min_severity = target.min_severity.value_or(options.min_severity);
  const auto known =
      std::find_if(documents_.begin(), documents_.end(), [&](const Document& document) {
        return document.format == target.format && document.min_severity == min_severity;
      });
  if (known != documents_.end()) return *known;
  const auto formats = render::batch_formats();
  const auto format =
      std::find_if(formats.begin(), formats.end(),
                   [&](const render::BatchFormat& row) { return row.name == target.format; });
  const render::BatchContext context{.language = options.common.language.value_or(Language::en),
                                     .min_severity = min_severity,
                                     .shard = options.shard,
                                     .bom = options.bom};
  return documents_.emplace_back(Document{target.format, min_severity, format->make(context), {}});
}

bool BatchOutputs::are_all_good() const {
  return std::all_of(documents_.begin(), documents_.end(), [](const Document& document) {
    return std::all_of(document.places.begin(), document.places.end(),
                       [](const Place& place) { return place.is_good(); });
  });
}

bool BatchOutputs::is_any_good() const {
  return std::any_of(documents_.begin(), documents_.end(),
                     [](const Document& document) { return document.is_good(); });
}

void BatchOutputs::begin(std::optional<std::size_t> files) {
  for (Document& document : documents_) document.write(document.writer->begin(files));
}

BatchOutputs::Prepared BatchOutputs::prepare(const Diagnosed& diagnosed) const {
  Prepared prepared;
  prepared.reserve(documents_.size());
  for (const Document& document : documents_) {
    prepared.push_back(document.writer->prepare(diagnosed.file, diagnosed.findings));
  }
  return prepared;
}

void BatchOutputs::record(Outcome outcome, Prepared prepared) {
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    Document& document = documents_[i];
    document.write(document.writer->record(outcome, std::move(prepared[i])));
  }
}

void BatchOutputs::end(const render::BatchSummary& summary) {
  for (Document& document : documents_) document.write(document.writer->end(summary));
  close();
}

bool BatchOutputs::close() {
  for (Document& document : documents_) {
    for (Place& place : document.places) place.close();
  }
  return are_all_good();
}

}  // namespace assess::cmd
