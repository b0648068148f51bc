#include <assess/base/language.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

TEST_CASE("language tags are read as people write them") {
  const std::vector<std::pair<std::string, std::optional<Language>>> cases{
      {"zh", Language::zh},      {"zh-CN", Language::zh},   {"zh_CN.UTF-8", Language::zh},
      {"ZH-Hans", Language::zh}, {"zh.GBK", Language::zh},  {"zh@pinyin", Language::zh},
      {"en", Language::en},      {"en_GB", Language::en},   {"EN_us.utf8", Language::en},
      {"C", Language::en},       {"C.UTF-8", Language::en}, {"POSIX", Language::en},
      {"", std::nullopt},        {"de_DE", std::nullopt},   {"zhuang", std::nullopt},
      {"english", std::nullopt}, {"_CN", std::nullopt},     {"中文", std::nullopt},
  };
  for (const auto& [tag, language] : cases) {
    CAPTURE(tag);
    CHECK(parse_language(tag) == language);
  }
}

TEST_CASE("the tag of a language reads as that language again") {
  for (const Language language : {Language::zh, Language::en}) {
    CHECK(parse_language(language_tag(language)) == language);
  }
}

TEST_CASE("a text that one language lacks is given in the other") {
  const Text both{"等级", "level"};
  CHECK(both.in(Language::zh) == "等级");
  CHECK(both.in(Language::en) == "level");
  CHECK(Text{"等级", ""}.in(Language::en) == "等级");
  CHECK(Text{"", "level"}.in(Language::zh) == "level");
  CHECK(Text{}.in(Language::zh).empty());
  CHECK(Text{}.empty());
  CHECK_FALSE(both.empty());
}

}  // namespace
}  // namespace assess
