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
constexpr double gutter = 12;  // between two columns
constexpr double least_key = 30;
constexpr double widest_key = 96;
constexpr double widest_note = 66;  // longer ones are broken
constexpr double widest_label = 90;
constexpr double least_figure = 24;
constexpr double widest_figure = 90;
constexpr double label_gap = 8;
constexpr double widest_choice = 40;
constexpr double choice_gap = 6;
constexpr double overhang = 7;  // of the tint, on both sides of the text that stands on it

struct Look {
  Grid grid;  // three columns: key, text, figure
  Grid head;  // the same for their heads: that of the figure may be wider than the figures
  double label_width = 0;
  double choice_width = 0;  // of the key of an option and the gap behind it
};

Look look_of(const Entries& entries, Metrics& metrics) {
  double key = metrics.widest_piece(entries.key_head, key_style.size);
  double figure = 0;
  double label = 0;
  double choice = 0;
  for (const Entries::Group& group : entries.groups) {
    for (const Entries::Entry& entry : group.entries) {
      key = std::max(key, metrics.width(entry.key, key_style.size));
      key = std::max(key, std::min(metrics.width(entry.note, note_style.size), widest_note));
      figure = std::max(figure, metrics.width(entry.figure, figure_style.size));
      for (const Entries::Detail& detail : entry.details) {
        label = std::max(label, metrics.width(detail.label, label_style.size));
        choice = std::max(choice, metrics.width(detail.key, cell_style.size));
      }
    }
  }
  key = std::clamp(key, least_key, widest_key);
  figure = std::clamp(figure, least_figure, widest_figure);
  const double figure_head = std::clamp(metrics.width(entries.figure_head, figure_style.size) + 0.1,
                                        figure, widest_figure);
  const double left = padding + key + gutter;
  const double right = area_width - padding;
  const auto grid = [&](double number) {
    return Grid{.columns = {{padding, key, Align::left},
                            {left, right - number - gutter - left, Align::left},
                            {right - number, number, Align::right}},
                .cell = cell_style};
  };
  return {grid(figure), grid(figure_head), std::min(label, widest_label),
          choice > 0 ? std::min(choice, widest_choice) + choice_gap : 0};
}

// One named detail; advice on a tint that hangs out, so that its text keeps to the others' grid.
// Returns the y below it.
double add_detail(Strip& strip, const Entries::Detail& detail, const Look& look, double y,
                  Metrics& metrics) {
  const GridColumn& column = look.grid.columns[1];
  const bool stands_out = detail.tone == report::Tone::good;
  const double top = stands_out ? y + 4 : y;
  const std::size_t box = strip.operations.size();
  if (stands_out) {
    const double left = column.left - overhang;
    strip.operations.push_back(
        Box{left, y + 1, column.width + 2 * overhang, 0, {.fill = Ink::tint}});
    strip.operations.push_back(Box{left, y + 1, 2, 0, {.fill = Ink::accent}});
  }
  double bottom = top;
  const auto add = [&](const std::string& text, double left, double width, const Style& style) {
    const auto lines = metrics.lines(text, style.size, width);
    bottom = std::max(bottom, add_lines(strip, metrics, lines, column.left + left, top, width,
                                        Align::left, style));
  };
  Style label = label_style;
  label.leading = cell_style.leading;
  add(detail.label, 0, look.label_width, label);
  double left = look.label_width + label_gap;
  if (!detail.key.empty()) {
    add(detail.key, left, look.choice_width - choice_gap, cell_style);
    left += look.choice_width;
  }
  add(detail.text, left, column.width - left, cell_style);
  if (!stands_out) return bottom;
  for (std::size_t i = box; i < box + 2; ++i) {
    std::get<Box>(strip.operations[i]).height = bottom + 2 - y;
  }
  return bottom + 4;
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
      head_row({entries.key_head, entries.title_head, entries.figure_head}, look.head, metrics)};
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
