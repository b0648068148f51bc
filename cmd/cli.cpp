// Every option of every command. The only file that includes CLI11.
#include "cli.hpp"

#include "cli_values.hpp"
#include "cli_words.hpp"
#include <assess/base/nearest.hpp>
#include <assess/base/version.hpp>
#include <assess/diag/rules.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>

namespace assess::cmd {
namespace {

// The value of --lang, found before anything is parsed: help and faults speak it too.
std::optional<std::string> find_language_argument(const std::vector<std::string>& arguments) {
  std::optional<std::string> found;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    constexpr std::string_view prefix = "--lang=";
    if (arguments[i].starts_with(prefix)) found = arguments[i].substr(prefix.size());
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) found = arguments[i + 1];
  }
  return found;
}

// `--color` alone means always; said in full, it cannot swallow the operand that follows.
std::vector<std::string> with_colour_word(std::vector<std::string> arguments) {
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i] != "--color") continue;
    const std::string next = i + 1 < arguments.size() ? arguments[i + 1] : std::string();
    const bool has_word = next == "auto" || next == "always" || next == "never";
    if (!has_word) arguments[i] = "--color=always";
  }
  return arguments;
}

class CommandLine {
 public:
  CommandLine(const std::vector<std::string>& arguments, const Env& env)
      : arguments_(with_colour_word(arguments)), env_(env), app_("", "assess") {
    read_languages(find_language_argument(arguments), env, common_, faults_);
    common_.command_line = "assess";
    for (const std::string& argument : arguments) common_.command_line += " " + argument;
    declare();
  }

  Command parse() {
    if (!suggest_command()) return answered("", ExitCode::cannot);
    std::vector<std::string> reversed(arguments_.rbegin(), arguments_.rend());
    try {
      app_.parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
      return answered(app_.help(), ExitCode::yes);
    } catch (const CLI::CallForVersion&) {
      return answered("assess " + std::string(program_version) + "\n", ExitCode::yes);
    } catch (const CLI::ExtrasError&) {
      report_extras();
    } catch (const CLI::ParseError& fault) {
      report_parse_error(fault);
    }
    if (faults_.has_errors()) return answered("", ExitCode::cannot);
    Command command = collect();
    if (faults_.has_errors()) return answered("", ExitCode::cannot);
    return command;
  }

 private:
  std::string say(Words words) const { return std::string(words.in(common_.spoken)); }

  Answered answered(std::string out, ExitCode code) {
    return {.out = std::move(out), .faults = faults_, .common = common_, .exit_code = code};
  }

  // ---- declaring ----

  CLI::App* command(CLI::App* parent, const std::string& name, Words description) {
    CLI::App* sub = parent->add_subcommand(name, say(description));
    sub->group(say(words::commands));
    set_up(sub);
    return sub;
  }

  // An option with one value; given twice, the last counts.
  template <typename Value>
  CLI::Option* value(CLI::App* app, const char* name, Value& target, const char* type,
                     Words words) {
    // A list would otherwise swallow the operands that follow.
    return app->add_option(name, target, say(words))
        ->type_name(type)
        ->expected(1)
        ->allow_extra_args(false);
  }

  // An option that may be given any number of times.
  CLI::Option* list(CLI::App* app, const char* name, std::vector<std::string>& target,
                    const char* type, Words words) {
    return value(app, name, target, type, words)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }

