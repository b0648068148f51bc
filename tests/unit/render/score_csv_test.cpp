#include "support/samples.hpp"
#include <assess/render/render.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

Run run_of(const std::string& enterprise, const std::string& path = "a.yaml") {
  Run run;
  run.command = "score";
  run.files.push_back({.path = path, .outcome = Outcome::scored});
  run.files.back().diagnosis = diagnose(small_bank_text(), small_answers_text());
  run.files.back().diagnosis->answers.enterprise.name = enterprise;
  return run;
}

TEST_CASE("a file is a row, and one that could not be scored has as many cells") {
  Run run = run_of("Works");
  run.files.push_back({.path = "b.yaml", .outcome = Outcome::unreadable});
  CHECK(render::score_csv(run, {}) ==
        "path,status,bank,enterprise,uscc,variant,level,total,level_1,level_2,section_people,"
        "section_work\n"
        "a.yaml,scored,small@1.2.0,Works,91350100M000100Y43,piece,1,1,0.964,0,0,\n"
        "b.yaml,unreadable,,,,,,,,,,\n");
}

TEST_CASE("what would break a row is quoted, and formulas become text") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"a,b", "\"a,b\""},   {"a\"b", "\"a\"\"b\""},
      {"a\nb", "\"a\nb\""}, {"a\rb", "a\\x0db"},
      {"=1+1", "'=1+1"},    {"+1", "'+1"},
      {"-1", "'-1"},        {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "'\\t=1"},   {"=a,\"b\"", "\"'=a,\"\"b\"\"\""},
      {"＝1", "'＝1"},      {"某厂", "某厂"},
      {"a=1", "a=1"},
  };
  for (const auto& [name, cell] : cases) {
    CAPTURE(name);
    const std::string csv = render::score_csv(run_of(name), {});
    CHECK(csv.find("scored,small@1.2.0," + cell + ",91350100M000100Y43,") != std::string::npos);
  }
  CHECK(render::score_csv(run_of("x", "=a.yaml"), {}).find("\n'=a.yaml,") != std::string::npos);
}

}  // namespace
}  // namespace assess::test
