// What `validate` says of an answer file beyond `assess/answers/check.hpp`: nothing of it changes a
// score, and some of it needs the disk.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/diag/diagnostic.hpp>
#include <assess/diagnosis/flow.hpp>
#include <assess/io/files.hpp>

#include <string>

namespace assess {

// The industry code, the size, whether size and revenue go together, and what a finished diagnosis
// does not say of its enterprise.
void check_enterprise(const Answers& answers, Diagnostics& diagnostics);

// Files that are named as evidence and are not there. `folder` is that of the answer file. People
// also list documents by their titles; docs/rules.md says what is taken for a file.
void check_evidence(const Answers& answers, const std::string& folder, Files& files,
                    Diagnostics& diagnostics);

// Indicators that are not filled in once the levels are done.
void check_indicators(const Bank& bank, const Answers& answers, const Flow& flow,
                      Diagnostics& diagnostics);

}  // namespace assess