  void set_up(CLI::App* app) {
    app->option_defaults()->group(say(words::options));
    app->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    app->set_help_flag("-h,--help", say(words::help));
    const auto formatter = app->get_formatter();
    formatter->label("Usage", say(words::usage));
    formatter->label("Positionals", say(words::arguments));
    formatter->label("OPTIONS", say(words::options_in_usage));
    formatter->label("SUBCOMMAND", say(words::command_in_usage));
    formatter->label("REQUIRED", "");
    formatter->label("Options", say(words::options));
    formatter->label("Subcommands", say(words::commands));
    formatter->column_width(34);
    const std::string everywhere = say(words::everywhere);
    value(app, "--lang", language_, "LANG", words::lang)->group(everywhere);
    value(app, "--color", colour_, "WHEN", words::color)->group(everywhere);
    value(app, "--config", common_.config, "FILE", words::config)->group(everywhere);
    app->add_flag("--no-config", common_.no_config, say(words::no_config))->group(everywhere);
    app->add_flag("-q,--quiet", common_.quiet, say(words::quiet))->group(everywhere);
    app->add_flag("-v,--verbose", common_.verbose, say(words::verbose))->group(everywhere);
  }

  void add_inputs(CLI::App* app, Words description) {
    app->add_option("PATH", input_.paths, say(description))
        ->type_name("")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    value(app, "--bank", input_.banks, "BANK", words::bank_option);
    list(app, "--files-from", input_.files_from, "FILE", words::files_from);
    app->add_flag("-0,--null", input_.null_separated, say(words::null_separated));
    list(app, "--exclude", input_.exclude, "GLOB", words::exclude);
    app->add_flag("--allow-empty", input_.allow_empty, say(words::allow_empty));
    value(app, "--stdin-filename", input_.stdin_name, "NAME", words::stdin_name);
    value(app, "-j,--jobs", words_.jobs, "N", words::jobs);
  }

  template <typename Row>
  void add_format(CLI::App* app, std::span<const Row> formats, Words words) {
    std::string names;
    for (const Row& format : formats) {
      names += (names.empty() ? "" : ", ") + std::string(format.name);
    }
    value(app, "-f,--format", words_.format, "FORMAT", words)->description(say(words) + names);
  }

  void add_outputs(CLI::App* app, std::span<const render::Format> formats) {
    add_format(app, formats, words::format);
    list(app, "-o,--output", words_.outputs, "TARGET", words::output);
    value(app, "--min-severity", words_.min_severity, "LEVEL", words::min_severity);
    app->add_flag("--all", words_.all, say(words::all_findings));
    app->add_flag("--exit-zero", words_.exit_zero, say(words::exit_zero));
  }

  void declare_score() {
    score_ = command(&app_, "score", words::score);
    add_inputs(score_, words::score_paths);
    add_outputs(score_, render::score_formats());
    const std::string gates = say(words::gates);
    value(score_, "--min-level", words_.min_level, "N", words::min_level)->group(gates);
    value(score_, "--min-total", words_.min_total, "X", words::min_total)->group(gates);
    list(score_, "--min", words_.min_areas, "AREA=X", words::min_area)->group(gates);
    score_->add_flag("--require-complete", words_.require_complete, say(words::require_complete))
        ->group(gates);
  }

  void declare_validate() {
    validate_ = command(&app_, "validate", words::validate);
    add_inputs(validate_, words::validate_paths);
    add_outputs(validate_, render::validate_formats());
    value(validate_, "--fail-level", words_.fail_level, "LEVEL", words::fail_level);
    validate_->add_flag("--strict", words_.strict, say(words::strict));
    list(validate_, "--severity", words_.severities, "RULE=LEVEL", words::severity);
  }

  void declare_report() {
    report_ = command(&app_, "report", words::report);
    value(report_, "FILE", input_.paths, "", words::report_file)->required();
    add_format(report_, render::document_formats(), words::report_format);
    list(report_, "-o,--output", words_.outputs, "TARGET", words::report_output);
    value(report_, "--bank", input_.banks, "BANK", words::bank_option);
    value(report_, "--date", words_.date, "DATE", words::date);
    value(report_, "--mark", words_.mark, "TEXT", words::mark);
    value(report_, "--logo", words_.logo, "FILE", words::logo);
    list(report_, "--approval", words_.approvals, "ROLE[=NAME]", words::approval);
    list(report_, "--font", words_.fonts, "FILE", words::font);
  }

