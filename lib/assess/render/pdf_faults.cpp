#include <assess/render/pdf_faults.hpp>
#include <assess/render/pdf_strip.hpp>

#include <algorithm>
#include <initializer_list>

namespace assess::render {
namespace {

constexpr double hair = 0.05;  // points; what no eye sees

struct Extent {
  double left, top, right, bottom;
};

// The letters of a text, without the room that their font leaves above and below them.
struct Letters {
  Extent extent;
  const TextRun* text;
};

bool overlap(const Extent& a, const Extent& b) {
  return a.left + hair < b.right && b.left + hair < a.right && a.top + hair < b.bottom &&
         b.top + hair < a.bottom;
}

bool is_within(const Extent& extent, double edge) {
  return extent.left >= edge - hair && extent.right <= page_width - edge + hair &&
         extent.top >= 0 && extent.bottom <= page_height;
}

class PageCheck {
 public:
  PageCheck(std::size_t page, std::vector<LayoutFault>& faults) : page_(page), faults_(faults) {}

  void operator()(const TextRun& text) {
    const Extent extent{text.x, text.y - 0.88 * text.size, text.x + text.width,
                        text.y + 0.2 * text.size};
    if (!is_within(extent, margin)) add(text.string);
    letters_.push_back({extent, &text});
  }
  void operator()(const Line& line) { shape({line.from, line.to}); }
  void operator()(const Box& box) {
    shape({{box.x, box.y}, {box.x + box.width, box.y + box.height}});
  }
  void operator()(const Polygon& polygon) {
    for (const Point& point : polygon.points) shape({point});
  }
  void operator()(const Circle& circle) {
    const double r = circle.radius;
    shape({{circle.center.x - r, circle.center.y - r}, {circle.center.x + r, circle.center.y + r}});
  }
  void operator()(const Picture& picture) {
    shape({{picture.x, picture.y}, {picture.x + picture.width, picture.y + picture.height}});
  }
  void operator()(const Link& link) {
    shape({{link.x, link.y}, {link.x + link.width, link.y + link.height}});
  }
  void operator()(const PageNumber&) { add({}); }  // left over

  // Texts from the top down; each is compared with those that begin before it ends.
  void compare_texts() {
    std::sort(letters_.begin(), letters_.end(),
              [](const Letters& a, const Letters& b) { return a.extent.top < b.extent.top; });
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      for (std::size_t k = i + 1; k < letters_.size(); ++k) {
        if (letters_[k].extent.top >= letters_[i].extent.bottom) break;
        if (overlap(letters_[i].extent, letters_[k].extent)) add(letters_[k].text->string);
      }
    }
  }

 private:
  void shape(std::initializer_list<Point> points) {
    for (const Point& point : points) {
      const bool is_on_page = point.x >= -hair && point.x <= page_width + hair &&
                              point.y >= -hair && point.y <= page_height + hair;
      if (!is_on_page) return add({});
    }
  }

  void add(std::string text) { faults_.push_back({page_, std::move(text)}); }

  std::size_t page_;
  std::vector<LayoutFault>& faults_;
  std::vector<Letters> letters_;
};

}  // namespace

std::vector<LayoutFault> find_faults(const Drawing& drawing) {
  std::vector<LayoutFault> faults;
  for (std::size_t i = 0; i < drawing.pages.size(); ++i) {
    PageCheck check(i, faults);
    for (const Operation& operation : drawing.pages[i].operations) std::visit(check, operation);
    check.compare_texts();
  }
  return faults;
}

}  // namespace assess::render
