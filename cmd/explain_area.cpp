#include "explain_area.hpp"

#include "diagnose.hpp"
#include "output.hpp"
#include <assess/bank/area_names.hpp>
#include <assess/base/nearest.hpp>
#include <assess/diag/rules.hpp>
#include <assess/render/breakdown.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::cmd {
namespace {

// What is to be explained: an area, or a whole level, which is an index into the levels.
struct Topic {
  std::optional<AreaId> area;
  std::size_t level = 0;
};

// The first few of them, as each language separates them.
Text listed(const std::vector<std::string>& words) {
  constexpr std::size_t most = 20;
  Text out;
  for (std::size_t i = 0; i < std::min(words.size(), most); ++i) {
    out.zh += (i == 0 ? "" : "、") + words[i];
    out.en += (i == 0 ? "" : ", ") + words[i];
  }
  if (words.size() > most) out = {out.zh + "…", out.en + " …"};
  return out;
}

void report_unknown_area(const Bank& bank, const std::string& name, Diagnostics& diagnostics) {
  auto& fault = diagnostics.report(rules::cli_unknown_area, std::nullopt, name, bank.id.value);
  std::vector<std::string> known;
  for (const Area& area : bank.areas) known.push_back(area.id.value);
  for (const Area& area : bank.areas) known.push_back(area.title.en);
  if (const auto near = nearest(name, known)) {
    fault.help = {"是否想写 `" + *near + "`？", "did you mean `" + *near + "`?"};
  }
}

void report_ambiguous(const Bank& bank, const std::string& name, const std::vector<AreaId>& areas,
                      Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  for (const AreaId area : areas) ids.push_back("`" + bank.area(area).id.value + "`");
  const Text list = listed(ids);
  auto& fault = diagnostics.report(
      rules::cli_usage, std::nullopt,
      Text{fmt::format("有 {} 个能力项名为 `{}`：{}", areas.size(), name, list.zh),
           fmt::format("{} areas are called `{}`: {}", areas.size(), name, list.en)});
  fault.help = {"请用其中一个标识", "name one of them by its id"};
}

// Levels are looked for by their number, so that one does not depend on their places.
std::optional<std::size_t> find_level(const Bank& bank, const std::string& word,
                                      Diagnostics& diagnostics) {
  std::vector<std::string> numbers;
  for (std::size_t i = 0; i < bank.levels.size(); ++i) {
    numbers.push_back(std::to_string(bank.levels[i].number.value));
    if (numbers.back() == word) return i;
  }
  const Text list = listed(numbers);
  diagnostics.report(
      rules::cli_bad_value, std::nullopt, "@LEVEL",
      Text{"题库中的等级（" + list.zh + "）", "a level of the bank (" + list.en + ")"}, word);
  return std::nullopt;
}

// `AREA`, `AREA@LEVEL`, `@LEVEL`. A title may hold the sign itself, so the whole of it is tried
// first. nullopt after a report.
std::optional<Topic> find_topic(const Diagnosis& diagnosis, const std::string& words,
                                Diagnostics& diagnostics) {
  const Bank& bank = *diagnosis.bank;
  Topic topic{.area = {}, .level = diagnosis.card.begun_level()};
  std::string name = words;
  auto areas = find_areas_called(bank, name);
  const auto sign = words.rfind('@');
  if (areas.empty() && sign != std::string::npos) {
    name = words.substr(0, sign);
    areas = find_areas_called(bank, name);
    const std::string number = words.substr(sign + 1);
    if (!number.empty()) {
      const auto level = find_level(bank, number, diagnostics);
      if (level) topic.level = *level;
    }
  }
  if (areas.empty() && !name.empty()) report_unknown_area(bank, name, diagnostics);
  if (areas.size() > 1) report_ambiguous(bank, name, areas, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  if (!areas.empty()) topic.area = areas.front();
  return topic;
}

// The file that is asked about, read and scored; without a diagnosis after a report.
Diagnosed diagnose_file(const ExplainOptions& options, BankShelf& shelf, Env& env,
                        Diagnostics& diagnostics) {
  const std::string bank_path = shelf.resolve_option(options.input.banks, diagnostics);
  if (diagnostics.has_errors()) return {};
  const auto inputs = find_inputs(options.input, Wanted::answers, env, diagnostics);
  if (!inputs || diagnostics.has_errors()) return {};
  if (inputs->files.size() != 1) {
    diagnostics.report(
        rules::cli_usage, std::nullopt,
        Text{"`explain` 一次只看一份答卷", "`explain` looks at one answer file at a time"});
    return {};
  }
  return diagnose(inputs->files.front(), bank_path, Depth::score, {}, shelf, env);
}

}  // namespace

ExitCode explain_area(const ExplainOptions& options, Env& env) {
  Diagnostics diagnostics;
  BankShelf shelf(env);
  const Diagnosed diagnosed = diagnose_file(options, shelf, env, diagnostics);
  tell_bank(diagnosed.bank.get(), options.common, env);
  say(diagnosed.findings, options.common, env);
  std::optional<Topic> topic;
  if (diagnosed.file.diagnosis) {
    topic = find_topic(*diagnosed.file.diagnosis, options.area, diagnostics);
  }
  say(diagnostics, options.common, env);
  if (!topic) return ExitCode::cannot;
  const Diagnosis& diagnosis = *diagnosed.file.diagnosis;
  const auto breakdown = report::find_breakdown(diagnosis, topic->area, topic->level);
  const std::string& path = diagnosed.file.path;
  env.out.write(options.json ? render::breakdown_json(diagnosis, breakdown, path)
                             : render::breakdown_text(diagnosis, breakdown, path,
                                                      context_for(options.common, env)));
  return ExitCode::yes;
}

}  // namespace assess::cmd
