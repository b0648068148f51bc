#include <assess/render/escape.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace assess::render {
namespace {

TEST_CASE("clean text shows what it says") {
  struct Case {
    std::string_view text;
    std::string_view clean;
  };
  using namespace std::string_view_literals;
  const Case cases[] = {
      {"", ""},
      {"a\tb\nc", "a\tb\nc"},
      {"a\r\nb\rc\u2028d\u2029e\u0085f\x0Bg\x0Ch", "a\nb\nc\nd\ne\nf\ng\nh"},
      {"a\0b\x1B[1m\x7F\u0080"sv, "a\uFFFDb\uFFFD[1m\uFFFD\uFFFD"},
      {"\u202Aa\u202E\u2066b\u2069\u200E\u200F\u061C\uFEFF", "ab"},
      {"\xFF\xC3", "\uFFFD\uFFFD"},
      {"\uFFFE\uFDD0\U0001FFFF", "\uFFFD\uFFFD\uFFFD"},
      {"A\u0301 全角 \u200D👍🏽", "A\u0301 全角 \u200D👍🏽"},
  };
  for (const Case& one : cases) CHECK(clean_text(one.text) == one.clean);
}

TEST_CASE("markup is escaped for elements and attributes alike") {
  CHECK(escape_html("<a href=\"x\">&amp;'</a>") ==
        "&lt;a href=&quot;x&quot;&gt;&amp;amp;&#39;&lt;/a&gt;");
  CHECK(escape_html("a\nb") == "a\nb");
  CHECK(escape_html_lines("a\r\n<\n\nb") == "a<br/>\n&lt;<br/>\n<br/>\nb");
}

TEST_CASE("a string of CSS ends neither itself nor its style element") {
  CHECK(css_string("") == "\"\"");
  CHECK(css_string("第 1 页") == "\"第 1 页\"");
  CHECK(css_string("a\"b\\\n</style>") == "\"a\\22 b\\5c  \\3c \\2f style\\3e \"");
}

TEST_CASE("an image is written in base 64") {
  CHECK(png_address("") == "data:image/png;base64,");
  CHECK(png_address("f") == "data:image/png;base64,Zg==");
  CHECK(png_address("fo") == "data:image/png;base64,Zm8=");
  CHECK(png_address("foo") == "data:image/png;base64,Zm9v");
  CHECK(png_address("\xFF\xFE\xFD\xFC") == "data:image/png;base64,//79/A==");
}

}  // namespace
}  // namespace assess::render
