#include <assess/diag/diagnostic.hpp>

namespace assess {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return {};
}

std::optional<Severity> parse_severity(std::string_view name) {
  for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
    if (name == severity_name(severity)) return severity;
  }
  return std::nullopt;
}

Diagnostic& Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) has_errors_ = true;
  kept_.push_back(std::move(diagnostic));
  return kept_.back();
}

void Diagnostics::add_all(const Diagnostics& others) {
  for (const Diagnostic& other : others.kept_) {
    if (kept_.size() < max_kept) {
      add(other);
    } else {
      drop(other.severity);
    }
  }
  dropped_ += others.dropped_;
  has_errors_ = has_errors_ || others.has_errors_;
}

Diagnostic& Diagnostics::drop(Severity severity) {
  if (severity == Severity::error) has_errors_ = true;
  ++dropped_;
  overflow_ = {};  // whoever reported may write to it
  return overflow_;
}

}  // namespace assess
