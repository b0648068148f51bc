#include "cli_values.hpp"

#include <assess/base/date.hpp>
#include <assess/base/nearest.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <charconv>

namespace assess::cmd {
namespace {

Diagnostic& report_bad(std::string_view option, Text expected, const std::string& seen,
                       Diagnostics& diagnostics) {
  return diagnostics.report(rules::cli_bad_value, std::nullopt, std::string(option),
                            std::move(expected), seen);
}

void suggest(Diagnostic& fault, const std::string& word, const std::vector<std::string>& known) {
  if (const auto near = nearest(word, known)) {
    fault.help = {"是否想写 `" + *near + "`？", "did you mean `" + *near + "`?"};
  }
}

std::optional<std::int64_t> whole_number(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// `last` is the word that the option takes beside the severities.
std::optional<Severity> severity_or_report(std::string_view option, const std::string& word,
                                           Diagnostics& diagnostics, const std::string& last = "") {
  const auto severity = parse_severity(word);
  if (!severity) {
    const Text expected =
        last.empty() ? Text{"error、warning 或 info", "error, warning or info"}
                     : Text{"error、warning、info 或 " + last, "error, warning, info or " + last};
    suggest(report_bad(option, expected, word, diagnostics), word,
            {"error", "warning", "info", last});
  }
  return severity;
}

// Of a format, a row of one of the tables of render.hpp.
template <typename Row>
const Row* find_format(std::span<const Row> formats, std::string_view name) {
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const Row& row) { return row.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

template <typename Row>
void report_bad_format(std::string_view option, const std::string& seen,
                       std::span<const Row> formats, Diagnostics& diagnostics) {
  std::string names;
  std::vector<std::string> known;
  for (const Row& format : formats) {
    known.emplace_back(format.name);
    names += (names.empty() ? "" : ", ") + known.back();
  }
  suggest(report_bad(option, {"格式之一（" + names + "）", "one of the formats " + names}, seen,
                     diagnostics),
          seen, known);
}

// `FORMAT:PATH`, or `PATH` with an ending that tells the format. nullopt after a report; the format
// is left empty when neither tells it.
template <typename Row>
std::optional<OutputTarget> split_target(const std::string& word, std::span<const Row> formats,
                                         Diagnostics& diagnostics) {
  if (const auto colon = word.find(':'); colon != std::string::npos) {
    if (const auto* format = find_format(formats, word.substr(0, colon))) {
      const std::string path = word.substr(colon + 1);
      if (!path.empty()) return OutputTarget{std::string(format->name), path, {}};
      report_bad("--output", {"`格式:路径`", "`FORMAT:PATH`"}, word, diagnostics);
      return std::nullopt;
    }
  }
  for (const Row& format : formats) {
    if (format.ending.empty()) continue;
    if (word.ends_with(format.ending)) return OutputTarget{std::string(format.name), word, {}};
  }
  return OutputTarget{{}, word, {}};
}

// As above; `,min=LEVEL` may follow.
template <typename Row>
std::optional<OutputTarget> read_target(std::string word, std::span<const Row> formats,
                                        Diagnostics& diagnostics) {
  std::optional<Severity> min_severity;
  constexpr std::string_view filter = ",min=";
  if (const auto at = word.rfind(filter); at != std::string::npos) {
    min_severity = severity_or_report("--output", word.substr(at + filter.size()), diagnostics);
    word.resize(at);
  }
  auto target = split_target(word, formats, diagnostics);
  if (!target) return std::nullopt;
  if (target->format.empty()) {
    report_bad_format("--output", word, formats, diagnostics);
    return std::nullopt;
  }
  target->min_severity = min_severity;
  return target;
}

void check_one_stdout(const std::vector<OutputTarget>& targets, bool format_takes_it,
                      Diagnostics& diagnostics) {
  const auto to_stdout = std::count_if(targets.begin(), targets.end(),
                                       [](const OutputTarget& t) { return t.path == "-"; });
  if (to_stdout > 1 || (to_stdout == 1 && format_takes_it)) {
    diagnostics.report(rules::cli_usage, std::nullopt,
                       Text{"标准输出只能写一个文档", "standard output takes one document only"});
  }
}

}  // namespace

template <typename Row>
std::vector<OutputTarget> read_targets(const GivenWords& words, std::span<const Row> formats,
                                       Diagnostics& diagnostics) {
  std::vector<OutputTarget> targets;
  for (const std::string& word : words.outputs) {
    if (auto target = read_target(word, formats, diagnostics)) targets.push_back(*target);
  }
  check_one_stdout(targets, !words.format.empty(), diagnostics);
  const bool has_stdout = std::any_of(targets.begin(), targets.end(),
                                      [](const OutputTarget& t) { return t.path == "-"; });
  if (!has_stdout) {
    const std::string name = words.format.empty() ? std::string(formats[0].name) : words.format;
    if (find_format(formats, name) == nullptr) {
      report_bad_format("--format", name, formats, diagnostics);
    }
    targets.insert(targets.begin(), {.format = name, .path = "-"});
  }
  return targets;
}

template std::vector<OutputTarget> read_targets(const GivenWords&, std::span<const render::Format>,
                                                Diagnostics&);
template std::vector<OutputTarget> read_targets(const GivenWords&,
                                                std::span<const render::BatchFormat>, Diagnostics&);

std::vector<OutputTarget> read_report_targets(const GivenWords& words, Diagnostics& diagnostics) {
  const auto formats = render::document_formats();
  const std::string fallback =
      words.format.empty() ? std::string(formats.front().name) : words.format;
  if (find_format(formats, fallback) == nullptr) {
    report_bad_format("--format", fallback, formats, diagnostics);
  }
  if (words.outputs.empty()) return {{fallback, {}, {}}};
  std::vector<OutputTarget> targets;
  for (const std::string& word : words.outputs) {
    auto target = split_target(word, formats, diagnostics);
    if (!target) continue;
    const bool names_format = target->path != word;
    const bool tells_nothing = file_name(word).find('.') == std::string::npos;
    if (!names_format && (!words.format.empty() || tells_nothing)) target->format = fallback;
    if (target->format.empty()) {
      report_bad_format("--output", word, formats, diagnostics);
    } else {
      targets.push_back(*std::move(target));
    }
  }
  check_one_stdout(targets, false, diagnostics);
  return targets;
}

std::vector<report::Cover::Approval> read_approvals(const GivenWords& words,
                                                    Diagnostics& diagnostics) {
  std::vector<report::Cover::Approval> approvals;
  constexpr std::size_t most = 8;
  for (const std::string& word : words.approvals) {
    const auto sign = word.find('=');
    const std::string name = sign == std::string::npos ? std::string() : word.substr(sign + 1);
    if (word.empty() || sign == 0 || approvals.size() == most) {
      report_bad("--approval",
                 {"`职责` 或 `职责=姓名`，最多 8 个", "`ROLE` or `ROLE=NAME`, at most 8"}, word,
                 diagnostics);
      break;
    }
    approvals.push_back({word.substr(0, sign), name});
  }
  return approvals;
}

FindingOptions read_finding_options(const GivenWords& words, Diagnostics& diagnostics) {
  FindingOptions out;
  out.fold = !words.all;
  out.show_suppressed = words.show_suppressed;
  if (!words.min_severity.empty()) {
    out.min_severity = severity_or_report("--min-severity", words.min_severity, diagnostics)
                           .value_or(Severity::info);
  }
  if (words.strict) out.fail_level = Severity::warning;
  if (words.fail_level == "never") {
    out.fail_level.reset();
  } else if (!words.fail_level.empty()) {
    out.fail_level = severity_or_report("--fail-level", words.fail_level, diagnostics, "never");
  }
  if (words.exit_zero) out.fail_level.reset();
  for (const std::string& word : words.severities) {
    const auto sign = word.find('=');
    const std::string rule = word.substr(0, sign);
    const std::string level = sign == std::string::npos ? "" : word.substr(sign + 1);
    if (rules::find(rule) == nullptr) {
      std::vector<std::string> known;
      for (const RuleInfo* info : rules::all) known.emplace_back(info->id);
      suggest(report_bad("--severity",
                         {"规则名（`assess explain --all` 列出全部）",
                          "the name of a rule (`assess explain --all` lists them)"},
                         rule, diagnostics),
              rule, known);
    } else if (level == "off") {
      out.severities.emplace_back(rule, std::nullopt);
    } else if (const auto severity = severity_or_report("--severity", level, diagnostics, "off")) {
      out.severities.emplace_back(rule, severity);
    }
  }
  return out;
}

Gates read_gates(const GivenWords& words, Diagnostics& diagnostics) {
  Gates gates;
  const Text number{"数值（如 1.8、80%、4/5）", "a number such as 1.8, 80% or 4/5"};
  if (!words.min_level.empty()) {
    const auto level = whole_number(words.min_level);
    if (level && *level >= 0 && *level <= 1000) {
      gates.min_level = static_cast<int>(*level);
    } else {
      report_bad("--min-level", {"等级编号", "the number of a level"}, words.min_level,
                 diagnostics);
    }
  }
  if (!words.min_total.empty()) {
    gates.min_total = Fraction::parse(words.min_total);
    if (!gates.min_total) report_bad("--min-total", number, words.min_total, diagnostics);
  }
  for (const std::string& word : words.min_areas) {
    const auto sign = word.rfind('=');
    const auto minimum = sign == std::string::npos
                             ? std::nullopt
                             : Fraction::parse(std::string_view(word).substr(sign + 1));
    if (sign == 0 || !minimum) {
      report_bad("--min",
                 {"`能力项=数值`，如 `security=0.8`", "`AREA=NUMBER`, such as `security=0.8`"},
                 word, diagnostics);
    } else {
      gates.min_areas.push_back({word.substr(0, sign), *minimum});
    }
  }
  gates.require_complete = words.require_complete;
  return gates;
}

int read_jobs(const GivenWords& words, Diagnostics& diagnostics) {
  if (words.jobs.empty()) return 1;
  const auto jobs = whole_number(words.jobs);
  if (jobs && *jobs >= 1 && *jobs <= 256) return static_cast<int>(*jobs);
  report_bad("--jobs", {"1 到 256 的整数", "a whole number from 1 to 256"}, words.jobs,
             diagnostics);
  return 1;
}

namespace {

// The first second of the day; nullopt after a report.
std::optional<std::int64_t> day_or_report(std::string_view option, const std::string& date,
                                          Diagnostics& diagnostics) {
  const auto seconds = parse_iso_date(date);
  if (!seconds) {
    report_bad(option, {"日期（如 2026-11-22）", "a date such as 2026-11-22"}, date, diagnostics);
  }
  return seconds;
}

// Nullopt when it is not set, and after a report.
std::optional<std::int64_t> source_date_epoch(const Env& env, Diagnostics& diagnostics) {
  const std::string epoch = env.variable("SOURCE_DATE_EPOCH");
  if (epoch.empty()) return std::nullopt;
  const auto seconds = whole_number(epoch);
  constexpr std::int64_t end_of_year_9999 = 253'402'300'799;
  if (!seconds || *seconds < 0 || *seconds > end_of_year_9999) {
    report_bad("SOURCE_DATE_EPOCH", {"自 1970 年起的秒数", "seconds since 1970"}, epoch,
               diagnostics);
    return std::nullopt;
  }
  return seconds;
}

}  // namespace

CohortFormat read_cohort_format(const GivenWords& words, Diagnostics& diagnostics) {
  if (words.format == "json") return CohortFormat::json;
  if (words.format == "markdown") return CohortFormat::markdown;
  if (!words.format.empty() && words.format != "text") {
    diagnostics.report(rules::cli_bad_value, std::nullopt, "--format",
                       Text{"text、json 或 markdown", "text, json or markdown"}, words.format);
  }
  return CohortFormat::text;
}

std::optional<std::int64_t> read_date(const GivenWords& words, const Env& env,
                                      Diagnostics& diagnostics) {
  if (!words.date.empty()) return day_or_report("--date", words.date, diagnostics);
  return source_date_epoch(env, diagnostics);
}

render::Shard read_shard(const GivenWords& words, Diagnostics& diagnostics) {
  if (words.shard.empty()) return {};
  const auto slash = words.shard.find('/');
  const auto index = whole_number(words.shard.substr(0, slash));
  const auto count =
      slash == std::string::npos ? std::nullopt : whole_number(words.shard.substr(slash + 1));
  constexpr std::int64_t most = 1'000'000;
  if (index && count && *index >= 1 && *count <= most && *index <= *count) {
    return {static_cast<std::size_t>(*index), static_cast<std::size_t>(*count)};
  }
  report_bad("--shard", {"`I/N`，如 1/4", "`I/N`, such as 1/4"}, words.shard, diagnostics);
  return {};
}

std::size_t read_max_below(const GivenWords& words, Diagnostics& diagnostics) {
  if (words.max_below.empty()) return 0;
  const auto number = whole_number(words.max_below);
  if (number && *number >= 0) return static_cast<std::size_t>(*number);
  report_bad("--max-below", {"不小于 0 的整数", "a whole number, 0 or more"}, words.max_below,
             diagnostics);
  return 0;
}

Severity read_min_severity(const GivenWords& words, Severity absent, Diagnostics& diagnostics) {
  if (words.min_severity.empty()) return absent;
  return severity_or_report("--min-severity", words.min_severity, diagnostics).value_or(absent);
}

std::string read_today(const GivenWords& words, const Env& env, Diagnostics& diagnostics) {
  return iso_date(read_date(words, env, diagnostics).value_or(env.now));
}

std::string read_as_of(const GivenWords& words, const Env& env, Diagnostics& diagnostics) {
  if (words.as_of.empty()) return iso_date(source_date_epoch(env, diagnostics).value_or(env.now));
  day_or_report("--as-of", words.as_of, diagnostics);
  return words.as_of;
}

int read_level(const GivenWords& words, Diagnostics& diagnostics) {
  if (words.level.empty()) return 1;
  if (words.level == "all") return 0;
  const auto level = whole_number(words.level);
  if (level && *level >= 1 && *level <= 1000) return static_cast<int>(*level);
  report_bad("--level", {"等级编号或 all", "the number of a level, or all"}, words.level,
             diagnostics);
  return 1;
}

namespace {

// The first language we speak of those that the environment names; LANGUAGE may name several.
std::optional<Language> environment_language(const Env& env) {
  for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = env.variable(name);
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t end = std::min(value.find(':', at), value.size());
      if (const auto language = parse_language(value.substr(at, end - at))) return language;
      at = end + 1;
    }
  }
  return std::nullopt;
}

}  // namespace

void read_languages(const std::optional<std::string>& argument, const Env& env,
                    CommonOptions& common, Diagnostics& diagnostics) {
  if (const auto language = environment_language(env)) common.spoken = *language;
  const bool is_option = argument.has_value();
  const std::string chosen = is_option ? *argument : env.variable("ASSESS_LANG");
  if (chosen.empty() && !is_option) return;
  common.language = parse_language(chosen);
  if (common.language) {
    common.spoken = *common.language;
  } else {
    report_bad(is_option ? "--lang" : "ASSESS_LANG", {"zh 或 en", "zh or en"}, chosen, diagnostics);
  }
}

}  // namespace assess::cmd
