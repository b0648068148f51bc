// A diagnosis as a member of a cohort.
#pragma once

#include <assess/cohort/member.hpp>
#include <assess/report/run.hpp>

namespace assess {

// As it stands, finished or not: which diagnoses are counted is the caller's to decide.
CohortMember member_of(const Diagnosis& diagnosis);

}  // namespace assess
