#include <assess/render/render.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string_view>

namespace assess::render {
namespace {

void check_rows(std::span<const Format> formats) {
  std::set<std::string_view> names;
  std::set<std::string_view> endings;
  for (const Format& format : formats) {
    CAPTURE(format.name);
    CHECK(names.insert(format.name).second);
    // A strict form is asked for by its name; the ending means the usual one, which stands before.
    const bool is_strict = format.name.ends_with("-strict");
    if (!format.ending.empty()) {
      CHECK(endings.insert(format.ending).second != is_strict);
      CHECK(format.ending.starts_with('.'));
    }
    CHECK_FALSE(format.summary.zh.empty());
    CHECK_FALSE(format.summary.en.empty());
    CHECK(format.summary.zh != format.summary.en);
  }
}

TEST_CASE("each format has a name, an ending and words of its own") {
  check_rows(score_formats());
  check_rows(validate_formats());
}

TEST_CASE("the first format is text, and it is for people") {
  for (const auto formats : {score_formats(), validate_formats()}) {
    REQUIRE_FALSE(formats.empty());
    CHECK(formats.front().name == "text");
    CHECK_FALSE(formats.front().is_machine);
  }
}

TEST_CASE("every format makes a whole document of a run without files") {
  const Run run;
  for (const auto formats : {score_formats(), validate_formats()}) {
    for (const Format& format : formats) {
      CAPTURE(format.name);
      const std::string out = format.render(run, {});
      CHECK((out.empty() || out.ends_with('\n')));
      CHECK(out == format.render(run, {}));
      if (format.name == "json") CHECK(out.starts_with("{\n"));
    }
  }
}

}  // namespace
}  // namespace assess::render
