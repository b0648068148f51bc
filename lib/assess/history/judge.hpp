// The rules by which the diagnoses of one enterprise are judged (contract 3). They look at little
// of each, so that very many can be held.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace assess {

// The platform's limit: finished diagnoses of one enterprise in one calendar month.
inline constexpr int attempts_a_month = 3;

// What a diagnosis is worth. The first that fits, from the top.
enum class PastState {
  broken,      // its seals do not hold: it counts for nothing
  unfinished,  // no result yet
  future,      // finished after the day that is asked about
  duplicate,   // a copy of an earlier one, which is counted once
  over_quota,  // one more than the month allows
  valid,
};
inline constexpr std::array all_past_states{PastState::valid,     PastState::unfinished,
                                            PastState::broken,    PastState::over_quota,
                                            PastState::duplicate, PastState::future};
std::string_view past_state_name(PastState state);

// By what an enterprise is known: its code, else its name; the other of the two is empty.
using EnterpriseKey = std::pair<std::string, std::string>;
EnterpriseKey enterprise_key(const std::string& uscc, const std::string& name);

// What the rules look at of a diagnosis.
struct PastMark {
  std::string_view date;         // on which it was finished, ISO 8601; empty: not yet
  std::string_view fingerprint;  // of a finished one: the same for a copy of it
  bool seals_hold = true;
};

// By date, the unfinished last. Which of several on the same day came first is not known: they
// follow each other as their files and records do, which is for the caller to see to.
bool is_before(const PastMark& a, const PastMark& b);

// Judges the diagnoses of one enterprise, which must be asked about in their order.
class Judge {
 public:
  // `as_of` must outlive it.
  explicit Judge(std::string_view as_of) : as_of_(as_of) {}

  PastState state_of(const PastMark& diagnosis);

  // In the month of the day that is asked about.
  int attempts_left() const;

 private:
  std::string_view as_of_;
  std::set<std::string, std::less<>> fingerprints_;
  std::map<std::string, int, std::less<>> finished_;  // by month
};

}  // namespace assess
