// Turns the words of a command line into values, with a report where a word does not fit.
#pragma once

#include "cli.hpp"
#include <assess/render/render.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace assess::cmd {

// What CLI11 collected, still as words; empty where an option was not given.
struct GivenWords {
  std::vector<std::string> paths;
  std::string file;   // the one operand of commands that take one file
  std::string topic;  // the one operand of commands that take something else
  std::string area;   // the second operand of `explain`
  std::string bank;
  std::vector<std::string> files_from;
  bool null_separated = false;
  std::vector<std::string> exclude;
  bool allow_empty = false;
  bool skip_others = false;
  std::string stdin_name = "<stdin>";
  std::string format;
  std::vector<std::string> outputs;
  std::string jobs;
  std::string fail_level;
  std::string min_severity;
  std::vector<std::string> severities;
  bool strict = false;
  bool show_suppressed = false;
  bool watch = false;
  bool exit_zero = false;
  bool all = false;
  std::string min_level;
  std::string min_total;
  std::vector<std::string> min_areas;
  bool require_complete = false;
  std::string date;
  std::string mark;
  std::string logo;
  std::vector<std::string> approvals;
  std::vector<std::string> fonts;
  std::string max_below;
  std::string shard;
  std::string resume;
  bool bom = false;
  std::string reports;
  std::string from;
  std::string name;
  std::string uscc;
  std::string type;
  std::string industry;
  std::string size;
  std::string revenue;
  std::string variant;
  std::vector<std::string> tailored;
  std::string level;
  bool no_input = false;
  bool no_schema = false;
  std::string history;
  std::string cohort;
  bool last_valid = false;
  std::string as_of;
  std::string old_bank;
  std::string new_bank;
  std::vector<std::string> answers;
  std::string to;
  bool in_place = false;
  bool dry_run = false;
  bool reopen = false;
  bool check = false;
  bool diff = false;
  std::string title;
};

// Of a command with these formats: rows of render.hpp or batch.hpp.
template <typename Row>
std::vector<OutputTarget> read_targets(const GivenWords& words, std::span<const Row> formats,
                                       Diagnostics& diagnostics);

// Where a report goes. Its format is told by `FORMAT:`, `--format` or the ending of the path, in
// this order, and is PDF for a path without an ending. Without any `--output`, one document beside
// the answer file.
std::vector<OutputTarget> read_report_targets(const GivenWords& words, Diagnostics& diagnostics);

// `ROLE` or `ROLE=NAME`.
std::vector<report::Cover::Approval> read_approvals(const GivenWords& words,
                                                    Diagnostics& diagnostics);
FindingOptions read_finding_options(const GivenWords& words, Diagnostics& diagnostics);
Gates read_gates(const GivenWords& words, Diagnostics& diagnostics);
int read_jobs(const GivenWords& words, Diagnostics& diagnostics);

// Of `cohort show`; text when none is given.
CohortFormat read_cohort_format(const GivenWords& words, Diagnostics& diagnostics);

// `--date 2026-11-22`, else SOURCE_DATE_EPOCH; in seconds since 1970, UTC.
std::optional<std::int64_t> read_date(const GivenWords& words, const Env& env,
                                      Diagnostics& diagnostics);

// `I/N`, from 1 to N.
render::Shard read_shard(const GivenWords& words, Diagnostics& diagnostics);
std::size_t read_max_below(const GivenWords& words, Diagnostics& diagnostics);
Severity read_min_severity(const GivenWords& words, Severity absent, Diagnostics& diagnostics);

// The day on which something is done: `--date`, SOURCE_DATE_EPOCH, else the clock.
std::string read_today(const GivenWords& words, const Env& env, Diagnostics& diagnostics);

// The day that is asked about: `--as-of`, SOURCE_DATE_EPOCH, else the clock.
std::string read_as_of(const GivenWords& words, const Env& env, Diagnostics& diagnostics);

// `--level N` or `--level all`; 0 for all.
int read_level(const GivenWords& words, Diagnostics& diagnostics);

// --lang, ASSESS_LANG, LANGUAGE, LC_ALL, LC_MESSAGES, LANG, in this order. `argument` is the value
// of --lang, if it was given.
void read_languages(const std::optional<std::string>& argument, const Env& env,
                    CommonOptions& common, Diagnostics& diagnostics);

}  // namespace assess::cmd
