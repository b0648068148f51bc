#include <assess/report/run.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string_view>

namespace assess {
namespace {

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
