#include "support/samples.hpp"
#include <assess/report/remarks.hpp>

#include <doctest/doctest.h>

#include <string>

namespace assess::test {
namespace {

std::string remarks_on(const std::string& answers, const Gates& gates = {}) {
  const Diagnosis diagnosis = diagnose(small_bank_text(), answers, gates);
  Diagnostics diagnostics;
  report::remark(diagnosis, diagnostics);
  std::string out;
  for (const Diagnostic& remark : diagnostics.all()) {
    CHECK(remark.where == diagnosis.answers.place);
    if (!out.empty()) out += "\n";
    out += std::string(remark.rule) + ": " + remark.message.en;
  }
  return out;
}

TEST_CASE("complete answers need no remark") {
  CHECK(remarks_on(small_answers_text()).empty());
}

TEST_CASE("a begun level that is not complete is remarked on") {
  const std::string answers = replaced(small_answers_text(), "  L1-2.1.1: C\n", "");
  const std::string remarks = remarks_on(answers);
  CHECK(remarks.find("answers/incomplete") != std::string::npos);
}

TEST_CASE("a level that has opened and is untouched is not remarked on") {
  CHECK(remarks_on(replaced(small_answers_text(), "  L2-1.1.1: A\n", "")).empty());
}

TEST_CASE("answers to a level that is not open are reported as not counted") {
  const std::string remarks =
      remarks_on(replaced(small_answers_text(), "L1-2.2.1: \"yes\"", "L1-2.2.1: \"no\""));
  CHECK(remarks.starts_with("answers/not-counted"));
  CHECK(remarks.find('\n') == std::string::npos);
}

TEST_CASE("each missed gate is remarked on, and no other") {
  CHECK(remarks_on(small_answers_text(), {.min_level = 1}).empty());
  CHECK(remarks_on(small_answers_text(), {.min_level = 2, .min_total = Fraction(3, 2)}) ==
        "gate/missed: attained level: got 1, wanted >= 2\n"
        "gate/missed: total: got 1.00, wanted >= 1.5");
}

TEST_CASE("a gate on an area that the bank does not have is not told twice") {
  CHECK(remarks_on(small_answers_text(), {.min_areas = {{"nowhere", Fraction(0)}}}).empty());
}

}  // namespace
}  // namespace assess::test
