// Findings as a code quality report of GitLab, which reads nothing but these keys. It compares the
// fingerprints of two branches, and drops the second of two entries with one fingerprint.
#include <assess/base/sha256.hpp>
#include <assess/base/utf8.hpp>
#include <assess/render/fingerprint.hpp>
#include <assess/render/json_values.hpp>

namespace assess::render {
namespace {

std::string_view gitlab_severity(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "minor";
    case Severity::error:
      return "major";
  }
  return {};
}

std::string fingerprint(const Fingerprint& print) {
  return sha256_hex(print.hash + ":" + std::to_string(print.number)).substr(0, 32);
}

Json location(const Finding& finding, const RunFile* owner, const Context& context) {
  const std::string named = path_of(finding, owner);
  // An entry needs a path. What is about no file is about the whole: the top of the repository.
  const std::string path = named.empty() ? "." : repository_path(named, context).value_or(named);
  return {{"path", path}, {"lines", {{"begin", finding.place ? finding.place->begin.line : 1}}}};
}

}  // namespace

std::string findings_gitlab(const Run& run, const Context& context) {
  const auto prints = fingerprints(run, context);
  const auto files = owners(run);
  Json out = Json::array();
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    const Finding& finding = run.findings[i];
    if (finding.severity < context.min_severity || finding.suppressed) continue;
    // GitLab does not show `check_name`.
    out.push_back(
        {{"description", finding.rule + ": " + safe_to_show(finding.message.in(context.language))},
         {"check_name", "assess/" + finding.rule},
         {"fingerprint", fingerprint(prints[i])},
         {"severity", gitlab_severity(finding.severity)},
         {"location", location(finding, files[i], context)}});
  }
  return written(out);
}

}  // namespace assess::render