  void declare_explain_and_bank() {
    explain_ = command(&app_, "explain", words::explain);
    value(explain_, "TOPIC", topic_, "", words::topic);
    explain_->add_flag("--all", words_.all, say(words::all_rules));
    value(explain_, "-f,--format", words_.format, "FORMAT", words::plain_format);
    value(explain_, "--bank", input_.banks, "BANK", words::bank_option);

    bank_ = command(&app_, "bank", words::bank);
    bank_->require_subcommand(1);
    bank_show_ = command(bank_, "show", words::bank_show);
    value(bank_show_, "BANK", topic_, "", words::bank_operand)->required();
    value(bank_show_, "-f,--format", words_.format, "FORMAT", words::plain_format);
    bank_stats_ = command(bank_, "stats", words::bank_stats);
    value(bank_stats_, "BANK", topic_, "", words::bank_operand)->required();
    value(bank_stats_, "-f,--format", words_.format, "FORMAT", words::plain_format);
    bank_list_ = command(bank_, "list", words::bank_list);
    value(bank_list_, "-f,--format", words_.format, "FORMAT", words::plain_format);
  }

  void declare() {
    set_up(&app_);
    app_.description(say(words::program));
    app_.set_version_flag("-V,--version", std::string(program_version), say(words::version));
    app_.require_subcommand(1);
    app_.footer(say(words::footer));
    declare_score();
    declare_validate();
    declare_report();
    declare_explain_and_bank();
  }

  // ---- faults ----

