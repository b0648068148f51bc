// The result of `score` as JUnit XML: a suite for each file, with a test case for each gate and for
// each finding.
#include <assess/diag/rules.hpp>
#include <assess/render/junit.hpp>
#include <assess/render/render.hpp>
#include <assess/report/remarks.hpp>

#include <algorithm>
#include <span>

namespace assess::render {
namespace {

using Result = JunitCase::Result;

constexpr Words scored_name{"评分", "score"};

class ScoreSuites {
 public:
  ScoreSuites(const Run& run, const Context& context) : run_(run), context_(context) {}

  std::vector<JunitSuite> suites() {
    std::vector<JunitSuite> out;
    if (JunitSuite general = general_suite(); !general.cases.empty()) out.push_back(general);
    for (const RunFile& file : run_.files) out.push_back(suite_of(file));
    return out;
  }

 private:
  const std::string& in_language(const Text& text) const { return text.in(context_.language); }

  bool is_shown(const Finding& finding) const { return finding.severity >= context_.min_severity; }

  // What belongs to no file: operands, options, banks.
  JunitSuite general_suite() const {
    std::vector<bool> is_of_file(run_.findings.size());
    for (const RunFile& file : run_.files) {
      for (std::size_t i = file.findings.begin; i < file.findings.end; ++i) is_of_file[i] = true;
    }
    JunitSuite suite{.name = "assess"};
    for (std::size_t i = 0; i < run_.findings.size(); ++i) {
      if (is_of_file[i] || !is_shown(run_.findings[i])) continue;
      suite.cases.push_back(junit_case(run_.findings[i], {}, context_.language));
    }
    return suite;
  }

  std::span<const Finding> findings_of(const RunFile& file) const {
    return std::span(run_.findings)
        .subspan(file.findings.begin, file.findings.end - file.findings.begin);
  }

  JunitCase case_of(const GateResult& gate, const RunFile& file) const {
    JunitCase test{
        .classname = file.path, .name = in_language(report::demand_of(gate)), .file = file.path};
    if (gate.passed) return test;
    const Text words = report::missed_words(gate);
    test.result = Result::failed;
    test.type = rules::gate_missed.id;
    test.message = in_language(words);
    test.text = test.message;
    for (const Finding& finding : findings_of(file)) {
      if (finding.rule != rules::gate_missed.id || finding.message != words) continue;
      test.text = junit_text(finding, context_.language);
      if (finding.place) test.line = finding.place->begin.line;
    }
    return test;
  }

  // Whether the file could be scored at all: stands for it where nothing was demanded.
  JunitCase scored_case(const RunFile& file) const {
    JunitCase test{.classname = file.path,
                   .name = std::string(scored_name.in(context_.language)),
                   .file = file.path};
    if (file.diagnosis) return test;
    test.result = Result::error;
    test.type = "unreadable";
    test.message = Words{"无法评分", "cannot be scored"}.in(context_.language);
    test.text = file.path + ": " + test.message;
    return test;
  }

  JunitSuite suite_of(const RunFile& file) const {
    JunitSuite suite{.name = file.path, .file = file.path};
    if (file.diagnosis) {
      const Diagnosis& diagnosis = *file.diagnosis;
      suite.properties = {{"bank", diagnosis.bank->id.value + "@" + diagnosis.bank->version},
                          {"level", std::to_string(diagnosis.card.attained)},
                          {"total", diagnosis.card.total.shortest(6)}};
      for (const GateResult& gate : diagnosis.verdict.gates) {
        suite.cases.push_back(case_of(gate, file));
      }
    }
    const auto findings = findings_of(file);
    const bool has_fault =
        std::any_of(findings.begin(), findings.end(),
                    [](const Finding& finding) { return finding.severity == Severity::error; });
    if (suite.cases.empty() && (file.diagnosis || !has_fault)) {
      suite.cases.push_back(scored_case(file));
    }
    for (const Finding& finding : findings) {
      if (finding.rule == rules::gate_missed.id || !is_shown(finding)) continue;
      suite.cases.push_back(junit_case(finding, file.path, context_.language));
    }
    return suite;
  }

  const Run& run_;
  const Context& context_;
};

std::string document(const Run& run, const Context& context, JunitForm form) {
  const JunitCase otherwise{
      .classname = "assess",
      .name = std::string(Words{"没有要评分的文件", "nothing to score"}.in(context.language))};
  return junit_document(ScoreSuites(run, context).suites(), otherwise, form);
}

}  // namespace

std::string score_junit(const Run& run, const Context& context) {
  return document(run, context, JunitForm::usual);
}

std::string score_junit_strict(const Run& run, const Context& context) {
  return document(run, context, JunitForm::strict);
}

}  // namespace assess::render
