#include <assess/base/nearest.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

namespace assess {
namespace {

TEST_CASE("edits are inserts, deletes, replacements and swaps of neighbours") {
  struct Case {
    std::string a;
    std::string b;
    std::size_t distance;
  };
  const std::vector<Case> cases{
      {"", "", 0},
      {"", "abc", 3},
      {"weight", "weight", 0},
      {"wieght", "weight", 1},
      {"weigth", "weight", 1},
      {"weigh", "weight", 1},
      {"weights", "weight", 1},
      {"waight", "weight", 1},
      {"WEIGHT", "weight", 0},
      {"kitten", "sitting", 3},
      {"ca", "abc", 3},  // a swapped pair is not edited again
      {"abcd", "badc", 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CHECK(edit_distance(c.a, c.b) == c.distance);
    CHECK(edit_distance(c.b, c.a) == c.distance);
  }
}

TEST_CASE("the nearest name is at most two edits and a third of the word away") {
  const std::vector<std::string> keys{"weight", "weights", "title", "area", "id", "A", "B"};
  struct Case {
    std::string word;
    std::optional<std::string> nearest;
  };
  const std::vector<Case> cases{
      {"wieght", "weight"},     {"weigt", "weight"},  {"Title", "title"},
      {"titel", "title"},       {"areas", "area"},    {"arae", "area"},
      {"rea", "area"},          {"a", "A"},           {"ID", "id"},
      {"C", std::nullopt},      {"ix", std::nullopt}, {"", std::nullopt},
      {"option", std::nullopt}, {"are", "area"},      {"tyttle", "title"},
      {"wwwwht", std::nullopt},
  };
  for (const Case& c : cases) {
    CAPTURE(c.word);
    CHECK(nearest(c.word, keys).value_or("-") == c.nearest.value_or("-"));
  }
}

TEST_CASE("among equally near names the first wins") {
  CHECK(nearest("areb", std::vector<std::string>{"area", "arec"}) == "area");
  CHECK(nearest("areb", std::vector<std::string>{"arec", "area"}) == "arec");
  CHECK(nearest("area", std::vector<std::string>{"areb", "area"}) == "area");
}

TEST_CASE("very long words have no neighbours") {
  const std::string limit(64, 'x');
  CHECK(nearest(limit, std::vector<std::string>{limit}) == limit);
  CHECK(nearest(limit + "x", std::vector<std::string>{limit + "x"}) == std::nullopt);
  CHECK(nearest("word", std::vector<std::string>{}) == std::nullopt);
}

}  // namespace
}  // namespace assess
