#include <assess/render/pdf_blocks.hpp>
#include <assess/render/pdf_flow.hpp>
#include <assess/render/pdf_front.hpp>
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

struct BlockStrips {
  const report::Document& document;
  Metrics& metrics;
  Strips operator()(const report::Heading& block) const { return heading_strips(block, metrics); }
  Strips operator()(const report::Contents& block) const {
    return contents_strips(document, block, metrics);
  }
  Strips operator()(const report::Paragraph& block) const {
    return paragraph_strips(block, metrics);
  }
  Strips operator()(const report::Bullets& block) const { return bullets_strips(block, metrics); }
  Strips operator()(const report::Facts& block) const { return facts_strips(block, metrics); }
  Strips operator()(const report::Headline& block) const { return headline_strips(block, metrics); }
  Strips operator()(const report::Ladder& block) const { return ladder_strips(block, metrics); }
  Strips operator()(const report::Radar& block) const { return radar_strips(block, metrics); }
  Strips operator()(const report::Bars& block) const { return bars_strips(block, metrics); }
  Strips operator()(const report::Heat& block) const {
    return heat_strips(block, document.language, metrics);
  }
  Strips operator()(const report::Table& block) const {
    return table_strips(block, document.language, metrics);
  }
  Strips operator()(const report::Entries& block) const {
    return entries_strips(block, document.language, metrics);
  }
  Strips operator()(const report::PageBreak&) const { return {}; }
};

// Whether a block is a paragraph between a heading and a table or a list of questions. Where that
// begins on the next page, a heading with a line or two would be left behind.
bool introduces_table(const std::vector<report::Block>& blocks, std::size_t i) {
  return i > 0 && i + 1 < blocks.size() && std::holds_alternative<report::Heading>(blocks[i - 1]) &&
         std::holds_alternative<report::Paragraph>(blocks[i]) &&
         (std::holds_alternative<report::Table>(blocks[i + 1]) ||
          std::holds_alternative<report::Heat>(blocks[i + 1]) ||
          std::holds_alternative<report::Entries>(blocks[i + 1]));
}

Strips document_strips(const report::Document& document, Metrics& metrics) {
  Strips strips = document.cover ? cover_strips(document, *document.cover, metrics)
                                 : title_strips(document, metrics);
  double starts_page_below = document.cover ? 1 : 0;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const report::Block& block = document.blocks[i];
    if (const auto* page_break = std::get_if<report::PageBreak>(&block)) {
      starts_page_below = std::max(starts_page_below, page_break->if_left_below);
    }
    Strips more = std::visit(BlockStrips{document, metrics}, block);
    if (more.empty()) continue;
    if (introduces_table(document.blocks, i) && !more.back().may_split) {
      more.back().keeps_with_next = true;
    }
    more.front().starts_page_below = std::exchange(starts_page_below, 0.0);
    append(strips, std::move(more));
  }
  return strips;
}

// The whole of `text` on one line.
std::string one_line(std::string_view text, double size, Metrics& metrics) {
  constexpr double endless = 1e9;
  std::string line;
  for (const std::string& part : metrics.lines(text, size, endless)) {
    if (!line.empty() && !part.empty()) line += ' ';
    line += part;
  }
  return line;
}

