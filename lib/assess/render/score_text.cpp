// The result of `score` as people read it on a terminal.
#include <assess/base/utf8.hpp>
#include <assess/render/render.hpp>
#include <assess/render/text_table.hpp>
#include <assess/report/among.hpp>
#include <assess/report/figures.hpp>

#include <fmt/format.h>

namespace assess::render {
namespace {

using report::shown_score;

std::string words(Words w, Language language) {
  return std::string(w.in(language));
}

std::string title_line(const RunFile& file, const Context& context) {
  const Diagnosis& diagnosis = *file.diagnosis;
  const Bank& bank = *diagnosis.bank;
  std::string out = styled(safe_to_show(file.path), Style::bold, context.colour);
  out += fmt::format("  {}  {}@{}", safe_to_show(diagnosis.answers.enterprise.name),
                     safe_to_show(bank.id.value), safe_to_show(bank.version));
  const std::string variant = report::shown_variant(diagnosis, context.language);
  if (!variant.empty()) out += "  " + safe_to_show(variant);
  return out + "\n";
}

std::string result_line(const Diagnosis& diagnosis, const Context& context) {
  const Language language = context.language;
  return fmt::format("  {}{}    {}{} / {}\n", words({"达到等级：", "attained level: "}, language),
                     styled(safe_to_show(report::shown_attained(diagnosis, language)), Style::bold,
                            context.colour),
                     words({"总分：", "total: "}, language),
                     styled(report::shown_total(diagnosis), Style::bold, context.colour),
                     diagnosis.card.levels.size());
}

std::string level_table(const Diagnosis& diagnosis, const Context& context) {
  const Language language = context.language;
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::left});
  table.head({words({"等级", "level"}, language), words({"得分", "score"}, language),
              words({"达标线", "threshold"}, language), words({"已答", "answered"}, language),
              words({"状态", "state"}, language)});
  for (std::size_t i = 0; i < diagnosis.card.levels.size(); ++i) {
    const LevelScore& level = diagnosis.card.levels[i];
    table.row({safe_to_show(report::shown_level(diagnosis.bank->levels[i], language)),
               shown_score(level.score, level.threshold), report::shown_number(level.threshold),
               report::shown_tally(level.tally), report::shown_state(level, language)});
    if (level.is_satisfied) table.style(4, Style::good);
    if (level.is_open && level.score && !level.is_satisfied) table.style(4, Style::warning);
  }
  return table.text(2, context.colour);
}

// An area of the table of areas: its own score at the level worked on, and its own level.
void add_area_row(TextTable& table, const Diagnosis& diagnosis, std::size_t place, std::string name,
                  const LevelScore& current) {
  const AreaScore& score = current.areas[place];
  const auto& level = diagnosis.card.areas[place].level;
  table.row({std::move(name), shown_score(score.score, current.threshold),
             level ? std::to_string(*level) : std::string(report::dash),
             report::shown_tally(score.tally)});
  if (score.score && *score.score < current.threshold) table.style(1, Style::warning);
}

std::string area_table(const Diagnosis& diagnosis, const Context& context) {
  const Language language = context.language;
  const Bank& bank = *diagnosis.bank;
  const LevelScore& current = diagnosis.card.levels[diagnosis.card.begun_level()];
  TextTable table({Align::left, Align::right, Align::right, Align::right});
  table.head({words({"能力项（等级 ", "area (level "}, language) + std::to_string(current.level) +
                  words({"）", ")"}, language),
              words({"得分", "score"}, language), words({"等级", "level"}, language),
              words({"已答", "answered"}, language)});
  for (std::size_t i = 0; i < diagnosis.sheet->areas.size(); ++i) {
    const Area& area = bank.area(diagnosis.sheet->areas[i].area);
    // The only sub-domain of a domain, under the same name, would be told twice.
    const Area* above = area.parent ? &bank.area(*area.parent) : nullptr;
    const bool repeats =
        above != nullptr && above->children.size() == 1 && above->title == area.title;
    if (repeats) continue;
    std::string name(area.depth * 2, ' ');
    name += safe_to_show(area.title.in(language));
    add_area_row(table, diagnosis, i, std::move(name), current);
  }
  return table.text(2, context.colour);
}

std::string section_table(const Diagnosis& diagnosis, const Context& context) {
  const Language language = context.language;
  if (diagnosis.card.sections.empty()) return {};
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::left});
  const auto& level = diagnosis.card.sections.front().level;
  const std::string number = level ? words({"（等级 ", " (level "}, language) +
                                         std::to_string(*level) + words({"）", ")"}, language)
                                   : std::string();
  table.head({words({"章", "section"}, language) + number, words({"题数", "questions"}, language),
              words({"已答", "answered"}, language), words({"裁切", "tailored"}, language),
              words({"进度", "progress"}, language)});
  for (const SectionProgress& section : diagnosis.card.sections) {
    const Area& area = diagnosis.bank->area(section.area);
    table.row({fmt::format("{} {}", area.section->value, safe_to_show(area.title.in(language))),
               std::to_string(section.tally.questions),
               std::to_string(section.tally.answered + section.tally.not_applicable),
               std::to_string(section.tailored),
               std::string(report::shown_section_state(section.state, language))});
  }
  return table.text(2, context.colour);
}

