#include <assess/base/utf8.hpp>
#include <assess/report/bank_stats.hpp>
#include <assess/tailor/tailor.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace assess::report {
namespace {

// Visits every text of a bank that is there in some language.
template <typename Visit>
void visit_texts(const Bank& bank, Visit visit) {
  const auto see = [&](const Text& text) {
    if (!text.empty()) visit(text);
  };
  const auto see_all = [&](const auto& things) {
    for (const auto& thing : things) {
      see(thing.title);
      if constexpr (requires { thing.description; }) see(thing.description);
    }
  };
  see(bank.title);
  see(bank.description);
  see(bank.instructions);
  see_all(bank.tiers);
  see_all(bank.levels);
  see_all(bank.variants);
  see_all(bank.areas);
  see_all(bank.indicators);
  for (const Origin& origin : bank.origins) see(origin.text);
  for (const Question& question : bank.questions) {
    see(question.text);
    see(question.help);
    see(question.advice);
    for (const Option& option : question.options) see(option.text);
  }
}

const std::string& text_in(const Text& text, Language language) {
  return language == Language::zh ? text.zh : text.en;
}

void measure(const Text& text, Language language, BankStats::Length& length) {
  const std::string& written = text_in(text, language);
  if (written.empty()) return;
  const std::size_t characters = count_code_points(written);
  ++length.texts;
  length.characters += characters;
  length.longest = std::max(length.longest, characters);
}

BankStats::Translation translation(const Bank& bank, Language language) {
  BankStats::Translation out{.language = language};
  visit_texts(bank, [&](const Text& text) {
    ++out.texts;
    if (text_in(text, language).empty()) ++out.missing;
  });
  for (const Question& question : bank.questions) {
    measure(question.text, language, out.questions);
    measure(question.help, language, out.help);
    measure(question.advice, language, out.advice);
    for (const Option& option : question.options) measure(option.text, language, out.options);
  }
  return out;
}

// By area of the bank and variant: the product of the weights in force from the top down to it.
std::vector<std::vector<std::optional<Fraction>>> all_shares(const Bank& bank) {
  std::vector<std::vector<std::optional<Fraction>>> out(bank.areas.size());
  for (auto& shares : out) shares.resize(bank.weight_sets());
  for (std::size_t set = 0; set < bank.weight_sets(); ++set) {
    Answers nothing;  // an enterprise of this variant that has all of it
    if (!bank.variants.empty()) nothing.variant.value = bank.variants[set].id.value;
    const Sheet sheet = tailor(bank, nothing);
    std::vector<Fraction> shares;
    for (const SheetArea& area : sheet.areas) {
      shares.push_back(area.parent ? shares[*area.parent] * area.weight : area.weight);
      out[area.area.index][set] = shares.back();
    }
  }
  return out;
}

// By area of the bank, those of the areas below it included.
std::vector<BankStats::Counts> count_questions(const Bank& bank) {
  std::vector<BankStats::Counts> counts(bank.areas.size(), BankStats::Counts(bank.levels.size()));
  for (const Question& question : bank.questions) {
    const auto level =
        std::find_if(bank.levels.begin(), bank.levels.end(),
                     [&](const Level& entry) { return entry.number.value == question.level; });
    const auto place = static_cast<std::size_t>(level - bank.levels.begin());
    for (std::optional<AreaId> at = question.area; at; at = bank.area(*at).parent) {
      ++counts[at->index][place];
    }
  }
  return counts;
}

std::vector<BankStats::Scores> count_scores(const Bank& bank) {
  std::map<std::vector<Fraction>, int> counts;
  for (const Question& question : bank.questions) {
    std::vector<Fraction> scores;
    for (const Option& option : question.options) scores.push_back(option.score);
    ++counts[std::move(scores)];
  }
  std::vector<BankStats::Scores> out;
  for (const auto& [scores, questions] : counts) out.push_back({scores, questions});
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.questions > b.questions; });
  return out;
}

}  // namespace

BankStats bank_stats(const Bank& bank) {
  BankStats out;
  const auto counts = count_questions(bank);
  const auto shares = all_shares(bank);
  out.questions.resize(bank.levels.size());
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    if (!bank.areas[i].is_leaf()) continue;
    out.leaves.push_back({AreaId{static_cast<std::uint32_t>(i)}, counts[i], shares[i]});
    for (std::size_t level = 0; level < counts[i].size(); ++level) {
      out.questions[level] += counts[i][level];
    }
  }
  for (const AreaId area : bank.sections()) {
    out.sections.push_back({area, counts[area.index], shares[area.index]});
  }
  out.scores = count_scores(bank);
  for (const Question& question : bank.questions) {
    if (question.evidence_from) ++out.with_evidence;
    if (!question.help.empty()) ++out.with_help;
    if (!question.advice.empty()) ++out.with_advice;
  }
  for (const Language language : bank.languages) {
    out.translations.push_back(translation(bank, language));
  }
  return out;
}

}  // namespace assess::report