  static std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* sub : app.get_subcommands({})) names.push_back(sub->get_name());
    return names;
  }

  // CLI11 answers a misspelt command with "A subcommand is required"; so it is looked at first.
  bool suggest_command() {
    const CLI::App* app = &app_;
    for (const std::string& argument : arguments_) {
      if (argument.starts_with('-')) continue;
      const auto names = command_names(*app);
      if (names.empty()) break;
      if (std::find(names.begin(), names.end(), argument) != names.end()) {
        app = app->get_subcommand(argument);
        continue;
      }
      if (is_value_of_option(argument)) continue;
      auto& fault = faults_.report(rules::cli_unknown_command, std::nullopt, argument);
      if (const auto near = nearest(argument, names)) {
        fault.help = {"是否想写 `" + *near + "`？", "did you mean `" + *near + "`?"};
      }
      return false;
    }
    return true;
  }

  // `assess --lang zh score`: the word behind an option that takes a value.
  bool is_value_of_option(const std::string& argument) const {
    for (std::size_t i = 1; i < arguments_.size(); ++i) {
      const bool takes_value = arguments_[i - 1] == "--lang" || arguments_[i - 1] == "--color";
      if (&arguments_[i] == &argument || arguments_[i] == argument) return takes_value;
    }
    return false;
  }

  const CLI::App* chosen_app() const {
    const CLI::App* app = &app_;
    while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
    return app;
  }

  void report_extras() {
    std::vector<std::string> known;
    for (const CLI::Option* option : chosen_app()->get_options()) {
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
      for (const std::string& name : option->get_snames()) known.push_back("-" + name);
    }
    for (const std::string& extra : app_.remaining(true)) {
      if (!extra.starts_with('-')) {
        faults_.report(rules::cli_usage, std::nullopt,
                       Text{"多余的参数 `" + extra + "`", "unexpected argument `" + extra + "`"});
        continue;
      }
      const std::string name = extra.substr(0, extra.find('='));
      auto& fault = faults_.report(rules::cli_unknown_option, std::nullopt, name);
      if (const auto near = nearest(name, known)) {
        fault.help = {"是否想写 `" + *near + "`？", "did you mean `" + *near + "`?"};
      }
    }
  }

  void report_parse_error(const CLI::ParseError& fault) {
    const std::string what = fault.what();
    Text message{"命令行不完整：" + what, what};
    if (fault.get_name() == "RequiredError") {
      const bool wants_command = !command_names(*chosen_app()).empty();
      message = wants_command ? Text{"缺少命令", "a command is missing"}
                              : Text{"缺少参数", "an argument is missing"};
    } else if (fault.get_name() == "ArgumentMismatch") {
      const std::string option = what.substr(0, what.find(':'));
      message = {"选项 `" + option + "` 后面缺少值", "the option `" + option + "` needs a value"};
    }
    faults_.report(rules::cli_usage, std::nullopt, message);
  }

  // ---- collecting ----

  void read_colour() {
    if (colour_ == "always") common_.colour = true;
    if (colour_ == "never") common_.colour = false;
    const std::string word = colour_.empty() ? env_.variable("ASSESS_COLOR") : colour_;
    if (word == "always") common_.colour = true;
    if (word == "never") common_.colour = false;
    if (!word.empty() && word != "auto" && !common_.colour) {
      faults_.report(rules::cli_bad_value, std::nullopt,
                     colour_.empty() ? "ASSESS_COLOR" : "--color",
                     Text{"auto、always 或 never", "auto, always or never"}, word);
    }
  }

  bool wants_json() {
    if (words_.format.empty() || words_.format == "text") return false;
    if (words_.format != "json") {
      faults_.report(rules::cli_bad_value, std::nullopt, "--format",
                     Text{"text 或 json", "text or json"}, words_.format);
    }
    return true;
  }

  void require_inputs() {
    if (!input_.paths.empty() || !input_.files_from.empty()) return;
    faults_.report(rules::cli_usage, std::nullopt,
                   Text{"没有给出要处理的文件；从标准输入读取用 `-`",
                        "no file is named; `-` reads standard input"});
  }

  Command collect() {
    read_colour();
    if (bank_show_->parsed()) return BankShowOptions{common_, topic_, wants_json()};
    if (bank_stats_->parsed()) return BankStatsOptions{common_, topic_, wants_json()};
    if (bank_list_->parsed()) return BankListOptions{common_, wants_json()};
    if (explain_->parsed()) {
      if (topic_.empty() && !words_.all) {
        faults_.report(rules::cli_usage, std::nullopt,
                       Text{"没有给出规则名或题号", "no rule and no question is named"});
      }
      return ExplainOptions{common_, topic_, words_.all, wants_json(), input_.banks};
    }
    require_inputs();
    if (report_->parsed()) {
      return ReportOptions{common_,
                           input_,
                           read_report_targets(words_, faults_),
                           words_.fonts,
                           read_date(words_, env_, faults_),
                           words_.mark,
                           words_.logo,
                           read_approvals(words_, faults_)};
    }
    input_.jobs = read_jobs(words_, faults_);
    if (validate_->parsed()) {
      return ValidateOptions{common_, input_,
                             read_targets(words_, render::validate_formats(), faults_),
                             read_finding_options(words_, faults_)};
    }
    return ScoreOptions{common_,
                        input_,
                        read_targets(words_, render::score_formats(), faults_),
                        read_finding_options(words_, faults_),
                        read_gates(words_, faults_),
                        words_.exit_zero};
  }

  const std::vector<std::string> arguments_;
  const Env& env_;
  CLI::App app_;
  CLI::App* score_ = nullptr;
  CLI::App* validate_ = nullptr;
  CLI::App* report_ = nullptr;
  CLI::App* explain_ = nullptr;
  CLI::App* bank_ = nullptr;
  CLI::App* bank_show_ = nullptr;
  CLI::App* bank_stats_ = nullptr;
  CLI::App* bank_list_ = nullptr;
  CommonOptions common_;
  InputOptions input_;
  GivenWords words_;
  std::string language_;
  std::string colour_;
  std::string topic_;
  Diagnostics faults_;
};

}  // namespace

Command parse_command_line(const std::vector<std::string>& arguments, const Env& env) {
  return CommandLine(arguments, env).parse();
}

}  // namespace assess::cmd
