#include <assess/render/pdf_blocks.hpp>
#include <assess/render/pdf_flow.hpp>
#include <assess/render/pdf_layout.hpp>
#include <assess/render/pdf_strip.hpp>
#include <assess/render/pdf_text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace assess::render {
namespace {

using Align = report::Table::Align;

Strips title_strips(const report::Document& document, Metrics& metrics) {
  Strip strip;
  double y = 0;
  if (!document.title.empty()) {
    const auto lines = metrics.lines(document.title, title_style.size, area_width);
    y = add_lines(strip, metrics, lines, 0, y, area_width, Align::left, title_style);
  }
  if (!document.subtitle.empty()) {
    const auto lines = metrics.lines(document.subtitle, subtitle_style.size, area_width);
    y = add_lines(strip, metrics, lines, 0, y + 3, area_width, Align::left, subtitle_style);
  }
  if (y == 0) return {};
  strip.operations.push_back(Box{0, y + 8, 56, 3, {.fill = Ink::accent}});
  strip.height = y + 24;
  strip.may_split = true;
  return {strip};
}

struct BlockStrips {
  Metrics& metrics;
  Strips operator()(const report::Heading& block) const { return heading_strips(block, metrics); }
  Strips operator()(const report::Paragraph& block) const {
    return paragraph_strips(block, metrics);
  }
  Strips operator()(const report::Bullets& block) const { return bullets_strips(block, metrics); }
  Strips operator()(const report::Facts& block) const { return facts_strips(block, metrics); }
  Strips operator()(const report::Headline& block) const { return headline_strips(block, metrics); }
  Strips operator()(const report::Ladder& block) const { return ladder_strips(block, metrics); }
  Strips operator()(const report::Radar& block) const { return radar_strips(block, metrics); }
  Strips operator()(const report::Bars& block) const { return bars_strips(block, metrics); }
  Strips operator()(const report::Table& block) const { return table_strips(block, metrics); }
  Strips operator()(const report::PageBreak&) const { return {}; }
};

Strips document_strips(const report::Document& document, Metrics& metrics) {
  Strips strips = title_strips(document, metrics);
  bool starts_page = false;
  for (const report::Block& block : document.blocks) {
    if (std::holds_alternative<report::PageBreak>(block)) starts_page = true;
    Strips more = std::visit(BlockStrips{metrics}, block);
    if (more.empty()) continue;
    more.front().starts_page = std::exchange(starts_page, false);
    append(strips, std::move(more));
  }
  return strips;
}

// The beginning of `text` that fits on one line of `width`, with an ellipsis where it was cut.
std::string shortened(std::string_view text, double size, double width, Metrics& metrics) {
  constexpr double endless = 1e9;
  std::string line;
  for (const std::string& part : metrics.lines(text, size, endless)) {
    if (!line.empty() && !part.empty()) line += ' ';
    line += part;
  }
  if (metrics.width(line, size) <= width) return line;
  const std::string ellipsis = "…";
  const double room = width - metrics.width(ellipsis, size);
  return metrics.lines(line, size, room).front() + ellipsis;
}

// `label` with its first `{}` replaced by `page` and its second by `pages`.
std::string numbered(std::string label, std::size_t page, std::size_t pages) {
  std::size_t from = 0;
  for (const std::size_t number : {page, pages}) {
    const std::size_t at = label.find("{}", from);
    if (at == std::string::npos) break;
    const std::string digits = fmt::format("{}", number);
    label.replace(at, 2, digits);
    from = at + digits.size();
  }
  return label;
}

void add_line_of(Strip& strip, const std::string& text, double top, Align align, Metrics& metrics) {
  const std::vector<std::string> lines{text};
  add_lines(strip, metrics, lines, 0, top, area_width, align, small_style);
}

// The running head, from the second page on, and the foot of every page.
void add_frame(Drawing& drawing, const report::Document& document, Metrics& metrics) {
  constexpr double head_top = 40;
  constexpr double foot_top = page_height - 48;
  constexpr double gap = 24;
  const double half = (area_width - gap) / 2;
  const std::string title = shortened(document.title, small_style.size, half, metrics);
  const std::string subtitle = shortened(document.subtitle, small_style.size, half, metrics);
  const std::size_t pages = drawing.pages.size();
  const double label_width =
      std::min(metrics.width(numbered(document.page_label, pages, pages), small_style.size), half);
  const std::string footer =
      shortened(document.footer, small_style.size, area_width - label_width - gap, metrics);
  for (std::size_t i = 0; i < pages; ++i) {
    Strip frame;
    if (i > 0 && !(title.empty() && subtitle.empty())) {
      add_line_of(frame, title, head_top, Align::left, metrics);
      add_line_of(frame, subtitle, head_top, Align::right, metrics);
      frame.operations.push_back(Line{{0, head_top + 14}, {area_width, head_top + 14}, 0.4});
    }
    frame.operations.push_back(Line{{0, foot_top - 5}, {area_width, foot_top - 5}, 0.4});
    add_line_of(frame, footer, foot_top, Align::left, metrics);
    add_line_of(
        frame,
        shortened(numbered(document.page_label, i + 1, pages), small_style.size, half, metrics),
        foot_top, Align::right, metrics);
    for (Operation& operation : frame.operations) {
      shift(operation, margin, 0);
      drawing.pages[i].operations.push_back(std::move(operation));
    }
  }
}

}  // namespace

Drawing lay_out(const report::Document& document, const FontStack& fonts) {
  Metrics metrics(fonts);
  Drawing drawing = flow(document_strips(document, metrics));
  add_frame(drawing, document, metrics);
  drawing.missing = metrics.take_missing();
  for (const Page& page : drawing.pages) {
    assert(std::all_of(page.operations.begin(), page.operations.end(), is_finite));
    static_cast<void>(page);
  }
  return drawing;
}

}  // namespace assess::render
