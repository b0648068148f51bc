// `assess new`: registers an enterprise and writes the answer file of a new diagnosis.
#include "banks.hpp"
#include "diagnose.hpp"
#include "dialogue.hpp"
#include "output.hpp"
#include <assess/answers/check.hpp>
#include <assess/answers/read.hpp>
#include <assess/base/date.hpp>
#include <assess/diag/rules.hpp>
#include <assess/form/sheet.hpp>
#include <assess/report/figures.hpp>
#include <assess/tailor/tailor.hpp>
#include <assess/yaml/node.hpp>

#include <algorithm>

namespace assess::cmd {
namespace {

// What a person is asked at the start of a diagnosis, in the order of the platform.
class Registration {
 public:
  Registration(const Bank& bank, Answers& answers, Dialogue& dialogue)
      : bank_(bank), answers_(answers), dialogue_(dialogue) {}

  // False when the person leaves.
  bool run(const NewOptions& given) {
    introduce();
    Enterprise& enterprise = answers_.enterprise;
    return ask_text({"企业名称", "name of the enterprise"}, enterprise.name, true) &&
           ask_text({"统一社会信用代码", "unified social credit code"}, enterprise.uscc.value) &&
           ask_text({"单位性质（如 民营企业）", "kind of enterprise"}, enterprise.type) &&
           ask_text({"行业代码（GB/T 4754，如 C3411）", "industry (GB/T 4754, such as C3411)"},
                    enterprise.industry) &&
           ask_text({"企业规模（大型、中型、小型、微型）", "size (large, medium, small, micro)"},
                    enterprise.size) &&
           ask_revenue() && (given.variant.empty() ? ask_variant() : true) &&
           (given.tailored.empty() ? ask_tailoring() : true);
  }

 private:
  const std::string& read(const Text& text) const { return text.in(dialogue_.language()); }

  void introduce() {
    dialogue_.show(read(bank_.title));
    dialogue_.show("");
    for (const Level& level : bank_.levels) {
      dialogue_.show("  " + report::shown_level(level, dialogue_.language()) + "  ",
                     read(level.description));
    }
    dialogue_.show("");
    dialogue_.show(dialogue_.say({"模型：", "The model: "}), sections());
    if (!bank_.instructions.empty()) {
      dialogue_.show("");
      dialogue_.show(read(bank_.instructions));
    }
    dialogue_.show("");
    dialogue_.show(dialogue_.say({"直接回车表示不填。Ctrl-D 退出，不写文件。",
                                  "Enter leaves a field empty. Ctrl-D leaves without a file."}));
  }

  std::string sections() const {
    std::string out;
    for (const AreaId id : bank_.sections()) {
      out += (out.empty() ? "" : dialogue_.say({"、", ", "})) + read(bank_.area(id).title);
    }
    return out;
  }

  bool ask_text(Words name, std::string& value, bool is_required = false) {
    while (value.empty()) {
      const auto line = dialogue_.ask(dialogue_.say(name) + dialogue_.say({"：", ": "}));
      if (!line) return false;
      value = *line;
      if (!value.empty() || !is_required) break;
      dialogue_.show(dialogue_.say({"这一项必填。", "This one is needed."}));
    }
    return true;
  }

  bool ask_revenue() {
    std::string& revenue = answers_.enterprise.revenue;
    while (ask_text({"全年销售收入（万元）", "annual revenue (10,000 CNY)"}, revenue)) {
      if (revenue.empty() || Fraction::parse(revenue)) return true;
      dialogue_.show(
          dialogue_.say({"请填数值，如 12000 或 7350.5。", "A number, such as 12000 or 7350.5."}));
      revenue.clear();
    }
    return false;
  }

  bool ask_variant() {
    if (bank_.variants.empty()) return true;
    dialogue_.show("");
    for (std::size_t i = 0; i < bank_.variants.size(); ++i) {
      const Variant& variant = bank_.variants[i];
      dialogue_.show("  " + std::to_string(i + 1) + "  " + read(variant.title) + "  ",
                     read(variant.description));
    }
    while (true) {
      const auto line =
          dialogue_.ask(dialogue_.say({"企业类型（填序号）：", "variant (its number): "}));
      if (!line) return false;
      const auto number = number_in(*line, bank_.variants.size());
      const auto named = bank_.find_variant(*line);
      if (!number && !named) {
        ask_for_number(bank_.variants.size());
        continue;
      }
      answers_.variant.value = bank_.variants[number ? *number : *named].id.value;
      return true;
    }
  }

