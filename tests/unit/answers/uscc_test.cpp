#include <assess/answers/uscc.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

bool passes(const std::string& code) {
  return has_uscc_form(code) && uscc_check_character(code) == code.back();
}

TEST_CASE("public codes pass their check") {
  for (const char* code :
       {"91350100M000100Y43", "91440300708461136T", "91110108551385082Q", "91110000802100433B",
        "91110105771583283D", "91110108740084270C", "91110108735106340Y", "91440300359143307G",
        "11610923MB2900168E", "9144030071526726XG", "914403001922038216", "91370200264574251E",
        "91330200MADEM0C77R"}) {
    CAPTURE(code);
    CHECK(passes(code));
  }
}

TEST_CASE("early codes whose check really fails have the form all the same") {
  const std::vector<std::pair<std::string, char>> codes{
      {"91350100M0001TGQXM", '1'}, {"91350211M0000XUF46", 'R'}, {"91350203M0001FUE2P", 'J'}};
  for (const auto& [code, check] : codes) {
    CAPTURE(code);
    CHECK(has_uscc_form(code));
    CHECK(uscc_check_character(code) == check);
    CHECK(check != code.back());
  }
}

TEST_CASE("a changed sign or two swapped neighbours fail the check") {
  const std::string code = "91350100M000100Y43";
  for (std::size_t i = 0; i < code.size(); ++i) {
    CAPTURE(i);
    std::string changed = code;
    changed[i] = code[i] == '7' ? '8' : '7';
    CHECK_FALSE(passes(changed));
    if (i == 0 || code[i] == code[i - 1]) continue;
    std::string swapped = code;
    std::swap(swapped[i], swapped[i - 1]);
    CHECK_FALSE(passes(swapped));
  }
}

TEST_CASE("a code of another form is not checked") {
  for (const char* code :
       {"", "91350100M000100Y4", "91350100M000100Y433", "9135010OM000100Y43", "I1350100M000100Y43",
        "91350100M00O100Y43", "91350100S000100Y43", "91350100V000100Y43", "91350100Z000100Y43",
        "91350100m000100Y43", "91A50100M000100Y43", "9135010AM000100Y43", "91350100M000100Y4 ",
        "91350100M000100-43", "９1350100M000100Y43"}) {
    CAPTURE(code);
    CHECK_FALSE(has_uscc_form(code));
  }
}

TEST_CASE("a code is put into its own signs before it is looked at") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"91350100m000100y43", "91350100M000100Y43"},
      {" 91350100M000100Y43 ", "91350100M000100Y43"},
      {"91350100 M000100Y4 3", "91350100M000100Y43"},
      {"９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43"},
      {"　９１ｍ\t", "91M"},
      {"", ""},
      {"代码", "代码"},
      {"9135010OM000100Y43", "9135010OM000100Y43"},  // an O is not taken for a 0
  };
  for (const auto& [code, normal] : cases) {
    CAPTURE(code);
    CHECK(normalised_uscc(code) == normal);
  }
}

}  // namespace
}  // namespace assess
