#include <assess/base/utf8.hpp>
#include <assess/render/junit.hpp>
#include <assess/render/render.hpp>

#include <fmt/format.h>

#include <map>

namespace assess::render {
namespace {

void name_apart(std::vector<JunitCase>& cases) {
  std::map<std::pair<std::string, std::string>, int> seen;
  for (JunitCase& test : cases) {
    // The number may make the name of another one.
    const std::string name = test.name;
    int number = ++seen[{test.classname, name}];
    while (number > 1) {
      test.name = name + " (" + std::to_string(number) + ")";
      if (++seen[{test.classname, test.name}] == 1) break;
      number = ++seen[{test.classname, name}];
    }
  }
}

JunitCounts counts_of(const JunitSuite& suite) {
  JunitCounts counts;
  for (const JunitCase& test : suite.cases) counts.add(test.result);
  return counts;
}

}  // namespace

void JunitCounts::add(JunitCase::Result result) {
  ++tests;
  if (result == JunitCase::Result::failed) ++failures;
  if (result == JunitCase::Result::error) ++errors;
}

JunitCounts& JunitCounts::operator+=(const JunitCounts& other) {
  tests += other.tests;
  failures += other.failures;
  errors += other.errors;
  return *this;
}

XmlAttributes JunitCounts::attributes(std::string name) const {
  return {{"name", std::move(name)},
          {"tests", std::to_string(tests)},
          {"failures", std::to_string(failures)},
          {"errors", std::to_string(errors)},
          {"time", "0"}};
}

void write_case(const JunitCase& test, JunitForm form, XmlWriter& out) {
  XmlAttributes attributes{{"classname", test.classname}, {"name", test.name}};
  if (form == JunitForm::usual && !test.file.empty()) {
    attributes.emplace_back("file", test.file);
    attributes.emplace_back("line", std::to_string(test.line));
  }
  attributes.emplace_back("time", "0");
  const bool is_passed = test.result == JunitCase::Result::passed;
  if (is_passed && test.text.empty()) return out.empty("testcase", attributes);
  out.open("testcase", attributes);
  if (is_passed) {
    out.text("system-out", {}, test.text);
  } else {
    out.text(test.result == JunitCase::Result::failed ? "failure" : "error",
             {{"message", test.message}, {"type", test.type}}, test.text);
  }
  out.close();
}

void write_suite(JunitSuite suite, JunitForm form, XmlWriter& out) {
  name_apart(suite.cases);
  XmlAttributes attributes = counts_of(suite).attributes(suite.name);
  if (!suite.file.empty()) attributes.emplace_back("file", suite.file);
  out.open("testsuite", attributes);
  if (!suite.properties.empty()) {
    out.open("properties", {});
    for (const auto& [name, value] : suite.properties) {
      out.empty("property", {{"name", name}, {"value", value}});
    }
    out.close();
  }
  for (const JunitCase& test : suite.cases) write_case(test, form, out);
  out.close();
}

std::string junit_document(std::vector<JunitSuite> suites, const JunitCase& otherwise,
                           JunitForm form) {
  if (suites.empty()) suites.push_back({.name = otherwise.classname, .cases = {otherwise}});
  JunitCounts all;
  for (const JunitSuite& suite : suites) all += counts_of(suite);
  XmlWriter out;
  out.declare();
  out.open("testsuites", all.attributes("assess"));
  for (JunitSuite& suite : suites) write_suite(std::move(suite), form, out);
  out.close();
  return out.take();
}

std::string junit_text(const Finding& finding, Language language) {
  std::string out = finding_line(finding, language);
  for (const Finding::Note& note : finding.notes) {
    out += fmt::format("\n{}:{}:{}: {}", safe_to_show(note.place.path), note.place.begin.line,
                       note.place.begin.column, safe_to_show(note.text.in(language)));
  }
  const std::string& help = finding.help.in(language);
  if (!help.empty()) {
    out.append("\n").append(Words{"帮助：", "help: "}.in(language)).append(help);
  }
  if (finding.suppressed) out += "\n" + ignored_because(*finding.suppressed, language);
  return out;
}

JunitCase junit_case(const Finding& finding, const std::string& path, Language language) {
  const std::string file = finding.place ? finding.place->path : path;
  const std::string& message = finding.message.in(language);
  JunitCase test{.classname = file.empty() ? "assess" : file,
                 .name = finding.rule + ": " + message,
                 .file = file,
                 .line = finding.place ? finding.place->begin.line : 1,
                 .text = junit_text(finding, language)};
  if (finding.severity != Severity::error) return test;
  test.result = JunitCase::Result::error;
  test.type = finding.rule;
  test.message = message;
  return test;
}

}  // namespace assess::render
