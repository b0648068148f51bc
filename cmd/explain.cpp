// `assess explain`: the page of a rule, or a question with its options and help.
#include "banks.hpp"
#include "explain_area.hpp"
#include "output.hpp"
#include "rule_pages.hpp"
#include <assess/base/nearest.hpp>
#include <assess/diag/rules.hpp>

namespace assess::cmd {
namespace {

ExitCode explain_all(const ExplainOptions& options, const render::Context& context, Env& env) {
  std::vector<render::RulePage> pages;
  for (const RuleInfo* rule : rules::all) pages.push_back(page_of(*rule, context.language));
  env.out.write(options.json ? render::rule_list_json(pages)
                             : render::rule_list_text(pages, context));
  return ExitCode::yes;
}

// Looks in the bank that was named, else in all that can be found.
bool explain_question(const ExplainOptions& options, const render::Context& context, Env& env,
                      Diagnostics& diagnostics, std::vector<std::string>& known) {
  BankShelf shelf(env);
  std::vector<std::string> paths;
  const std::string named = shelf.resolve_option(options.input.banks, diagnostics);
  if (diagnostics.has_errors()) return false;
  if (named.empty()) {
    paths = shelf.list();
  } else {
    paths.push_back(named);
  }
  for (const std::string& path : paths) {
    const auto loaded = shelf.load(path);
    if (!loaded->bank) continue;
    const auto question = loaded->bank->find_question(options.topic);
    if (question) {
      env.out.write(options.json ? render::question_json(*loaded->bank, *question)
                                 : render::question_text(*loaded->bank, *question, context));
      return true;
    }
    for (const Question& other : loaded->bank->questions) known.push_back(other.id.value);
  }
  return false;
}

}  // namespace

ExitCode run(const ExplainOptions& options, Env& env) {
  render::Context context = context_for(options.common, env);
  // JSON is for machines: its language follows only --lang and ASSESS_LANG.
  if (options.json) context.language = options.common.language.value_or(Language::en);
  if (options.all) return explain_all(options, context, env);
  if (!options.area.empty()) return explain_area(options, env);
  std::string name;
  for (const char c : options.topic) {
    name += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  if (const RuleInfo* rule = rules::find(name)) {
    const render::RulePage page = page_of(*rule, context.language);
    env.out.write(options.json ? render::rule_json(page) : render::rule_text(page, context));
    return ExitCode::yes;
  }
  Diagnostics diagnostics;
  std::vector<std::string> known;
  for (const RuleInfo* rule : rules::all) known.emplace_back(rule->id);
  if (explain_question(options, context, env, diagnostics, known)) return ExitCode::yes;
  if (!diagnostics.has_errors()) {
    auto& fault = diagnostics.report(rules::cli_unknown_rule, std::nullopt, options.topic);
    if (const auto near = nearest(options.topic, known)) {
      fault.help = {"是否想查 `" + *near + "`？", "did you mean `" + *near + "`?"};
    }
    if (env.files.kind(options.topic) == PathKind::file) {
      fault.help = {"答卷后面还要写能力项：`assess explain 文件 能力项[@等级]`",
                    "behind an answer file an area is to be named: `assess explain FILE "
                    "AREA[@LEVEL]`"};
    }
  }
  say(diagnostics, options.common, env);
  return ExitCode::cannot;
}

}  // namespace assess::cmd
