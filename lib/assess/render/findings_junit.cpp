// The result of `validate` as JUnit XML: a suite for each file that was checked, with a test case
// for each finding.
#include <assess/render/fingerprint.hpp>
#include <assess/render/junit.hpp>

namespace assess::render {
namespace {

using Result = JunitCase::Result;

// A file that cannot be read is an error; a fault in one fails from the level on from which it
// makes the answer "no", and otherwise the case passes and tells of it.
JunitCase case_of(const Finding& finding, const RunFile* owner, const Run& run,
                  const Context& context) {
  JunitCase test = junit_case(finding, path_of(finding, owner), context.language);
  const bool is_broken =
      is_unread(finding) || (owner == nullptr && finding.severity == Severity::error);
  test.result = is_broken                      ? Result::error
                : counts_against(finding, run) ? Result::failed
                                               : Result::passed;
  test.type = test.result == Result::passed ? std::string() : finding.rule;
  test.message =
      test.result == Result::passed ? std::string() : finding.message.in(context.language);
  return test;
}

JunitCase passing_case(const std::string& path, Language language) {
  return {
      .classname = path, .name = std::string(Words{"检查", "validate"}.in(language)), .file = path};
}

std::vector<JunitSuite> suites_of(const Run& run, const Context& context) {
  const auto files = owners(run);
  std::map<const RunFile*, JunitSuite> suites;
  suites[nullptr] = {.name = "assess"};
  for (const RunFile& file : run.files) suites[&file] = {.name = file.path, .file = file.path};
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    const Finding& finding = run.findings[i];
    if (finding.severity < context.min_severity) continue;
    suites[files[i]].cases.push_back(case_of(finding, files[i], run, context));
  }
  std::vector<JunitSuite> out;
  if (!suites[nullptr].cases.empty()) out.push_back(std::move(suites[nullptr]));
  for (const RunFile& file : run.files) {
    JunitSuite& suite = suites[&file];
    if (!file.schema.empty()) suite.properties = {{"schema", file.schema}};
    if (suite.cases.empty()) suite.cases.push_back(passing_case(file.path, context.language));
    out.push_back(std::move(suite));
  }
  return out;
}

std::string document(const Run& run, const Context& context, JunitForm form) {
  const JunitCase otherwise{
      .classname = "assess",
      .name = std::string(Words{"没有要检查的文件", "nothing to validate"}.in(context.language))};
  return junit_document(suites_of(run, context), otherwise, form);
}

}  // namespace

std::string findings_junit(const Run& run, const Context& context) {
  return document(run, context, JunitForm::usual);
}

std::string findings_junit_strict(const Run& run, const Context& context) {
  return document(run, context, JunitForm::strict);
}

}  // namespace assess::render
