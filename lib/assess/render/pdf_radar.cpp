// The radar: one axis per section, an outline per series, rings with numbers, a dashed ring at each
// threshold. Series differ in line, mark and colour, so that a print in black and white tells them
// apart.
#include <assess/render/pdf_blocks.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assess::render {
namespace {

using report::Radar;
using Align = report::Table::Align;

constexpr double radius = 108;
constexpr double label_radius = radius + 11;
constexpr double label_width = 112;
constexpr std::size_t most_lines = 3;
constexpr int rings = 5;
constexpr double label_gap = 4;  // between labels on the same side
constexpr Style name_style{8.5, 11.5};
constexpr Style number_style{8.5, 11.5, Ink::accent, Weight::bold};

// How the outline of a series looks: the last one is the one that matters most.
struct Look {
  double width;
  Ink ink;
  bool is_filled;  // the mark: a filled circle, or a hollow one
};

Look look_of(const Radar& radar, std::size_t series) {
  return series + 1 == radar.series.size() ? Look{1.6, Ink::accent, true}
                                           : Look{0.9, Ink::black, false};
}

// The value of a series on an axis; absent where there is none.
std::optional<double> value_on(const Radar& radar, std::size_t series, std::size_t axis) {
  const auto& values = radar.series[series].values;
  if (axis >= values.size() || !values[axis].value) return std::nullopt;
  return clamp_unit(*values[axis].value);
}

// "1.00 / 0.62": the numbers of all series, in their order; what they all say is told once.
std::string shown_on(const Radar& radar, std::size_t axis) {
  std::string out;
  bool all_alike = true;
  for (const Radar::Series& series : radar.series) {
    if (axis >= series.values.size()) continue;
    const std::string& shown = series.values[axis].shown;
    all_alike =
        all_alike && shown == radar.series.front().values[axis].shown && !series.values[axis].value;
    out += (out.empty() ? "" : " / ") + shown;
  }
  return all_alike && !radar.series.empty() && axis < radar.series.front().values.size()
             ? radar.series.front().values[axis].shown
             : out;
}

// The name of an axis and its number below; `x` and `y` from the centre of the chart.
struct Label {
  std::vector<std::string> name;
  std::vector<std::string> shown;
  bool has_value = false;
  double height = 0;
  double x = 0;  // of the edge, or of the middle at the top and the bottom
  double y = 0;  // of the top
  Align align = Align::left;
};

Point on_axis(std::size_t axis, std::size_t count, double value) {
  const double angle =
      2 * std::numbers::pi * static_cast<double>(axis) / static_cast<double>(count);
  return {radius * value * std::sin(angle), -radius * value * std::cos(angle)};
}

// Moves labels of one side apart, from `first` down to `last`, between the heights `top` and
// `bottom`. False when there is no room.
bool spread(std::vector<Label*>& side, double top, double bottom) {
  std::sort(side.begin(), side.end(), [](const Label* a, const Label* b) { return a->y < b->y; });
  double next = top;
  for (Label* label : side) {
    label->y = std::max(label->y, next);
    next = label->y + label->height + label_gap;
  }
  double limit = bottom;
  for (auto label = side.rbegin(); label != side.rend(); ++label) {
    (*label)->y = std::min((*label)->y, limit - (*label)->height);
    limit = (*label)->y - label_gap;
  }
  return limit + label_gap >= top - 0.01;
}

// Beside the circle at the label's own height, so that moving it up or down never pushes it into
// the chart.
double beside_circle(const Label& label) {
  const double above = std::min(std::abs(label.y), std::abs(label.y + label.height));
  const double nearest = label.y < 0 && label.y + label.height > 0 ? 0 : above;
  return nearest < label_radius ? std::sqrt(label_radius * label_radius - nearest * nearest) : 0;
}

// The labels with their text in lines, not yet placed; nullopt when one is too long.
std::optional<std::vector<Label>> broken_labels(const Radar& radar, Metrics& metrics) {
  std::vector<Label> labels;
  for (std::size_t axis = 0; axis < radar.axes.size(); ++axis) {
    const std::string& name = radar.axes[axis];
    Label label{metrics.lines(name, name_style.size, label_width),
                metrics.lines(shown_on(radar, axis), number_style.size, label_width)};
    for (std::size_t i = 0; i < radar.series.size(); ++i) {
      label.has_value = label.has_value || value_on(radar, i, axis).has_value();
    }
    if (label.name.size() > most_lines || label.shown.size() > 2 ||
        metrics.widest_piece(name, name_style.size) > label_width) {
      return std::nullopt;
    }
    label.height = static_cast<double>(label.name.size()) * name_style.leading +
                   static_cast<double>(label.shown.size()) * number_style.leading;
    labels.push_back(std::move(label));
  }
  return labels;
}

// Puts the labels around the circle. False when they do not fit there.
bool place(std::vector<Label>& labels) {
  const std::size_t count = labels.size();
  double top = -label_radius - 30;
  double bottom = label_radius + 30;
  std::vector<Label*> right;
  std::vector<Label*> left;
  for (std::size_t i = 0; i < count; ++i) {
    Label& label = labels[i];
    const Point end = on_axis(i, count, label_radius / radius);
    if (i == 0) {
      label.align = Align::center;
      label.y = end.y - label.height;
      top = label.y + label.height + 1;
    } else if (2 * i == count) {
      label.align = Align::center;
      label.y = end.y;
      bottom = label.y - 1;
    } else {
      label.align = end.x > 0 ? Align::left : Align::right;
      label.y = end.y - label.height / 2;
      (end.x > 0 ? right : left).push_back(&label);
    }
  }
  if (!spread(right, top, bottom) || !spread(left, top, bottom)) return false;
  for (Label* label : right) label->x = beside_circle(*label);
  for (Label* label : left) label->x = -beside_circle(*label);
  return true;
}

Polygon ring(std::size_t count, double value, const Paint& paint) {
  Polygon polygon{{}, paint};
  for (std::size_t i = 0; i < count; ++i) polygon.points.push_back(on_axis(i, count, value));
  return polygon;
}

// Neighbouring axes that both have a value, as the two points of the outline between them. An axis
// without a value leaves its two sectors empty.
std::vector<std::pair<Point, Point>> outline(const Radar& radar, std::size_t series) {
  const std::size_t count = radar.axes.size();
  std::vector<std::pair<Point, Point>> edges;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t next = (i + 1) % count;
    const auto from = value_on(radar, series, i);
    const auto to = value_on(radar, series, next);
    if (from && to) edges.emplace_back(on_axis(i, count, *from), on_axis(next, count, *to));
  }
  return edges;
}

