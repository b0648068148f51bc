// Makes a cohort of many members. One builder per thread; what they take is merged.
#pragma once

#include <assess/cohort/cohort.hpp>

#include <map>
#include <string>
#include <vector>

namespace assess {

class CohortBuilder {
 public:
  explicit CohortBuilder(CohortBank bank);

  // A member of this bank: with as many areas as the bank has here, and a level that it has. The
  // caller minds `max_cohort_members`.
  void add(const CohortMember& member);

  // The cohort of all that was added; the builder is as new then.
  Cohort take();

 private:
  struct Group {
    std::vector<std::int64_t> levels;
    DistributionBuilder total;
  };
  using Groups = std::map<std::string, Group>;
  void add_to(Group& group, int level, GridValue total) const;
  CohortGroup taken(Group& group) const;
  CohortGroups taken(Groups& groups) const;

  CohortBank bank_;
  Group all_;
  Groups by_variant_;
  Groups by_size_;
  Groups by_division_;
  std::vector<DistributionBuilder> areas_;
  std::int64_t finished_ = 0;
  std::string first_;
  std::string last_;
};

}  // namespace assess
