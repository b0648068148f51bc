// The statistics of a batch: all files of one bank that could be scored, as a cohort; or of each
// enterprise only the last valid diagnosis.
#pragma once

#include "cli.hpp"
#include "diagnose.hpp"
#include "env.hpp"
#include <assess/cohort/builder.hpp>
#include <assess/history/last_valid.hpp>

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>

namespace assess::cmd {

class BatchCohort {
 public:
  explicit BatchCohort(const BatchOptions& options)
      : path_(options.cohort), is_last_valid_(options.last_valid) {}

  // What a file is to the cohort: all of it that is kept.
  struct Candidate {
    bool is_scored = false;
    std::shared_ptr<const Bank> bank;  // of one that is scored
    std::string path;
    std::optional<Attempt> attempt;  // where only the last valid ones count
    std::optional<CohortMember> member;
  };
  // From several threads at a time.
  Candidate candidate(const Diagnosed& diagnosed) const;

  // In the order of the files.
  void join(Candidate candidate, Diagnostics& diagnostics);

  // It is of the bank of its first member. A member of another one is reported, and there is no
  // cohort. Nothing to write is fine. What cannot be written is reported.
  void write(Env& env, Diagnostics& diagnostics);

  // How many were counted and how many of those scored were left out, to stand behind the counts of
  // the batch; empty where nobody can be left out, and without a cohort.
  std::string summary(Language language) const;

 private:
  // A member until it is known which of its enterprise counts.
  struct Held {
    std::shared_ptr<const Bank> bank;  // null: it takes part in the month's limit, and has no score
    std::string path;
    CohortMember member;
  };

  void add_last_valid(Diagnostics& diagnostics);
  void start(const Bank& bank, const std::string& path);
  void add(const std::shared_ptr<const Bank>& bank, const std::string& path,
           const CohortMember& member, Diagnostics& diagnostics);

  std::string path_;  // or empty: none is wanted
  bool is_last_valid_ = false;
  std::optional<CohortBuilder> builder_;
  std::optional<CohortBank> bank_;
  std::string first_;                      // path of the member that decided on the bank
  std::shared_ptr<const Bank> last_bank_;  // looked at last
  bool has_other_bank_ = false;
  std::deque<Attempt> attempts_;             // deques: they never need twice the room to grow
  std::deque<Held> held_;                    // parallel to the attempts
  std::shared_ptr<const Bank> scored_bank_;  // of the first file that was scored
  std::size_t scored_ = 0;
  std::size_t members_ = 0;
};

}  // namespace assess::cmd
