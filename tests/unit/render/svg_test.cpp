#include <assess/render/palette.hpp>
#include <assess/render/svg.hpp>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <limits>
#include <string>
#include <vector>

namespace assess::render {
namespace {

// What stands between the tags of the picture.
std::string shapes(const std::vector<Operation>& operations) {
  Strip strip;
  strip.height = 10;
  strip.operations = operations;
  const std::string out = svg({strip}, "x");
  const std::size_t begin = out.find(">\n") + 2;
  return out.substr(begin, out.rfind("</svg>") - begin);
}

TEST_CASE("strips are stacked as on a page, without space above the first") {
  Strip first;
  first.height = 20;
  first.space_before = 8;
  first.operations = {Line{{0, 1}, {2, 3}, 0.5, Ink::rule}};
  Strip second = first;
  second.height = 30.126;
  CHECK(svg({first, second}, "a") ==
        "<svg role=\"img\" aria-label=\"a\" viewBox=\"0 0 481.88 58.13\">\n"
        "<line x1=\"0\" y1=\"1\" x2=\"2\" y2=\"3\" stroke=\"#d0d8db\" stroke-width=\"0.5\"/>\n"
        "<line x1=\"0\" y1=\"29\" x2=\"2\" y2=\"31\" stroke=\"#d0d8db\" stroke-width=\"0.5\"/>\n"
        "</svg>\n");
}

TEST_CASE("nothing to draw is no picture") {
  CHECK(svg({}, "a").empty());
  CHECK(svg({Strip{.height = 5}}, "a").empty());
  Strip strip;
  strip.operations = {Picture{0, 0, 1, 1}, Link{0, 0, 1, 1, 0}, PageNumber{1, 1, 9, 0}};
  CHECK(svg({strip}, "a").empty());
}

TEST_CASE("a picture without a name is hidden from screen readers") {
  Strip strip;
  strip.operations = {Line{}};
  CHECK(svg({strip}, "").starts_with("<svg aria-hidden=\"true\" viewBox="));
}

TEST_CASE("text is anchored where the layout meant it") {
  TextRun text{10, 20, 8.5, Ink::black, Weight::regular, "0.80"};
  text.width = 30;
  CHECK(shapes({text}) ==
        "<text x=\"10\" y=\"20\" font-size=\"8.5\" fill=\"#1b2429\">0.80</text>\n");
  text.anchor = Anchor::middle;
  CHECK(shapes({text}).starts_with("<text x=\"25\" "));
  CHECK(shapes({text}).find(" text-anchor=\"middle\">") != std::string::npos);
  text.anchor = Anchor::end;
  text.weight = Weight::bold;
  CHECK(shapes({text}).starts_with("<text x=\"40\" "));
  CHECK(shapes({text}).find(" text-anchor=\"end\" font-weight=\"700\">") != std::string::npos);
}

TEST_CASE("shapes are filled, outlined or both") {
  CHECK(shapes({Box{1, 2, 3, 4, {.fill = Ink::accent}}}) ==
        "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" fill=\"#0b4f5e\"/>\n");
  CHECK(shapes({Circle{{1, 2}, 3, {.stroke = Ink::white, .is_dashed = true}}}) ==
        "<circle cx=\"1\" cy=\"2\" r=\"3\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"0.5\" "
        "stroke-dasharray=\"3 2\"/>\n");
  CHECK(shapes({Polygon{{{0, 0}, {1.5, 2.25}}, {.fill = Ink::tint, .stroke = Ink::rule}}}) ==
        "<polygon points=\"0,0 1.5,2.25\" fill=\"#e9f1f3\" stroke=\"#d0d8db\" "
        "stroke-width=\"0.5\"/>\n");
}

TEST_CASE("every ink has a colour of its own") {
  std::vector<std::uint32_t> seen;
  for (const Ink ink : {Ink::black, Ink::grey, Ink::accent, Ink::accent_middle, Ink::accent_light,
                        Ink::tint, Ink::rule, Ink::white}) {
    for (const std::uint32_t other : seen) CHECK(rgb_of(ink) != other);
    seen.push_back(rgb_of(ink));
  }
}

TEST_CASE("numbers have at most two decimals and are always numbers") {
  const auto x_of = [](double x) {
    const std::string out = shapes({Circle{{x, 0}, 1, {}}});
    const std::size_t begin = out.find("cx=\"") + 4;
    return out.substr(begin, out.find('"', begin) - begin);
  };
  CHECK(x_of(1.005) == "1");
  CHECK(x_of(100) == "100");
  CHECK(x_of(-0.001) == "0");
  CHECK(x_of(-12.3456) == "-12.35");
  CHECK(x_of(1e6) == "1000000");
  CHECK(x_of(std::numeric_limits<double>::infinity()) == "0");
  CHECK(x_of(std::numeric_limits<double>::quiet_NaN()) == "0");
}

TEST_CASE("texts and the label are escaped") {
  Strip strip;
  strip.operations = {TextRun{.string = "<b>&\"'\u202E\x01"}};
  const std::string out = svg({strip}, "\"><script>");
  CHECK(out.find(">&lt;b&gt;&amp;&quot;&#39;\uFFFD</text>") != std::string::npos);
  CHECK(out.find("aria-label=\"&quot;&gt;&lt;script&gt;\"") != std::string::npos);
}

}  // namespace
}  // namespace assess::render