Circle mark_at(const Point& center, const Look& look) {
  if (look.is_filled) {
    return {center, 2.4, {.fill = look.ink, .stroke = Ink::white, .stroke_width = 0.6}};
  }
  return {center, 2.2, {.fill = Ink::white, .stroke = look.ink, .stroke_width = look.width}};
}

void add_shape(Strip& strip, Operation shape, const Point& center) {
  shift(shape, center.x, center.y);
  strip.operations.push_back(std::move(shape));
}

// The area of the values, the rings and the axes.
void add_web(Strip& strip, const Radar& radar, const Point& center) {
  const std::size_t count = radar.axes.size();
  const auto add = [&](Operation operation) { add_shape(strip, std::move(operation), center); };
  // The area lies below the web, so that its rings stay readable. An outline with a gap has none:
  // it would reach into the centre there, as if the value were 0.
  const auto edges = outline(radar, radar.series.size() - 1);
  if (edges.size() == count) {
    Polygon area{{}, {.fill = Ink::tint}};
    for (const auto& [from, to] : edges) area.points.push_back(from);
    add(area);
  }
  for (int i = 1; i <= rings; ++i) {
    add(ring(count, static_cast<double>(i) / rings, {.stroke = Ink::rule, .stroke_width = 0.5}));
  }
  for (std::size_t i = 0; i < count; ++i) {
    add(Line{{0, 0}, on_axis(i, count, 1), 0.5, Ink::rule});
  }
  for (const report::Threshold& threshold : radar.thresholds) {
    add(ring(count, clamp_unit(threshold.value),
             {.stroke = Ink::black, .stroke_width = 0.9, .is_dashed = true}));
  }
}

