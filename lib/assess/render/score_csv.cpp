// The result of `score` as a table for spreadsheets: one row a file.
#include <assess/render/csv.hpp>
#include <assess/render/render.hpp>
#include <assess/render/score_rows.hpp>

#include <algorithm>

namespace assess::render {
namespace {

std::string number(const std::optional<Fraction>& value) {
  return value ? value->shortest(6) : std::string();
}

}  // namespace

std::vector<std::string> score_cells(const RunFile& file, const ScoreColumns& columns) {
  std::vector<std::string> cells;
  cells.reserve(columns.count());
  cells.push_back(file.path);
  cells.emplace_back(outcome_name(file.outcome));
  if (!file.diagnosis) return cells;
  const Diagnosis& diagnosis = *file.diagnosis;
  const Bank& bank = *diagnosis.bank;
  const Scorecard& card = diagnosis.card;
  cells.push_back(bank.id.value + "@" + bank.version);
  cells.push_back(diagnosis.answers.enterprise.name);
  cells.push_back(diagnosis.answers.enterprise.uscc.value);
  cells.push_back(diagnosis.answers.variant.value);
  cells.push_back(std::to_string(card.attained));
  cells.push_back(card.total.shortest(6));
  for (std::size_t i = 0; i < columns.levels; ++i) {
    cells.push_back(i < card.levels.size() ? number(card.levels[i].score) : std::string());
  }
  const LevelScore& current = card.levels[card.begun_level()];
  for (const std::string& id : columns.sections) {
    const auto area = bank.find_area(id);
    const auto place = area ? diagnosis.sheet->find(*area) : std::nullopt;
    cells.push_back(place ? number(current.areas[*place].score) : std::string());
  }
  return cells;
}

void add_columns(const Bank& bank, ScoreColumns& columns) {
  columns.levels = std::max(columns.levels, bank.levels.size());
  for (const AreaId section : bank.sections()) {
    const std::string& id = bank.area(section).id.value;
    const auto& known = columns.sections;
    if (std::find(known.begin(), known.end(), id) == known.end()) columns.sections.push_back(id);
  }
}

std::string score_head(const ScoreColumns& columns) {
  std::vector<std::string> head(score_columns.begin(), score_columns.end());
  for (std::size_t i = 1; i <= columns.levels; ++i) head.push_back("level_" + std::to_string(i));
  for (const std::string& id : columns.sections) head.push_back("section_" + id);
  return csv_row(head);
}

std::string score_csv(const Run& run, const Context&) {
  ScoreColumns columns;
  for (const RunFile& file : run.files) {
    if (file.diagnosis) add_columns(*file.diagnosis->bank, columns);
  }
  std::string out = score_head(columns);
  for (const RunFile& file : run.files) {
    std::vector<std::string> cells = score_cells(file, columns);
    cells.resize(columns.count());
    out += csv_row(cells);
  }
  return out;
}

}  // namespace assess::render
