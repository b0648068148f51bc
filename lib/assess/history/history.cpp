#include <assess/history/history.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace assess {
namespace {

PastMark mark_of(const PastDiagnosis& diagnosis) {
  return {diagnosis.date, diagnosis.fingerprint, diagnosis.seals_hold};
}

EnterpriseKey key_of(const PastDiagnosis& diagnosis) {
  return enterprise_key(diagnosis.uscc, diagnosis.enterprise);
}

bool is_earlier(const PastDiagnosis& a, const PastDiagnosis& b) {
  if (a.date != b.date) return is_before(mark_of(a), mark_of(b));
  return a.path < b.path;
}

EnterpriseHistory judged(std::vector<PastDiagnosis> diagnoses, const std::string& as_of) {
  std::sort(diagnoses.begin(), diagnoses.end(), is_earlier);
  EnterpriseHistory out;
  out.name = diagnoses.back().enterprise;
  out.uscc = diagnoses.back().uscc;
  Judge judge(as_of);
  for (PastDiagnosis& diagnosis : diagnoses) {
    const PastState state = judge.state_of(mark_of(diagnosis));
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
  std::map<EnterpriseKey, std::vector<PastDiagnosis>> groups;
  for (PastDiagnosis& diagnosis : diagnoses) {
    EnterpriseKey key = key_of(diagnosis);
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
          bank_id(diagnosis) == bank_id(self) && is_earlier(diagnosis, self)) {
        out.push_back(diagnosis);
      }
    }
  }
  return out;
}

}  // namespace assess
