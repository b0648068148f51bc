#include <assess/render/pdf_strip.hpp>

#include <algorithm>
#include <cstddef>

namespace assess::render {
namespace {

// A stretch of height that holds text and must not be cut.
struct Stretch {
  double top = 0;
  double bottom = 0;
};

std::vector<Stretch> text_stretches(const Strip& strip) {
  std::vector<Stretch> all;
  for (const Operation& operation : strip.operations) {
    if (const auto* text = std::get_if<TextRun>(&operation)) {
      all.push_back({text_top(*text), text_bottom(*text)});
    }
  }
  std::sort(all.begin(), all.end(),
            [](const Stretch& a, const Stretch& b) { return a.top < b.top; });
  std::vector<Stretch> merged;
  for (const Stretch& stretch : all) {
    if (!merged.empty() && stretch.top < merged.back().bottom) {
      merged.back().bottom = std::max(merged.back().bottom, stretch.bottom);
    } else {
      merged.push_back(stretch);
    }
  }
  return merged;
}

double top_of(const Polygon& polygon) {
  double top = page_height;
  for (const Point& point : polygon.points) top = std::min(top, point.y);
  return top;
}

// Puts what lies above `end` into `first`, and what lies below `begin` into `second`, there moved
// up by `begin`. Boxes and upright lines that reach across are in both.
struct Parting {
  Strip& first;
  Strip& second;
  double end;
  double begin;

  void whole(const Operation& operation, bool is_above) const {
    (is_above ? first : second).operations.push_back(operation);
    if (!is_above) shift(second.operations.back(), 0, -begin);
  }
  void operator()(const TextRun& text) const { whole(text, text.y <= end); }
  void operator()(const PageNumber& number) const { whole(number, number.y <= end); }
  void operator()(const Picture& picture) const { whole(picture, picture.y < end); }
  void operator()(const Link& link) const { tall(link); }
  void operator()(const Circle& circle) const { whole(circle, circle.center.y <= end); }
  void operator()(const Polygon& polygon) const { whole(polygon, top_of(polygon) < end); }
  void operator()(const Line& line) const {
    const double top = std::min(line.from.y, line.to.y);
    const double bottom = std::max(line.from.y, line.to.y);
    if (bottom <= begin || top == bottom) return whole(line, bottom <= begin);
    if (top >= end) return whole(line, false);
    const bool is_down = line.from.y <= line.to.y;
    Line above = line;
    (is_down ? above.to.y : above.from.y) = end;
    Line below = line;
    (is_down ? below.from.y : below.to.y) = begin;
    whole(above, true);
    whole(below, false);
  }
  void operator()(const Box& box) const { tall(box); }

  // A part on each side of the cut that it reaches to.
  template <typename Area>
  void tall(const Area& area) const {
    const double bottom = area.y + area.height;
    if (area.y < end) {
      Area above = area;
      above.height = std::min(bottom, end) - area.y;
      whole(above, true);
    }
    if (bottom > begin) {
      Area below = area;
      below.y = std::max(area.y, begin);
      below.height = bottom - below.y;
      whole(below, false);
    }
  }
};

}  // namespace

double add_lines(Strip& strip, Metrics& metrics, std::span<const std::string> lines, double x,
                 double y, double width, report::Table::Align align, const Style& style) {
  using Align = report::Table::Align;
  const Anchor anchor = align == Align::left    ? Anchor::start
                        : align == Align::right ? Anchor::end
                                                : Anchor::middle;
  for (const std::string& line : lines) {
    const double taken = metrics.width(line, style.size);
    double left = x;
    if (align == Align::right) left += width - taken;
    if (align == Align::center) left += (width - taken) / 2;
    // The ideographs of a line stand in the middle of its leading.
    const double baseline = y + (style.leading - style.size) / 2 + 0.86 * style.size;
    if (!line.empty()) {
      strip.operations.push_back(
          TextRun{left, baseline, style.size, style.ink, style.weight, line, taken, anchor});
    }
    y += style.leading;
  }
  return y;
}

std::optional<std::pair<Strip, Strip>> split(const Strip& strip, double height, int keep_lines) {
  constexpr double padding =
      3;  // below the last line of a part and above the first one of the next
  const std::vector<Stretch> stretches = text_stretches(strip);
  const auto keep = static_cast<std::size_t>(keep_lines);
  for (std::size_t i = stretches.size(); i-- > 1;) {
    if (i < keep || stretches.size() - i < keep) continue;
    const double end = stretches[i - 1].bottom + padding;
    if (end > height) continue;
    const double begin = std::max(stretches[i].top - padding, stretches[i - 1].bottom);
    Strip first = strip;
    Strip second = strip;
    first.operations.clear();
    second.operations.clear();
    for (const Operation& operation : strip.operations) {
      std::visit(Parting{first, second, end, begin}, operation);
    }
    first.height = end;
    first.keeps_with_next = false;
    second.height = strip.height - begin;
    second.bookmark.reset();
    second.space_before = 0;
    second.starts_page_below = 0;
    return std::pair{std::move(first), std::move(second)};
  }
  return std::nullopt;
}

}  // namespace assess::render
