// Bars as radar and ladder use them too, where their own shapes do not fit.
#pragma once

#include <assess/render/pdf_blocks.hpp>

#include <optional>
#include <string>
#include <vector>

namespace assess::render {

// One bar on a scale from 0 to `full`, with a mark at its threshold.
struct BarRow {
  std::string name;
  std::optional<double> value;  // absent: no bar, `shown` says why
  std::string shown;
  std::optional<std::string> lost;  // a second number behind `shown`; for all bars or for none
  report::Tone tone = report::Tone::plain;
  std::optional<double> threshold = {};
  double full = 1;
};

// What stands above the numbers; empty for nothing.
struct BarHeads {
  std::string value;
  std::string lost;
};

// A scale above the bars, which is drawn again on each page they go on to, with the label of the
// threshold at its place.
Strip bar_scale(const std::optional<report::Threshold>& threshold, double full,
                const BarHeads& heads, Metrics& metrics);

// One strip per bar.
Strips bar_strips(const std::vector<BarRow>& rows, Metrics& metrics);

}  // namespace assess::render
