// Horizontal bars: the name on the left, the bar on its scale, the number on the right, where no
// line crosses it.
#include <assess/render/pdf_bars.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace assess::render {
namespace {

using report::Tone;
using Align = report::Table::Align;
using Lines = std::vector<std::string>;

constexpr double name_left = 11;  // right of the mark
constexpr double track_left = 164;
constexpr double track_width = 230;  // leaves room between its last number and the heads
constexpr double name_width = track_left - name_left - 10;
constexpr double value_left = track_left + track_width + 4;
constexpr double lost_width = 40;  // of the second number, at the right edge
constexpr double row_padding = 2.5;
constexpr double bar_height = 7;
constexpr std::size_t most_kept_together = 8;  // bars of a group on one page

double on_track(double value, double full) {
  return track_left + track_width * clamp_unit(value / full);
}

// Whether a scale counts in ones: levels, say. Others are parted in five.
bool has_whole_steps(double full) {
  constexpr double most = 10;
  return full > 1 && full <= most && full == std::floor(full);
}

int steps_of(double full) {
  return has_whole_steps(full) ? static_cast<int>(full) : 5;
}

void add_threshold(Strip& strip, std::optional<double> threshold, double full) {
  if (!threshold) return;
  const double x = on_track(*threshold, full);
  strip.operations.push_back(Line{{x, 0}, {x, strip.height}, 0.9, Ink::black, true});
}

void add_grid(Strip& strip, double full) {
  const int steps = steps_of(full);
  for (int i = 0; i <= steps; ++i) {
    const double x = on_track(static_cast<double>(i) / steps, 1);
    strip.operations.push_back(Line{{x, 0}, {x, strip.height}, 0.4, Ink::rule});
  }
}

// Below the threshold a bar is pale with an outline: dark and pale differ on any printer.
Paint bar_paint(Tone tone) {
  switch (tone) {
    case Tone::plain:
    case Tone::good:
      return {.fill = Ink::accent};
    case Tone::warning:
      return {.fill = Ink::accent_light, .stroke = Ink::accent, .stroke_width = 0.8};
    case Tone::muted:
      return {.fill = Ink::rule};
  }
  return {};
}

Strip bar_strip(const BarRow& row, Metrics& metrics) {
  Style name_style = cell_style;
  name_style.ink = text_ink(row.tone);
  Style value_style = name_style;
  value_style.weight = row.tone == Tone::muted ? Weight::regular : Weight::bold;
  const double value_width = area_width - value_left - (row.lost ? lost_width : 0);
  const auto names = metrics.lines(row.name, name_style.size, name_width);
  const auto values = metrics.lines(row.shown, value_style.size, value_width);
  const auto lost = row.lost ? metrics.lines(*row.lost, name_style.size, lost_width - 4) : Lines{};
  const std::size_t most = std::max({names.size(), values.size(), lost.size()});
  Strip strip;
  strip.height = 2 * row_padding + name_style.leading * static_cast<double>(most);
  strip.may_split = strip.height > area_height / 4;
  add_grid(strip, row.full);
  const double middle = row_padding + name_style.leading / 2;
  if (row.value) {
    strip.operations.push_back(Box{track_left, middle - bar_height / 2,
                                   std::max(on_track(*row.value, row.full) - track_left, 0.8),
                                   bar_height, bar_paint(row.tone)});
  }
  add_threshold(strip, row.threshold, row.full);
  add_mark(strip, row.tone, 3.5, middle);
  add_lines(strip, metrics, names, name_left, row_padding, name_width, Align::left, name_style);
  add_lines(strip, metrics, values, value_left, row_padding, value_width, Align::right,
            value_style);
  add_lines(strip, metrics, lost, area_width - lost_width + 4, row_padding, lost_width - 4,
            Align::right, name_style);
  return strip;
}

std::optional<double> threshold_of(const report::Bars& bars) {
  return bars.threshold ? std::optional(bars.threshold->value) : std::nullopt;
}

Strip group_strip(const std::string& name, const report::Bars& bars, Metrics& metrics) {
  Style style = cell_style;
  style.weight = Weight::bold;
  style.ink = Ink::accent;
  const auto lines = metrics.lines(name, style.size, track_left - 8);
  constexpr double top = 5;
  Strip strip;
  strip.keeps_with_next = true;
  strip.height = top + static_cast<double>(lines.size()) * style.leading;
  add_grid(strip, bars.full);
  add_threshold(strip, threshold_of(bars), bars.full);
  add_lines(strip, metrics, lines, 0, top, track_left - 8, Align::left, style);
  return strip;
}

std::vector<BarRow> rows_of(const report::Bars& bars, const report::Bars::Group& group) {
  std::vector<BarRow> rows;
  for (const report::Bars::Bar& bar : group.bars) {
    rows.push_back({bar.name, bar.value, bar.shown,
                    bars.lost_head.empty() ? std::nullopt : std::optional(bar.lost), bar.tone,
                    threshold_of(bars), bars.full});
  }
  return rows;
}

// The head of a column of numbers, ending at `right`.
void add_head(Strip& strip, const std::string& head, double right, double y, Metrics& metrics) {
  if (head.empty()) return;
  constexpr double room = 30;
  Style style = small_style;
  while (metrics.width(head, style.size) > room && style.size > 4) style.size -= 0.5;
  const std::vector<std::string> line{metrics.lines(head, style.size, room).front()};
  add_lines(strip, metrics, line, right - room, y, room, Align::right, style);
}

}  // namespace

