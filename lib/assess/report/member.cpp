#include <assess/answers/uscc.hpp>
#include <assess/cohort/cohort.hpp>
#include <assess/report/member.hpp>

namespace assess {

CohortMember member_of(const Diagnosis& diagnosis) {
  const Bank& bank = *diagnosis.bank;
  const Enterprise& enterprise = diagnosis.answers.enterprise;
  CohortMember member{
      .enterprise = normalised_uscc(enterprise.uscc.value),
      .variant = bank.variants.empty() ? std::string()
                                       : bank.variants[diagnosis.sheet.weight_set].id.value,
      .size = size_class_of(enterprise.size),
      .division = division_of(enterprise.industry),
      .level = diagnosis.card.attained,
      .total = diagnosis.card.total,
      .areas = {},
      .finished = diagnosis.answers.finish ? diagnosis.answers.finish->date : std::string()};
  if (member.enterprise.empty()) member.enterprise = enterprise.name;
  for (const AreaId area : cohort_areas(bank)) {
    const auto place = diagnosis.sheet.find(area);
    member.areas.push_back(place ? diagnosis.card.areas[*place].total : std::nullopt);
  }
  return member;
}

}  // namespace assess
