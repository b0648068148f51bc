// A bank and its questions as people read them on a terminal.
#include <assess/base/utf8.hpp>
#include <assess/render/paragraph.hpp>
#include <assess/render/text_table.hpp>
#include <assess/report/figures.hpp>

#include <fmt/format.h>

namespace assess::render {
namespace {

std::string words(Words w, Language language) {
  return std::string(w.in(language));
}

std::string title(std::string_view text, const Context& context) {
  return "\n" + styled(text, Style::bold, context.colour) + "\n";
}

std::string level_section(const Bank& bank, const Context& context) {
  std::string out = title(words({"等级", "Levels"}, context.language), context);
  for (const Level& level : bank.levels) {
    out += fmt::format("  {} {}  {} {}\n", level.number.value,
                       safe_to_show(level.title.in(context.language)),
                       words({"达标线", "threshold"}, context.language),
                       report::shown_number(level.threshold.value));
    if (!level.description.empty()) {
      out += paragraph(level.description.in(context.language), 4, context);
    }
  }
  return out;
}

int questions_in(const Bank& bank, AreaId area, int level) {
  int number = 0;
  for (const Question& question : bank.questions) {
    if (question.level != level) continue;
    for (std::optional<AreaId> at = question.area; at; at = bank.area(*at).parent) {
      if (*at == area) ++number;
    }
  }
  return number;
}

std::string tree_section(const Bank& bank, const Context& context) {
  const Language language = context.language;
  std::vector<Align> columns{Align::left, Align::left};
  std::vector<std::string> head{words({"能力项", "area"}, language),
                                words({"标识", "id"}, language)};
  for (std::size_t i = 0; i < bank.weight_sets(); ++i) {
    columns.push_back(Align::right);
    head.push_back(bank.variants.empty() ? words({"权重", "weight"}, language)
                                         : safe_to_show(bank.variants[i].id.value));
  }
  for (const Level& level : bank.levels) {
    columns.push_back(Align::right);
    head.push_back("L" + std::to_string(level.number.value));
  }
  columns.push_back(Align::left);
  head.push_back({});
  TextTable table(columns);
  table.head(std::move(head));
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    const Area& area = bank.areas[i];
    const AreaId id{static_cast<std::uint32_t>(i)};
    std::string name(area.depth * 2, ' ');
    if (area.section) name += std::to_string(area.section->value) + " ";
    name += safe_to_show(area.title.in(language));
    std::vector<std::string> cells{std::move(name), safe_to_show(area.id.value)};
    for (const auto& weight : area.weights) {
      cells.push_back(weight ? report::shown_number(weight->value.value) : "-");
    }
    for (const Level& level : bank.levels) {
      cells.push_back(std::to_string(questions_in(bank, id, level.number.value)));
    }
    cells.push_back(area.is_tailorable ? words({"可裁剪", "may be tailored out"}, language)
                                       : std::string());
    table.row(std::move(cells));
  }
  return title(words({"模型：权重与题数", "Model: weights and questions"}, language), context) +
         table.text(2, context.colour);
}

std::string scoring_section(const Bank& bank, const Context& context) {
  const Language language = context.language;
  TextTable table({Align::left, Align::left});
  const Scoring& scoring = bank.scoring;
  table.row({"progression", std::string(progression_name(scoring.progression))});
  table.row({"empty_area", std::string(empty_area_name(scoring.empty_area))});
  table.row({"not_applicable", std::string(not_applicable_name(scoring.not_applicable))});
  table.row({"satisfied_counts", std::string(satisfied_counts_name(scoring.satisfied_counts))});
  if (scoring.weights_sum) {
    table.row({"weights_sum", report::shown_number(scoring.weights_sum->value)});
  }
  return title(words({"评分规则", "Scoring"}, language), context) + table.text(2, context.colour);
}

std::string list_section(const Bank& bank, const Context& context) {
  const Language language = context.language;
  std::string out;
  if (!bank.indicators.empty()) {
    out += title(words({"成效类指标", "Indicators"}, language), context);
    TextTable table({Align::left, Align::left, Align::left});
    for (const Indicator& indicator : bank.indicators) {
      table.row({safe_to_show(indicator.id.value), safe_to_show(indicator.title.in(language)),
                 safe_to_show(indicator.unit)});
    }
    out += table.text(2, context.colour);
  }
  if (!bank.origins.empty()) {
    out += title(words({"出处", "Provenance"}, language), context);
    for (const Origin& origin : bank.origins) {
      out += fmt::format("  {} ({})\n", safe_to_show(origin.key.value),
                         confidence_name(origin.confidence));
      out += paragraph(origin.text.in(language), 4, context);
    }
  }
  return out;
}

}  // namespace

std::string bank_text(const Bank& bank, const Context& context) {
  const Language language = context.language;
  std::string out =
      styled(fmt::format("{}@{}  {}", safe_to_show(bank.id.value), safe_to_show(bank.version),
                         safe_to_show(bank.title.in(language))),
             Style::bold, context.colour) +
      "\n";
  if (!bank.description.empty()) out += paragraph(bank.description.in(language), 2, context);
  out += fmt::format("  sha256 {}\n", bank.sha256);
  if (!bank.instructions.empty()) {
    out += title(words({"填报说明", "Instructions"}, language), context);
    out += paragraph(bank.instructions.in(language), 2, context);
  }
  out += level_section(bank, context);
  for (const Variant& variant : bank.variants) {
    if (&variant == &bank.variants.front()) {
      out += title(words({"企业类型", "Variants"}, language), context);
    }
    out += fmt::format("  {}  {}\n", safe_to_show(variant.id.value),
                       safe_to_show(variant.title.in(language)));
    if (!variant.description.empty()) {
      out += paragraph(variant.description.in(language), 4, context);
    }
  }
  return out + tree_section(bank, context) + scoring_section(bank, context) +
         list_section(bank, context);
}

std::string question_text(const Bank& bank, QuestionId id, const Context& context) {
  const Language language = context.language;
  const Question& question = bank.question(id);
  const Area& area = bank.area(question.area);
  std::string out = styled(fmt::format("{}  {} · {} {}", safe_to_show(question.id.value),
                                       safe_to_show(area.title.in(language)),
                                       words({"等级", "level"}, language), question.level),
                           Style::bold, context.colour);
  out += "\n" + paragraph(question.text.in(language), 0, context) + "\n";
  int width = 0;
  for (const Option& option : question.options) {
    width = std::max(width, display_width(report::shown_number(option.score)) + 2);
  }
  for (const Option& option : question.options) {
    const std::string head =
        fmt::format("  {}  {}  ", safe_to_show(option.key.value),
                    pad_right("(" + report::shown_number(option.score) + ")", width));
    const std::string text = paragraph(option.text.in(language), display_width(head), context);
    out += head + text.substr(std::min(text.find_first_not_of(' '), text.size()));
  }
  const auto part = [&](Words head, const Text& text) {
    if (text.empty()) return;
    out += title(head.in(language), context) + paragraph(text.in(language), 2, context);
  };
  part({"说明与证据", "What is meant, and evidence"}, question.help);
  part({"怎样达到满分", "How to reach the full answer"}, question.advice);
  if (!question.requirement.empty()) {
    out += fmt::format("\n{} {}\n", words({"对应要求：", "Requirement:"}, language),
                       safe_to_show(question.requirement));
  }
  return out;
}

}  // namespace assess::render
