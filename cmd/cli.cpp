// Every option of every command. The only file that includes CLI11.
#include "cli.hpp"

#include "cli_values.hpp"
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

class CommandLine {
 public:
  CommandLine(const std::vector<std::string>& arguments, const Env& env)
      : arguments_(arguments), env_(env), app_("", "assess") {
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
      return answered(help(), ExitCode::yes);
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
    set_up(sub);
    return sub;
  }

  void set_up(CLI::App* app) {
    app->option_defaults()->group(say({"选项", "Options"}));
    app->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    app->set_help_flag("-h,--help", say({"显示帮助", "show this help"}));
    app->get_formatter()->label("Usage", say({"用法", "Usage"}));
    app->get_formatter()->label("Positionals", say({"参数", "Arguments"}));
    app->get_formatter()->label("OPTIONS", say({"选项", "OPTIONS"}));
    app->get_formatter()->label("SUBCOMMAND", say({"命令", "COMMAND"}));
    app->get_formatter()->label("Options", say({"选项", "Options"}));
    app->get_formatter()->label("Subcommands", say({"命令", "Commands"}));
    app->get_formatter()->column_width(34);
    const std::string everywhere = say({"通用选项", "Everywhere"});
    const auto common = [&](const char* name, auto& value, Words description, const char* type) {
      app->add_option(name, value, say(description))->group(everywhere)->type_name(type);
    };
    common("--lang", language_, {"输出语言：zh 或 en", "language of the output: zh or en"}, "LANG");
    app->add_option("--color", colour_,
                    say({"颜色：auto、always 或 never", "colour: auto, always or never"}))
        ->group(everywhere)
        ->type_name("WHEN")
        ->expected(0, 1)
        ->default_str("always");
    app->add_flag("-q,--quiet", common_.quiet,
                  say({"不输出小结；-qq 只留退出码", "no summary; -qq leaves only the exit code"}))
        ->group(everywhere)
        ->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    app->add_flag("-v,--verbose", common_.verbose,
                  say({"说明用了哪种语言和哪个题库", "say which language and bank were used"}))
        ->group(everywhere)
        ->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  }

  void add_inputs(CLI::App* app, Words description) {
    app->add_option("PATH", input_.paths, say(description))
        ->type_name("")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app->add_option("--bank", input_.banks,
                    say({"题库的路径或标识", "path or id of the question bank"}))
        ->type_name("BANK")
        ->expected(1);
    app->add_option("--files-from", input_.files_from,
                    say({"从文件读取路径，每行一个；`-` 为标准输入",
                         "read paths from a file, one a line; `-` is standard input"}))
        ->type_name("FILE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app->add_flag("-0,--null", input_.null_separated,
                  say({"--files-from 以 NUL 分隔", "paths in --files-from end in NUL"}));
    app->add_option("--exclude", input_.exclude,
                    say({"跳过与模式相符的文件和文件夹", "skip files and folders that match"}))
        ->type_name("GLOB")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app->add_flag("--allow-empty", input_.allow_empty,
                  say({"没有输入也不算错误", "having nothing to do is fine"}));
    app->add_option("--stdin-filename", input_.stdin_name,
                    say({"标准输入在消息中的名字", "the name of standard input in messages"}))
        ->type_name("NAME");
    app->add_option("-j,--jobs", words_.jobs,
                    say({"同时处理的文件数", "files worked on at a time"}))
        ->type_name("N");
  }

  void add_outputs(CLI::App* app, std::span<const render::Format> formats) {
    std::string names;
    for (const render::Format& format : formats) {
      names += (names.empty() ? "" : ", ") + std::string(format.name);
    }
    app->add_option("-f,--format", words_.format,
                    say({"标准输出的格式：", "format of standard output: "}) + names)
        ->type_name("FORMAT");
    app->add_option("-o,--output", words_.outputs,
                    say({"另写一份到文件，可重复：`格式:路径` 或带已知后缀的路径",
                         "write a document to a file as well, any number of times: FORMAT:PATH, or "
                         "a path with a known ending"}))
        ->type_name("TARGET")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app->add_option("--min-severity", words_.min_severity,
                    say({"只显示不低于此级别的问题：error、warning、info",
                         "show only faults at least this grave: error, warning, info"}))
        ->type_name("LEVEL");
    app->add_flag(
        "--all", words_.all,
        say({"文本格式显示全部问题，不折叠", "show every fault in text, not the first 20"}));
    app->add_flag("--exit-zero", words_.exit_zero,
                  say({"有问题或未过门槛也返回 0", "return 0 also for faults and missed gates"}));
  }

