// `bank stats`: how many questions a bank asks, by lowest area and level.
#include <assess/base/utf8.hpp>
#include <assess/render/json_values.hpp>
#include <assess/render/text_table.hpp>

#include <fmt/format.h>

namespace assess::render {
namespace {

// Counts by area (of the bank) and level (in its order).
std::vector<std::vector<int>> count_questions(const Bank& bank) {
  std::vector<std::vector<int>> counts(bank.areas.size(), std::vector<int>(bank.levels.size()));
  for (const Question& question : bank.questions) {
    for (std::size_t level = 0; level < bank.levels.size(); ++level) {
      const bool is_this = bank.levels[level].number.value == question.level;
      if (is_this) ++counts[question.area.index][level];
    }
  }
  return counts;
}

}  // namespace

std::string bank_stats_text(const Bank& bank, const Context& context) {
  const auto say = [&](Words words) { return std::string(words.in(context.language)); };
  const auto counts = count_questions(bank);
  std::vector<Align> columns{Align::left, Align::left, Align::left};
  std::vector<std::string> head{say({"编号", "number"}), say({"能力项", "area"}),
                                say({"标识", "id"})};
  for (const Level& level : bank.levels) {
    columns.push_back(Align::right);
    head.push_back("L" + std::to_string(level.number.value));
  }
  columns.push_back(Align::right);
  head.push_back(say({"合计", "total"}));
  TextTable table(columns);
  table.head(std::move(head));
  std::vector<int> sums(bank.levels.size());
  int all = 0;
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    const Area& area = bank.areas[i];
    if (!area.is_leaf()) continue;
    std::vector<std::string> cells{bank.area_number(AreaId{static_cast<std::uint32_t>(i)}),
                                   safe_to_show(area.title.in(context.language)),
                                   safe_to_show(area.id.value)};
    int row = 0;
    for (std::size_t level = 0; level < bank.levels.size(); ++level) {
      cells.push_back(std::to_string(counts[i][level]));
      row += counts[i][level];
      sums[level] += counts[i][level];
    }
    all += row;
    cells.push_back(std::to_string(row));
    table.row(std::move(cells));
  }
  std::vector<std::string> last{{}, say({"合计", "total"}), {}};
  for (const int sum : sums) last.push_back(std::to_string(sum));
  last.push_back(std::to_string(all));
  table.row(std::move(last));
  return fmt::format("{}@{}\n", safe_to_show(bank.id.value), safe_to_show(bank.version)) +
         table.text(2, context.colour);
}

std::string bank_stats_json(const Bank& bank) {
  const auto counts = count_questions(bank);
  Json out{{"schema_version", schema_version},
           {"id", bank.id.value},
           {"version", bank.version},
           {"questions", static_cast<int>(bank.questions.size())},
           {"areas", Json::array()}};
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    if (!bank.areas[i].is_leaf()) continue;
    Json levels = Json::array();
    for (std::size_t level = 0; level < bank.levels.size(); ++level) {
      levels.push_back(
          {{"level", bank.levels[level].number.value}, {"questions", counts[i][level]}});
    }
    out["areas"].push_back({{"id", bank.areas[i].id.value}, {"levels", std::move(levels)}});
  }
  return written(out);
}

}  // namespace assess::render
