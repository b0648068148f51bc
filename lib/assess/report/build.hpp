// Builds the document of one diagnosis: what a reader needs who never saw the answer file.
#pragma once

#include <assess/report/document.hpp>
#include <assess/report/run.hpp>

#include <cstdint>
#include <optional>

namespace assess::report {

struct DocumentOptions {
  Language language = Language::zh;
  // Seconds since 1970, UTC, for the information in the PDF; the date that is printed is that of
  // the answer file, else the day of this.
  std::optional<std::int64_t> date;
};

Document build_document(const Diagnosis& diagnosis, const DocumentOptions& options);

}  // namespace assess::report
