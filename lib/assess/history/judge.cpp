#include <assess/base/date.hpp>
#include <assess/history/judge.hpp>

#include <algorithm>

namespace assess {

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

EnterpriseKey enterprise_key(const std::string& uscc, const std::string& name) {
  if (!uscc.empty()) return {uscc, {}};
  return {{}, name};
}

bool is_before(const PastMark& a, const PastMark& b) {
  return std::make_pair(a.date.empty(), a.date) < std::make_pair(b.date.empty(), b.date);
}

PastState Judge::state_of(const PastMark& diagnosis) {
  if (!diagnosis.seals_hold) return PastState::broken;
  if (diagnosis.date.empty()) return PastState::unfinished;
  if (diagnosis.date > as_of_) return PastState::future;
  if (!fingerprints_.emplace(diagnosis.fingerprint).second) return PastState::duplicate;
  int& finished = finished_[std::string(month_of(diagnosis.date))];
  return ++finished > attempts_a_month ? PastState::over_quota : PastState::valid;
}

int Judge::attempts_left() const {
  const auto found = finished_.find(month_of(as_of_));
  const int finished = found == finished_.end() ? 0 : found->second;
  return std::max(0, attempts_a_month - finished);
}

}  // namespace assess
