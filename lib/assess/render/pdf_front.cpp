#include <assess/render/image.hpp>
#include <assess/render/pdf_blocks.hpp>
#include <assess/render/pdf_front.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace assess::render {
namespace {

using Align = report::Table::Align;
using Strips = std::vector<Strip>;

constexpr double highest_logo = 54;
constexpr double widest_logo = 200;

Strip spacer(double height) {
  Strip strip;
  strip.height = height;
  strip.keeps_with_next = true;
  return strip;
}

double height_of(const Strips& strips) {
  double height = 0;
  for (const Strip& strip : strips) height += strip.space_before + strip.height;
  return height;
}

// The logo on the left, the mark of confidentiality in a frame on the right.
Strips head_strips(const report::Cover& cover, Metrics& metrics) {
  Strip strip;
  if (!cover.logo.empty()) {
    const auto read = read_png(cover.logo);
    if (const auto* image = std::get_if<Image>(&read)) {
      const auto width = static_cast<double>(image->width);
      const auto height = static_cast<double>(image->height);
      const double scale = std::min(highest_logo / height, widest_logo / width);
      strip.operations.push_back(Picture{0, 0, width * scale, height * scale});
      strip.height = height * scale;
    }
  }
  if (!cover.mark.empty()) {
    constexpr double padding = 7;
    constexpr Style style{10.5, 15, Ink::black, Weight::bold};
    const double room = area_width - widest_logo - 2 * padding - 20;
    const auto lines = metrics.lines(cover.mark, style.size, room);
    double width = 0;
    for (const std::string& line : lines) width = std::max(width, metrics.width(line, style.size));
    const double left = area_width - width - padding;
    const double bottom =
        add_lines(strip, metrics, lines, left, padding - 2, width, Align::center, style);
    strip.operations.push_back(Box{left - padding,
                                   0,
                                   width + 2 * padding,
                                   bottom + padding - 2,
                                   {.stroke = Ink::black, .stroke_width = 1}});
    strip.height = std::max(strip.height, bottom + padding - 2);
  }
  if (strip.operations.empty()) return {};
  strip.may_split = strip.height > area_height / 4;
  return {strip};
}

// The largest size at which the title stands on one line, else on two.
Style title_style_for(const std::string& title, Metrics& metrics) {
  for (const std::size_t most_lines : {1U, 2U}) {
    for (const double size : {30.0, 26.0, 22.0, 20.0}) {
      if (metrics.lines(title, size, area_width).size() <= most_lines) {
        return {size, size * 1.35, Ink::accent, Weight::bold};
      }
    }
  }
  return title_style;
}

Strips name_strips(const report::Document& document, const report::Cover& cover, Metrics& metrics) {
  constexpr Style kind_style{12, 18, Ink::grey};
  constexpr Style enterprise_style{16, 24, Ink::black, Weight::bold};
  Strip strip;
  double y = 0;
  const auto add = [&](const std::string& text, const Style& style) {
    if (text.empty()) return;
    const auto lines = metrics.lines(text, style.size, area_width);
    y = add_lines(strip, metrics, lines, 0, y, area_width, Align::left, style);
  };
  add(cover.kind, kind_style);
  add(document.title, title_style_for(document.title, metrics));
  strip.operations.push_back(Box{0, y + 12, 64, 3.5, {.fill = Ink::accent}});
  y += 32;
  add(document.subtitle, enterprise_style);
  strip.height = y;
  strip.may_split = true;
  return {strip};
}

// A frame to be signed in by hand.
Strips approval_strips(const report::Cover& cover, Metrics& metrics) {
  if (cover.approvals.empty()) return {};
  const std::size_t count = std::max<std::size_t>(cover.approval_heads.size(), 2);
  const double pitch = area_width / static_cast<double>(count);
  constexpr double padding = 6;
  Strips strips;
  const auto add_row = [&](const std::vector<std::string>& cells, Style style, double least) {
    Strip strip;
    double bottom = least;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double left = static_cast<double>(i) * pitch + padding;
      const auto lines = metrics.lines(cells[i], style.size, pitch - 2 * padding);
      const double end =
          add_lines(strip, metrics, lines, left, padding, pitch - 2 * padding, Align::left, style);
      bottom = std::max(bottom, end + padding);
    }
    for (std::size_t i = 0; i <= count; ++i) {
      const double x = static_cast<double>(i) * pitch;
      strip.operations.push_back(Line{{x, 0}, {x, bottom}, 0.5, Ink::grey});
    }
    if (strips.empty()) strip.operations.push_back(Line{{0, 0}, {area_width, 0}, 0.5, Ink::grey});
    strip.operations.push_back(Line{{0, bottom}, {area_width, bottom}, 0.5, Ink::grey});
    strip.height = bottom;
    strip.may_split = strip.height > area_height / 4;
    strips.push_back(std::move(strip));
  };
  add_row(cover.approval_heads, label_style, 0);
  for (const report::Cover::Approval& approval : cover.approvals) {
    add_row({approval.role, approval.name}, body_style, 30);
  }
  return strips;
}

