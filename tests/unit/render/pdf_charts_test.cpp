// Radar, bars and the heads of the heat table: what is drawn over what, and what stays apart.
#include "pdf_samples.hpp"
#include <assess/render/pdf_strip.hpp>

#include <doctest/doctest.h>

#include <algorithm>

namespace assess::render {
namespace {

using test::lay_out;
using test::with;

report::Radar radar_with(std::vector<std::optional<double>> values) {
  report::Radar radar{.title = "", .axis_head = "域", .axes = {}, .series = {{"得分", {}}}};
  radar.axes.assign(values.size(), "域");
  for (const auto& value : values) radar.series[0].values.push_back({value, "x"});
  return radar;
}

struct Shapes {
  std::vector<Polygon> areas;
  std::vector<Line> edges;
};

Shapes shapes_of(const Page& page) {
  Shapes out;
  for (const Operation& operation : page.operations) {
    const auto* polygon = std::get_if<Polygon>(&operation);
    if (polygon != nullptr && polygon->paint.fill) out.areas.push_back(*polygon);
    const auto* line = std::get_if<Line>(&operation);
    if (line != nullptr && line->width == 1.6) out.edges.push_back(*line);
  }
  // The last one is the sample of the legend.
  if (!out.edges.empty()) out.edges.pop_back();
  return out;
}

TEST_CASE("the outline of a radar has an area when no value is missing") {
  const Shapes whole = shapes_of(lay_out(with({radar_with({0.5, 0.6, 0.7, 0.8})})).pages[0]);
  REQUIRE(whole.areas.size() == 1);
  CHECK(whole.areas[0].points.size() == 4);
  CHECK(whole.edges.size() == 4);
}

TEST_CASE("a section without a value leaves a gap in the outline, and no area") {
  const Page page = lay_out(with({radar_with({0.5, 0.6, 0.7, std::nullopt, 0.9})})).pages[0];
  const Shapes gap = shapes_of(page);
  CHECK(gap.areas.empty());
  CHECK(gap.edges.size() == 3);
}

TEST_CASE("the numbers of the rings lie under the outline, without that of the threshold") {
  report::Radar radar = radar_with({0.5, 0.6, 0.7, 0.8});
  radar.thresholds = {{0.8, "门槛 0.80"}};
  const auto place_of = [](const Page& page, const auto& is_it) {
    return std::find_if(page.operations.begin(), page.operations.end(), is_it) -
           page.operations.begin();
  };
  const Page page = lay_out(with({radar})).pages[0];
  const auto is_patch = [](const Operation& operation) {
    const auto* box = std::get_if<Box>(&operation);
    return box != nullptr && box->paint.fill == Ink::white;
  };
  const auto first_edge = place_of(page, [](const Operation& operation) {
    const auto* line = std::get_if<Line>(&operation);
    return line != nullptr && line->width == 1.6;
  });
  CHECK(std::count_if(page.operations.begin(), page.operations.end(), is_patch) == 4);
  CHECK(std::none_of(page.operations.begin() + first_edge, page.operations.end(), is_patch));
  const auto numbers = test::texts_of(page);
  const auto has = [&](std::string_view number) {
    return std::any_of(numbers.begin(), numbers.end(),
                       [&](const TextRun& text) { return text.string == number; });
  };
  CHECK(has("0.6"));
  CHECK_FALSE(has("0.8"));

  radar.thresholds[0].label = "";  // the legend has nothing to say of it
  const Page untold = lay_out(with({radar})).pages[0];
  CHECK(std::count_if(untold.operations.begin(), untold.operations.end(), is_patch) == 5);
}

TEST_CASE("the scale of bars ends well before the heads of their numbers") {
  for (const double full : {1.0, 5.0, 20.0}) {
    for (const std::string& lost : {std::string(), std::string("Lost")}) {
      report::Bars bars{.title = "",
                        .value_head = "Score",
                        .lost_head = lost,
                        .groups = {{"", {{"名", 0.5, "0.50", "0.50"}}}},
                        .full = full};
      const auto texts = test::texts_of(lay_out(with({bars})).pages[0]);
      const auto head = std::find_if(texts.begin(), texts.end(), [](const TextRun& text) {
        return text.string.starts_with("Score");
      });
      REQUIRE(head != texts.end());
      double scale = 0;
      for (const TextRun& text : texts) {
        if (std::abs(text.y - head->y) < 1 && text.x < head->x)
          scale = std::max(scale, text.x + text.width);
      }
      CHECK(scale > 300);
      CHECK(head->x - scale >= 10);
    }
  }
}

TEST_CASE("the heads of a heat table are broken alike and keep apart") {
  report::Heat heat{.title = "", .name_head = "Area", .columns = {}, .level_head = "Own level"};
  heat.columns = {"1 Planning", "2 Standardised", "3 Integration", "4 Optimisation", "5 Leading"};
  heat.rows = {{.name = "Energy and environmental protection of the plant",
                .cells = {5, {0.5, "0.50", report::Tone::good}},
                .level = "1"}};
  const auto texts = test::texts_of(lay_out(with({heat})).pages[0]);
  std::vector<TextRun> names;
  for (const TextRun& text : texts) {
    for (const std::string& column : heat.columns) {
      if (text.string == column.substr(2)) names.push_back(text);
      CHECK(text.string != column);
    }
  }
  REQUIRE(names.size() == 5);
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    CHECK(names[i + 1].x - (names[i].x + names[i].width) >= 7.9);
  }
  heat.columns = {"1 甲", "2 乙"};
  const auto short_ones = test::texts_of(lay_out(with({heat})).pages[0]);
  CHECK(std::any_of(short_ones.begin(), short_ones.end(),
                    [](const TextRun& text) { return text.string == "1 甲"; }));
}

}  // namespace
}  // namespace assess::render