  void declare() {
    set_up(&app_);
    app_.description(say({"离线的智能制造能力成熟度自诊断工具",
                          "Offline self-diagnosis of smart-manufacturing maturity"}));
    app_.set_version_flag("-V,--version", std::string(program_version),
                          say({"显示版本", "show the version"}));
    app_.require_subcommand(1);
    app_.footer(
        say({"退出码：0 正常，1 结论为否（有错误或未过门槛），2 无法完成，3 程序缺陷\n"
             "例：assess score examples/    assess report examples/01-haichuan.yaml",
             "Exit status: 0 fine, 1 the answer is no (faults, or a gate missed), 2 could not "
             "do it, 3 a defect\nExamples: assess score examples/    assess report "
             "examples/01-haichuan.yaml"}));

    score_ = command(&app_, "score", {"给答卷评分", "score answer files"});
    add_inputs(score_,
               {"答卷文件、文件夹、模式，或 `-`", "answer files, folders, patterns, or `-`"});
    add_outputs(score_, render::score_formats());
    const std::string gates = say({"门槛", "Gates"});
    score_
        ->add_option("--min-level", words_.min_level,
                     say({"达到的等级不低于 N", "the attained level is at least N"}))
        ->type_name("N")
        ->group(gates);
    score_
        ->add_option("--min-total", words_.min_total,
                     say({"总分不低于 X", "the total is at least X"}))
        ->type_name("X")
        ->group(gates);
    score_
        ->add_option("--min", words_.min_areas,
                     say({"能力项自身的总分不低于 X，可重复",
                          "the area's own total is at least X; any number of times"}))
        ->type_name("AREA=X")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->group(gates);
    score_
        ->add_flag("--require-complete", words_.require_complete,
                   say({"开放的等级必须全部答完", "every question of the open levels is answered"}))
        ->group(gates);

    validate_ =
        command(&app_, "validate", {"检查题库和答卷", "check question banks and answer files"});
    add_inputs(validate_, {"题库或答卷的文件、文件夹、模式，或 `-`",
                           "banks and answer files, folders, patterns, or `-`"});
    add_outputs(validate_, render::validate_formats());
    validate_
        ->add_option("--fail-level", words_.fail_level,
                     say({"从此级别起返回 1：error、warning、info、never",
                          "return 1 from this gravity on: error, warning, info, never"}))
        ->type_name("LEVEL");
    validate_->add_flag("--strict", words_.strict,
                        say({"等同 --fail-level warning", "the same as --fail-level warning"}));
    validate_
        ->add_option("--severity", words_.severities,
                     say({"改变一条规则的级别，可重复；off 为不检查",
                          "change the gravity of a rule, any number of times; `off` drops it"}))
        ->type_name("RULE=LEVEL")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);

    report_ = command(&app_, "report",
                      {"把一份答卷写成 PDF 报告", "write the PDF report of an answer file"});
    report_->add_option("FILE", input_.paths, say({"答卷文件，或 `-`", "an answer file, or `-`"}))
        ->type_name("")
        ->expected(1);
    report_
        ->add_option("-o,--output", report_output_,
                     say({"输出文件；不写则与答卷同名、后缀为 .pdf；`-` 为标准输出",
                          "the file to write; by default beside the answer file, ending in .pdf; "
                          "`-` is standard output"}))
        ->type_name("PATH");
    report_
        ->add_option("--bank", input_.banks,
                     say({"题库的路径或标识", "path or id of the question bank"}))
        ->type_name("BANK")
        ->expected(1);
    report_
        ->add_option("--font", fonts_,
                     say({"TrueType 字体文件，可重复；前一个缺的字由后一个补",
                          "a TrueType font, any number of times; a later one fills the gaps"}))
        ->type_name("FILE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    report_
        ->add_option("--date", words_.date,
                     say({"报告日期，如 2026-11-22", "the date of the report, such as 2026-11-22"}))
        ->type_name("DATE");

    explain_ = command(&app_, "explain", {"解释一条规则或一道题", "explain a rule or a question"});
    explain_
        ->add_option("TOPIC", topic_,
                     say({"规则名或题号", "the name of a rule, or the id of a question"}))
        ->type_name("");
    explain_->add_flag("--all", words_.all, say({"列出所有规则", "list all rules"}));
    add_plain_format(explain_);
    explain_
        ->add_option("--bank", input_.banks,
                     say({"题目所在题库的路径或标识", "path or id of the bank of the question"}))
        ->type_name("BANK")
        ->expected(1);

    bank_ = command(&app_, "bank", {"查看题库", "look at question banks"});
    bank_->require_subcommand(1);
    bank_show_ = command(bank_, "show",
                         {"显示题库的模型、权重和规则", "show a bank's model, weights and rules"});
    bank_show_->add_option("BANK", topic_, say({"题库的路径或标识", "path or id of the bank"}))
        ->type_name("")
        ->required();
    add_plain_format(bank_show_);
    bank_list_ = command(bank_, "list", {"列出能找到的题库", "list the banks that are found"});
    add_plain_format(bank_list_);
  }

  void add_plain_format(CLI::App* app) {
    app->add_option("-f,--format", words_.format,
                    say({"格式：text 或 json", "format: text or json"}))
        ->type_name("FORMAT");
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

  std::string help() const { return chosen_app()->help(); }

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
    Text message{"命令行不完整：" + std::string(fault.what()), fault.what()};
    if (fault.get_name() == "RequiredError") {
      const bool wants_command = !command_names(*chosen_app()).empty();
      message = wants_command ? Text{"缺少命令", "a command is missing"}
                              : Text{"缺少参数", "an argument is missing"};
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
      return ReportOptions{common_, input_, report_output_, fonts_,
                           read_date(words_, env_, faults_)};
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

  const std::vector<std::string>& arguments_;
  const Env& env_;
  CLI::App app_;
  CLI::App* score_ = nullptr;
  CLI::App* validate_ = nullptr;
  CLI::App* report_ = nullptr;
  CLI::App* explain_ = nullptr;
  CLI::App* bank_ = nullptr;
  CLI::App* bank_show_ = nullptr;
  CLI::App* bank_list_ = nullptr;
  CommonOptions common_;
  InputOptions input_;
  GivenWords words_;
  std::string language_;
  std::string colour_;
  std::string report_output_;
  std::vector<std::string> fonts_;
  std::string topic_;
  Diagnostics faults_;
};

}  // namespace

Command parse_command_line(const std::vector<std::string>& arguments, const Env& env) {
  return CommandLine(arguments, env).parse();
}

}  // namespace assess::cmd
