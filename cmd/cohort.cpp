// `assess cohort merge` and `assess cohort show`.
#include "cohorts.hpp"
#include "output.hpp"
#include <assess/diag/rules.hpp>
#include <assess/render/cohort.hpp>

#include <set>

namespace assess::cmd {
namespace {

// A file that is named twice would count its members twice, and nothing in the result would tell.
bool are_different(const std::vector<std::string>& paths, Env& env, Diagnostics& diagnostics) {
  std::set<std::string> known;
  for (const std::string& path : paths) {
    if (!known.insert(env.files.identity(path)).second) {
      diagnostics.report(rules::cohort_repeated_file, std::nullopt, path);
    }
  }
  return !diagnostics.has_errors();
}

// Of all files, each of which is held only while it is merged in; after a fault the others are
// still looked at. nullopt after a report.
std::optional<Cohort> merge_files(const std::vector<std::string>& paths, Env& env,
                                  Diagnostics& diagnostics) {
  std::optional<Cohort> whole;
  for (const std::string& path : paths) {
    auto part = load_cohort(path, env, diagnostics);
    if (!part) continue;
    if (!whole) {
      whole = std::move(part);
      continue;
    }
    if (!is_of_bank(part->bank, path, whole->bank, paths.front(), diagnostics)) continue;
    if (merge_obstacle(*whole, *part)) {
      diagnostics.report(rules::cohort_too_many_members, std::nullopt, path, max_cohort_members);
      continue;
    }
    whole = merged(*whole, *part);
  }
  return diagnostics.has_errors() ? std::nullopt : std::move(whole);
}

}  // namespace

ExitCode run(const CohortMergeOptions& options, Env& env) {
  Diagnostics diagnostics;
  std::optional<Cohort> whole;
  if (are_different(options.paths, env, diagnostics)) {
    whole = merge_files(options.paths, env, diagnostics);
  }
  if (whole) {
    const std::string bytes = render::cohort_json(*whole);
    if (options.output == "-") {
      env.out.write(bytes);
    } else {
      env.files.write(options.output, bytes, diagnostics);
    }
  }
  say(diagnostics, options.common, env);
  return diagnostics.has_errors() ? ExitCode::cannot : ExitCode::yes;
}

ExitCode run(const CohortShowOptions& options, Env& env) {
  Diagnostics diagnostics;
  const auto cohort = load_cohort(options.path, env, diagnostics);
  say(diagnostics, options.common, env);
  if (!cohort) return ExitCode::cannot;
  render::Context context = context_for(options.common, env);
  switch (options.format) {
    case CohortFormat::text:
      env.out.write(render::cohort_text(*cohort, context));
      break;
    case CohortFormat::json:
      env.out.write(render::cohort_json(*cohort));
      break;
    case CohortFormat::markdown:
      // A document: the same bytes on every machine.
      context.language = options.common.language.value_or(Language::en);
      env.out.write(render::cohort_markdown(*cohort, context));
      break;
  }
  return ExitCode::yes;
}

}  // namespace assess::cmd
