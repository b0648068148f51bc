// The formats: one function each, from what a run found out to bytes. A format is a row in a table.
#pragma once

#include <assess/base/language.hpp>
#include <assess/report/run.hpp>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess::render {

// A rule with its page in docs/rules.md, in one language.
struct RulePage {
  const RuleInfo* rule = nullptr;
  std::string page;      // for a terminal: blocks are indented
  std::string markdown;  // the same as it was written
};

struct Context {
  Language language = Language::en;  // of texts
  bool colour = false;
  // Absolute folder that paths in findings are relative to, when they are to be links; else empty.
  std::string link_base;
  int width = 0;        // columns of the terminal; 0 when there is none: nothing is wrapped
  bool summary = true;  // the closing lines of text formats
  int fold_after = 20;  // text shows this many findings of one rule in one file; 0 for all
  Severity min_severity = Severity::info;  // what is less grave is left out of every format
  // Where the files of the findings lie, by the paths that findings have: from the top of the
  // repository, links resolved. Files outside of it are not here.
  std::map<std::string, std::string> repository_paths;
  RulePage (*page_of)(const RuleInfo&,
                      Language) = nullptr;  // the pages, where the program has them
  bool show_suppressed = false;             // text shows also what a comment in the file ignores
};

struct Format {
  std::string_view name;    // as after `-f`
  std::string_view ending;  // of files, with the dot; empty: asked for by its name only
  Words summary;
  bool is_machine;        // language only by --lang and ASSESS_LANG; never coloured
  bool carries_findings;  // otherwise they go to standard error
  std::string (*render)(const Run&, const Context&);
  bool knows_repository = false;  // names files as `Context::repository_paths` does
};

// In the order that help shows; the first is the default. Those of `batch`: batch.hpp.
std::span<const Format> score_formats();
std::span<const Format> validate_formats();
std::span<const Format> history_formats();

// How a report may be written. The file is the product: no format carries findings.
struct DocumentFormat {
  std::string_view name;
  std::string_view ending;
  Words summary;
  bool needs_fonts;  // pdf.hpp; the others: html.hpp, markdown.hpp
};
std::span<const DocumentFormat> document_formats();

std::string score_text(const Run& run, const Context& context);
std::string score_csv(const Run& run, const Context& context);
std::string score_json(const Run& run, const Context& context);
std::string score_junit(const Run& run, const Context& context);
std::string score_junit_strict(const Run& run, const Context& context);
std::string score_markdown(const Run& run, const Context& context);
std::string history_text(const Run& run, const Context& context);
std::string history_csv(const Run& run, const Context& context);
std::string history_json(const Run& run, const Context& context);
std::string findings_json(const Run& run, const Context& context);
std::string findings_text(const Run& run, const Context& context);
std::string findings_oneline(const Run& run, const Context& context);
std::string findings_sarif(const Run& run, const Context& context);
std::string findings_github(const Run& run, const Context& context);
std::string findings_gitlab(const Run& run, const Context& context);
std::string findings_junit(const Run& run, const Context& context);
std::string findings_junit_strict(const Run& run, const Context& context);
std::string findings_markdown(const Run& run, const Context& context);

// Only the findings, as people read them; what commands say on standard error.
std::string show_findings(const std::vector<Finding>& findings, const Context& context);

// What a comment in the file says about a finding: `ignored: REASON`, safe to show.
std::string ignored_because(const std::string& reason, Language language);

// `PATH:LINE:COLUMN: SEVERITY: MESSAGE [RULE]`, safe to show.
std::string finding_line(const Finding& finding, Language language);

// How many files were scored, missed a gate, were skipped: one line with its end.
std::string score_summary(const Run& run, Language language);

// How many findings there are, in how many files, and where more is said: one line with its end.
std::string findings_summary(const Run& run, Language language);

// A bank as text or as JSON (contract 4).
std::string bank_text(const Bank& bank, const Context& context);
std::string bank_json(const Bank& bank);

// Whether it is in balance (report/bank_stats.hpp).
std::string bank_stats_text(const Bank& bank, const Context& context);
std::string bank_stats_json(const Bank& bank);

// A question with its options and help.
std::string question_text(const Bank& bank, QuestionId id, const Context& context);
std::string question_json(const Bank& bank, QuestionId id);

std::string rule_text(const RulePage& page, const Context& context);
std::string rule_json(const RulePage& page);
std::string rule_list_text(const std::vector<RulePage>& pages, const Context& context);
std::string rule_list_json(const std::vector<RulePage>& pages);

// A bank that was found, and where.
struct FoundBank {
  const Bank* bank = nullptr;
  std::string path;
  bool is_usable = true;  // it has no errors
};
std::string bank_list_text(const std::vector<FoundBank>& banks, const Context& context);
std::string bank_list_json(const std::vector<FoundBank>& banks);

}  // namespace assess::render
