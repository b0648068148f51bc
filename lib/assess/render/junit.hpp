// Test results as CI systems read them: JUnit XML. Nothing in it depends on a clock.
#pragma once

#include <assess/diag/finding.hpp>
#include <assess/render/xml_writer.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assess::render {

// Jenkins' xUnit plugin refuses `file` and `line` on a test case, others show places by them.
enum class JunitForm { usual, strict };

struct JunitCase {
  enum class Result { passed, failed, error };

  std::string classname;
  std::string name;
  std::string file;  // that it is about, or empty
  int line = 1;
  Result result = Result::passed;
  std::string type;     // the rule; of a case that passed, empty
  std::string message;  // one line; likewise
  std::string text;     // all that is to be said; of a case that passed its output, or empty
};

void write_case(const JunitCase& test, JunitForm form, XmlWriter& out);

struct JunitCounts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;

  void add(JunitCase::Result result);
  JunitCounts& operator+=(const JunitCounts& other);

  // With the name in front, as `testsuites` and `testsuite` have them.
  XmlAttributes attributes(std::string name) const;
};

struct JunitSuite {
  std::string name;
  std::string file;  // or empty
  std::vector<std::pair<std::string, std::string>> properties;
  std::vector<JunitCase> cases;
};

// Readers drop the second of two cases with one name, so a number tells them apart.
void write_suite(JunitSuite suite, JunitForm form, XmlWriter& out);

// A whole document. Readers fail for one without a test case: without suites it has `otherwise`.
std::string junit_document(std::vector<JunitSuite> suites, const JunitCase& otherwise,
                           JunitForm form);

// The finding with its place, its notes and its help.
std::string junit_text(const Finding& finding, Language language);

// An error that could not be answered, or a case that passes and tells of something less grave.
// `path` stands for a place that it does not have; both may be missing.
JunitCase junit_case(const Finding& finding, const std::string& path, Language language);

}  // namespace assess::render
