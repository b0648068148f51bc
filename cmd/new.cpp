// `assess new`: registers an enterprise and writes the answer file of a new diagnosis.
#include "banks.hpp"
#include "diagnose.hpp"
#include "dialogue.hpp"
#include "output.hpp"
#include "registration.hpp"
#include <assess/answers/check.hpp>
#include <assess/answers/read.hpp>
#include <assess/base/date.hpp>
#include <assess/diag/rules.hpp>
#include <assess/form/sheet.hpp>
#include <assess/schema/schema.hpp>
#include <assess/tailor/tailor.hpp>
#include <assess/yaml/node.hpp>

#include <algorithm>

namespace assess::cmd {
namespace {

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
  take(enterprise.industry.value, options.industry);
  take(enterprise.size.value, options.size);
  take(enterprise.revenue.value, options.revenue);
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

// The file that lets an editor offer the questions of the bank, and check what is typed.
std::string schema_name(const Bank& bank) {
  return bank.id.value + "-" + bank.version + "-answers.schema.json";
}

// Beside the answer file; the diagnoses of a folder share it.
bool write_schema(const Bank& bank, const std::string& answers, Language language, Env& env,
                  Diagnostics& diagnostics) {
  const std::string path = join_path(parent_path(answers), schema_name(bank));
  if (env.files.kind(path) != PathKind::missing) return true;
  return env.files.write(path, schema::answers_schema(&bank, language), diagnostics);
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
    if (!ask_registration(bank, answers, dialogue, options)) return ExitCode::cannot;
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
  if (!options.no_schema) sheet = schema::modeline(schema_name(bank)) + sheet;
  Diagnostics writing;
  const bool is_written =
      env.files.write(options.file, sheet, writing) &&
      (options.no_schema || write_schema(bank, options.file, language, env, writing));
  if (!is_written) {
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
