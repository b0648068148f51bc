// Findings as people read them: the form that GCC prints, so that editors and CI know it already.
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/render/render.hpp>
#include <assess/render/style.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace assess::render {
namespace {

Style severity_style(Severity severity) {
  switch (severity) {
    case Severity::info:
      return Style::faint;
    case Severity::warning:
      return Style::warning;
    case Severity::error:
      return Style::bad;
  }
  return Style::bold;
}

std::string head_line(const std::optional<Place>& place, std::string_view severity, Style style,
                      std::string_view message, std::string_view rule, const Context& context) {
  const bool colour = context.colour;
  std::string out;
  if (place) {
    const std::string where = styled(
        fmt::format("{}:{}:{}:", safe_to_show(place->path), place->begin.line, place->begin.column),
        Style::bold, colour);
    // Where colour is off, links are off too.
    const bool is_link = colour && !context.link_base.empty();
    out += is_link ? linked(where, place->path, context.link_base) : where;
  } else {
    out += styled("assess:", Style::bold, colour);
  }
  out += " " + styled(fmt::format("{}:", severity), style, colour) + " " + safe_to_show(message);
  if (!rule.empty()) out += fmt::format(" [{}]", rule);
  return out + "\n";
}

// The line of the place and a caret under it. Escapes and wide characters are counted as they are
// drawn, so that the caret stands where the fault is.
std::string excerpt(const Place& place, bool colour) {
  const int before_caret = place.begin.column - place.excerpt_column;
  const int length = place.end.line == place.begin.line
                         ? std::max(1, place.end.column - place.begin.column)
                         : 1'000'000;
  std::string line;
  int caret_column = 0;
  int caret_width = 0;
  int index = 0;
  for (std::size_t at = 0; at < place.excerpt.size(); ++index) {
    const std::size_t start = at;
    next_code_point(place.excerpt, at);
    const std::string shown =
        safe_to_show(std::string_view(place.excerpt).substr(start, at - start));
    const int width = display_width(shown);
    if (index < before_caret) caret_column += width;
    if (index >= before_caret && index < before_caret + length) caret_width += width;
    line += shown;
  }
  const std::string number = std::to_string(place.begin.line);
  const std::string gutter(number.size(), ' ');
  std::string caret(static_cast<std::size_t>(caret_column), ' ');
  caret += styled("^" + std::string(static_cast<std::size_t>(std::max(1, caret_width) - 1), '~'),
                  Style::good, colour);
  if (line.empty()) return {};
  return fmt::format("{0} |\n{1} | {2}\n{0} | {3}\n", gutter, number, line, caret);
}

std::string show_finding(const Finding& finding, const Context& context) {
  std::string out =
      head_line(finding.place, severity_name(finding.severity), severity_style(finding.severity),
                finding.message.in(context.language), finding.rule, context);
  if (finding.place) out += excerpt(*finding.place, context.colour);
  for (const Finding::Note& note : finding.notes) {
    out += head_line(note.place, "note", Style::faint, note.text.in(context.language), {}, context);
    out += excerpt(note.place, context.colour);
  }
  const std::string gutter(finding.place ? std::to_string(finding.place->begin.line).size() + 1 : 2,
                           ' ');
  const std::string& help = finding.help.in(context.language);
  if (!help.empty()) {
    const Words label{"帮助：", "help: "};
    out += fmt::format("{}= {}{}\n", gutter, label.in(context.language), safe_to_show(help));
  }
  if (finding.suppressed) {
    out += fmt::format("{}= {}\n", gutter, ignored_because(*finding.suppressed, context.language));
  }
  return out;
}

std::string counted(int number, std::string_view zh, std::string_view one, std::string_view many,
                    Language language) {
  if (language == Language::zh) return fmt::format("{} {}", number, zh);
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

// What nobody needs to act on weighs nothing.
int gravity(const Finding& finding) {
  return finding.suppressed ? 0 : static_cast<int>(finding.severity);
}

bool is_shown(const Finding& finding, const Context& context) {
  if (finding.suppressed && !context.show_suppressed) return false;
  return finding.severity >= context.min_severity;
}

// Faults of a command line and missed gates are few and each was asked for: none is left out.
bool may_be_folded(const Finding& finding) {
  return finding.place && finding.rule != rules::gate_missed.id;
}

}  // namespace

std::string ignored_because(const std::string& reason, Language language) {
  std::string out(Words{"已忽略", "ignored"}.in(language));
  if (reason.empty()) return out;
  out += Words{"：", ": "}.in(language);
  return out + safe_to_show(reason);
}

std::string findings_summary(const Run& run, Language language) {
  const FindingCount counts = count(run.findings);
  const auto files = static_cast<int>(run.files.size());
  std::string out = counted(counts.errors, "个错误", "error", "errors", language);
  out += Words{"，", ", "}.in(language);
  out += counted(counts.warnings, "个警告", "warning", "warnings", language);
  if (counts.suppressed > 0) {
    out += Words{"，", ", "}.in(language);
    out += counted(counts.suppressed, "个已忽略", "suppressed", "suppressed", language);
  }
  out += Words{"，检查了 ", " in "}.in(language);
  out += counted(files, "个文件", "file", "files", language);
  if (run.skipped > 0) {
    out += Words{"，跳过 ", ", skipped "}.in(language);
    out += counted(run.skipped, "个其他文件", "other file", "other files", language);
  }
  const auto worst_finding =
      std::max_element(run.findings.begin(), run.findings.end(),
                       [](const Finding& a, const Finding& b) { return gravity(a) < gravity(b); });
  if (worst_finding != run.findings.end() && gravity(*worst_finding) > 0) {
    out += Words{"。详细说明：assess explain ", ". More: assess explain "}.in(language);
    out += worst_finding->rule;
  }
  return out + "\n";
}

std::string show_findings(const std::vector<Finding>& findings, const Context& context) {
  std::string out;
  std::map<std::pair<std::string, std::string>, int> seen;  // by path and rule
  for (const Finding& finding : findings) {
    if (!is_shown(finding, context)) continue;
    const bool is_folded = context.fold_after > 0 && may_be_folded(finding) &&
                           ++seen[{finding.place->path, finding.rule}] > context.fold_after;
    if (!is_folded) out += show_finding(finding, context);
  }
  if (context.fold_after == 0) return out;
  for (const auto& [key, number] : seen) {
    if (number <= context.fold_after) continue;
    const int hidden = number - context.fold_after;
    const std::string where = safe_to_show(key.first);
    out += context.language == Language::zh
               ? fmt::format("{}: 另有 {} 处 {} 未显示（`assess validate --all` 显示全部）\n",
                             where, hidden, key.second)
               : fmt::format("{}: and {} more {} (`assess validate --all` shows them)\n", where,
                             hidden, key.second);
  }
  return out;
}

std::string finding_line(const Finding& finding, Language language) {
  std::string line = head_line(finding.place, severity_name(finding.severity), {},
                               finding.message.in(language), finding.rule, {});
  line.pop_back();
  return line;
}

std::string findings_text(const Run& run, const Context& context) {
  std::string out = show_findings(run.findings, context);
  if (context.summary) out += findings_summary(run, context.language);
  return out;
}

std::string findings_oneline(const Run& run, const Context& context) {
  std::string out;
  for (const Finding& finding : run.findings) {
    if (!is_shown(finding, context)) continue;
    out +=
        head_line(finding.place, severity_name(finding.severity), severity_style(finding.severity),
                  finding.message.in(context.language), finding.rule, context);
    if (finding.suppressed) {
      out.pop_back();
      out += fmt::format(" ({})\n", ignored_because(*finding.suppressed, context.language));
    }
  }
  return out;
}

}  // namespace assess::render
