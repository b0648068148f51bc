// `bank stats` for programs.
#include <assess/render/json_values.hpp>
#include <assess/report/bank_stats.hpp>

namespace assess::render {
namespace {

using report::BankStats;

Json counts_value(const Bank& bank, const BankStats::Counts& counts) {
  Json levels = Json::array();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    levels.push_back({{"level", bank.levels[i].number.value}, {"questions", counts[i]}});
  }
  return levels;
}

// By variant; `variant` is null in a bank without variants.
Json shares_value(const Bank& bank, const std::vector<std::optional<Fraction>>& shares) {
  Json out = Json::array();
  for (std::size_t set = 0; set < shares.size(); ++set) {
    Json variant = nullptr;
    if (!bank.variants.empty()) variant = bank.variants[set].id.value;
    out.push_back({{"variant", std::move(variant)}, {"share", figure(shares[set])}});
  }
  return out;
}

template <typename Entries>
Json areas_value(const Bank& bank, const Entries& entries) {
  Json out = Json::array();
  for (const auto& entry : entries) {
    out.push_back({{"id", bank.area(entry.area).id.value},
                   {"levels", counts_value(bank, entry.questions)},
                   {"shares", shares_value(bank, entry.shares)}});
  }
  return out;
}

Json scores_value(const std::vector<BankStats::Scores>& entries) {
  Json out = Json::array();
  for (const BankStats::Scores& entry : entries) {
    Json scores = Json::array();
    for (const Fraction& score : entry.scores) scores.push_back(figure(score));
    out.push_back({{"scores", std::move(scores)}, {"questions", entry.questions}});
  }
  return out;
}

Json length_value(const BankStats::Length& length) {
  std::optional<Fraction> mean;
  if (length.texts > 0) {
    mean = Fraction(static_cast<std::int64_t>(length.characters),
                    static_cast<std::int64_t>(length.texts));
  }
  return {{"texts", length.texts},
          {"mean", mean ? plain_number(*mean) : Json(nullptr)},
          {"longest", mean ? Json(length.longest) : Json(nullptr)}};
}

Json translations_value(const std::vector<BankStats::Translation>& entries) {
  Json out = Json::array();
  for (const BankStats::Translation& entry : entries) {
    out.push_back({{"language", language_tag(entry.language)},
                   {"texts", entry.texts},
                   {"missing", entry.missing},
                   {"characters",
                    {{"question", length_value(entry.questions)},
                     {"help", length_value(entry.help)},
                     {"option", length_value(entry.options)},
                     {"advice", length_value(entry.advice)}}}});
  }
  return out;
}

}  // namespace

std::string bank_stats_json(const Bank& bank) {
  const BankStats stats = report::bank_stats(bank);
  return written({{"schema_version", schema_version},
                  {"id", bank.id.value},
                  {"version", bank.version},
                  {"questions", static_cast<int>(bank.questions.size())},
                  {"levels", counts_value(bank, stats.questions)},
                  {"areas", areas_value(bank, stats.leaves)},
                  {"sections", areas_value(bank, stats.sections)},
                  {"options", scores_value(stats.scores)},
                  {"with_evidence", stats.with_evidence},
                  {"with_help", stats.with_help},
                  {"with_advice", stats.with_advice},
                  {"languages", translations_value(stats.translations)}});
}

}  // namespace assess::render