  bool ask_tailoring() {
    std::vector<AreaId> choices;
    for (std::size_t i = 0; i < bank_.areas.size(); ++i) {
      const AreaId id{static_cast<std::uint32_t>(i)};
      if (bank_.area(id).is_tailorable && bank_.area(id).is_leaf() && is_in_variant(id)) {
        choices.push_back(id);
      }
    }
    if (choices.empty()) return true;
    dialogue_.show("");
    dialogue_.show(
        dialogue_.say({"企业没有的业务可以裁剪，提交一级之后不能再改：",
                       "What the enterprise does not have may be tailored out; this is fixed once "
                       "level 1 is submitted:"}));
    for (std::size_t i = 0; i < choices.size(); ++i) {
      dialogue_.show("  " + std::to_string(i + 1) + "  ", read(bank_.area(choices[i]).title));
    }
    while (true) {
      const auto line = dialogue_.ask(
          dialogue_.say({"裁剪（序号，用空格隔开；回车为不裁剪）：",
                         "tailor out (numbers with blanks between; Enter for none): "}));
      if (!line) return false;
      if (take_tailoring(half_width(*line), choices)) return true;
      ask_for_number(choices.size());
    }
  }

  void ask_for_number(std::size_t most) {
    dialogue_.show(dialogue_.say({"请填 1 到 ", "A number from 1 to "}) + std::to_string(most) +
                   dialogue_.say({" 的序号。", "."}));
  }

  bool take_tailoring(const std::string& line, const std::vector<AreaId>& choices) {
    std::vector<Located<std::string>> tailored;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t begin = line.find_first_not_of(" ,、", at);
      if (begin == std::string::npos) break;
      const std::size_t end = std::min(line.find_first_of(" ,", begin), line.size());
      const auto number = number_in(line.substr(begin, end - begin), choices.size());
      if (!number) return false;
      tailored.push_back({bank_.area(choices[*number]).id.value, {}});
      at = end;
    }
    answers_.tailored = std::move(tailored);
    return true;
  }

