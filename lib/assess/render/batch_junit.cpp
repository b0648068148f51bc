// A batch as JUnit XML: a test case for each record, a suite for each thousand of them. Neither the
// number of files nor how many are worked on at a time decides how much is held, or where a suite
// ends.
#include <assess/diag/rules.hpp>
#include <assess/render/batch.hpp>
#include <assess/render/batch_words.hpp>
#include <assess/render/junit.hpp>

#include <fmt/format.h>

namespace assess::render {
namespace {

using Result = JunitCase::Result;

constexpr std::size_t records_of_suite = 1000;
constexpr std::size_t depth_of_suites = 1;
constexpr std::size_t depth_of_cases = 2;

Result result_of(Outcome outcome) {
  if (outcome == Outcome::failed) return Result::failed;
  return outcome == Outcome::unreadable ? Result::error : Result::passed;
}

class JunitWriter : public BatchWriter {
 public:
  JunitWriter(const BatchContext& context, JunitForm form) : context_(context), form_(form) {}

  // The counts of all are not known yet; readers add up those of the suites.
  std::string begin(std::optional<std::size_t>) override {
    XmlWriter out;
    out.declare();
    out.open("testsuites", {{"name", "assess batch"}});
    return out.take();
  }

  BatchPiece prepare(const RunFile& file, const std::vector<Finding>& findings) const override {
    JunitCase test{.classname = file.path,
                   .name = file.path,
                   .file = file.path,
                   .result = result_of(file.outcome),
                   .text = told(findings)};
    const Finding* fault = why_unfit(file, findings);
    if (fault != nullptr && fault->place) test.line = fault->place->begin.line;
    if (test.result == Result::failed) {
      test.type = rules::gate_missed.id;
      test.message = missed_gates(*file.diagnosis, context_.language);
    } else if (test.result == Result::error && fault != nullptr) {
      test.type = fault->rule;
      test.message = fault->message.in(context_.language);
    }
    if (test.text.empty()) test.text = test.message;
    XmlWriter out(depth_of_cases);
    write_case(test, form_, out);
    return {.text = out.take()};
  }

  std::string record(Outcome outcome, BatchPiece piece) override {
    counts_.add(result_of(outcome));
    cases_ += piece.text;
    return counts_.tests == records_of_suite ? suite() : std::string();
  }

  std::string end(const BatchSummary& summary) override {
    std::string out = counts_.tests > 0 ? suite() : std::string();
    XmlWriter rest(depth_of_suites);
    if (JunitSuite general = general_suite(summary); !general.cases.empty()) {
      write_suite(std::move(general), form_, rest);
    }
    return out + rest.take() + "</testsuites>\n";
  }

 private:
  std::string told(const std::vector<Finding>& findings) const {
    std::string out;
    for (const Finding& finding : findings) {
      if (finding.severity < context_.min_severity) continue;
      out += (out.empty() ? "" : "\n") + junit_text(finding, context_.language);
    }
    return out;
  }

  std::string suite() {
    std::string name = fmt::format("records {}-{}", begun_ + 1, begun_ + counts_.tests);
    if (context_.shard.count > 1) {
      name += fmt::format(" of shard {}/{}", context_.shard.index, context_.shard.count);
    }
    XmlWriter out(depth_of_suites);
    out.open("testsuite", counts_.attributes(std::move(name)));
    out.put(cases_);
    out.close();
    begun_ += counts_.tests;
    counts_ = {};
    cases_.clear();
    return out.take();
  }

  // What concerns no record. Some readers fail for a document without any test case.
  JunitSuite general_suite(const BatchSummary& summary) const {
    JunitSuite suite{.name = "assess batch"};
    for (const Finding& fault : summary.faults) {
      suite.cases.push_back(junit_case(fault, {}, context_.language));
    }
    if (suite.cases.empty() && begun_ == 0) {
      const Words name{"没有要评分的文件", "nothing to score"};
      suite.cases.push_back(
          {.classname = "assess", .name = std::string(name.in(context_.language))});
    }
    return suite;
  }

  BatchContext context_;
  JunitForm form_;
  std::size_t begun_ = 0;  // records of the suites before
  JunitCounts counts_;     // of this suite
  std::string cases_;
};

}  // namespace

std::unique_ptr<BatchWriter> batch_junit(const BatchContext& context) {
  return std::make_unique<JunitWriter>(context, JunitForm::usual);
}

std::unique_ptr<BatchWriter> batch_junit_strict(const BatchContext& context) {
  return std::make_unique<JunitWriter>(context, JunitForm::strict);
}

}  // namespace assess::render
