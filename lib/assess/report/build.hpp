// Builds the document of one diagnosis: what a reader needs who never saw the answer file.
#pragma once

#include <assess/report/document.hpp>
#include <assess/report/run.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assess::report {

struct DocumentOptions {
  Language language = Language::zh;
  // Seconds since 1970, UTC, for the information in the PDF; the date that is printed is that of
  // the answer file, else the day of this.
  std::optional<std::int64_t> date;
  std::string mark;                        // of confidentiality, as it is to be printed; or empty
  std::string logo;                        // the bytes of a PNG file that can be read, or empty
  std::vector<Cover::Approval> approvals;  // who is to sign; none: no such block
  // Earlier diagnoses of the enterprise with their results, by date. Without it the document has no
  // such chapter; when it is empty, the chapter says so.
  std::optional<std::vector<PastDiagnosis>> history;
  // Its place among others. Without it the document has no such chapter.
  std::optional<Placement> placement;
};

Document build_document(const Diagnosis& diagnosis, const DocumentOptions& options);

}  // namespace assess::report