void add_series(Strip& strip, const Radar& radar, const Point& center) {
  const std::size_t count = radar.axes.size();
  const auto add = [&](Operation operation) { add_shape(strip, std::move(operation), center); };
  for (std::size_t i = 0; i < radar.series.size(); ++i) {
    const Look look = look_of(radar, i);
    for (const auto& [from, to] : outline(radar, i)) add(Line{from, to, look.width, look.ink});
    for (std::size_t axis = 0; axis < count; ++axis) {
      const auto value = value_on(radar, i, axis);
      if (value) add(mark_at(on_axis(axis, count, *value), look));
    }
  }
}

// How far the outlines keep away from the numbers of the rings when these stand half way between an
// axis and the next one; in parts of the radius.
double clearance(const Radar& radar, std::size_t axis) {
  const std::size_t count = radar.axes.size();
  const double half = std::cos(std::numbers::pi / static_cast<double>(count));
  double nearest = 1;
  for (std::size_t series = 0; series < radar.series.size(); ++series) {
    const auto a = value_on(radar, series, axis);
    const auto b = value_on(radar, series, (axis + 1) % count);
    if (!a || !b) continue;
    const double crossing = *a + *b > 0 ? 2 * *a * *b * half / (*a + *b) : 0;
    for (int i = 1; i <= rings; ++i) {
      nearest = std::min(nearest, std::abs(crossing - half * i / rings));
    }
  }
  return nearest;
}

// Whether a ring is a threshold that the legend tells.
bool is_told(const Radar& radar, double ring) {
  return std::any_of(radar.thresholds.begin(), radar.thresholds.end(),
                     [&](const report::Threshold& threshold) {
                       return !threshold.label.empty() && std::abs(threshold.value - ring) < 0.001;
                     });
}

// The numbers of the rings, each on a white patch, where the outline hides them least.
void add_ring_numbers(Strip& strip, const Radar& radar, const Point& center, Metrics& metrics) {
  constexpr Style style{6.5, 8, Ink::grey};
  const std::size_t count = radar.axes.size();
  std::size_t best = 0;
  for (std::size_t i = 1; i < count; ++i) {
    if (clearance(radar, i) > clearance(radar, best) + 0.001) best = i;
  }
  for (int i = 1; i <= rings; ++i) {
    const double value = static_cast<double>(i) / rings;
    if (is_told(radar, value)) continue;
    const std::vector<std::string> number{fmt::format("{:.1f}", value)};
    const double width = metrics.width(number.front(), style.size) + 2;
    const Point a = on_axis(best, count, value);
    const Point b = on_axis(best + 1, count, value);
    const double left = center.x + (a.x + b.x) / 2 - width / 2;
    const double top = center.y + (a.y + b.y) / 2 - style.leading / 2;
    strip.operations.push_back(
        Box{left, top + 0.6, width, style.leading - 1.2, {.fill = Ink::white}});
    add_lines(strip, metrics, number, left, top, width, Align::center, style);
  }
}

void add_labels(Strip& strip, const std::vector<Label>& labels, const Point& center,
                Metrics& metrics) {
  for (const Label& label : labels) {
    double left = center.x + label.x;
    if (label.align == Align::right) left -= label_width;
    if (label.align == Align::center) left -= label_width / 2;
    Style style = number_style;
    if (!label.has_value) style = {number_style.size, number_style.leading, Ink::grey};
    const double y = add_lines(strip, metrics, label.name, left, center.y + label.y, label_width,
                               label.align, name_style);
    add_lines(strip, metrics, label.shown, left, y, label_width, label.align, style);
  }
}

