#include <assess/yaml/syntax_words.hpp>

#include <doctest/doctest.h>

namespace assess::yaml {
namespace {

TEST_CASE("messages that begin in the same way are told apart") {
  const Text map = syntax_words("end of map not found");
  const Text flow = syntax_words("end of map flow not found");
  CHECK(map.en != flow.en);
  CHECK(map.zh != flow.zh);
}

TEST_CASE("a message that ends with what was met has the words of its beginning") {
  CHECK(syntax_words("unknown escape character: z") == syntax_words("unknown escape character: "));
  CHECK(syntax_words("unknown escape character: z").en.find("unknown escape character") ==
        std::string::npos);
}

TEST_CASE("a message that nobody knows stays as it is") {
  CHECK(syntax_words("something new") == Text{"something new", "something new"});
}

}  // namespace
}  // namespace assess::yaml
