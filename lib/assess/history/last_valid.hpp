// Which diagnosis of each enterprise counts, where there are so many that of each only what decides
// can be held.
#pragma once

#include <assess/history/history.hpp>

#include <array>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace assess {

// A diagnosis that is finished and whose seals hold.
struct Attempt {
  std::string enterprise;  // its code, else its name
  bool has_code = false;
  std::array<char, 10> date{};         // ISO 8601
  std::array<char, 64> fingerprint{};  // a SHA-256 in digits
};

// nullopt for one that is not finished, or whose seals do not hold: such are never valid, and
// change nothing for the others of their enterprise.
std::optional<Attempt> attempt_of(const PastDiagnosis& diagnosis);

// The places of those that count, rising: of each enterprise the last valid one, as `make_history`
// has it, whatever day it is. Those of one enterprise and day follow each other as they are given.
std::vector<std::size_t> last_valid(const std::deque<Attempt>& attempts);

}  // namespace assess
