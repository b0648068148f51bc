// What stands on the pages of a PDF, as plain data: the result of the layout and the input of the
// writer. All lengths are points (1/72 inch); x grows to the right and y downwards from the top
// left corner of the page.
#pragma once

#include <assess/render/font.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace assess::render {

// A4.
inline constexpr double page_width = 595.28;
inline constexpr double page_height = 841.89;

// The palette: one accent colour, its tints, and greys. Neighbours differ in lightness as well, so
// that a print in black and white says the same.
enum class Ink { black, grey, accent, accent_middle, accent_light, tint, rule, white };

enum class Weight { regular, bold };

struct Point {
  double x = 0;
  double y = 0;
};

// Which point of a text stays where it is when another font makes it wider or narrower.
enum class Anchor { start, middle, end };

// One line of text; `x` is its left end, whatever the anchor, and `y` the baseline. Each character
// is drawn by the first font that has it, and those that no font has as a box.
struct TextRun {
  double x = 0;
  double y = 0;
  double size = 0;
  Ink ink = Ink::black;
  Weight weight = Weight::regular;
  std::string string;
  double width = 0;  // as measured by the layout
  Anchor anchor = Anchor::start;
};

struct Line {
  Point from;
  Point to;
  double width = 0.5;
  Ink ink = Ink::rule;
  bool is_dashed = false;
};

// How a closed shape is painted: filled, outlined, or both.
struct Paint {
  std::optional<Ink> fill;
  std::optional<Ink> stroke;
  double stroke_width = 0.5;
  bool is_dashed = false;
};

struct Box {
  double x = 0;
  double y = 0;  // the top
  double width = 0;
  double height = 0;
  Paint paint;
};

struct Polygon {
  std::vector<Point> points;  // at least two
  Paint paint;
};

struct Circle {
  Point center;
  double radius = 0;
  Paint paint;
};

// The logo of the document, scaled to this size.
struct Picture {
  double x = 0;
  double y = 0;  // the top
  double width = 0;
  double height = 0;
};

// An area that leads to the bookmark `target` (its place in Drawing::bookmarks) when it is clicked.
struct Link {
  double x = 0;
  double y = 0;  // the top
  double width = 0;
  double height = 0;
  std::size_t target = 0;
};

// The number of the page that the bookmark `target` stands on, ending at `x`. Turned into a text
// once all pages are known; a finished drawing has none.
struct PageNumber {
  double x = 0;
  double y = 0;  // the baseline
  double size = 0;
  std::size_t target = 0;
};

using Operation = std::variant<TextRun, Line, Box, Polygon, Circle, Picture, Link, PageNumber>;

struct Page {
  std::vector<Operation> operations;  // later ones cover earlier ones
};

// An entry of the outline that PDF readers show beside the pages.
struct Bookmark {
  int depth = 1;  // 1 is the outermost
  std::string title;
  std::size_t page = 0;  // from 0
  double y = 0;
};

struct Drawing {
  std::vector<Page> pages;
  std::vector<Bookmark> bookmarks;
  std::vector<MissingGlyph> missing;  // each character once, in the order of the text
};

// The operation moved right and down.
void shift(Operation& operation, double dx, double dy);

// No number in it is infinite or not a number. libharu would write such numbers as garbage.
bool is_finite(const Operation& operation);

// One line per operation, for tests and for people who look at a layout.
std::string print(const Operation& operation);
std::string print(const Page& page);

}  // namespace assess::render
