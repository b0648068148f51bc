// Lists of questions: the id on the left, the text with its details in the middle, a figure on the
// right.
#include <assess/render/pdf_blocks.hpp>
#include <assess/render/pdf_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace assess::render {
namespace {

using report::Entries;
using Align = report::Table::Align;

constexpr Style key_style{8.5, 12.5, Ink::accent, Weight::bold};
constexpr Style note_style{7.5, 11, Ink::grey};
constexpr Style title_style{8.5, 12.5, Ink::black, Weight::bold};
constexpr Style figure_style{8.5, 12.5, Ink::black, Weight::bold};
constexpr double padding = 5;
constexpr double least_key = 30;
constexpr double widest_key = 96;
constexpr double widest_label = 90;
constexpr double least_figure = 40;
constexpr double widest_figure = 90;
constexpr double label_gap = 8;

struct Look {
  Grid grid;  // three columns: key, text, figure
  double label_width = 0;
};

Look look_of(const Entries& entries, Metrics& metrics) {
  double key = metrics.widest_piece(entries.key_head, key_style.size);
  double figure = metrics.widest_piece(entries.figure_head, figure_style.size);
  double label = 0;
  for (const Entries::Group& group : entries.groups) {
    for (const Entries::Entry& entry : group.entries) {
      key = std::max(key, metrics.width(entry.key, key_style.size));
      key = std::max(key, metrics.width(entry.note, note_style.size));
      figure = std::max(figure, metrics.width(entry.figure, figure_style.size));
      for (const Entries::Detail& detail : entry.details) {
        label = std::max(label, metrics.width(detail.label, label_style.size));
      }
    }
  }
  key = std::clamp(key, least_key, widest_key);
  figure = std::clamp(figure, least_figure, widest_figure);
  const double text = area_width - key - figure - 6 * padding;
  return {{.columns = {{padding, key, Align::left},
                       {key + 3 * padding, text, Align::left},
                       {area_width - padding - figure, figure, Align::right}},
           .cell = cell_style},
          std::min(label, widest_label)};
}

// One named detail. Returns the y below it.
double add_detail(Strip& strip, const Entries::Detail& detail, const Look& look, double y,
                  Metrics& metrics) {
  const GridColumn& column = look.grid.columns[1];
  const bool stands_out = detail.tone == report::Tone::good;
  const double inset = stands_out ? 6 : 0;
  const double top = stands_out ? y + 3 : y;
  const std::size_t box = strip.operations.size();
  if (stands_out) {
    strip.operations.push_back(Box{column.left, y + 1, column.width, 0, {.fill = Ink::tint}});
    strip.operations.push_back(Box{column.left, y + 1, 2, 0, {.fill = Ink::accent}});
  }
  const double left = column.left + look.label_width + label_gap;
  const double width = column.width - look.label_width - label_gap - inset;
  Style label = label_style;
  label.leading = cell_style.leading;
  const auto labels =
      metrics.lines(detail.label, label.size, look.label_width - inset + (inset > 0 ? 6 : 0));
  const auto lines = metrics.lines(detail.text, cell_style.size, width);
  double bottom = add_lines(strip, metrics, labels, column.left + inset, top, look.label_width,
                            Align::left, label);
  bottom = std::max(
      bottom, add_lines(strip, metrics, lines, left + inset, top, width, Align::left, cell_style));
  if (!stands_out) return bottom;
  for (std::size_t i = box; i < box + 2; ++i) {
    std::get<Box>(strip.operations[i]).height = bottom + 2 - y;
  }
  return bottom + 3;
}

Strip entry_strip(const Entries::Entry& entry, const Look& look, Metrics& metrics) {
  const auto& columns = look.grid.columns;
  Strip strip;
  const auto add = [&](const std::string& text, std::size_t column, double top,
                       const Style& style) {
    const auto lines = metrics.lines(text, style.size, columns[column].width);
    return add_lines(strip, metrics, lines, columns[column].left, top, columns[column].width,
                     columns[column].align, style);
  };
  double bottom = add(entry.key, 0, row_padding, key_style);
  if (!entry.note.empty()) bottom = add(entry.note, 0, bottom + 1, note_style);
  bottom = std::max(bottom, add(entry.figure, 2, row_padding, figure_style));
  double y = add(entry.title, 1, row_padding, title_style) + 1;
  for (const Entries::Detail& detail : entry.details) {
    y = add_detail(strip, detail, look, y, metrics);
  }
  close_row(strip, std::max(bottom, y));
  return strip;
}

}  // namespace

Strips entries_strips(const Entries& entries, Language language, Metrics& metrics) {
  const Look look = look_of(entries, metrics);
  Strips strips{
      head_row({entries.key_head, entries.title_head, entries.figure_head}, look.grid, metrics)};
  strips.front().space_before = 10;
  strips.front().keeps_with_next = !entries.groups.empty();
  for (const Entries::Group& group : entries.groups) {
    std::vector<std::size_t> repeats{0};
    if (!group.name.empty()) {
      strips.push_back(group_row(group.name, look.grid, language, metrics));
      strips.back().keeps_with_next = !group.entries.empty();
      strips.back().repeats = repeats;
      repeats.push_back(strips.size() - 1);
    }
    for (const Entries::Entry& entry : group.entries) {
      strips.push_back(entry_strip(entry, look, metrics));
      strips.back().repeats = repeats;
    }
  }
  return strips;
}

}  // namespace assess::render
