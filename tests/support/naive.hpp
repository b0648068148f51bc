// A second way to score, written from the rules alone: it asks the same questions again and again,
// by name, in GMP's rationals, and keeps nothing.
#pragma once

#include "score_samples.hpp"

#include <gmpxx.h>

#include <map>
#include <optional>
#include <set>
#include <string>

namespace assess::test {

class Naive {
 public:
  // Answers by question id: an option, `n/a`; unanswered questions are not in it.
  Naive(const BankPlan& plan, const std::set<std::string>& tailored,
        const std::map<std::string, std::string>& answers)
      : plan_(plan), tailored_(tailored), answers_(answers) {}

  // All that is to be compared, one line a level and an area.
  std::string described() const;

 private:
  using Score = std::optional<mpq_class>;

  const PlannedArea* area(const std::string& id) const;
  std::set<std::string> below(const std::string& id) const;
  bool is_in_scope(const PlannedArea& area) const;
  bool has_weight_below(const PlannedArea& area) const;
  mpq_class weight(const PlannedArea& area) const;
  bool is_asked(const PlannedQuestion& question, const std::string& area, int level) const;
  int questions(const std::string& area, int level) const;
  int counted(const std::string& area, int level) const;
  int open_ends(const std::string& area, int level) const;
  Score mean(const std::string& parent, int level) const;
  Score score(const PlannedArea& area, int level) const;
  Score shown_score(const PlannedArea& area, int level) const;
  Score level_score(int level) const;
  bool is_open(int level) const;
  bool is_satisfied(int level) const;
  int attained() const;
  mpq_class total() const;
  bool passes(const PlannedArea& area, int level) const;
  std::optional<int> area_level(const PlannedArea& area) const;
  int levels() const { return static_cast<int>(plan_.thresholds.size()); }
  mpq_class threshold(int level) const;

  const BankPlan& plan_;
  const std::set<std::string>& tailored_;
  const std::map<std::string, std::string>& answers_;
};

// The same of what our own way found.
std::string described(const Scored& result);

}  // namespace assess::test
