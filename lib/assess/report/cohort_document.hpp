// A cohort as a document: what its figures are and how they are spread, for people.
#pragma once

#include <assess/base/language.hpp>
#include <assess/cohort/cohort.hpp>
#include <assess/report/document.hpp>

#include <string>

namespace assess::report {

Document cohort_document(const Cohort& cohort, Language language);

// A total, or the own total of an area: two decimals, or more where it would look like a whole
// number or a threshold that it is not.
std::string shown_in_cohort(const Fraction& value, const CohortBank& bank);

// A rank in whole per cent; 0 and 100 only when exactly that.
std::string shown_rank(const Fraction& rank);

// `中型`, `medium`.
Words size_class_words(SizeClass size);

// `1 名称`: with the number of the section where the area is one.
std::string shown_area(const CohortBank::Area& area, Language language);

}  // namespace assess::report
