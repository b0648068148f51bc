// Every option of every command. The only file that includes CLI11.
#include "cli.hpp"

#include "cli_table.hpp"
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
    const auto value = [&](const char* name, std::string& target, const char* type, Words words) {
      app->add_option(name, target, say(words))->type_name(type)->expected(1)->group(everywhere);
    };
    value("--lang", language_, "LANG", words::lang);
    value("--color", colour_, "WHEN", words::color);
    value("--config", common_.config, "FILE", words::config);
    app->add_flag("--no-config", common_.no_config, say(words::no_config))->group(everywhere);
    app->add_flag("-q,--quiet", common_.quiet, say(words::quiet))->group(everywhere);
    app->add_flag("-v,--verbose", common_.verbose, say(words::verbose))->group(everywhere);
  }

  void declare(CLI::App* app, const OptionRow& row) {
    const std::string words = say(row.words) + row.choices;
    if (const auto* flag = std::get_if<bool GivenWords::*>(&row.target)) {
      const auto added = app->add_flag(row.name, words_.**flag, words);
      if (row.is_gate) added->group(say(words::gates));
      return;
    }
    CLI::Option* option = nullptr;
    if (const auto* once = std::get_if<std::string GivenWords::*>(&row.target)) {
      option = app->add_option(row.name, words_.**once, words)->expected(1);
    } else {
      option = app->add_option(row.name, words_.*std::get<1>(row.target), words);
      // A list would otherwise swallow the operands that follow.
      const bool is_operand = !row.name.starts_with('-');
      if (!is_operand) option->expected(1)->allow_extra_args(false);
      option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    option->type_name(row.type)->required(row.is_required);
    if (row.is_gate) option->group(say(words::gates));
  }

  void declare() {
    set_up(&app_);
    app_.description(say(words::program));
    app_.set_version_flag("-V,--version", std::string(program_version), say(words::version));
    app_.require_subcommand(1);
    app_.footer(say(words::footer));
    for (const CommandRow& row : command_rows()) {
      CLI::App* parent = &app_;
      std::string name = row.name;
      if (const auto blank = name.find(' '); blank != std::string::npos) {
        parent = app_.get_subcommand(name.substr(0, blank));
        name = name.substr(blank + 1);
      }
      CLI::App* app = command(parent, name, row.words);
      if (row.collect == nullptr) app->require_subcommand(1);
      for (const OptionRow& option : row.options) declare(app, option);
      apps_.emplace_back(app, &row);
    }
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

  Command collect() {
    read_colour();
    Given given{common_, words_, env_, faults_};
    const CLI::App* chosen = chosen_app();
    const auto found = std::find_if(apps_.begin(), apps_.end(),
                                    [&](const auto& entry) { return entry.first == chosen; });
    return found->second->collect(given);
  }

  const std::vector<std::string> arguments_;
  const Env& env_;
  CLI::App app_;
  std::vector<std::pair<const CLI::App*, const CommandRow*>> apps_;
  CommonOptions common_;
  GivenWords words_;
  std::string language_;
  std::string colour_;
  Diagnostics faults_;
};

}  // namespace

Command parse_command_line(const std::vector<std::string>& arguments, const Env& env) {
  return CommandLine(arguments, env).parse();
}

}  // namespace assess::cmd
