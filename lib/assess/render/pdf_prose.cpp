// Headings, captions, paragraphs, bullets, and the headline.
#include <assess/render/pdf_blocks.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>

namespace assess::render {
namespace {

using report::Tone;
using Align = report::Table::Align;

constexpr std::size_t splits_from_lines = 4;

}  // namespace

void append(Strips& strips, Strips more) {
  const std::size_t offset = strips.size();
  for (Strip& strip : more) {
    for (std::size_t& place : strip.repeats) place += offset;
  }
  strips.insert(strips.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

void add_mark(Strip& strip, Tone tone, double x, double y) {
  switch (tone) {
    case Tone::good:
      strip.operations.push_back(Circle{{x, y}, 2.3, {.fill = Ink::accent}});
      break;
    case Tone::warning:
      strip.operations.push_back(
          Polygon{{{x - 2.7, y + 2.2}, {x + 2.7, y + 2.2}, {x, y - 2.6}},
                  {.fill = Ink::white, .stroke = Ink::black, .stroke_width = 0.8}});
      break;
    case Tone::plain:
    case Tone::muted:
      break;
  }
}

Ink text_ink(Tone tone) {
  return tone == Tone::muted ? Ink::grey : Ink::black;
}

double clamp_unit(double value) {
  return std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0.0;
}

Strips heading_strips(const report::Heading& heading, Metrics& metrics) {
  const bool is_chapter = heading.depth <= 1;
  const Style& style = is_chapter ? chapter_style : section_style;
  const auto lines = metrics.lines(heading.whole(), style.size, area_width);
  Strip strip;
  strip.space_before = is_chapter ? 24 : 16;
  strip.keeps_with_next = true;
  strip.bookmark = Bookmark{.depth = std::max(heading.depth, 1), .title = heading.whole()};
  const double bottom = add_lines(strip, metrics, lines, 0, 0, area_width, Align::left, style);
  if (is_chapter) {
    strip.operations.push_back(Line{{0, bottom + 3}, {area_width, bottom + 3}, 0.8, Ink::accent});
  }
  strip.height = bottom + (is_chapter ? 11 : 4);
  return {strip};
}

Strips paragraph_strips(const report::Paragraph& paragraph, Metrics& metrics) {
  const bool is_marked = paragraph.tone == Tone::good || paragraph.tone == Tone::warning;
  const double indent = is_marked ? 24 : 0;
  const double padding = is_marked ? 6 : 0;
  Style style = paragraph.tone == Tone::muted ? label_style : body_style;
  style.ink = text_ink(paragraph.tone);
  const auto lines =
      metrics.lines(paragraph.text, style.size, area_width - indent - (is_marked ? 10 : 0));
  Strip strip;
  strip.space_before = 8;
  strip.may_split = lines.size() >= splits_from_lines;
  strip.height = static_cast<double>(lines.size()) * style.leading + 2 * padding;
  if (is_marked) {
    strip.operations.push_back(Box{0, 0, area_width, strip.height, {.fill = Ink::tint}});
    strip.operations.push_back(
        Box{0,
            0,
            2.5,
            strip.height,
            {.fill = paragraph.tone == Tone::good ? Ink::accent : Ink::black}});
    add_mark(strip, paragraph.tone, 13, padding + style.leading / 2);
  }
  add_lines(strip, metrics, lines, indent, padding, area_width - indent, Align::left, style);
  return {strip};
}

Strips bullets_strips(const report::Bullets& bullets, Metrics& metrics) {
  constexpr double indent = 14;
  Strips strips;
  for (const std::string& item : bullets.items) {
    const auto lines = metrics.lines(item, body_style.size, area_width - indent);
    Strip strip;
    strip.space_before = strips.empty() ? 5 : 3;
    strip.may_split = lines.size() >= splits_from_lines;
    strip.operations.push_back(Circle{{5, body_style.leading / 2}, 1.7, {.fill = Ink::accent}});
    strip.height =
        add_lines(strip, metrics, lines, indent, 0, area_width - indent, Align::left, body_style);
    strips.push_back(std::move(strip));
  }
  return strips;
}

Strips caption_strips(std::string_view title, Metrics& metrics) {
  if (title.empty()) return {};
  Strip strip;
  strip.space_before = 14;
  strip.keeps_with_next = true;
  const auto lines = metrics.lines(title, caption_style.size, area_width);
  strip.height = 3 + add_lines(strip, metrics, lines, 0, 0, area_width, Align::left, caption_style);
  return {strip};
}

namespace {

constexpr double headline_padding = 14;
constexpr double headline_gap = 26;  // between two figures, at least

// Where the figures of a row stand, and the size of their values: as large as leaves each on a
// line. What room is left goes to all alike; where there is none they share the row evenly.
struct HeadlineRow {
  double size = 20;
  std::vector<double> lefts;
  std::vector<double> widths;
};

HeadlineRow headline_row(std::span<const report::Headline::Figure> figures, Metrics& metrics) {
  const auto count = static_cast<double>(figures.size());
  const double room = area_width - 2 * headline_padding - (count - 1) * headline_gap;
  HeadlineRow row;
  double taken = 0;
  for (;; row.size -= 1) {
    row.widths.clear();
    taken = 0;
    for (const report::Headline::Figure& figure : figures) {
      row.widths.push_back(std::max(metrics.width(figure.value, row.size),
                                    metrics.width(figure.label, label_style.size)));
      taken += row.widths.back();
    }
    if (taken <= room || row.size <= 12) break;
  }
  double left = headline_padding;
  for (double& width : row.widths) {
    width = taken <= room ? width + (room - taken) / count : room / count;
    row.lefts.push_back(left);
    left += width + headline_gap;
  }
  return row;
}

}  // namespace

Strips headline_strips(const report::Headline& headline, Metrics& metrics) {
  constexpr std::size_t most_in_a_row = 4;
  const std::span<const report::Headline::Figure> all(headline.figures);
  Strips strips;
  for (std::size_t begin = 0; begin < all.size(); begin += most_in_a_row) {
    const auto figures = all.subspan(begin, std::min(most_in_a_row, all.size() - begin));
    const HeadlineRow row = headline_row(figures, metrics);
    const Style value_style{row.size, row.size * 1.35, Ink::accent, Weight::bold};
    Strip strip;
    strip.space_before = strips.empty() ? 14 : 4;
    strip.operations.push_back(Box{0, 0, area_width, 0, {.fill = Ink::tint}});
    strip.operations.push_back(Box{0, 0, 3, 0, {.fill = Ink::accent}});
    double below_labels = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const auto lines = metrics.lines(figures[i].label, label_style.size, row.widths[i]);
      below_labels = std::max(below_labels,
                              add_lines(strip, metrics, lines, row.lefts[i], headline_padding - 2,
                                        row.widths[i], Align::left, label_style));
    }
    double bottom = below_labels;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const auto lines = metrics.lines(figures[i].value, row.size, row.widths[i]);
      bottom = std::max(bottom, add_lines(strip, metrics, lines, row.lefts[i], below_labels + 2,
                                          row.widths[i], Align::left, value_style));
    }
    strip.height = bottom + headline_padding - 4;
    for (std::size_t i = 0; i < 2; ++i) std::get<Box>(strip.operations[i]).height = strip.height;
    strips.push_back(std::move(strip));
  }
  return strips;
}

}  // namespace assess::render
