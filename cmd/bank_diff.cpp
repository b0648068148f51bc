// `assess bank diff`: what changed between two versions of a bank, and for whom.
#include "bank.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include <assess/answers/read.hpp>
#include <assess/authoring/bank_diff.hpp>
#include <assess/authoring/impact.hpp>
#include <assess/diag/rules.hpp>
#include <assess/render/authoring.hpp>
#include <assess/yaml/node.hpp>

#include <utility>

namespace assess::cmd {
namespace {

using authoring::ImpactState;
using authoring::Step;

// `a major step is due`, with the version that this makes where it can be told.
Text due_words(const authoring::BankDiff& diff, const std::string& before) {
  const std::string next = authoring::next_version(before, diff.due);
  const bool is_major = diff.due == Step::major;
  Text out{is_major ? "应提高第一位" : "应提高第二位",
           is_major ? "a major step is due" : "a minor step is due"};
  if (next.empty()) return out;
  return {out.zh + "，即 `" + next + "`", out.en + ": `" + next + "`"};
}

void judge_versions(const render::BankComparison& comparison, Diagnostics& diagnostics) {
  const authoring::BankDiff& diff = comparison.diff;
  const std::string& before = comparison.before->version;
  const std::string& after = comparison.after->version;
  if (diff.is_version_missing()) {
    diagnostics.report(rules::bank_version_not_raised, std::nullopt, before, after,
                       due_words(diff, before));
  } else if (diff.due > Step::patch && diff.taken < diff.due) {
    diagnostics.report(rules::bank_version_step, std::nullopt, before, after,
                       due_words(diff, before));
  }
  for (const Question* question : diff.kept_and_replacing) {
    diagnostics.report(rules::bank_replaces, std::nullopt, question->id.value,
                       question->replaces.value,
                       Text{"但它在旧题库中已是另一道题，作答无法转到它名下",
                            "but was in the old bank itself, so nothing can be carried to it"});
  }
}

std::optional<Answers> read_answer_file(const InputFile& input, Env& env,
                                        std::vector<Finding>& findings) {
  SourceMap sources;
  Diagnostics diagnostics;
  auto text = input.is_stdin || input.is_read ? std::optional(input.text)
                                              : env.files.read(input.path, diagnostics);
  std::optional<Answers> answers;
  if (text) {
    const auto tree = yaml::parse(sources, sources.add(input.path, *std::move(text)), diagnostics);
    if (tree) answers = read_answers(tree->root(), diagnostics);
  }
  if (answers && !diagnostics.has_errors()) return answers;
  for (Finding& finding : resolve(sources, diagnostics)) findings.push_back(std::move(finding));
  return std::nullopt;
}

void look_at_answers(const InputList& inputs, render::BankComparison& comparison, Env& env) {
  comparison.has_answers = true;
  for (const InputFile& input : inputs.files) {
    render::BankComparison::File file{input.path, {}};
    if (const auto answers = read_answer_file(input, env, comparison.run.findings)) {
      file.impact = authoring::impact_of(*answers, *comparison.before, *comparison.after);
    } else {
      file.impact.state = ImpactState::unreadable;
    }
    comparison.files.push_back(std::move(file));
  }
}

ExitCode judged(const render::BankComparison& comparison) {
  if (comparison.count(ImpactState::unreadable) > 0) return ExitCode::cannot;
  const bool is_bad = comparison.diff.is_version_missing() ||
                      !comparison.diff.kept_and_replacing.empty() ||
                      comparison.count(ImpactState::breaks) > 0;
  return is_bad ? ExitCode::no : ExitCode::yes;
}

}  // namespace

ExitCode run(const BankDiffOptions& options, Env& env) {
  const CommonOptions& common = options.common;
  BankShelf shelf(env);
  const auto before = usable_bank(options.before, common, shelf, env);
  const auto after = usable_bank(options.after, common, shelf, env);
  if (!before || !after) return ExitCode::cannot;
  tell_choices({before.get(), after.get()}, common, env);
  render::BankComparison comparison;
  comparison.before = before->bank.get();
  comparison.after = after->bank.get();
  comparison.diff = authoring::compare_banks(*before->bank, *after->bank);
  comparison.run.command = "bank diff";
  Diagnostics diagnostics;
  if (!options.answers.paths.empty()) {
    const auto inputs = find_inputs(options.answers, Wanted::answers, env, diagnostics);
    if (!inputs || diagnostics.has_errors()) {
      say(diagnostics, common, env);
      return ExitCode::cannot;
    }
    look_at_answers(*inputs, comparison, env);
  }
  judge_versions(comparison, diagnostics);
  for (Finding& finding : resolve(SourceMap(), diagnostics)) {
    comparison.run.findings.push_back(std::move(finding));
  }
  comparison.run.exit_code = judged(comparison);
  render::Context context = context_for(common, env);
  if (common.quiet > 1) return comparison.run.exit_code;
  if (options.json) {
    context.language = common.language.value_or(Language::en);
    env.out.write(render::bank_diff_json(comparison, context));
  } else {
    env.out.write(render::bank_diff_text(comparison, context));
    say(comparison.run.findings, common, env);
  }
  return comparison.run.exit_code;
}

}  // namespace assess::cmd
