// Cohort files as commands meet them.
#pragma once

#include "env.hpp"
#include <assess/cohort/cohort.hpp>
#include <assess/cohort/place.hpp>
#include <assess/report/run.hpp>

#include <optional>
#include <string>

namespace assess::cmd {

// nullopt after a report.
std::optional<Cohort> load_cohort(const std::string& path, Env& env, Diagnostics& diagnostics);

// Whether what stands at `path` is of the bank of `first`, which is that of `first_path`; reports
// what is not.
bool is_of_bank(const CohortBank& bank, const std::string& path, const CohortBank& first,
                const std::string& first_path, Diagnostics& diagnostics);

// The place of a diagnosis, read from `path`, in the cohort of a file; nullopt after a report.
std::optional<Placement> place_in(const Cohort& cohort, const std::string& cohort_path,
                                  const Diagnosis& diagnosis, const std::string& path,
                                  Diagnostics& diagnostics);

}  // namespace assess::cmd