  // The place that a number from 1 means.
  static std::optional<std::size_t> number_in(const std::string& text, std::size_t count) {
    const std::string plain = half_width(text);
    if (plain.empty() || plain.size() > 3) return std::nullopt;
    std::size_t number = 0;
    for (const char c : plain) {
      if (c < '0' || c > '9') return std::nullopt;
      number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    if (number < 1 || number > count) return std::nullopt;
    return number - 1;
  }

  bool is_in_variant(AreaId id) const {
    const auto variant = bank_.find_variant(answers_.variant.value);
    for (std::optional<AreaId> at = id; at; at = bank_.area(*at).parent) {
      if (!bank_.area(*at).weights[variant.value_or(0)]) return false;
    }
    return true;
  }

  const Bank& bank_;
  Answers& answers_;
  Dialogue& dialogue_;
};

// The answers of an earlier diagnosis, without its seals and its end.
std::optional<Answers> earlier_answers(const NewOptions& options, Env& env,
                                       const CommonOptions& common) {
  SourceMap sources;
  Diagnostics diagnostics;
  auto text = env.files.read(options.from, diagnostics);
  std::optional<Answers> answers;
  if (text) {
    const SourceId source = sources.add(options.from, *std::move(text));
    const auto tree = yaml::parse(sources, source, diagnostics);
    if (tree) answers = read_answers(tree->root(), diagnostics);
  }
  if (!answers || diagnostics.has_errors()) {
    say(resolve(sources, diagnostics), common, env);
    return std::nullopt;
  }
  answers->seals.clear();
  answers->finish.reset();
  answers->indicators.clear();
  answers->enterprise.date.clear();
  return answers;
}

void take_options(const NewOptions& options, Answers& answers) {
  const auto take = [](std::string& target, const std::string& given) {
    if (!given.empty()) target = given;
  };
  Enterprise& enterprise = answers.enterprise;
  take(enterprise.name, options.name);
  take(enterprise.uscc.value, options.uscc);
  take(enterprise.type, options.type);
  take(enterprise.industry, options.industry);
  take(enterprise.size, options.size);
  take(enterprise.revenue, options.revenue);
  take(enterprise.date, options.date);
  take(answers.variant.value, options.variant);
  if (options.tailored.empty()) return;
  answers.tailored.clear();
  for (const std::string& area : options.tailored) answers.tailored.push_back({area, {}});
}

// The questions of the levels up to `last`, as far as they are in scope.
std::vector<QuestionId> questions_up_to(const Bank& bank, const Answers& answers, int last) {
  std::vector<QuestionId> out;
  const Sheet sheet = tailor(bank, answers);
  for (const Level& level : bank.levels) {
    if (level.number.value > last) break;
    for (const SheetQuestion& entry : sheet.questions) {
      if (bank.question(entry.question).level == level.number.value) out.push_back(entry.question);
    }
  }
  return out;
}

// One level at a time, unless the bank opens all at once, earlier answers go further, or more is
// asked for.
int last_level(const Bank& bank, const Answers& answers, const NewOptions& options) {
  const int all = bank.levels.back().number.value;
  if (options.all_levels || bank.scoring.progression == Progression::open) return all;
  int last = std::clamp(options.level, 1, all);
  const auto responses = respond(bank, answers);
  for (std::size_t i = 0; i < responses.size(); ++i) {
    if (responses[i].state == Response::State::unanswered) continue;
    last = std::max(last, bank.questions[i].level);
  }
  return last;
}

// What --bank names, else the bank of the earlier answers, else the bank that comes with the
// program.
std::string find_bank(const NewOptions& options, const Answers& earlier, BankShelf& shelf,
                      Diagnostics& diagnostics) {
  if (!options.banks.empty()) return shelf.resolve_option(options.banks, diagnostics);
  const std::string id = earlier.bank.value.empty() ? "cmmm" : earlier.bank_id();
  std::string searched;
  const auto path = shelf.find(id, options.from.empty() ? options.file : options.from, searched);
  if (!path) diagnostics.report(rules::cli_unknown_bank, std::nullopt, id, searched);
  return path.value_or("");
}

}  // namespace

ExitCode run(const NewOptions& options, Env& env) {
  const CommonOptions& common = options.common;
  Diagnostics diagnostics;
  const auto fail = [&] {
    say(diagnostics, common, env);
    return ExitCode::cannot;
  };
  if (env.files.kind(options.file) != PathKind::missing) {
    diagnostics.report(rules::form_exists, std::nullopt, options.file);
    return fail();
  }
  Answers answers;
  if (!options.from.empty()) {
    auto earlier = earlier_answers(options, env, common);
    if (!earlier) return ExitCode::cannot;
    answers = *std::move(earlier);
  }
  BankShelf shelf(env);
  const std::string bank_path = find_bank(options, answers, shelf, diagnostics);
  if (diagnostics.has_errors()) return fail();
  const auto loaded = shelf.load(bank_path);
  if (!loaded->bank || loaded->has_errors()) {
    say(loaded->findings, common, env);
    return ExitCode::cannot;
  }
  const Bank& bank = *loaded->bank;
  take_options(options, answers);
  const bool may_ask = env.in_is_terminal && env.err_is_terminal && !options.no_input;
  if (may_ask && answers.enterprise.name.empty()) {
    Dialogue dialogue(env.in, env.err, common.spoken, env.width, true);
    if (!Registration(bank, answers, dialogue).run(options)) return ExitCode::cannot;
  }
  if (answers.enterprise.name.empty()) {
    diagnostics.report(rules::cli_no_terminal, std::nullopt,
                       Text{"没有终端可以提问；用 `--name` 等选项给出企业信息",
                            "there is no terminal to ask on; give the enterprise by `--name` and "
                            "its kin"});
    return fail();
  }
  const Language language = common.language.value_or(bank.languages.front());
  // Written without questions first: what the options say is checked as a file would be.
  std::string sheet = form::new_sheet(bank, answers, {}, language);
  SourceMap sources;
  const SourceId source = sources.add(options.file, sheet);
  const auto tree = yaml::parse(sources, source, diagnostics);
  Answers checked;
  if (tree) {
    checked = read_answers(tree->root(), diagnostics);
    check_answers(bank, checked, diagnostics);
  }
  say(resolve(sources, diagnostics), common, env);
  if (!tree || diagnostics.has_errors()) return ExitCode::cannot;
  const auto questions = questions_up_to(bank, answers, last_level(bank, answers, options));
  sheet = form::new_sheet(bank, answers, questions, language);
  Diagnostics writing;
  if (!env.files.write(options.file, sheet, writing)) {
    say(writing, common, env);
    return ExitCode::cannot;
  }
  if (common.quiet == 0) {
    const bool is_zh = common.spoken == Language::zh;
    env.err.write((is_zh ? "已写入 " : "wrote ") + options.file +
                  (is_zh ? "；作答：assess fill " : "; to answer it: assess fill ") + options.file +
                  "\n");
  }
  return ExitCode::yes;
}

}  // namespace assess::cmd
