// Which areas of a bank are out for an enterprise, also where its answers have faults: what the
// bank does not know is passed over.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/bank/bank.hpp>

#include <vector>

namespace assess::authoring {

class EnterpriseScope {
 public:
  EnterpriseScope(const Bank& bank, const Answers& answers);

  // Tailored out, or not asked of the variant; as `check_answers` sees it.
  bool is_out(AreaId area) const { return is_out_[area.index]; }

  // Whether a question may be answered by `n/a` here.
  bool takes_not_applicable(const Question& question) const;

 private:
  const Bank& bank_;
  std::vector<bool> is_out_;
};

}  // namespace assess::authoring
