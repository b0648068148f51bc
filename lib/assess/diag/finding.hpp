// Findings: diagnostics with their places resolved to paths, lines and columns, so that they can
// leave the sources behind and be shown.
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace assess {

struct Place {
  std::string path;
  Position begin;
  Position end;            // exclusive
  std::string excerpt;     // the line of `begin`, cut to a window when it is very long
  int excerpt_column = 1;  // the column at which the excerpt begins
};

struct Finding {
  std::string rule;
  Severity severity = Severity::error;
  Text message;
  std::optional<Place> place;
  struct Note {
    Place place;
    Text text;
  };
  std::vector<Note> notes;
  Text help;
  // The reason for which a comment in the file ignores it, perhaps an empty one. Such a finding
  // neither counts nor fails a run.
  std::optional<std::string> suppressed{};
};

// The findings of one job, by path, place and rule; equal ones once. When the sink dropped reports,
// a last finding `run/too-many-faults` says how many.
std::vector<Finding> resolve(const SourceMap& sources, const Diagnostics& diagnostics);

// Whether there is an error that counts.
bool has_errors(const std::vector<Finding>& findings);

struct FindingCount {
  int errors = 0;
  int warnings = 0;
  int infos = 0;
  int suppressed = 0;  // of any severity, and in none of the above
};
FindingCount count(std::span<const Finding> findings);

// Whether it tells of a file that could not even be read, which is no answer about its content.
bool is_unread(const Finding& finding);

}  // namespace assess
