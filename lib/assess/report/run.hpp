// What one run of a command found out: the product of `validate`, `score` and `history`, from which
// every format is rendered. Renderers compute nothing.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/bank/bank.hpp>
#include <assess/cohort/place.hpp>
#include <assess/diag/finding.hpp>
#include <assess/diagnosis/flow.hpp>
#include <assess/history/history.hpp>
#include <assess/score/score.hpp>
#include <assess/score/verdict.hpp>
#include <assess/tailor/tailor.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

// The exit status of the program; no number ever changes its meaning (docs/cli.md).
enum class ExitCode {
  yes = 0,     // done; nothing wrong; gates met
  no = 1,      // done; the answer is no: errors found by `validate`, or a gate missed
  cannot = 2,  // could not answer: command line, unreadable file, broken bank given to `score`
  bug = 3,     // a fault in assess itself
};

// The graver of two.
ExitCode worst(ExitCode a, ExitCode b);

// `ok`, `fail`, `error`: the word for an exit code in machine formats.
std::string_view status_name(ExitCode code);

// One diagnosis with all that was computed of it. The responses point into the answers, so it is
// moved as a whole and never copied. All that are tailored alike may share one sheet.
struct Diagnosis {
  std::shared_ptr<const Bank> bank;
  Answers answers;
  std::shared_ptr<const Sheet> sheet;  // of that bank; set once there are answers
  std::vector<Response> responses;
  Scorecard card;
  Verdict verdict;
  Flow flow;  // where the self-diagnosis stands

  Diagnosis() = default;
  Diagnosis(const Diagnosis&) = delete;  // a copy's responses would point into the other
  Diagnosis& operator=(const Diagnosis&) = delete;
  Diagnosis(Diagnosis&&) = default;
  Diagnosis& operator=(Diagnosis&&) = default;
};

// What it comes to as it stands, finished or not.
PastResult result_of(const Diagnosis& diagnosis);

// The diagnosis as one of many. Its seals are taken to hold.
PastDiagnosis past_of(const Diagnosis& diagnosis, std::string path);

// What became of one file.
enum class Outcome {
  scored,      // `score`: done, gates met
  failed,      // `score`: done, a gate missed
  unreadable,  // no answer possible
  clean,       // `validate`: no errors
  faulty,      // `validate`: errors
};
std::string_view outcome_name(Outcome outcome);

// Which of the findings of a run, from `begin` up to `end`.
struct FindingRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct RunFile {
  std::string path;
  std::string schema;  // of a validated file: `assess/bank/1`, `assess/answers/1`, or empty
  Outcome outcome = Outcome::unreadable;
  std::optional<Diagnosis> diagnosis;  // of a scored file
  std::optional<Placement> placement;  // of a scored file, when there is a cohort to place it in
  FindingRange findings;               // of `score` and `validate`: its own
};

struct Run {
  std::string command;
  std::vector<RunFile> files;     // bytewise by path
  std::vector<Finding> findings;  // file by file in the same order
  History history;                // of `history`
  int skipped = 0;                // files met in directories that are neither banks nor answers
  bool has_gates = false;         // whether PASS and FAIL mean anything
  // Of `validate`: from this severity on a finding makes the answer "no"; absent for "never".
  std::optional<Severity> fail_level = Severity::error;
  ExitCode exit_code = ExitCode::yes;
};

// Whether the finding makes the answer of `validate` "no", or keeps it from one.
bool counts_against(const Finding& finding, const Run& run);

}  // namespace assess
