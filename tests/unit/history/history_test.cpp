#include <assess/history/history.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

// A diagnosis of the enterprise `Works`, finished on a day, or unfinished where there is none.
PastDiagnosis past(const std::string& path, const std::string& date = {}) {
  PastDiagnosis out;
  out.path = path;
  out.enterprise = "Works";
  out.bank = "tiny@1.2.0";
  out.date = date;
  if (date.empty()) return out;
  out.fingerprint = "of " + path;
  out.result = PastResult{.level = 1, .level_title = {}, .levels = 2, .total = Fraction(3, 2)};
  return out;
}

PastDiagnosis copy_of(PastDiagnosis original, const std::string& path) {
  original.path = path;
  return original;
}

PastDiagnosis broken(PastDiagnosis diagnosis) {
  diagnosis.seals_hold = false;
  diagnosis.result.reset();
  return diagnosis;
}

PastDiagnosis of(PastDiagnosis diagnosis, const std::string& name, const std::string& uscc = {}) {
  diagnosis.enterprise = name;
  diagnosis.uscc = uscc;
  return diagnosis;
}

// `a valid, b over_quota; counts a; 0 left`, for the only enterprise there is.
std::string shown(const History& history) {
  REQUIRE(history.enterprises.size() == 1);
  const EnterpriseHistory& enterprise = history.enterprises.front();
  std::string out;
  for (const auto& [diagnosis, state] : enterprise.diagnoses) {
    out += (out.empty() ? "" : ", ") + diagnosis.path + " " + std::string(past_state_name(state));
  }
  const auto& counts = enterprise.counts;
  out += "; counts " + (counts ? enterprise.diagnoses[*counts].diagnosis.path : "none");
  return out + "; " + std::to_string(enterprise.attempts_left) + " left";
}

std::string shown(std::vector<PastDiagnosis> diagnoses, const std::string& as_of = "2026-11-22") {
  return shown(make_history(std::move(diagnoses), as_of));
}

TEST_CASE("without diagnoses there are no enterprises") {
  const History history = make_history({}, "2026-11-22");
  CHECK(history.enterprises.empty());
  CHECK(history.as_of == "2026-11-22");
  CHECK(history.count() == 0);
}

TEST_CASE("the last valid diagnosis counts, and the unfinished come last") {
  CHECK(shown({past("d"), past("c", "2026-09-30"), past("a"), past("b", "2026-10-01")}) ==
        "c valid, b valid, a unfinished, d unfinished; counts b; 3 left");
  CHECK(shown({past("a")}) == "a unfinished; counts none; 3 left");
}

TEST_CASE("a calendar month has room for three, and the next one begins anew") {
  CHECK(shown({past("a", "2026-10-30"), past("b", "2026-10-31"), past("c", "2026-10-31"),
               past("d", "2026-10-31"), past("e", "2026-11-01")}) ==
        "a valid, b valid, c valid, d over_quota, e valid; counts e; 2 left");
  CHECK(shown({past("a", "2025-11-01"), past("b", "2025-11-02"), past("c", "2025-11-03"),
               past("d", "2026-11-01")}) == "a valid, b valid, c valid, d valid; counts d; 2 left");
}

TEST_CASE("of one day the first by path are valid, however the files are given") {
  std::vector<PastDiagnosis> all{past("a", "2026-11-22"), past("b", "2026-11-22"),
                                 past("c", "2026-11-22"), past("d", "2026-11-22")};
  const std::string expected = "a valid, b valid, c valid, d over_quota; counts c; 0 left";
  do {
    CHECK(shown(all) == expected);
  } while (std::next_permutation(
      all.begin(), all.end(),
      [](const PastDiagnosis& x, const PastDiagnosis& y) { return x.path < y.path; }));
}

TEST_CASE("what is over the limit leaves no fewer than no attempts") {
  std::vector<PastDiagnosis> all;
  for (const char* path : {"a", "b", "c", "d", "e"}) all.push_back(past(path, "2026-11-02"));
  CHECK(shown(all) == "a valid, b valid, c valid, d over_quota, e over_quota; counts c; 0 left");
}

TEST_CASE("a copy counts once and uses up no attempt") {
  const PastDiagnosis a = past("a", "2026-11-02");
  CHECK(shown({a, copy_of(a, "b"), past("c", "2026-11-03"), past("d", "2026-11-04")}) ==
        "a valid, b duplicate, c valid, d valid; counts d; 0 left");
  CHECK(shown({copy_of(a, "z"), a}) == "a valid, z duplicate; counts a; 2 left");
  // Also one of what is over the limit.
  const PastDiagnosis over = past("e", "2026-11-05");
  CHECK(shown({a, past("b", "2026-11-02"), past("c", "2026-11-02"), over, copy_of(over, "f")}) ==
        "a valid, b valid, c valid, e over_quota, f duplicate; counts c; 0 left");
}

