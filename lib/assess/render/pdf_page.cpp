#include <assess/render/pdf_page.hpp>

#include <fmt/format.h>

#include <cmath>
#include <initializer_list>
#include <string_view>

namespace assess::render {
namespace {

template <typename... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};
template <typename... Cases>
Match(Cases...) -> Match<Cases...>;

bool all_finite(std::initializer_list<double> numbers) {
  for (const double number : numbers) {
    if (!std::isfinite(number)) return false;
  }
  return true;
}

std::string_view ink_name(Ink ink) {
  switch (ink) {
    case Ink::black:
      return "black";
    case Ink::grey:
      return "grey";
    case Ink::accent:
      return "accent";
    case Ink::accent_middle:
      return "accent-middle";
    case Ink::accent_light:
      return "accent-light";
    case Ink::tint:
      return "tint";
    case Ink::rule:
      return "rule";
    case Ink::white:
      return "white";
  }
  return "";
}

std::string print_paint(const Paint& paint) {
  std::string out;
  if (paint.fill) out += fmt::format(" fill={}", ink_name(*paint.fill));
  if (paint.stroke)
    out += fmt::format(" stroke={}/{:.2f}", ink_name(*paint.stroke), paint.stroke_width);
  if (paint.is_dashed) out += " dashed";
  return out;
}

}  // namespace

void shift(Operation& operation, double dx, double dy) {
  const auto move = [&](Point& point) {
    point.x += dx;
    point.y += dy;
  };
  const auto move_corner = [&](auto& placed) {
    placed.x += dx;
    placed.y += dy;
  };
  std::visit(
      Match{[&](TextRun& text) { move_corner(text); }, [&](Box& box) { move_corner(box); },
            [&](Picture& picture) { move_corner(picture); }, [&](Link& link) { move_corner(link); },
            [&](PageNumber& number) { move_corner(number); },
            [&](Line& line) {
              move(line.from);
              move(line.to);
            },
            [&](Polygon& polygon) {
              for (Point& point : polygon.points) move(point);
            },
            [&](Circle& circle) { move(circle.center); }},
      operation);
}

bool is_finite(const Operation& operation) {
  return std::visit(
      Match{[](const TextRun& text) {
              return all_finite({text.x, text.y, text.size});
            },
            [](const Line& line) {
              return all_finite({line.from.x, line.from.y, line.to.x, line.to.y, line.width});
            },
            [](const Box& box) {
              return all_finite({box.x, box.y, box.width, box.height, box.paint.stroke_width});
            },
            [](const Polygon& polygon) {
              for (const Point& point : polygon.points) {
                if (!all_finite({point.x, point.y})) return false;
              }
              return std::isfinite(polygon.paint.stroke_width);
            },
            [](const Circle& circle) {
              return all_finite({circle.center.x, circle.center.y, circle.radius});
            },
            [](const Picture& picture) {
              return all_finite({picture.x, picture.y, picture.width, picture.height});
            },
            [](const Link& link) {
              return all_finite({link.x, link.y, link.width, link.height});
            },
            [](const PageNumber& number) {
              return all_finite({number.x, number.y, number.size});
            }},
      operation);
}

std::string print(const Operation& operation) {
  return std::visit(
      Match{[](const TextRun& text) {
              return fmt::format("text {:.2f},{:.2f} {:.1f} {}{} \"{}\"", text.x, text.y, text.size,
                                 ink_name(text.ink), text.weight == Weight::bold ? " bold" : "",
                                 text.string);
            },
            [](const Line& line) {
              return fmt::format("line {:.2f},{:.2f} {:.2f},{:.2f} {}/{:.2f}{}", line.from.x,
                                 line.from.y, line.to.x, line.to.y, ink_name(line.ink), line.width,
                                 line.is_dashed ? " dashed" : "");
            },
            [](const Box& box) {
              return fmt::format("box {:.2f},{:.2f} {:.2f}x{:.2f}{}", box.x, box.y, box.width,
                                 box.height, print_paint(box.paint));
            },
            [](const Polygon& polygon) {
              std::string out = "polygon";
              for (const Point& point : polygon.points) {
                out += fmt::format(" {:.2f},{:.2f}", point.x, point.y);
              }
              return out + print_paint(polygon.paint);
            },
            [](const Circle& circle) {
              return fmt::format("circle {:.2f},{:.2f} {:.2f}{}", circle.center.x, circle.center.y,
                                 circle.radius, print_paint(circle.paint));
            },
            [](const Picture& picture) {
              return fmt::format("picture {:.2f},{:.2f} {:.2f}x{:.2f}", picture.x, picture.y,
                                 picture.width, picture.height);
            },
            [](const Link& link) {
              return fmt::format("link {:.2f},{:.2f} {:.2f}x{:.2f} to {}", link.x, link.y,
                                 link.width, link.height, link.target);
            },
            [](const PageNumber& number) {
              return fmt::format("page-number {:.2f},{:.2f} {:.1f} of {}", number.x, number.y,
                                 number.size, number.target);
            }},
      operation);
}

std::string print(const Page& page) {
  std::string out;
  for (const Operation& operation : page.operations) out += print(operation) + '\n';
  return out;
}

}  // namespace assess::render
