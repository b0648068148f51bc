// The options of the commands as plain values: those that read, judge and show.
#pragma once

#include <assess/diag/diagnostic.hpp>
#include <assess/render/batch.hpp>
#include <assess/report/document.hpp>
#include <assess/report/run.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assess::cmd {

struct CommonOptions {
  std::optional<Language> language;  // --lang or ASSESS_LANG: holds for every format
  Language spoken = Language::en;    // of people: the above, or LANG and its kin
  std::optional<bool> colour;        // --color; absent for `auto`
  int quiet = 0;                     // -q, -qq
  int verbose = 0;                   // -v, -vv
  std::string config;                // --config; later the file whose settings hold, or empty
  bool no_config = false;
  std::string command_line;  // for the message about a defect
};

struct InputOptions {
  std::vector<std::string> paths;  // as given; `-` is standard input
  std::vector<std::string> files_from;
  bool null_separated = false;
  std::vector<std::string> exclude;
  bool allow_empty = false;
  std::string stdin_name = "<stdin>";
  std::vector<std::string> banks;  // --bank, at most one
  int jobs = 1;
};

// One document to be written.
struct OutputTarget {
  std::string format;  // name of a format
  std::string path;    // `-` is standard output
  std::optional<Severity> min_severity;
};

struct FindingOptions {
  std::optional<Severity> fail_level = Severity::error;  // absent: `never`
  Severity min_severity = Severity::info;
  std::vector<std::pair<std::string, std::optional<Severity>>> severities;  // --severity RULE=LEVEL
  bool fold = true;                                                         // not --all
};

struct ValidateOptions {
  CommonOptions common;
  InputOptions input;
  std::vector<OutputTarget> outputs;
  FindingOptions findings;
};

struct ScoreOptions {
  CommonOptions common;
  InputOptions input;
  std::vector<OutputTarget> outputs;
  FindingOptions findings;
  Gates gates;
  bool exit_zero = false;
  std::string cohort;  // file of the cohort that files are placed in, or empty
};

struct BatchOptions {
  CommonOptions common;
  InputOptions input;
  std::vector<OutputTarget> outputs;
  Gates gates;
  std::size_t max_below = 0;  // records that may miss a gate
  render::Shard shard;
  Severity min_severity = Severity::error;  // of what records tell
  bool bom = false;                         // in front of CSV
  std::string reports;                      // folder for a PDF of each file, or empty
  std::optional<std::int64_t> date;         // of the reports
  std::string cohort;                       // file for the statistics, or empty
  bool last_valid = false;                  // of each enterprise they count one diagnosis
  std::string resume;                       // NDJSON output of a run to go on with, or empty
};

struct ReportOptions {
  CommonOptions common;
  InputOptions input;
  std::vector<OutputTarget> outputs;  // an empty path: beside the answer file
  std::vector<std::string> fonts;
  std::optional<std::int64_t> date;
  std::string mark;  // of confidentiality
  std::string logo;  // path of a PNG file
  std::vector<report::Cover::Approval> approvals;
  std::string history;  // where earlier diagnoses are looked for; empty: the report has none
  std::string cohort;   // file of the cohort that it is placed in; empty: no such chapter
};

struct HistoryOptions {
  CommonOptions common;
  InputOptions input;
  std::vector<OutputTarget> outputs;
  std::string as_of;  // ISO 8601
};

struct ExplainOptions {
  CommonOptions common;
  std::string topic;   // a rule or a question; with an area the answer file
  std::string area;    // `AREA[@LEVEL]`, or empty
  InputOptions input;  // the answer file, when there is an area
  bool all = false;
  bool json = false;
};

enum class CohortFormat { text, json, markdown };

struct CohortShowOptions {
  CommonOptions common;
  std::string path;
  CohortFormat format = CohortFormat::text;
};

struct CohortMergeOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  std::string output = "-";  // `-` is standard output
};

}  // namespace assess::cmd