Strip bar_scale(const std::optional<report::Threshold>& threshold, double full,
                const BarHeads& heads, Metrics& metrics) {
  Strip strip;
  strip.space_before = 6;
  strip.keeps_with_next = true;
  double y = 2;
  Style style = small_style;
  style.ink = Ink::black;
  if (threshold && !threshold->label.empty()) {
    // Centred on the threshold as far as the area allows.
    const auto lines = metrics.lines(threshold->label, style.size, area_width * 0.4);
    double width = 0;
    for (const std::string& line : lines) width = std::max(width, metrics.width(line, style.size));
    const double left = std::clamp(on_track(threshold->value, full) - width / 2, 0.0,
                                   track_left + track_width + 8 - width);
    y = add_lines(strip, metrics, lines, left, y, width, Align::center, style) + 1;
  }
  const double lost_room = heads.lost.empty() ? 0 : lost_width;
  add_head(strip, heads.value, area_width - lost_room, y, metrics);
  add_head(strip, heads.lost, area_width, y, metrics);
  constexpr double room = 30;
  const int steps = steps_of(full);
  for (int i = 0; i <= steps; ++i) {
    const double value = full * i / steps;
    const std::vector<std::string> number{
        fmt::format("{:.{}f}", value, has_whole_steps(full) ? 0 : 1)};
    add_lines(strip, metrics, number, on_track(value, full) - room / 2, y, room, Align::center,
              small_style);
  }
  strip.height = y + small_style.leading + 2;
  return strip;
}

Strips bar_strips(const std::vector<BarRow>& rows, Metrics& metrics) {
  Strips strips;
  for (const BarRow& row : rows) strips.push_back(bar_strip(row, metrics));
  return strips;
}

Strips bars_strips(const report::Bars& bars, Metrics& metrics) {
  Strips strips = caption_strips(bars.title, metrics);
  const auto has_bars = [](const report::Bars::Group& group) { return !group.bars.empty(); };
  if (std::none_of(bars.groups.begin(), bars.groups.end(), has_bars)) return strips;
  const std::size_t scale = strips.size();
  strips.push_back(
      bar_scale(bars.threshold, bars.full, {bars.value_head, bars.lost_head}, metrics));
  for (const report::Bars::Group& group : bars.groups) {
    if (group.bars.empty()) continue;
    std::vector<std::size_t> repeats{scale};
    if (!group.name.empty()) {
      strips.push_back(group_strip(group.name, bars, metrics));
      strips.back().repeats = repeats;
      repeats.push_back(strips.size() - 1);
    }
    Strips rows = bar_strips(rows_of(bars, group), metrics);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[i].repeats = repeats;
      rows[i].keeps_with_next = rows.size() <= most_kept_together && i + 1 < rows.size();
      strips.push_back(std::move(rows[i]));
    }
  }
  return strips;
}

}  // namespace assess::render
