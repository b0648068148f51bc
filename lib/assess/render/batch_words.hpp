// What the formats of a batch say of a record that failed.
#pragma once

#include <assess/diag/finding.hpp>
#include <assess/report/run.hpp>

#include <string>
#include <vector>

namespace assess::render {

// The gates that were missed, in one line.
std::string missed_gates(const Diagnosis& diagnosis, Language language);

// The first error: of a file that failed a missed gate, of one without a result what is none; null
// when there is none.
const Finding* why_unfit(const RunFile& file, const std::vector<Finding>& findings);

}  // namespace assess::render
