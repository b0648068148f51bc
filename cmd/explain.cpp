// `assess explain`: the page of a rule, or a question with its options and help.
#include "banks.hpp"
#include "output.hpp"
#include "rule_pages.hpp"
#include <assess/base/nearest.hpp>
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/render/json_values.hpp>
#include <assess/render/style.hpp>
#include <assess/render/text_table.hpp>

#include <fmt/format.h>

namespace assess::cmd {
namespace {

using render::Json;

Json rule_value(const RuleInfo& rule, const std::optional<Language>& language) {
  return {{"id", rule.id},
          {"severity", severity_name(rule.severity)},
          {"summary", render::text_value(rule.summary.text())},
          {"help", render::text_value(rule.help.text())},
          {"page", rule_page(rule_pages, rule.id, language.value_or(Language::en))}};
}

std::string rule_text(const RuleInfo& rule, const render::Context& context) {
  std::string out = render::styled(rule.id, render::Style::bold, context.colour);
  out +=
      fmt::format("  ({})\n{}\n", severity_name(rule.severity), rule.summary.in(context.language));
  const std::string page = rule_page(rule_pages, rule.id, context.language);
  if (!page.empty()) out += "\n" + page;
  const std::string_view help = rule.help.in(context.language);
  if (!help.empty()) {
    out += fmt::format("\n{}{}\n", Words{"怎样改正：", "Remedy: "}.in(context.language), help);
  }
  return out;
}

std::string all_rules_text(const render::Context& context) {
  render::TextTable table({render::Align::left, render::Align::left, render::Align::left});
  for (const RuleInfo* rule : rules::all) {
    table.row({std::string(rule->id), std::string(severity_name(rule->severity)),
               std::string(rule->summary.in(context.language))});
  }
  return table.text(0, context.colour);
}

std::string all_rules_json(const CommonOptions& common) {
  Json list = Json::array();
  for (const RuleInfo* rule : rules::all) list.push_back(rule_value(*rule, common.language));
  return render::written({{"schema_version", render::schema_version}, {"rules", std::move(list)}});
}

// Looks in the bank that was named, else in all that can be found.
bool explain_question(const ExplainOptions& options, const render::Context& context, Env& env,
                      Diagnostics& diagnostics, std::vector<std::string>& known) {
  BankShelf shelf(env);
  std::vector<std::string> paths;
  const std::string named = shelf.resolve_option(options.banks, diagnostics);
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
  const render::Context context = context_for(options.common, env);
  if (options.all) {
    env.out.write(options.json ? all_rules_json(options.common) : all_rules_text(context));
    return ExitCode::yes;
  }
  std::string name;
  for (const char c : options.topic) {
    name += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  if (const RuleInfo* rule = rules::find(name)) {
    env.out.write(options.json ? render::written(rule_value(*rule, options.common.language))
                               : rule_text(*rule, context));
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
  }
  say(diagnostics, options.common, env);
  return ExitCode::cannot;
}

}  // namespace assess::cmd
