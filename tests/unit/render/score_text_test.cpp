#include "support/samples.hpp"
#include <assess/render/render.hpp>

#include <doctest/doctest.h>

#include <string>

namespace assess::test {
namespace {

Run one_file() {
  Run run;
  run.command = "score";
  run.files.push_back({.path = "a.yaml", .outcome = Outcome::scored});
  run.files.back().diagnosis = diagnose(small_bank_text(), small_answers_text(), {.min_level = 2});
  return run;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("the text tells level, total and gates in both languages") {
  const std::string en = render::score_text(one_file(), {.language = Language::en});
  CHECK(has(en, "attained level: 1 One    total: 1.00"));
  CHECK(has(en, "FAIL  attained level 1 < 2"));
  const std::string zh = render::score_text(one_file(), {.language = Language::zh});
  CHECK(has(zh, "达到等级：1 一级    总分：1.00"));
  CHECK(has(zh, "FAIL  达到的等级 1 < 2"));
}

TEST_CASE("colour is only there when it is asked for, and names are never escapes") {
  Run run = one_file();
  run.files[0].diagnosis->answers.enterprise.name = "\x1b[31mred";
  const std::string plain = render::score_text(run, {.language = Language::en});
  CHECK_FALSE(has(plain, "\x1b"));
  CHECK(has(plain, "\\x1b[31mred"));
  const std::string coloured = render::score_text(run, {.language = Language::en, .colour = true});
  CHECK(has(coloured, "\x1b["));
  CHECK_FALSE(has(coloured, "\x1b[31mred"));
}

TEST_CASE("several files close with a count") {
  Run run = one_file();
  run.files.push_back({.path = "b.yaml", .outcome = Outcome::unreadable});
  const std::string out = render::score_text(run, {.language = Language::en});
  CHECK(has(out, "b.yaml  cannot be scored\n"));
  CHECK(out.ends_with("2 files: 1 scored, 1 not scored\n"));
}

}  // namespace
}  // namespace assess::test
