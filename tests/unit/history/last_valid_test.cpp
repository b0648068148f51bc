#include <assess/base/sha256.hpp>
#include <assess/history/last_valid.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace assess {
namespace {

// Few enterprises, months and days, so that all that the rules tell apart happens often: codes and
// names that are the same word, copies, broken seals, unfinished ones, full months.
PastDiagnosis sample(std::mt19937& random, std::size_t number) {
  PastDiagnosis out;
  out.path = std::to_string(random() % 10) + "/" + std::to_string(number);
  out.enterprise = "E" + std::to_string(random() % 4);
  if (random() % 2 == 0) out.uscc = "E" + std::to_string(random() % 4);
  out.seals_hold = random() % 6 != 0;
  if (random() % 6 == 0) return out;
  out.date = "2026-1" + std::to_string(random() % 2) + "-0" + std::to_string(1 + random() % 3);
  out.fingerprint = sha256_hex(out.date + std::to_string(random() % 9));
  return out;
}

std::set<std::string> counted_by_history(const std::vector<PastDiagnosis>& all) {
  std::set<std::string> out;
  for (const EnterpriseHistory& one : make_history(all, "9999-12-31").enterprises) {
    if (one.counts) out.insert(one.diagnoses[*one.counts].diagnosis.path);
  }
  return out;
}

std::set<std::string> counted(const std::vector<PastDiagnosis>& all) {
  std::deque<Attempt> attempts;
  std::vector<std::string> paths;
  for (const PastDiagnosis& diagnosis : all) {
    auto attempt = attempt_of(diagnosis);
    if (!attempt) continue;
    attempts.push_back(*std::move(attempt));
    paths.push_back(diagnosis.path);
  }
  const auto places = last_valid(attempts);
  CHECK(std::is_sorted(places.begin(), places.end()));
  std::set<std::string> out;
  for (const std::size_t place : places) out.insert(paths[place]);
  CHECK(out.size() == places.size());
  return out;
}

TEST_CASE("those that count are those of the history") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    CAPTURE(round);
    std::vector<PastDiagnosis> all;
    const std::size_t count = random() % 60;
    for (std::size_t i = 0; i < count; ++i) all.push_back(sample(random, i));
    const auto expected = counted_by_history(all);
    // Days in any order; those of one day in that of their paths.
    std::sort(all.begin(), all.end(),
              [](const PastDiagnosis& a, const PastDiagnosis& b) { return a.path < b.path; });
    CHECK(counted(all) == expected);
  }
}

TEST_CASE("what is not finished and what was changed afterwards is no attempt") {
  PastDiagnosis diagnosis;
  diagnosis.path = "a.yaml";
  diagnosis.enterprise = "Works";
  CHECK_FALSE(attempt_of(diagnosis));
  diagnosis.date = "2026-11-22";
  diagnosis.fingerprint = sha256_hex("a");
  REQUIRE(attempt_of(diagnosis));
  CHECK(attempt_of(diagnosis)->enterprise == "Works");
  CHECK_FALSE(attempt_of(diagnosis)->has_code);
  diagnosis.uscc = "91A";
  CHECK(attempt_of(diagnosis)->enterprise == "91A");
  CHECK(attempt_of(diagnosis)->has_code);
  diagnosis.seals_hold = false;
  CHECK_FALSE(attempt_of(diagnosis));
}

TEST_CASE("of no attempts none counts") {
  CHECK(last_valid({}).empty());
}

}  // namespace
}  // namespace assess
