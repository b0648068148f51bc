// Where an enterprise stands among the members of a cohort, as rows for people.
#pragma once

#include <assess/base/language.hpp>
#include <assess/cohort/place.hpp>
#include <assess/report/run.hpp>

#include <string>
#include <vector>

namespace assess::report {

// One comparison: with whom, and how it came out. All but the name may be a dash.
struct AmongRow {
  std::string name;
  std::string value;    // of the enterprise
  std::string rank;     // in per cent
  std::string median;   // of the members that it is compared with
  std::string members;  // how many those are
};

struct AmongRows {
  std::vector<AmongRow> totals;  // with all, and with those of its kind; none without a cohort
  std::vector<AmongRow> sections;
};
AmongRows among_rows(const Diagnosis& diagnosis, const Placement& placement, Language language);

// What a rank means.
Words rank_words();

}  // namespace assess::report
