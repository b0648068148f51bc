// Faults: the one channel for whatever a user can cause or meet. A reader is given a sink, reports
// and goes on. Every fault has a rule; every rule has a page in docs/rules.md.
#pragma once

#include <assess/base/language.hpp>
#include <assess/diag/source.hpp>

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace assess {

enum class Severity { info, warning, error };

// `info`, `warning`, `error`: the words of machine formats, never translated.
std::string_view severity_name(Severity severity);
std::optional<Severity> parse_severity(std::string_view name);

struct RuleInfo {
  std::string_view id;  // `module/fault`, never reused
  Severity severity = Severity::error;
  Words summary;  // one line: what is wrong
  Words help;     // what to do about it; a report may say something nearer
};

// What a message argument of type T becomes when the message is written in one language.
template <typename T>
struct Shown {
  using type = T;
  static const T& in(const T& value, Language) { return value; }
};
template <>
struct Shown<Text> {
  using type = std::string;
  static const std::string& in(const Text& value, Language language) { return value.in(language); }
};

// A rule and its message in both languages. The placeholders of both are checked against the types
// of the arguments when the rule is compiled, the arguments where it is reported.
template <typename... Args>
struct Rule : RuleInfo {
  fmt::format_string<const typename Shown<Args>::type&...> zh;
  fmt::format_string<const typename Shown<Args>::type&...> en;
};

// A further place that belongs to a fault, with its own words.
struct Label {
  Span span;
  Text text;
};

struct Diagnostic {
  std::string_view rule;  // id of the rule; rules live as long as the program
  Severity severity = Severity::error;
  Text message;
  std::optional<Span> where;  // absent when the fault has no place in a file
  std::vector<Label> labels;
  Text help;  // or empty
  // The reason for which a comment in the file ignores it, perhaps an empty one; see ignores.hpp.
  std::optional<std::string> suppressed{};
};

// The sink. Keeps the first `max_kept` reports; beyond that only the count and whether there was an
// error, so that no file can make us use memory without end.
class Diagnostics {
 public:
  static constexpr std::size_t max_kept = 10'000;

  template <typename... Args>
  Diagnostic& report(const Rule<Args...>& rule, std::optional<Span> where,
                     const std::type_identity_t<Args>&... args) {
    if (kept_.size() >= max_kept) return drop(rule.severity);
    return add({.rule = rule.id,
                .severity = rule.severity,
                .message = {fmt::format(rule.zh, Shown<Args>::in(args, Language::zh)...),
                            fmt::format(rule.en, Shown<Args>::in(args, Language::en)...)},
                .where = where,
                .labels = {},
                .help = rule.help.text()});
  }

  bool has_errors() const { return has_errors_; }

  // Whether it is still worth looking among so many names for the one that was meant: a person
  // reads the first hundred faults, and a hostile file has millions.
  bool wants_suggestions(std::size_t names = 1) const {
    return kept_.size() <= 100 && kept_.size() * names <= 100'000;
  }

  const std::vector<Diagnostic>& all() const { return kept_; }

  // Lets `change` see each report that was kept. Whether there was an error stays what it was.
  template <typename Change>
  void amend(Change change) {
    for (Diagnostic& diagnostic : kept_) change(diagnostic);
  }

  // Takes over what was reported elsewhere.
  void add_all(const Diagnostics& others);

  std::size_t dropped() const { return dropped_; }

 private:
  Diagnostic& add(Diagnostic diagnostic);
  Diagnostic& drop(Severity severity);

  std::vector<Diagnostic> kept_;
  Diagnostic overflow_;
  std::size_t dropped_ = 0;
  bool has_errors_ = false;
};

}  // namespace assess