Strips notice_strips(const report::Cover& cover, Metrics& metrics) {
  if (cover.notice.empty()) return {};
  Strips strips = paragraph_strips({cover.notice, report::Tone::muted}, metrics);
  strips.front().space_before = 14;
  return strips;
}

}  // namespace

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

Strips cover_strips(const report::Document& document, const report::Cover& cover,
                    Metrics& metrics) {
  Strips head = head_strips(cover, metrics);
  Strips names = name_strips(document, cover, metrics);
  Strips facts = facts_strips(cover.facts, metrics);
  Strips foot = approval_strips(cover, metrics);
  append(foot, notice_strips(cover, metrics));
  const double taken = height_of(head) + height_of(names) + height_of(facts) + height_of(foot);
  const double spare = std::max(area_height - taken - 1, 0.0);
  Strips strips = std::move(head);
  strips.push_back(spacer(0.3 * spare));
  append(strips, std::move(names));
  strips.push_back(spacer(0.12 * spare));
  append(strips, std::move(facts));
  strips.push_back(spacer(0.58 * spare));
  append(strips, std::move(foot));
  if (spare == 0) std::erase_if(strips, [](const Strip& s) { return s.operations.empty(); });
  strips.back().keeps_with_next = false;
  return strips;
}

Strips contents_strips(const report::Document& document, const report::Contents& contents,
                       Metrics& metrics) {
  constexpr Style chapter{10.5, 17, Ink::black, Weight::bold};
  constexpr Style section{9.5, 15, Ink::black};
  constexpr double number_room = 34;
  constexpr double indent = 18;
  constexpr double gap = 6;
  Strips strips;
  if (!contents.title.empty()) {
    strips = heading_strips({.depth = 1, .number = {}, .text = contents.title}, metrics);
    strips.back().bookmark.reset();
  }
  std::size_t target = 0;
  for (const report::Block& block : document.blocks) {
    const auto* heading = std::get_if<report::Heading>(&block);
    if (heading == nullptr) continue;
    const bool is_chapter = heading->depth <= 1;
    const Style& style = is_chapter ? chapter : section;
    const double left = is_chapter ? 0 : indent;
    const double room = area_width - left - number_room - gap;
    const auto lines = metrics.lines(heading->whole(), style.size, room);
    Strip strip;
    strip.space_before = is_chapter ? 8 : 1;
    strip.height = add_lines(strip, metrics, lines, left, 0, room, Align::left, style);
    const double end = left + metrics.width(lines.back(), style.size) + gap;
    const double baseline =
        strip.height - style.leading + (style.leading - style.size) / 2 + 0.86 * style.size;
    if (end < area_width - number_room) {
      strip.operations.push_back(Line{
          {end, baseline - 1}, {area_width - number_room, baseline - 1}, 0.6, Ink::rule, true});
    }
    strip.operations.push_back(PageNumber{area_width, baseline, style.size, target});
    strip.operations.push_back(Link{left, 0, area_width - left, strip.height, target});
    ++target;
    strips.push_back(std::move(strip));
  }
  return strips;
}

}  // namespace assess::render
