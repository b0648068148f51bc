// Findings as commands that GitHub Actions makes annotations of. It shows ten of each sort, so the
// gravest stand first; the text names the place again, since the log leaves the properties out.
#include <assess/base/utf8.hpp>
#include <assess/render/fingerprint.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace assess::render {
namespace {

constexpr std::array gravest_first{Severity::error, Severity::warning, Severity::info};

std::string_view command_of(Severity severity) {
  return severity == Severity::info ? "notice" : severity_name(severity);
}

// Text behind the `::`; line breaks in it are ours.
std::string escaped_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\n') {
      out += "%0A";
    } else {
      out += c;
    }
  }
  return out;
}

// A value in front of the `::`. A path must stay the path that it is: nothing but characters that
// no reader could see is written as an escape.
std::string escaped_property(std::string_view value) {
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t start = at;
    next_code_point(value, at);
    const std::string_view one = value.substr(start, at - start);
    constexpr std::string_view signs = "%\r\n:,";
    if (one.size() == 1 && signs.find(one[0]) != std::string_view::npos) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(one[0]));
    } else {
      out += safe_to_show(one);
    }
  }
  return out;
}

std::string where(const Place& place) {
  return fmt::format("{}:{}:{}: ", safe_to_show(place.path), place.begin.line, place.begin.column);
}

// Columns are not taken for places of several lines.
std::string properties(const Finding& finding, const RunFile* owner, const Context& context) {
  std::string out = "title=" + escaped_property("assess " + finding.rule);
  const auto path = repository_path(path_of(finding, owner), context);
  if (!path) return out;
  out += ",file=" + escaped_property(*path);
  if (!finding.place) return out;
  const auto& [begin, end] = std::pair(finding.place->begin, finding.place->end);
  if (begin.line != end.line) return out + fmt::format(",line={},endLine={}", begin.line, end.line);
  return out + fmt::format(",line={},col={},endLine={},endColumn={}", begin.line, begin.column,
                           end.line, end.column);
}

std::string text_of(const Finding& finding, Language language) {
  std::string out = finding.place ? where(*finding.place) : "assess: ";
  out += fmt::format("{} [{}]", safe_to_show(finding.message.in(language)), finding.rule);
  for (const Finding::Note& note : finding.notes) {
    out += "\n" + where(note.place) + safe_to_show(note.text.in(language));
  }
  const std::string& help = finding.help.in(language);
  if (!help.empty()) {
    out.append("\n").append(Words{"帮助：", "help: "}.in(language)).append(safe_to_show(help));
  }
  return out;
}

}  // namespace

std::string findings_github(const Run& run, const Context& context) {
  const auto files = owners(run);
  std::string out;
  for (const Severity severity : gravest_first) {
    if (severity < context.min_severity) continue;
    for (std::size_t i = 0; i < run.findings.size(); ++i) {
      const Finding& finding = run.findings[i];
      if (finding.severity != severity || finding.suppressed) continue;
      out +=
          fmt::format("::{} {}::{}\n", command_of(severity), properties(finding, files[i], context),
                      escaped_text(text_of(finding, context.language)));
    }
  }
  if (context.summary) out += findings_summary(run, context.language);
  return out;
}

}  // namespace assess::render
