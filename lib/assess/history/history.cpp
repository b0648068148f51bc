#include <assess/base/date.hpp>
#include <assess/history/history.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace assess {
namespace {

// By what an enterprise is known: its code, else its name.
using Key = std::pair<std::string, std::string>;

Key key_of(const PastDiagnosis& diagnosis) {
  if (!diagnosis.uscc.empty()) return {diagnosis.uscc, {}};
  return {{}, diagnosis.enterprise};
}

bool is_before(const PastDiagnosis& a, const PastDiagnosis& b) {
  return std::make_tuple(a.date.empty(), std::cref(a.date), std::cref(a.path)) <
         std::make_tuple(b.date.empty(), std::cref(b.date), std::cref(b.path));
}

// Judges the diagnoses of one enterprise, which must be asked about in their order.
class Judge {
 public:
  explicit Judge(std::string_view as_of) : as_of_(as_of) {}

  PastState state_of(const PastDiagnosis& diagnosis) {
    if (!diagnosis.seals_hold) return PastState::broken;
    if (diagnosis.date.empty()) return PastState::unfinished;
    if (diagnosis.date > as_of_) return PastState::future;
    if (!fingerprints_.insert(diagnosis.fingerprint).second) return PastState::duplicate;
    int& finished = finished_[std::string(month_of(diagnosis.date))];
    return ++finished > attempts_a_month ? PastState::over_quota : PastState::valid;
  }

  int attempts_left() const {
    const auto found = finished_.find(std::string(month_of(as_of_)));
    const int finished = found == finished_.end() ? 0 : found->second;
    return std::max(0, attempts_a_month - finished);
  }

 private:
  std::string_view as_of_;
  std::set<std::string> fingerprints_;
  std::map<std::string, int> finished_;  // by month
};

EnterpriseHistory judged(std::vector<PastDiagnosis> diagnoses, const std::string& as_of) {
  std::sort(diagnoses.begin(), diagnoses.end(), is_before);
  EnterpriseHistory out;
  out.name = diagnoses.back().enterprise;
  out.uscc = diagnoses.back().uscc;
  Judge judge(as_of);
  for (PastDiagnosis& diagnosis : diagnoses) {
    const PastState state = judge.state_of(diagnosis);
    if (state == PastState::valid) out.counts = out.diagnoses.size();
    out.diagnoses.push_back({std::move(diagnosis), state});
  }
  out.attempts_left = judge.attempts_left();
  return out;
}

std::string_view bank_id(const PastDiagnosis& diagnosis) {
  return std::string_view(diagnosis.bank).substr(0, diagnosis.bank.find('@'));
}

}  // namespace

std::string_view past_state_name(PastState state) {
  switch (state) {
    case PastState::broken:
      return "broken";
    case PastState::unfinished:
      return "unfinished";
    case PastState::future:
      return "future";
    case PastState::duplicate:
      return "duplicate";
    case PastState::over_quota:
      return "over_quota";
    case PastState::valid:
      return "valid";
  }
  return {};
}

int History::count() const {
  std::size_t count = 0;
  for (const EnterpriseHistory& enterprise : enterprises) count += enterprise.diagnoses.size();
  return static_cast<int>(count);
}

int History::count(PastState state) const {
  int count = 0;
  for (const EnterpriseHistory& enterprise : enterprises) {
    for (const JudgedDiagnosis& entry : enterprise.diagnoses) count += entry.state == state ? 1 : 0;
  }
  return count;
}

History make_history(std::vector<PastDiagnosis> diagnoses, std::string as_of) {
  std::map<Key, std::vector<PastDiagnosis>> groups;
  for (PastDiagnosis& diagnosis : diagnoses) {
    Key key = key_of(diagnosis);
    groups[std::move(key)].push_back(std::move(diagnosis));
  }
  History out;
  for (auto& [key, group] : groups) {
    out.enterprises.push_back(judged(std::move(group), as_of));
  }
  out.as_of = std::move(as_of);
  return out;
}

bool is_same_enterprise(const PastDiagnosis& a, const PastDiagnosis& b) {
  return key_of(a) == key_of(b);
}

std::vector<PastDiagnosis> earlier_than(const PastDiagnosis& self, const History& history) {
  std::vector<PastDiagnosis> out;
  for (const EnterpriseHistory& enterprise : history.enterprises) {
    for (const auto& [diagnosis, state] : enterprise.diagnoses) {
      const bool is_copy = !self.date.empty() && diagnosis.fingerprint == self.fingerprint;
      if (state == PastState::valid && is_same_enterprise(diagnosis, self) && !is_copy &&
          bank_id(diagnosis) == bank_id(self) && is_before(diagnosis, self)) {
        out.push_back(diagnosis);
      }
    }
  }
  return out;
}

}  // namespace assess
