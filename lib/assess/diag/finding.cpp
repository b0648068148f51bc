#include <assess/base/utf8.hpp>
#include <assess/diag/finding.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <tuple>

namespace assess {
namespace {

constexpr std::size_t longest_excerpt = 400;  // bytes
constexpr int context_before = 60;            // characters

// Cuts a very long line to a window that begins shortly before the place.
void cut_excerpt(Place& place, std::string_view line, std::size_t at_byte) {
  if (line.size() <= longest_excerpt) {
    place.excerpt = line;
    return;
  }
  std::size_t start = std::min(at_byte, line.size());
  int stepped = 0;
  while (start > 0 && stepped < context_before) {
    --start;
    const bool is_continuation = (static_cast<unsigned char>(line[start]) & 0xC0U) == 0x80U;
    if (!is_continuation) ++stepped;
  }
  std::size_t end = start;
  while (end < line.size() && end - start < longest_excerpt) next_code_point(line, end);
  place.excerpt = line.substr(start, end - start);
  place.excerpt_column = place.begin.column - stepped;
}

Place resolve_place(const SourceMap& sources, const Span& span) {
  const Position begin = sources.position(span.source, span.begin);
  Place place{.path = sources.path(span.source),
              .begin = begin,
              .end = sources.position(span.source, std::max(span.begin, span.end)),
              .excerpt = {}};
  const std::string_view line = sources.line(span.source, begin.line);
  const auto line_start = static_cast<std::size_t>(line.data() - sources.text(span.source).data());
  const bool is_in_line = !line.empty() && span.begin > line_start;  // not in a byte order mark
  cut_excerpt(place, line, is_in_line ? span.begin - line_start : 0);
  return place;
}

auto order_key(const Finding& finding) {
  const bool has_place = finding.place.has_value();
  return std::tuple(has_place ? finding.place->path : std::string(),
                    has_place ? finding.place->begin : Position{0, 0},
                    std::string_view(finding.rule), std::string_view(finding.message.en));
}

bool same(const Finding& a, const Finding& b) {
  return order_key(a) == order_key(b) && a.message == b.message;
}

}  // namespace

std::vector<Finding> resolve(const SourceMap& sources, const Diagnostics& diagnostics) {
  std::vector<Finding> findings;
  findings.reserve(diagnostics.all().size());
  // In the order of their places: working out positions is then linear in the text.
  std::vector<const Diagnostic*> by_place;
  for (const Diagnostic& diagnostic : diagnostics.all()) by_place.push_back(&diagnostic);
  std::stable_sort(by_place.begin(), by_place.end(),
                   [](const Diagnostic* a, const Diagnostic* b) { return a->where < b->where; });
  for (const Diagnostic* reported : by_place) {
    const Diagnostic& diagnostic = *reported;
    Finding finding{.rule = std::string(diagnostic.rule),
                    .severity = diagnostic.severity,
                    .message = diagnostic.message,
                    .place = {},
                    .notes = {},
                    .help = diagnostic.help,
                    .suppressed = diagnostic.suppressed};
    if (diagnostic.where) finding.place = resolve_place(sources, *diagnostic.where);
    for (const Label& label : diagnostic.labels) {
      finding.notes.push_back({resolve_place(sources, label.span), label.text});
    }
    findings.push_back(std::move(finding));
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return order_key(a) < order_key(b); });
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
  if (diagnostics.dropped() > 0) {
    Diagnostics extra;
    extra.report(rules::too_many_faults, std::nullopt, Diagnostics::max_kept,
                 diagnostics.dropped());
    for (Finding& finding : resolve(sources, extra)) findings.push_back(std::move(finding));
  }
  return findings;
}

bool is_unread(const Finding& finding) {
  return finding.rule == rules::cannot_read.id || finding.rule == rules::not_a_file.id;
}

bool has_errors(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == Severity::error && !finding.suppressed;
  });
}

FindingCount count(std::span<const Finding> findings) {
  FindingCount out;
  for (const Finding& finding : findings) {
    if (finding.suppressed) {
      ++out.suppressed;
      continue;
    }
    switch (finding.severity) {
      case Severity::info:
        ++out.infos;
        break;
      case Severity::warning:
        ++out.warnings;
        break;
      case Severity::error:
        ++out.errors;
        break;
    }
  }
  return out;
}

}  // namespace assess
