#include <assess/render/escape.hpp>
#include <assess/render/palette.hpp>
#include <assess/render/svg.hpp>

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <utility>
#include <variant>

namespace assess::render {
namespace {

// At most two decimals, as in the PDF; what is no number would break the picture and becomes 0.
std::string number(double value) {
  if (!std::isfinite(value)) return "0";
  std::string out = fmt::format("{:.2f}", value);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string colour(Ink ink) {
  return fmt::format("#{:06x}", rgb_of(ink));
}

class SvgWriter {
 public:
  void draw(const Operation& operation) {
    std::visit([&](const auto& shape) { draw_shape(shape); }, operation);
  }

  std::string take() { return std::move(out_); }

 private:
  template <typename... Arguments>
  void add(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Arguments>(arguments)...);
  }

  void add_dashes(bool is_dashed) {
    if (is_dashed) out_ += " stroke-dasharray=\"3 2\"";
  }

  void add_paint(const Paint& paint) {
    add(" fill=\"{}\"", paint.fill ? colour(*paint.fill) : "none");
    if (paint.stroke) {
      add(" stroke=\"{}\" stroke-width=\"{}\"", colour(*paint.stroke), number(paint.stroke_width));
      add_dashes(paint.is_dashed);
    }
    out_ += "/>\n";
  }

  void draw_shape(const TextRun& text) {
    double x = text.x;
    std::string_view anchor;
    switch (text.anchor) {
      case Anchor::start:
        break;
      case Anchor::middle:
        x += text.width / 2;
        anchor = " text-anchor=\"middle\"";
        break;
      case Anchor::end:
        x += text.width;
        anchor = " text-anchor=\"end\"";
        break;
    }
    add("<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{}{}>{}</text>\n", number(x),
        number(text.y), number(text.size), colour(text.ink), anchor,
        text.weight == Weight::bold ? " font-weight=\"700\"" : "", escape_html(text.string));
  }

  void draw_shape(const Line& line) {
    add("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"",
        number(line.from.x), number(line.from.y), number(line.to.x), number(line.to.y),
        colour(line.ink), number(line.width));
    add_dashes(line.is_dashed);
    out_ += "/>\n";
  }

  void draw_shape(const Box& box) {
    add("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", number(box.x), number(box.y),
        number(box.width), number(box.height));
    add_paint(box.paint);
  }

  void draw_shape(const Polygon& polygon) {
    std::string points;
    for (const Point& point : polygon.points) {
      if (!points.empty()) points += ' ';
      points += number(point.x) + ',' + number(point.y);
    }
    add("<polygon points=\"{}\"", points);
    add_paint(polygon.paint);
  }

  void draw_shape(const Circle& circle) {
    add("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"", number(circle.center.x), number(circle.center.y),
        number(circle.radius));
    add_paint(circle.paint);
  }

  void draw_shape(const Picture&) {}
  void draw_shape(const Link&) {}
  void draw_shape(const PageNumber&) {}

  std::string out_;
};

}  // namespace

std::string svg(const std::vector<Strip>& strips, std::string_view label) {
  SvgWriter writer;
  double y = 0;
  for (const Strip& strip : strips) {
    if (y > 0) y += strip.space_before;  // as at the top of a page, none above the first
    for (Operation operation : strip.operations) {
      shift(operation, 0, y);
      writer.draw(operation);
    }
    y += strip.height;
  }
  const std::string shapes = writer.take();
  if (shapes.empty()) return {};
  const std::string name = label.empty()
                               ? std::string("aria-hidden=\"true\"")
                               : fmt::format("role=\"img\" aria-label=\"{}\"", escape_html(label));
  return fmt::format("<svg {} viewBox=\"0 0 {} {}\">\n{}</svg>\n", name, number(area_width),
                     number(y), shapes);
}

}  // namespace assess::render
