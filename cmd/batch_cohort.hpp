// The statistics of a batch: all files of one bank that could be scored, as a cohort.
#pragma once

#include "cli.hpp"
#include "env.hpp"
#include <assess/cohort/builder.hpp>

#include <memory>
#include <optional>
#include <string>

namespace assess::cmd {

class BatchCohort {
 public:
  explicit BatchCohort(std::string path) : path_(std::move(path)) {}

  // It is of the bank of its first member. A member of another one is reported, and there is no
  // cohort.
  void join(const RunFile& file, Diagnostics& diagnostics);

  // Nothing to write is fine. What cannot be written is reported.
  void write(Env& env, Diagnostics& diagnostics);

 private:
  std::string path_;  // or empty: none is wanted
  std::optional<CohortBuilder> builder_;
  std::optional<CohortBank> bank_;
  std::string first_;                      // path of the member that decided on the bank
  std::shared_ptr<const Bank> last_bank_;  // looked at last
  bool has_other_bank_ = false;
};

}  // namespace assess::cmd