// What a line of the chart means.
struct Legend {
  const std::string* text;
  std::optional<Look> look;  // absent for a threshold
};

std::vector<Legend> legends_of(const Radar& radar) {
  std::vector<Legend> out;
  for (std::size_t i = 0; i < radar.series.size(); ++i) {
    if (!radar.series[i].label.empty()) out.push_back({&radar.series[i].label, look_of(radar, i)});
  }
  for (const report::Threshold& threshold : radar.thresholds) {
    if (!threshold.label.empty()) out.push_back({&threshold.label, std::nullopt});
  }
  return out;
}

// The legends side by side and centred; one below the other when they are long.
double add_legend(Strip& strip, const Radar& radar, double top, Metrics& metrics) {
  constexpr double sample = 20;
  constexpr double gap = 6;
  const Style style{label_style.size, label_style.leading, Ink::black};
  const std::vector<Legend> legends = legends_of(radar);
  double total = 0;
  for (const Legend& legend : legends) {
    total += sample + 3 * gap + metrics.width(*legend.text, style.size);
  }
  const bool is_one_line = total <= area_width;
  double left = is_one_line ? (area_width - total) / 2 : 0;
  double y = top;
  double bottom = top;
  for (const Legend& legend : legends) {
    const double middle = y + style.leading / 2;
    const Look look = legend.look.value_or(Look{0.9, Ink::black, false});
    strip.operations.push_back(
        Line{{left, middle}, {left + sample, middle}, look.width, look.ink, !legend.look});
    if (legend.look) strip.operations.push_back(mark_at({left + sample / 2, middle}, look));
    const double room = area_width - left - sample - gap;
    const auto lines = metrics.lines(*legend.text, style.size, room);
    bottom = add_lines(strip, metrics, lines, left + sample + gap, y, room, Align::left, style);
    if (is_one_line) {
      left += sample + 3 * gap + metrics.width(*legend.text, style.size);
    } else {
      y = bottom;
    }
  }
  return bottom;
}

// Bars in a group per series.
Strips as_bars(const Radar& radar, Metrics& metrics) {
  report::Bars bars{.title = radar.title};
  if (!radar.thresholds.empty()) bars.threshold = radar.thresholds.back();
  for (const Radar::Series& series : radar.series) {
    report::Bars::Group group{.name = series.label, .bars = {}};
    for (std::size_t i = 0; i < std::min(radar.axes.size(), series.values.size()); ++i) {
      group.bars.push_back({.name = radar.axes[i],
                            .value = series.values[i].value,
                            .shown = series.values[i].shown});
    }
    bars.groups.push_back(std::move(group));
  }
  return bars_strips(bars, metrics);
}

}  // namespace

Strips radar_strips(const Radar& radar, Metrics& metrics) {
  if (radar.axes.size() < 3 || radar.series.empty()) return as_bars(radar, metrics);
  auto labels = broken_labels(radar, metrics);
  if (!labels || !place(*labels)) return as_bars(radar, metrics);
  double top = -radius;
  double bottom = radius;
  for (const Label& label : *labels) {
    top = std::min(top, label.y);
    bottom = std::max(bottom, label.y + label.height);
  }
  Strip strip;
  strip.space_before = 8;
  const Point center{area_width / 2, -top + 2};
  add_web(strip, radar, center);
  add_ring_numbers(strip, radar, center, metrics);
  add_series(strip, radar, center);
  add_labels(strip, *labels, center, metrics);
  strip.height = add_legend(strip, radar, center.y + bottom + 14, metrics) + 4;
  Strips strips = caption_strips(radar.title, metrics);
  strips.push_back(std::move(strip));
  return strips;
}

}  // namespace assess::render
