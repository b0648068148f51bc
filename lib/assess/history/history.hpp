// Many diagnoses of the same enterprises: which of them stand, which one counts, and how many the
// month still allows (contract 3).
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/base/fraction.hpp>
#include <assess/history/judge.hpp>

#include <optional>
#include <string>
#include <vector>

namespace assess {

// What a finished diagnosis came to.
struct PastResult {
  int level = 0;     // attained
  Text level_title;  // of that level in its bank; empty for none attained
  int levels = 0;    // of the bank: the highest total there is
  Fraction total;
  std::optional<Fraction> next_threshold;  // of the level after the one attained
};

// One answer file.
struct PastDiagnosis {
  std::string path;
  std::string enterprise;     // its name
  std::string uscc;           // 统一社会信用代码, normalised, or empty
  std::string bank;           // `cmmm@1.0.0`
  std::size_t submitted = 0;  // levels that are sealed
  bool seals_hold = true;
  std::string date;                  // on which it was finished, ISO 8601; empty: not yet
  std::string fingerprint;           // of a finished one: the same for a copy of it
  std::optional<PastResult> result;  // of a finished one whose seals hold
};

struct JudgedDiagnosis {
  PastDiagnosis diagnosis;
  PastState state = PastState::unfinished;
};

struct EnterpriseHistory {
  std::string name;                        // as the last of its files writes it
  std::string uscc;                        // empty: known by its name alone
  std::vector<JudgedDiagnosis> diagnoses;  // by date, the unfinished last, then by path
  std::optional<std::size_t> counts;       // which one: the last valid one
  int attempts_left = attempts_a_month;    // in the month of the day that is asked about
};

struct History {
  std::string as_of;                           // the day that is asked about, ISO 8601
  std::vector<EnterpriseHistory> enterprises;  // bytewise by code, then by name

  int count() const;  // of diagnoses
  int count(PastState state) const;
};

// Groups by code, and files without one by the name of the enterprise. Dates and `as_of` are ISO
// 8601. Which of several on the same day came first is not known: they follow each other by path.
History make_history(std::vector<PastDiagnosis> diagnoses, std::string as_of);

bool is_same_enterprise(const PastDiagnosis& a, const PastDiagnosis& b);

// The valid diagnoses of the enterprise of `self` that were finished before it - all of them, when
// it is not finished - with the same bank, in any version. Copies of `self` are left out.
std::vector<PastDiagnosis> earlier_than(const PastDiagnosis& self, const History& history);

}  // namespace assess
