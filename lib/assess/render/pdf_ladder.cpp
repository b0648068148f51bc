// The ladder of levels: a gauge per level, each standing a little higher than the one before.
#include <assess/render/pdf_bars.hpp>
#include <assess/render/pdf_blocks.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace assess::render {
namespace {

using report::Ladder;
using report::Tone;
using Align = report::Table::Align;

constexpr std::size_t most_steps = 7;
constexpr std::size_t most_lines = 4;
constexpr double widest_pitch = 130;
constexpr double gap = 10;
constexpr double gauge_height = 54;
constexpr double rise = 10;  // from step to step
constexpr double value_room = 17;

// A step with its text broken into lines.
struct Column {
  const Ladder::Step* step;
  std::vector<std::string> name;
  std::vector<std::string> value;
  std::vector<std::string> state;
};

constexpr Style name_style{8.5, 12, Ink::black, Weight::bold};
constexpr Style value_style{11, 15, Ink::accent, Weight::bold};
constexpr Style state_style{8.5, 12, Ink::black};
constexpr double mark_room = 9;

// The columns, or none when a text is too long to stand in one.
std::vector<Column> columns_of(const Ladder& ladder, double width, Metrics& metrics) {
  std::vector<Column> columns;
  for (const Ladder::Step& step : ladder.steps) {
    Column column{&step, metrics.lines(step.name, name_style.size, width),
                  metrics.lines(step.value, value_style.size, width),
                  metrics.lines(step.state, state_style.size, width - mark_room)};
    const bool breaks_a_word = metrics.widest_piece(step.name, name_style.size) > width;
    if (column.name.size() > most_lines || column.value.size() > 1 ||
        column.state.size() > most_lines || breaks_a_word) {
      return {};
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

void add_gauge(Strip& strip, const Ladder::Step& step, double left, double top, double width) {
  const double bottom = top + gauge_height;
  const bool is_open = step.tone != Tone::muted;
  strip.operations.push_back(Box{left, top, width, gauge_height, {.fill = Ink::white}});
  if (step.score) {
    const double height = gauge_height * clamp_unit(*step.score);
    const Ink fill = step.tone == Tone::warning ? Ink::accent_light
                     : is_open                  ? Ink::accent
                                                : Ink::rule;
    strip.operations.push_back(Box{left, bottom - height, width, height, {.fill = fill}});
  }
  strip.operations.push_back(Box{
      left,
      top,
      width,
      gauge_height,
      {.stroke = is_open ? Ink::accent : Ink::grey, .stroke_width = 0.7, .is_dashed = !is_open}});
  const double threshold = bottom - gauge_height * clamp_unit(step.threshold);
  // White under the dashes, so that they show on a filled gauge as well.
  strip.operations.push_back(Line{{left, threshold}, {left + width, threshold}, 1.6, Ink::white});
  strip.operations.push_back(
      Line{{left - 3, threshold}, {left + width + 3, threshold}, 0.9, Ink::black, true});
}

// The mark and the words of a state, centred together; `y` is the top. Returns the y below.
double add_state(Strip& strip, const Column& column, double left, double y, double width,
                 Metrics& metrics) {
  const Tone tone = column.step->tone;
  const bool has_mark = tone == Tone::good || tone == Tone::warning;
  const double room = has_mark ? mark_room : 0;
  Style style = state_style;
  style.ink = text_ink(tone);
  double widest = 0;
  for (const std::string& line : column.state) {
    widest = std::max(widest, metrics.width(line, style.size));
  }
  const double start = left + (width - widest - room) / 2;
  add_mark(strip, tone, start + 2.7, y + style.leading / 2);
  // Beside its mark, however wide another font draws it.
  const Align align = column.state.size() == 1 ? Align::left : Align::center;
  return add_lines(strip, metrics, column.state, start + room, y, widest, align, style);
}

Strip staircase(const std::vector<Column>& columns, double pitch, Metrics& metrics) {
  Strip strip;
  strip.space_before = 8;
  const double width = pitch - gap;
  const auto count = static_cast<double>(columns.size());
  const double ground = value_room + gauge_height + count * rise;
  double below_names = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    const auto place = static_cast<double>(i);
    const double left = place * pitch;
    const double foot = ground - (place + 1) * rise;
    const double top = foot - gauge_height;
    strip.operations.push_back(Box{left, foot, pitch, ground - foot, {.fill = Ink::tint}});
    add_gauge(strip, *column.step, left + 0.26 * pitch, top, 0.48 * pitch);
    Style style = value_style;
    if (column.step->tone == Tone::muted) style.ink = Ink::grey;
    add_lines(strip, metrics, column.value, left + gap / 2, top - value_room, width, Align::center,
              style);
    style = name_style;
    style.ink = text_ink(column.step->tone);
    below_names = std::max(below_names, add_lines(strip, metrics, column.name, left + gap / 2,
                                                  ground + 5, width, Align::center, style));
  }
  strip.operations.push_back(Line{{0, ground}, {count * pitch, ground}, 0.8, Ink::accent});
  double bottom = below_names;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const double left = static_cast<double>(i) * pitch + gap / 2;
    bottom = std::max(bottom, add_state(strip, columns[i], left, below_names + 1, width, metrics));
  }
  strip.height = bottom + 6;
  return strip;
}

Strips as_bars(const Ladder& ladder, Metrics& metrics) {
  std::vector<BarRow> rows;
  for (auto step = ladder.steps.rbegin(); step != ladder.steps.rend(); ++step) {
    rows.push_back({step->name,
                    step->score,
                    step->value + " " + step->state,
                    {},
                    step->tone,
                    step->threshold});
  }
  Strips strips{bar_scale({}, 1, {}, metrics)};
  for (Strip& strip : bar_strips(rows, metrics)) {
    strip.repeats = {0};
    strips.push_back(std::move(strip));
  }
  return strips;
}

}  // namespace

Strips ladder_strips(const Ladder& ladder, Metrics& metrics) {
  if (ladder.steps.empty()) return {};
  const std::size_t count = ladder.steps.size();
  if (count > most_steps) return as_bars(ladder, metrics);
  const double pitch = std::min(area_width / static_cast<double>(count), widest_pitch);
  const auto columns = columns_of(ladder, pitch - gap, metrics);
  if (columns.empty()) return as_bars(ladder, metrics);
  return {staircase(columns, pitch, metrics)};
}

}  // namespace assess::render
