// The formats: one function each, from what a run found out to bytes. A format is a row in a table.
#pragma once

#include <assess/base/language.hpp>
#include <assess/report/run.hpp>

#include <span>
#include <string>
#include <string_view>

namespace assess::render {

struct Context {
  Language language = Language::en;  // of texts
  bool colour = false;
  int width = 0;        // columns of the terminal; 0 when there is none: nothing is wrapped
  bool summary = true;  // the closing lines of text formats
  bool fold = true;     // text shows at most 20 findings of one rule in one file
  Severity min_severity = Severity::info;  // what is less grave is left out of every format
};

struct Format {
  std::string_view name;    // as after `-f`
  std::string_view ending;  // of files, with the dot
  Words summary;
  bool is_machine;        // language only by --lang and ASSESS_LANG; never coloured
  bool carries_findings;  // otherwise they go to standard error
  std::string (*render)(const Run&, const Context&);
};

// In the order that help shows; the first is the default.
std::span<const Format> score_formats();
std::span<const Format> validate_formats();

std::string score_text(const Run& run, const Context& context);
std::string score_csv(const Run& run, const Context& context);
std::string score_json(const Run& run, const Context& context);
std::string findings_json(const Run& run, const Context& context);
std::string findings_text(const Run& run, const Context& context);
std::string findings_oneline(const Run& run, const Context& context);

// Only the findings, as people read them; what commands say on standard error.
std::string show_findings(const std::vector<Finding>& findings, const Context& context);

// A bank as text or as JSON (contract 4).
std::string bank_text(const Bank& bank, const Context& context);
std::string bank_json(const Bank& bank);

// A question with its options and help.
std::string question_text(const Bank& bank, QuestionId id, const Context& context);
std::string question_json(const Bank& bank, QuestionId id);

}  // namespace assess::render
