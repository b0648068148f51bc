#include "support/xml.hpp"
#include <assess/render/xml_writer.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace assess::render {
namespace {

TEST_CASE("elements stand one a line, by their depth") {
  XmlWriter out;
  out.declare();
  out.open("a", {{"x", "1"}, {"y", ""}});
  out.empty("b", {});
  out.text("c", {{"z", "2"}}, "text");
  out.open("d", {});
  out.empty("e", {});
  out.close();
  out.close();
  CHECK(out.take() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<a x=\"1\" y=\"\">\n"
        "  <b/>\n"
        "  <c z=\"2\">text</c>\n"
        "  <d>\n"
        "    <e/>\n"
        "  </d>\n"
        "</a>\n");
  CHECK(out.take().empty());
}

TEST_CASE("a piece is written at the depth at which it is to stand") {
  XmlWriter piece(1);
  piece.open("b", {});
  piece.close();
  XmlWriter out;
  out.open("a", {});
  out.put(piece.take());
  out.close();
  CHECK(out.take() == "<a>\n  <b>\n  </b>\n</a>\n");
}

// What a text becomes in an element.
std::string in_element(std::string_view text) {
  XmlWriter out;
  out.text("a", {}, text);
  const std::string all = out.take();
  return all.substr(3, all.size() - 3 - 5);
}

TEST_CASE("text stays text, and what XML cannot hold can be seen") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"<&\">'", "&lt;&amp;&quot;&gt;'"},
      {"]]>", "]]&gt;"},
      {"&amp;", "&amp;amp;"},
      {std::string("a\0b", 3), "a\\x00b"},
      {"\x01\x1b[31m\x7f", "\\x01\\x1b[31m\\x7f"},
      {"\xC2\x85\xC2\x9F", "\\x85\\x9f"},
      {"a\tb\r\nc", "a\\tb\\x0d\nc"},
      {"\xFF\xC3", "\\xff\\xc3"},
      {"\xED\xA0\x80", "\\xed\\xa0\\x80"},
      {"\xEF\xBF\xBE\xEF\xBF\xBF", "\\ufffe\\uffff"},
      {"\xE2\x80\xAE", "\\u202e"},
      {"全角 é \xF0\x9F\x98\x80", "全角 é \xF0\x9F\x98\x80"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(in_element(text) == expected);
    XmlWriter out;
    out.empty("a", {{"x", text}});
    const std::string document = out.take();
    CHECK(test::xml_faults(document).empty());
    CHECK(document.find('\n') == document.size() - 1);
  }
}

TEST_CASE("every byte and every character of the first plane gives XML") {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  for (int lead = 0xC2; lead < 0xF0; ++lead) {
    for (int second = 0x80; second < 0xC0; ++second) {
      for (int third = 0x80; third < 0xC0; third += lead < 0xE0 ? 0x40 : 1) {
        all += static_cast<char>(lead);
        all += static_cast<char>(second);
        if (lead >= 0xE0) all += static_cast<char>(third);
      }
    }
  }
  XmlWriter out;
  out.text("a", {{"x", all}}, all);
  const std::string faults = test::xml_faults(out.take());
  CHECK_MESSAGE(faults.empty(), faults.substr(0, 500));
}

}  // namespace
}  // namespace assess::render
