#include "cli_table.hpp"
#include "cli_words.hpp"
#include "cli_words_diagnosis.hpp"
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace assess::cmd {
namespace {

using G = GivenWords;

template <typename Row>
std::string names_of(std::span<const Row> formats) {
  std::string names;
  for (const Row& format : formats) {
    names += (names.empty() ? "" : ", ") + std::string(format.name);
  }
  return names;
}

std::vector<OptionRow> together(std::initializer_list<std::vector<OptionRow>> groups) {
  std::vector<OptionRow> out;
  for (const auto& group : groups) out.insert(out.end(), group.begin(), group.end());
  return out;
}

std::vector<OptionRow> input_rows(Words description) {
  return {{"PATH", "", description, &G::paths},
          {"--bank", "BANK", words::bank_option, &G::bank},
          {"--files-from", "FILE", words::files_from, &G::files_from},
          {"-0,--null", "", words::null_separated, &G::null_separated},
          {"--exclude", "GLOB", words::exclude, &G::exclude},
          {"--allow-empty", "", words::allow_empty, &G::allow_empty},
          {"--stdin-filename", "NAME", words::stdin_name, &G::stdin_name}};
}

std::vector<OptionRow> output_rows(std::span<const render::Format> formats) {
  return {{"-f,--format", "FORMAT", words::format, &G::format, names_of(formats)},
          {"-o,--output", "TARGET", words::output, &G::outputs},
          {"--min-severity", "LEVEL", words::min_severity, &G::min_severity},
          {"--all", "", words::all_findings, &G::all},
          {"--exit-zero", "", words::exit_zero, &G::exit_zero}};
}

const OptionRow jobs_option{"-j,--jobs", "N", words::jobs, &G::jobs};
const OptionRow plain_format{"-f,--format", "FORMAT", words::plain_format, &G::format};
const OptionRow bank_option{"--bank", "BANK", words::bank_option, &G::bank};
const OptionRow cohort_option{"--cohort", "FILE", words::place_in_cohort, &G::cohort};
const OptionRow date_option{"--date", "DATE", words::date, &G::date};

std::vector<OptionRow> gate_rows() {
  return {
      {"--min-level", "N", words::min_level, &G::min_level, {}, false, true},
      {"--min-total", "X", words::min_total, &G::min_total, {}, false, true},
      {"--min", "AREA=X", words::min_area, &G::min_areas, {}, false, true},
      {"--require-complete", "", words::require_complete, &G::require_complete, {}, false, true}};
}

std::vector<OptionRow> batch_rows() {
  return together(
      {input_rows(words::score_paths),
       {{"-f,--format", "FORMAT", words::format, &G::format, names_of(render::batch_formats())},
        {"-o,--output", "TARGET", words::output, &G::outputs},
        {"--min-severity", "LEVEL", words::min_severity, &G::min_severity},
        jobs_option,
        {"--shard", "I/N", words::shard, &G::shard},
        {"--resume", "FILE", words::resume, &G::resume},
        {"--bom", "", words::bom, &G::bom},
        {"--cohort", "FILE", words::write_cohort, &G::cohort},
        {"--last-valid", "", words::last_valid, &G::last_valid},
        {"--reports", "DIR", words::reports, &G::reports},
        date_option},
       gate_rows(),
       {{"--max-below", "N", words::max_below, &G::max_below, {}, false, true}}});
}

std::vector<OptionRow> finding_rows() {
  return {{"--fail-level", "LEVEL", words::fail_level, &G::fail_level},
          {"--strict", "", words::strict, &G::strict},
          {"--severity", "RULE=LEVEL", words::severity, &G::severities},
          {"--show-suppressed", "", words::show_suppressed, &G::show_suppressed},
          {"--watch", "", words::watch, &G::watch}};
}

std::vector<OptionRow> new_rows() {
  return {{"FILE", "", words::new_file, &G::file, {}, true},
          bank_option,
          {"--from", "FILE", words::new_from, &G::from},
          {"--name", "TEXT", words::enterprise_name, &G::name},
          {"--uscc", "CODE", words::enterprise_uscc, &G::uscc},
          {"--type", "TEXT", words::enterprise_type, &G::type},
          {"--industry", "CODE", words::enterprise_industry, &G::industry},
          {"--size", "TEXT", words::enterprise_size, &G::size},
          {"--revenue", "NUMBER", words::enterprise_revenue, &G::revenue},
          {"--variant", "ID", words::enterprise_variant, &G::variant},
          {"--tailor", "AREA", words::enterprise_tailored, &G::tailored},
          {"--level", "N", words::new_level, &G::level},
          {"--date", "DATE", words::new_date, &G::date},
          {"--no-schema", "", words::no_schema, &G::no_schema},
          {"--no-input", "", words::no_input, &G::no_input}};
}

std::vector<OptionRow> report_rows() {
  return {{"FILE", "", words::report_file, &G::file, {}, true},
          {"-f,--format", "FORMAT", words::report_format, &G::format,
           names_of(render::document_formats())},
          {"-o,--output", "TARGET", words::report_output, &G::outputs},
          bank_option,
          date_option,
          {"--mark", "TEXT", words::mark, &G::mark},
          {"--logo", "FILE", words::logo, &G::logo},
          {"--approval", "ROLE[=NAME]", words::approval, &G::approvals},
          {"--font", "FILE", words::font, &G::fonts},
          {"--history", "DIR", words::report_history, &G::history},
          cohort_option};
}

std::vector<OptionRow> history_rows() {
  return together(
      {input_rows(words::score_paths),
       {{"--as-of", "DATE", words::as_of, &G::as_of},
        {"-f,--format", "FORMAT", words::format, &G::format, names_of(render::history_formats())},
        {"-o,--output", "TARGET", words::output, &G::outputs}}});
}

// ---- from words to options ----

Command collect_score(Given& given) {
  return ScoreOptions{given.common,
                      inputs_of(given),
                      read_targets(given.words, render::score_formats(), given.faults),
                      read_finding_options(given.words, given.faults),
                      read_gates(given.words, given.faults),
                      given.words.exit_zero,
                      given.words.cohort};
}

// What went before stands in the NDJSON alone, so nothing else can go on with it.
std::vector<OutputTarget> batch_targets(Given& given) {
  const auto& words = given.words;
  if (words.resume.empty()) return read_targets(words, render::batch_formats(), given.faults);
  if (!words.outputs.empty() || !words.format.empty() || !words.cohort.empty()) {
    given.faults.report(
        rules::cli_usage, std::nullopt,
        Text{
            "`--resume` 只继续 NDJSON 输出，不能与 `-o`、`-f`、`--cohort` 同用；其他结果请从头运行",
            "`--resume` goes on with NDJSON alone, not with `-o`, `-f` or `--cohort`; run "
            "from the start for those"});
  }
  return {{.format = std::string(render::batch_formats().front().name), .path = words.resume}};
}

void check_last_valid(const BatchOptions& options, Diagnostics& faults) {
  if (!options.last_valid) return;
  if (options.cohort.empty()) {
    faults.report(rules::cli_usage, std::nullopt,
                  Text{"`--last-valid` 只决定哪些答卷计入统计，须与 `--cohort FILE` 同用",
                       "`--last-valid` says who is counted in a cohort: it needs `--cohort FILE`"});
  }
  if (options.shard.count == 1) return;
  faults
      .report(rules::cli_usage, std::nullopt,
              Text{"`--last-valid` 不能分片：一家企业的几份答卷可能落在不同的片里，"
                   "单看一片不知道哪一次是最后一次有效的",
                   "`--last-valid` does not work on shards: the diagnoses of an enterprise may be "
                   "in several, and none of them shows which one is the last valid one"})
      .help = {
      "请不加 `--shard`，对全部文件做一次 `batch --cohort FILE --last-valid`；"
      "评分记录仍可分片",
      "run `batch --cohort FILE --last-valid` once over all files, without `--shard`; "
      "the records can still be made in shards"};
}

Command collect_batch(Given& given) {
  BatchOptions options{given.common,
                       inputs_of(given),
                       batch_targets(given),
                       read_gates(given.words, given.faults),
                       read_max_below(given.words, given.faults),
                       read_shard(given.words, given.faults),
                       read_min_severity(given.words, Severity::error, given.faults),
                       given.words.bom,
                       given.words.reports,
                       read_date(given.words, given.env, given.faults),
                       given.words.cohort,
                       given.words.last_valid,
                       given.words.resume};
  check_last_valid(options, given.faults);
  return options;
}

Command collect_validate(Given& given) {
  return ValidateOptions{given.common, inputs_of(given),
                         read_targets(given.words, render::validate_formats(), given.faults),
                         read_finding_options(given.words, given.faults), given.words.watch};
}

Command collect_report(Given& given) {
  return ReportOptions{given.common,
                       inputs_of(given),
                       read_report_targets(given.words, given.faults),
                       given.words.fonts,
                       read_date(given.words, given.env, given.faults),
                       given.words.mark,
                       given.words.logo,
                       read_approvals(given.words, given.faults),
                       given.words.history,
                       given.words.cohort};
}

Command collect_history(Given& given) {
  return HistoryOptions{given.common, inputs_of(given),
                        read_targets(given.words, render::history_formats(), given.faults),
                        read_as_of(given.words, given.env, given.faults)};
}

Command collect_new(Given& given) {
  const GivenWords& words = given.words;
  const int level = read_level(words, given.faults);
  return NewOptions{given.common,
                    words.file,
                    banks_of(given),
                    words.from,
                    words.name,
                    words.uscc,
                    words.type,
                    words.industry,
                    words.size,
                    words.revenue,
                    read_today(words, given.env, given.faults),
                    words.variant,
                    words.tailored,
                    level,
                    level == 0,
                    words.no_input || !given.env.variable("ASSESS_NO_INPUT").empty(),
                    words.no_schema};
}

Command collect_fill(Given& given) {
  return FillOptions{given.common, given.words.file, banks_of(given), given.words.from};
}

Command collect_status(Given& given) {
  return StatusOptions{given.common, inputs_of(given), wants_json(given)};
}

Command collect_submit(Given& given) {
  return SubmitOptions{given.common, given.words.file, banks_of(given),
                       read_today(given.words, given.env, given.faults)};
}

Command collect_explain(Given& given) {
  if (given.words.topic.empty() && !given.words.all) {
    given.faults.report(rules::cli_usage, std::nullopt,
                        Text{"没有给出规则名或题号", "no rule and no question is named"});
  }
  InputOptions input{.banks = banks_of(given)};
  if (!given.words.area.empty()) input.paths = {given.words.topic};
  return ExplainOptions{given.common,     given.words.topic, given.words.area,
                        std::move(input), given.words.all,   wants_json(given)};
}

Command collect_cohort_merge(Given& given) {
  const auto& outputs = given.words.outputs;
  return CohortMergeOptions{given.common, given.words.paths,
                            outputs.empty() ? "-" : outputs.back()};
}

Command collect_cohort_show(Given& given) {
  return CohortShowOptions{given.common, given.words.file,
                           read_cohort_format(given.words, given.faults)};
}

}  // namespace

bool wants_json(Given& given) {
  const std::string& format = given.words.format;
  if (format.empty() || format == "text") return false;
  if (format != "json") {
    given.faults.report(rules::cli_bad_value, std::nullopt, "--format",
                        Text{"text 或 json", "text or json"}, format);
  }
  return true;
}

std::vector<std::string> banks_of(const Given& given) {
  if (given.words.bank.empty()) return {};
  return {given.words.bank};
}

InputOptions inputs_of(Given& given) {
  GivenWords& words = given.words;
  InputOptions input{.paths = words.paths,
                     .files_from = words.files_from,
                     .null_separated = words.null_separated,
                     .exclude = words.exclude,
                     .allow_empty = words.allow_empty,
                     .skip_others = words.skip_others,
                     .stdin_name = words.stdin_name,
                     .banks = banks_of(given)};
  if (!words.file.empty()) input.paths = {words.file};
  if (input.paths.empty() && input.files_from.empty()) {
    given.faults.report(rules::cli_usage, std::nullopt,
                        Text{"没有给出要处理的文件；从标准输入读取用 `-`",
                             "no file is named; `-` reads standard input"});
  }
  input.jobs = read_jobs(words, given.faults);
  return input;
}

namespace {

// Those of banks stand before those of cohorts.
std::vector<CommandRow> with_bank_commands(std::vector<CommandRow> rows) {
  const auto place = std::find_if(rows.begin(), rows.end(),
                                  [](const CommandRow& row) { return row.name == "cohort"; });
  auto banks = bank_command_rows();
  rows.insert(place, std::make_move_iterator(banks.begin()), std::make_move_iterator(banks.end()));
  return rows;
}

}  // namespace

const std::vector<CommandRow>& command_rows() {
  const OptionRow answer_file{"FILE", "", words::answer_file, &G::file, {}, true};
  static const std::vector<CommandRow> rows = with_bank_commands({
      {"new", words::new_command, new_rows(), collect_new},
      {"fill",
       words::fill,
       {answer_file, bank_option, {"--from", "FILE", words::fill_from, &G::from}},
       collect_fill},
      {"status", words::status, {answer_file, plain_format, bank_option}, collect_status},
      {"submit",
       words::submit,
       {answer_file, bank_option, {"--date", "DATE", words::new_date, &G::date}},
       collect_submit},
      migrate_row(),
      {"history", words::history, history_rows(), collect_history},
      {"score", words::score,
       together({input_rows(words::score_paths),
                 {jobs_option},
                 output_rows(render::score_formats()),
                 {cohort_option},
                 gate_rows()}),
       collect_score},
      {"validate", words::validate,
       together({input_rows(words::validate_paths),
                 {{"--skip-others", "", words::skip_others, &G::skip_others}, jobs_option},
                 output_rows(render::validate_formats()),
                 finding_rows()}),
       collect_validate},
      {"batch", words::batch, batch_rows(), collect_batch},
      {"report", words::report, report_rows(), collect_report},
      {"explain",
       words::explain,
       {{"TOPIC", "", words::topic, &G::topic},
        {"AREA", "", words::explained_area, &G::area},
        {"--all", "", words::all_rules, &G::all},
        plain_format,
        bank_option},
       collect_explain},
      schema_row(),
      {"cohort", words::cohort, {}, nullptr},
      {"cohort merge",
       words::cohort_merge,
       {{"FILE", "", words::cohort_files, &G::paths, {}, true},
        {"-o,--output", "FILE", words::cohort_output, &G::outputs}},
       collect_cohort_merge},
      {"cohort show",
       words::cohort_show,
       {{"FILE", "", words::cohort_file, &G::file, {}, true},
        {"-f,--format", "FORMAT", words::cohort_format, &G::format}},
       collect_cohort_show},
  });
  return rows;
}

}  // namespace assess::cmd