TEST_CASE("a file whose seals do not hold counts for nothing, wherever it stands") {
  const PastDiagnosis a = past("b", "2026-11-02");
  CHECK(shown({a, broken(copy_of(a, "a"))}) == "a broken, b valid; counts b; 2 left");
  CHECK(shown({past("a", "2026-11-01"), broken(past("b", "2026-11-02")), past("c", "2026-11-02"),
               past("d", "2026-11-03")}) ==
        "a valid, b broken, c valid, d valid; counts d; 0 left");
  CHECK(shown({broken(past("a"))}) == "a broken; counts none; 3 left");
}

TEST_CASE("what is finished after the day that is asked about is not there yet") {
  const std::vector<PastDiagnosis> all{past("a", "2026-11-21"), past("b", "2026-11-22"),
                                       past("c", "2026-11-23"), past("d", "2026-12-01")};
  CHECK(shown(all) == "a valid, b valid, c future, d future; counts b; 1 left");
  CHECK(shown(all, "2026-11-23") == "a valid, b valid, c valid, d future; counts c; 0 left");
  CHECK(shown(all, "2026-12-31") == "a valid, b valid, c valid, d valid; counts d; 2 left");
  CHECK(shown(all, "2026-10-31") == "a future, b future, c future, d future; counts none; 3 left");
}

TEST_CASE(
    "enterprises are told apart by code, those without one by name, and stand in that order") {
  const History history = make_history(
      {of(past("a", "2026-11-01"), "Zinc", "91B"), of(past("b", "2026-11-02"), "Old name", "91A"),
       of(past("c", "2026-11-03"), "New name", "91A"), of(past("d", "2026-11-04"), "Zinc"),
       of(past("e"), "Amber"), of(past("f", "2026-11-05"), "Zinc")},
      "2026-11-22");
  std::string order;
  for (const EnterpriseHistory& enterprise : history.enterprises) {
    order += enterprise.name + "/" + enterprise.uscc + ":";
    for (const auto& entry : enterprise.diagnoses) order += " " + entry.diagnosis.path;
    order += "; ";
  }
  CHECK(order == "Amber/: e; Zinc/: d f; New name/91A: b c; Zinc/91B: a; ");
  CHECK(history.count() == 6);
  CHECK(history.count(PastState::valid) == 5);
  CHECK(history.count(PastState::unfinished) == 1);
}

// The paths of what is earlier.
std::string earlier(const PastDiagnosis& self, std::vector<PastDiagnosis> all,
                    const std::string& as_of = "9999-12-31") {
  std::string out;
  for (const auto& entry : earlier_than(self, make_history(std::move(all), as_of))) {
    out += entry.path + " ";
  }
  return out;
}

TEST_CASE("earlier is what was valid before, of the same enterprise and the same bank") {
  const PastDiagnosis self = past("m", "2026-11-22");
  CHECK(earlier(self, {past("a", "2026-11-22"), past("z", "2026-11-22"), past("b", "2026-01-01"),
                       past("c", "2026-12-01"), past("d"), broken(past("e", "2026-02-01"))}) ==
        "b a ");
  CHECK(earlier(self, {of(past("a", "2026-01-01"), "Other"),
                       of(past("b", "2026-01-01"), "Works", "91A")}) == "");
  PastDiagnosis of_other_bank = past("a", "2026-01-01");
  of_other_bank.bank = "other@1.2.0";
  PastDiagnosis of_other_version = past("b", "2026-01-01");
  of_other_version.bank = "tiny@1.0.0";
  CHECK(earlier(self, {of_other_bank, of_other_version}) == "b ");
}

TEST_CASE("everything finished is earlier than what is not, and a copy of itself is not") {
  CHECK(earlier(past("m"), {past("a", "2026-11-22"), past("b"), past("z", "2027-01-01")}) ==
        "a z ");
  CHECK(earlier(past("m"), {past("a", "2026-11-22"), past("z", "2027-01-01")}, "2026-12-31") ==
        "a ");
  const PastDiagnosis self = past("m", "2026-11-22");
  CHECK(earlier(self, {copy_of(self, "a"), past("b", "2026-11-01")}) == "b ");
}

}  // namespace
}  // namespace assess