// The beginning of `text` that fits on one line of `width`, with an ellipsis where it was cut.
std::string shortened(std::string_view text, double size, double width, Language language,
                      Metrics& metrics) {
  std::string line = one_line(text, size, metrics);
  if (metrics.width(line, size) <= width) return line;
  // The Chinese one stands at half height.
  constexpr Words dots{"…", "..."};
  const std::string ellipsis(dots.in(language));
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

// What the running head and foot say, each shortened to its place.
struct Frame {
  std::string title;
  std::string mark;
  double mark_left = 0;
  std::string subtitle;
  std::string footer;
};

// Title and subtitle share what the mark leaves: a short one leaves its part to the other, and the
// mark then moves out of the middle.
Frame make_frame(const report::Document& document, std::size_t pages, Metrics& metrics) {
  constexpr double gap = 24;
  const double size = small_style.size;
  const double label_width = std::min(
      metrics.width(numbered(document.page_label, pages, pages), size), (area_width - gap) / 2);
  const auto width_of = [&](const std::string& text) {
    return metrics.width(one_line(text, size, metrics), size);
  };
  const auto fit = [&](const std::string& text, double width) {
    return text.empty() ? text : shortened(text, size, width, document.language, metrics);
  };
  Frame frame;
  frame.mark = fit(document.cover ? document.cover->mark : std::string(), area_width / 3);
  const double mark = frame.mark.empty() ? 0 : metrics.width(frame.mark, size);
  const double room = area_width - gap - (frame.mark.empty() ? 0 : mark + gap);
  frame.title = fit(document.title, std::max(room / 2, room - width_of(document.subtitle)));
  const double title = metrics.width(frame.title, size);
  frame.subtitle = fit(document.subtitle, std::max(room / 2, room - title));
  const double subtitle = metrics.width(frame.subtitle, size);
  const double rightmost = area_width - subtitle - gap - mark;
  frame.mark_left = std::max(std::min((area_width - mark) / 2, rightmost), title + gap);
  frame.footer = fit(document.footer, area_width - label_width - gap);
  return frame;
}

void add_head(Strip& strip, const Frame& frame, Metrics& metrics) {
  constexpr double top = 40;
  if (frame.title.empty() && frame.subtitle.empty() && frame.mark.empty()) return;
  add_line_of(strip, frame.title, top, Align::left, metrics);
  if (!frame.mark.empty()) {
    const std::vector<std::string> line{frame.mark};
    Style style = small_style;
    style.ink = Ink::black;
    style.weight = Weight::bold;
    add_lines(strip, metrics, line, frame.mark_left, top, area_width, Align::left, style);
  }
  add_line_of(strip, frame.subtitle, top, Align::right, metrics);
  strip.operations.push_back(Line{{0, top + 14}, {area_width, top + 14}, 0.4});
}

void add_foot(Strip& strip, const Frame& frame, const std::string& label, Language language,
              Metrics& metrics) {
  constexpr double top = page_height - 48;
  strip.operations.push_back(Line{{0, top - 5}, {area_width, top - 5}, 0.4});
  add_line_of(strip, frame.footer, top, Align::left, metrics);
  add_line_of(strip, shortened(label, small_style.size, area_width / 2, language, metrics), top,
              Align::right, metrics);
}

// The running head and foot: on every page but a cover; without one, the first page has its title
// and no head.
void add_frame(Drawing& drawing, const report::Document& document, Metrics& metrics) {
  const std::size_t pages = drawing.pages.size();
  const Frame frame = make_frame(document, pages, metrics);
  for (std::size_t i = 0; i < pages; ++i) {
    Page& page = drawing.pages[i];
    if (i == 0 && document.cover) {
      page.operations.insert(page.operations.begin(),
                             Box{0, 0, 14, page_height, {.fill = Ink::accent}});
      continue;
    }
    Strip strip;
    if (i > 0) add_head(strip, frame, metrics);
    add_foot(strip, frame, numbered(document.page_label, i + 1, pages), document.language, metrics);
    for (Operation& operation : strip.operations) {
      shift(operation, margin, 0);
      page.operations.push_back(std::move(operation));
    }
  }
}

// Page numbers become text, now that every heading has its page.
void number_pages(Drawing& drawing, Metrics& metrics) {
  for (Page& page : drawing.pages) {
    for (Operation& operation : page.operations) {
      const auto* number = std::get_if<PageNumber>(&operation);
      if (number == nullptr) continue;
      const std::string text = fmt::format("{}", drawing.bookmarks[number->target].page + 1);
      const double width = metrics.width(text, number->size);
      operation = TextRun{number->x - width, number->y, number->size, Ink::black,
                          Weight::regular,   text,      width,        Anchor::end};
    }
  }
}

}  // namespace

Drawing lay_out(const report::Document& document, const FontStack& fonts) {
  Metrics metrics(fonts);
  Drawing drawing = flow(document_strips(document, metrics));
  number_pages(drawing, metrics);
  add_frame(drawing, document, metrics);
  drawing.missing = metrics.take_missing();
  for (const Page& page : drawing.pages) {
    assert(std::all_of(page.operations.begin(), page.operations.end(), is_finite));
    static_cast<void>(page);
  }
  return drawing;
}

}  // namespace assess::render
