#include "support/samples.hpp"
#include <assess/report/run.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string_view>

namespace assess {
namespace {

TEST_CASE("a diagnosis as one of many has a result only when it is finished") {
  Diagnosis diagnosis = test::diagnose(test::small_bank_text(), test::small_answers_text());
  diagnosis.answers.enterprise.uscc.value = "９1350100 m000100y43";
  const PastDiagnosis unfinished = past_of(diagnosis, "a.yaml");
  CHECK(unfinished.path == "a.yaml");
  CHECK(unfinished.enterprise == "某厂");
  CHECK(unfinished.uscc == "91350100M000100Y43");
  CHECK(unfinished.bank == "small@1.2.0");
  CHECK(unfinished.submitted == 0);
  CHECK(unfinished.date.empty());
  CHECK_FALSE(unfinished.result);
  diagnosis.answers.seals.resize(1);
  diagnosis.answers.finish = make_finish(diagnosis.answers, diagnosis.card, "2026-11-22");
  const PastDiagnosis finished = past_of(diagnosis, "a.yaml");
  CHECK(finished.submitted == 1);
  CHECK(finished.date == "2026-11-22");
  CHECK(finished.fingerprint == diagnosis.answers.finish->sha256.value);
  REQUIRE(finished.result);
  CHECK(finished.result->level == 1);
  CHECK(finished.result->level_title.zh == "一级");
  CHECK(finished.result->levels == 2);
  CHECK(finished.result->total == Fraction(1));
  CHECK(finished.result->next_threshold == Fraction(3, 5));
}

TEST_CASE("of two exit codes the graver counts") {
  CHECK(worst(ExitCode::yes, ExitCode::no) == ExitCode::no);
  CHECK(worst(ExitCode::cannot, ExitCode::no) == ExitCode::cannot);
  CHECK(worst(ExitCode::yes, ExitCode::yes) == ExitCode::yes);
  CHECK(worst(ExitCode::bug, ExitCode::cannot) == ExitCode::bug);
}

TEST_CASE("exit codes have their numbers and words") {
  CHECK(static_cast<int>(ExitCode::yes) == 0);
  CHECK(static_cast<int>(ExitCode::no) == 1);
  CHECK(static_cast<int>(ExitCode::cannot) == 2);
  CHECK(static_cast<int>(ExitCode::bug) == 3);
  CHECK(status_name(ExitCode::yes) == "ok");
  CHECK(status_name(ExitCode::no) == "fail");
  CHECK(status_name(ExitCode::cannot) == "error");
  CHECK(status_name(ExitCode::bug) == "error");
}

TEST_CASE("each outcome of a file has its own word") {
  std::set<std::string_view> words;
  for (const Outcome outcome :
       {Outcome::scored, Outcome::failed, Outcome::unreadable, Outcome::clean, Outcome::faulty}) {
    words.insert(outcome_name(outcome));
  }
  CHECK(words == std::set<std::string_view>{"scored", "failed", "unreadable", "clean", "faulty"});
}

}  // namespace
}  // namespace assess
