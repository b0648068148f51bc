// Seals: a level that was submitted keeps what it was answered with, under a hash, so that a later
// change is seen and named. They guard against slips and quiet corrections; who wants to deceive
// can write a new seal, as with any file that one owns.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/diag/diagnostic.hpp>
#include <assess/score/score.hpp>
#include <assess/tailor/tailor.hpp>

#include <string>
#include <vector>

namespace assess {

// The seal of a level (its number) as it is answered now. `date` in ISO 8601.
Seal make_seal(const Sheet& sheet, const Answers& answers, const std::vector<Response>& responses,
               int level, const std::string& date);

// The end of the diagnosis as it stands now.
Finish make_finish(const Answers& answers, const Scorecard& card, const std::string& date);

// SHA-256 over all of a seal but its hash, and over the end likewise.
std::string seal_digest(const Seal& seal);
std::string finish_digest(const Answers& answers, const Finish& finish);

// Whether the file still says what was sealed and all hashes hold, whatever bank is at hand: a
// finished diagnosis keeps its result when a new version of its bank comes out.
bool seals_hold(const Answers& answers);

// Reports seals that do not hold (`seal/broken`) and what has been changed since
// (`seal/changed`): bank, variant, tailoring, answers, indicators, result. `card` is scored from
// `responses`.
void check_seals(const Sheet& sheet, const Answers& answers, const std::vector<Response>& responses,
                 const Scorecard& card, Diagnostics& diagnostics);

}  // namespace assess
