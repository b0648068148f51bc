// Bars as radar and ladder use them too, where their own shapes do not fit.
#pragma once

#include <assess/render/pdf_blocks.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess::render {

// One bar on a scale 0..1, with a mark at its threshold.
struct BarRow {
  std::string name;
  std::optional<double> value;  // absent: no bar, `shown` says why
  std::string shown;
  report::Tone tone = report::Tone::plain;
  double threshold = 0;
};

// A scale above the bars, which is drawn again on each page they go on to, with `threshold_label`
// at the first bar's threshold; no label when it is empty.
Strip bar_scale(const std::vector<BarRow>& rows, std::string_view threshold_label,
                Metrics& metrics);

// One strip per bar.
Strips bar_strips(const std::vector<BarRow>& rows, Metrics& metrics);

}  // namespace assess::render
