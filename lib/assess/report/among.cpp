#include <assess/cohort/member.hpp>
#include <assess/report/among.hpp>
#include <assess/report/cohort_document.hpp>
#include <assess/report/figures.hpp>

namespace assess::report {
namespace {

AmongRow row_of(std::string name, const std::optional<Rank>& rank, const CohortBank& bank) {
  const std::string none(dash);
  if (!rank) return {std::move(name), none, none, none, none};
  return {std::move(name), shown_in_cohort(rank->value, bank), shown_rank(rank->rank),
          shown_in_cohort(rank->median, bank), std::to_string(rank->among)};
}

}  // namespace

AmongRows among_rows(const Diagnosis& diagnosis, const Placement& placement, Language language) {
  const auto say = [&](Words words) { return std::string(words.in(language)); };
  const CohortBank bank = cohort_bank(*diagnosis.bank);
  const Enterprise& enterprise = diagnosis.answers.enterprise;
  AmongRows out;
  out.totals.push_back(row_of(say({"全部", "all"}), placement.all, bank));
  if (placement.variant) {
    out.totals.push_back(
        row_of(say({"企业类型：", "variant: "}) + shown_variant(diagnosis, language),
               placement.variant, bank));
  }
  if (placement.size) {
    const Words size = size_class_words(size_class_of(enterprise.size.value));
    out.totals.push_back(row_of(say({"企业规模：", "size: "}) + say(size), placement.size, bank));
  }
  if (placement.division) {
    out.totals.push_back(
        row_of(say({"行业大类：", "industry: "}) + division_of(enterprise.industry.value),
               placement.division, bank));
  }
  for (std::size_t i = 0; i < bank.areas.size(); ++i) {
    if (bank.areas[i].section == 0) continue;
    out.sections.push_back(row_of(shown_area(bank.areas[i], language), placement.areas[i], bank));
  }
  return out;
}

Words rank_words() {
  return {"百分位：总分低于本企业的答卷所占的份额，加上与它相等的一半。",
          "The percentile is the share of members with a lower total, plus half of those with an "
          "equal one."};
}

}  // namespace assess::report
