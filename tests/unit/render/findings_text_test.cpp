#include <assess/render/render.hpp>

#include <doctest/doctest.h>

#include <string>

namespace assess::test {
namespace {

Finding fault(std::string excerpt, int begin, int end) {
  Finding out{.rule = "bank/weight", .message = {"权重", "weight"}};
  out.place = Place{"a.yaml", {3, begin}, {3, end}, std::move(excerpt), 1};
  return out;
}

std::string shown(const Finding& finding) {
  return render::show_findings({finding}, {.language = Language::en});
}

TEST_CASE("the caret stands under the fault") {
  CHECK(shown(fault("key: value", 6, 11)) ==
        "a.yaml:3:6: error: weight [bank/weight]\n"
        "  |\n"
        "3 | key: value\n"
        "  |      ^~~~~\n");
}

TEST_CASE("wide characters take two columns before and under the caret") {
  CHECK(shown(fault("名称: 某厂", 5, 7)) ==
        "a.yaml:3:5: error: weight [bank/weight]\n"
        "  |\n"
        "3 | 名称: 某厂\n"
        "  |       ^~~~\n");
}

TEST_CASE("a fault behind the end of the line still has a caret") {
  CHECK(shown(fault("某", 2, 2)).ends_with("3 | 某\n  |   ^\n"));
}

TEST_CASE("escapes are shown and counted as they are drawn") {
  const std::string out = shown(fault("\x1b[0m: x", 7, 8));
  CHECK(out.ends_with("3 | \\x1b[0m: x\n  |          ^\n"));
}

TEST_CASE("more of one rule than asked for are counted, not shown") {
  const std::vector<Finding> findings(4, fault("x", 1, 2));
  const std::string out =
      render::show_findings(findings, {.language = Language::en, .fold_after = 3});
  CHECK(out.find("and 1 more bank/weight") != std::string::npos);
  const std::string all =
      render::show_findings(findings, {.language = Language::en, .fold_after = 0});
  CHECK(all.find("more") == std::string::npos);
}

TEST_CASE("a place is a link only where links are wanted and colour is on") {
  Finding finding;
  finding.rule = "bank/bad-id";
  finding.message = {"写法", "form"};
  finding.place = Place{.path = "甲 1.yaml", .begin = {2, 3}, .end = {2, 4}};
  render::Context context;
  context.link_base = "/base";
  CHECK(render::show_findings({finding}, context).find("\x1b") == std::string::npos);
  context.colour = true;
  const std::string shown = render::show_findings({finding}, context);
  CHECK(shown.find("\x1b]8;;file:///base/%E7%94%B2%201.yaml\x1b\\") == 0);
  context.link_base.clear();
  CHECK(render::show_findings({finding}, context).find("]8;;") == std::string::npos);
}

}  // namespace
}  // namespace assess::test
