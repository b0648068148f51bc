#include <assess/cohort/cohort.hpp>
#include <assess/report/member.hpp>

namespace assess {

CohortMember member_of(const Diagnosis& diagnosis) {
  const Bank& bank = *diagnosis.bank;
  const Enterprise& enterprise = diagnosis.answers.enterprise;
  CohortMember member{
      .variant = bank.variants.empty() ? std::string()
                                       : bank.variants[diagnosis.sheet->weight_set].id.value,
      .division = division_of(enterprise.industry.value),
      .finished = diagnosis.answers.finish ? diagnosis.answers.finish->date : std::string(),
      .size = size_class_of(enterprise.size.value),
      .level = diagnosis.card.attained,
      .total = on_grid(diagnosis.card.total),
      .areas = {}};
  const std::vector<AreaId> areas = cohort_areas(bank);
  member.areas.reserve(areas.size());
  for (const AreaId area : areas) {
    const auto place = diagnosis.sheet->find(area);
    const auto total = place ? diagnosis.card.areas[*place].total : std::nullopt;
    member.areas.push_back(total ? on_grid(*total) : not_asked);
  }
  return member;
}

}  // namespace assess
