// Runs of `validate` for the tests of its formats.
#pragma once

#include <assess/render/render.hpp>

#include <string>
#include <utility>
#include <vector>

namespace assess::render::test {

inline Finding finding(const std::string& rule, Severity severity, const std::string& message,
                       const std::string& path = {}, int line = 3,
                       const std::string& excerpt = "  a: b") {
  Finding out{.rule = rule, .severity = severity, .message = {message, message}};
  if (!path.empty()) out.place = Place{path, {line, 5}, {line, 6}, excerpt};
  return out;
}

inline void add_file(Run& run, const std::string& path, const std::vector<Finding>& findings) {
  RunFile file{.path = path, .schema = "assess/answers/1", .outcome = Outcome::clean};
  file.findings.begin = run.findings.size();
  run.findings.insert(run.findings.end(), findings.begin(), findings.end());
  file.findings.end = run.findings.size();
  run.files.push_back(std::move(file));
}

// With the files of the run in the repository under `top/`.
inline Context context_of(const Run& run, Context context = {}) {
  const auto add = [&](const std::string& path) { context.repository_paths[path] = "top/" + path; };
  for (const RunFile& file : run.files) add(file.path);
  for (const Finding& one : run.findings) {
    if (one.place) add(one.place->path);
    for (const Finding::Note& note : one.notes) add(note.place.path);
  }
  return context;
}

}  // namespace assess::render::test
