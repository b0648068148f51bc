// From a command line to a command, and from a command to its exit code.
#pragma once

#include "env.hpp"
#include "options.hpp"
#include "options_authoring.hpp"
#include "options_bank.hpp"
#include "options_diagnosis.hpp"
#include <assess/diag/diagnostic.hpp>
#include <assess/report/document.hpp>
#include <assess/report/run.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace assess::cmd {

// Nothing is to be done but to print: help, the version, or why the command line cannot be used.
struct Answered {
  std::string out;
  Diagnostics faults;
  CommonOptions common;
  ExitCode exit_code = ExitCode::yes;
};

using Command =
    std::variant<Answered, BatchOptions, NewOptions, FillOptions, StatusOptions, SubmitOptions,
                 ValidateOptions, ScoreOptions, ReportOptions, ExplainOptions, BankShowOptions,
                 BankStatsOptions, BankListOptions, BankFormatOptions, BankNewOptions,
                 CohortMergeOptions, CohortShowOptions, HistoryOptions, SchemaOptions,
                 BankDiffOptions, MigrateOptions>;

// `arguments` without the name of the program.
Command parse_command_line(const std::vector<std::string>& arguments, const Env& env);

// Parses and runs. What is thrown on the way is a defect: it is said, with exit code 3.
ExitCode run(const std::vector<std::string>& arguments, Env& env);

// One file each.
ExitCode run(const ValidateOptions& options, Env& env);
ExitCode run(const ScoreOptions& options, Env& env);
ExitCode run(const BatchOptions& options, Env& env);
ExitCode run(const ReportOptions& options, Env& env);
ExitCode run(const HistoryOptions& options, Env& env);
ExitCode run(const ExplainOptions& options, Env& env);
ExitCode run(const SchemaOptions& options, Env& env);
ExitCode run(const NewOptions& options, Env& env);
ExitCode run(const FillOptions& options, Env& env);
ExitCode run(const StatusOptions& options, Env& env);
ExitCode run(const SubmitOptions& options, Env& env);
ExitCode run(const BankShowOptions& options, Env& env);
ExitCode run(const BankStatsOptions& options, Env& env);
ExitCode run(const BankListOptions& options, Env& env);
ExitCode run(const BankDiffOptions& options, Env& env);
ExitCode run(const MigrateOptions& options, Env& env);
ExitCode run(const BankFormatOptions& options, Env& env);
ExitCode run(const BankNewOptions& options, Env& env);
ExitCode run(const CohortMergeOptions& options, Env& env);
ExitCode run(const CohortShowOptions& options, Env& env);

}  // namespace assess::cmd
