#include "output.hpp"

#include "repository.hpp"
#include "rule_pages.hpp"
#include <assess/base/utf8.hpp>

#include <algorithm>

namespace assess::cmd {
namespace {

bool wants_colour(const CommonOptions& common, const Env& env, bool is_terminal) {
  if (common.colour) return *common.colour;
  if (!env.variable("NO_COLOR").empty()) return false;
  for (const char* name : {"CLICOLOR_FORCE", "FORCE_COLOR"}) {
    const std::string value = env.variable(name);
    if (!value.empty() && value != "0") return true;
  }
  const std::string terminal = env.variable("TERM");
  if (terminal.empty() || terminal == "dumb") return false;
  return is_terminal;
}

// Machine formats follow only --lang and ASSESS_LANG, so that two machines write the same bytes.
Language language_of(const render::Format& format, const CommonOptions& common) {
  return format.is_machine ? common.language.value_or(Language::en) : common.spoken;
}

bool is_of(const OutputTarget& target, const render::Format& format) {
  return format.name == target.format;
}

// Asked of the disk once, and only for formats that show them.
std::map<std::string, std::string> paths_for(const std::vector<OutputTarget>& targets,
                                             std::span<const render::Format> formats,
                                             const Run& run, Env& env) {
  for (const OutputTarget& target : targets) {
    for (const render::Format& format : formats) {
      if (is_of(target, format) && format.knows_repository) return repository_paths(run, env);
    }
  }
  return {};
}

bool carries_findings(const std::vector<OutputTarget>& targets,
                      std::span<const render::Format> formats) {
  return std::any_of(targets.begin(), targets.end(), [&](const OutputTarget& target) {
    return target.path == "-" &&
           std::any_of(formats.begin(), formats.end(), [&](const render::Format& format) {
             return is_of(target, format) && format.carries_findings;
           });
  });
}

}  // namespace

render::Context context_for(const CommonOptions& common, const Env& env) {
  render::Context context;
  context.language = common.spoken;
  context.colour = wants_colour(common, env, env.out_is_terminal);
  context.width = env.width;
  context.summary = common.quiet == 0;
  const std::string links = env.variable("ASSESS_HYPERLINKS");
  const bool wants_links = links == "always" || (links == "auto" && env.out_is_terminal);
  if (wants_links) context.link_base = env.files.identity(".");
  return context;
}

render::Context context_for_errors(const CommonOptions& common, const Env& env) {
  render::Context context = context_for(common, env);
  context.colour = wants_colour(common, env, env.err_is_terminal);
  // Beside another product, faults are told in short.
  context.fold_after = 3;
  if (common.quiet > 0) context.min_severity = Severity::warning;
  return context;
}

void say(const std::vector<Finding>& findings, const CommonOptions& common, Env& env) {
  if (common.quiet > 1) return;
  env.err.write(render::show_findings(findings, context_for_errors(common, env)));
}

void say(const Diagnostics& diagnostics, const CommonOptions& common, Env& env) {
  say(resolve(SourceMap(), diagnostics), common, env);
}

void tell_choices(const std::vector<const LoadedBank*>& banks, const CommonOptions& common,
                  Env& env) {
  if (common.verbose == 0) return;
  const Words language{"语言：", "language: "};
  std::string out = "assess: ";
  out.append(language.in(common.spoken)).append(language_tag(common.spoken)).append("\n");
  if (!common.config.empty()) {
    out.append("assess: ").append(Words{"配置：", "settings: "}.in(common.spoken));
    out += common.config + "\n";
  }
  for (const LoadedBank* loaded : banks) {
    out.append("assess: ").append(Words{"题库：", "bank: "}.in(common.spoken));
    if (loaded->bank) out += loaded->bank->id.value + "@" + loaded->bank->version + " ";
    out += loaded->path + "\n";
  }
  env.err.write(safe_lines(out));
}

void tell_bank(const LoadedBank* loaded, const CommonOptions& common, Env& env) {
  if (loaded == nullptr) return;
  tell_choices({loaded}, common, env);
  if (loaded->has_errors()) say(loaded->findings, common, env);
}

ExitCode write_outputs(const Run& run, const std::vector<OutputTarget>& targets,
                       std::span<const render::Format> formats, const CommonOptions& common,
                       const FindingOptions& findings, Env& env) {
  ExitCode code = run.exit_code;
  if (!carries_findings(targets, formats) && common.quiet < 2) {
    render::Context context = context_for_errors(common, env);
    if (!findings.fold) context.fold_after = 0;
    context.min_severity = std::max(context.min_severity, findings.min_severity);
    context.show_suppressed = findings.show_suppressed;
    env.err.write(render::show_findings(run.findings, context));
  }
  const auto paths = paths_for(targets, formats, run, env);
  Diagnostics faults;
  for (const OutputTarget& target : targets) {
    const auto format = std::find_if(formats.begin(), formats.end(),
                                     [&](const render::Format& row) { return is_of(target, row); });
    render::Context context = context_for(common, env);
    const bool is_stdout = target.path == "-";
    context.language = language_of(*format, common);
    context.colour = context.colour && is_stdout && !format->is_machine;
    if (!findings.fold) context.fold_after = 0;
    context.min_severity = target.min_severity.value_or(findings.min_severity);
    context.page_of = page_of;
    if (format->knows_repository) context.repository_paths = paths;
    context.show_suppressed = findings.show_suppressed;
    const std::string bytes = format->render(run, context);
    if (is_stdout) {
      if (common.quiet < 2) env.out.write(bytes);
    } else if (!env.files.write(target.path, bytes, faults)) {
      code = ExitCode::cannot;
    }
  }
  say(faults, common, env);
  return code;
}

}  // namespace assess::cmd