std::string out_line(const Diagnosis& diagnosis, const Context& context) {
  std::string tailored;
  for (const OutArea& out : diagnosis.sheet->out) {
    if (out.reason != OutReason::tailored) continue;
    if (!tailored.empty()) tailored += words({"、", ", "}, context.language);
    tailored += safe_to_show(diagnosis.bank->area(out.area).title.in(context.language));
  }
  if (tailored.empty()) return {};
  return fmt::format("  {}{}\n", words({"已裁剪：", "tailored out: "}, context.language), tailored);
}

std::string gate_lines(const Diagnosis& diagnosis, const Context& context) {
  std::string out;
  for (const GateResult& gate : diagnosis.verdict.gates) {
    const std::string word = styled(gate.passed ? "PASS" : "FAIL",
                                    gate.passed ? Style::good : Style::bad, context.colour);
    out += fmt::format("  {}  {} {} {} {}\n", word, safe_to_show(gate.name.in(context.language)),
                       gate.actual.value_or(std::string(report::dash)), gate.passed ? gate.op : "<",
                       gate.limit);
  }
  return out;
}

std::string among_table(const RunFile& file, const Context& context) {
  if (!file.placement) return {};
  const auto rows = report::among_rows(*file.diagnosis, *file.placement, context.language);
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right});
  const Language language = context.language;
  table.head({words({"在同行中", "among others"}, language), words({"总分", "total"}, language),
              words({"百分位", "percentile"}, language),
              words({"同行中位", "their median"}, language),
              words({"同行份数", "members"}, language)});
  for (const auto* part : {&rows.totals, &rows.sections}) {
    for (const report::AmongRow& row : *part) {
      table.row({safe_to_show(row.name), row.value, row.rank, row.median, row.members});
    }
  }
  return "\n" + table.text(2, context.colour);
}

std::string unreadable_line(const RunFile& file, const Context& context) {
  return fmt::format("{}  {}\n", styled(safe_to_show(file.path), Style::bold, context.colour),
                     words({"无法评分", "cannot be scored"}, context.language));
}

}  // namespace

std::string score_summary(const Run& run, Language language) {
  int scored = 0;
  int failed = 0;
  int unreadable = 0;
  for (const RunFile& file : run.files) {
    if (file.outcome == Outcome::unreadable) ++unreadable;
    if (file.outcome != Outcome::unreadable) ++scored;
    if (file.outcome == Outcome::failed) ++failed;
  }
  const auto files = run.files.size();
  if (language == Language::zh) {
    std::string out =
        fmt::format("{} 个文件：{} 个已评分，{} 个无法评分", files, scored, unreadable);
    if (run.has_gates) out += fmt::format("，{} 个未过门槛", failed);
    if (run.skipped > 0) out += fmt::format("，跳过 {} 个其他文件", run.skipped);
    return out + "\n";
  }
  std::string out = fmt::format("{} {}: {} scored, {} not scored", files,
                                files == 1 ? "file" : "files", scored, unreadable);
  if (run.has_gates) out += fmt::format(", {} under a gate", failed);
  if (run.skipped > 0) {
    out += fmt::format(", skipped {} other {}", run.skipped, run.skipped == 1 ? "file" : "files");
  }
  return out + "\n";
}

std::string score_text(const Run& run, const Context& context) {
  std::string out;
  for (const RunFile& file : run.files) {
    if (!out.empty()) out += "\n";
    if (!file.diagnosis) {
      out += unreadable_line(file, context);
      continue;
    }
    const Diagnosis& diagnosis = *file.diagnosis;
    out += title_line(file, context) + result_line(diagnosis, context) + "\n";
    out += level_table(diagnosis, context) + "\n";
    out += area_table(diagnosis, context) + "\n";
    const std::string sections = section_table(diagnosis, context);
    if (!sections.empty()) out += sections;
    out += out_line(diagnosis, context);
    out += among_table(file, context);
    const std::string gates = gate_lines(diagnosis, context);
    if (!gates.empty()) out += "\n" + gates;
  }
  if (context.summary && (run.files.size() != 1 || run.skipped > 0)) {
    if (!out.empty()) out += "\n";
    out += score_summary(run, context.language);
  }
  return out;
}

}  // namespace assess::render
