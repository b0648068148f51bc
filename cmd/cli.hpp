// The command line as plain values: one struct of options per command.
#pragma once

#include "env.hpp"
#include <assess/diag/diagnostic.hpp>
#include <assess/report/document.hpp>
#include <assess/report/run.hpp>

#include <optional>
#include <string>
#include <variant>
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
};

struct ExplainOptions {
  CommonOptions common;
  std::string topic;
  bool all = false;
  bool json = false;
  std::vector<std::string> banks;
};

struct BankShowOptions {
  CommonOptions common;
  std::string bank;
  bool json = false;
};

struct BankStatsOptions {
  CommonOptions common;
  std::string bank;
  bool json = false;
};

struct BankListOptions {
  CommonOptions common;
  bool json = false;
};

// Nothing is to be done but to print: help, the version, or why the command line cannot be used.
struct Answered {
  std::string out;
  Diagnostics faults;
  CommonOptions common;
  ExitCode exit_code = ExitCode::yes;
};

using Command = std::variant<Answered, ValidateOptions, ScoreOptions, ReportOptions, ExplainOptions,
                             BankShowOptions, BankStatsOptions, BankListOptions>;

// `arguments` without the name of the program.
Command parse_command_line(const std::vector<std::string>& arguments, const Env& env);

// Parses and runs. What is thrown on the way is a defect: it is said, with exit code 3.
ExitCode run(const std::vector<std::string>& arguments, Env& env);

// One file each.
ExitCode run(const ValidateOptions& options, Env& env);
ExitCode run(const ScoreOptions& options, Env& env);
ExitCode run(const ReportOptions& options, Env& env);
ExitCode run(const ExplainOptions& options, Env& env);
ExitCode run(const BankShowOptions& options, Env& env);
ExitCode run(const BankStatsOptions& options, Env& env);
ExitCode run(const BankListOptions& options, Env& env);

}  // namespace assess::cmd
