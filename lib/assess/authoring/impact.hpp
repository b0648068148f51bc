// What an answer file goes through when its bank is replaced by another version, as it stands and
// without being migrated.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/authoring/migration.hpp>
#include <assess/bank/bank.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assess::authoring {

enum class ImpactState {
  untouched,
  loses,       // answers that counted no longer do
  breaks,      // the file has errors that it did not have
  other_bank,  // of another bank, or another version of it: not judged
  unreadable,
};
std::string_view state_name(ImpactState value);

struct Impact {
  ImpactState state = ImpactState::untouched;
  std::vector<Carried> breaks;     // what would be an error, as a migration would treat it
  std::vector<std::string> loses;  // questions whose answers no longer count
  std::vector<std::string> added;  // new questions at the levels that were begun
  bool is_other_version = false;   // it asks for a version that the new bank is not
};

// The answers must have been read without faults.
Impact impact_of(const Answers& answers, const Bank& before, const Bank& after);

}  // namespace assess::authoring
