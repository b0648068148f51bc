#include <assess/render/pdf_flow.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace assess::render {
namespace {

class Flow {
 public:
  explicit Flow(const std::vector<Strip>& strips) : strips_(strips) { new_page(); }

  Drawing run() {
    for (std::size_t i = 0; i < strips_.size(); ++i) {
      const Strip& strip = strips_[i];
      const bool opens_chain = i == 0 || !strips_[i - 1].keeps_with_next;
      const bool breaks = left() < strip.starts_page_below * area_height ||
                          (opens_chain && (chain_height(i) > left() || tears_table(i)));
      if (breaks && !is_at_top()) new_page();
      if (is_at_top()) repeat_heads(i);
      place(strip, i);
    }
    return std::move(drawing_);
  }

 private:
  bool is_at_top() const { return y_ <= area_top; }

  double left() const { return area_bottom - y_; }

  void new_page() {
    drawing_.pages.emplace_back();
    y_ = area_top;
  }

  // What must find room together with strip `i`, so that it does not stay behind alone. A chain
  // that no page can hold counts as nothing: it is broken where the page ends.
  double chain_height(std::size_t i) const {
    double height = 0;
    for (; i < strips_.size(); ++i) {
      const Strip& strip = strips_[i];
      height += strip.space_before;
      if (!strip.keeps_with_next) {
        height += strip.may_split ? least_part(strip) : strip.height;
        break;
      }
      height += strip.height;
    }
    return height > area_height ? 0 : height;
  }

  // Of the strips [begin, end), one below the other.
  double height_of(std::size_t begin, std::size_t end) const {
    double height = 0;
    for (; begin < end; ++begin) height += strips_[begin].space_before + strips_[begin].height;
    return height;
  }

  // Whether the chain from strip `i` leads to a table of which too little would stand on this page:
  // not even its first rows, or less than a third of one that a page can hold.
  bool tears_table(std::size_t i) const {
    std::size_t head = i;
    while (strips_[head].body.all == 0) {
      if (!strips_[head].keeps_with_next || ++head == strips_.size()) return false;
    }
    const double before = height_of(i, head + 1);
    const double first = before + height_of(head + 1, head + 1 + strips_[head].body.first);
    if (first > left() && first <= area_height) return true;
    const double rows = height_of(head + 1, head + 1 + strips_[head].body.all);
    return before + rows > left() && before + rows <= area_height && left() - before < rows / 3;
  }

  static constexpr int least_lines = 2;

  // The height of the smallest first part that a strip may be split into.
  static double least_part(const Strip& strip) {
    double low = 0;
    for (double height = 0; height < strip.height; height += 4) {
      if (split(strip, height, least_lines)) return height;
      low = height;
    }
    return std::max(low, strip.height);
  }

  // Heads that would fill the page by themselves are not repeated.
  void repeat_heads(std::size_t i) {
    double height = 0;
    for (const std::size_t head : strips_[i].repeats) height += again(strips_[head]).height;
    if (height > area_height / 3) return;
    for (const std::size_t head : strips_[i].repeats) put(again(strips_[head]));
    heads_bottom_ = y_;
  }

  static Strip again(const Strip& strip) {
    if (!strip.repeated) return strip;
    return {.height = strip.repeated->height, .operations = strip.repeated->operations};
  }

  void open_page_for(std::size_t i) {
    new_page();
    repeat_heads(i);
  }

  void place(Strip strip, std::size_t i) {
    while (true) {
      const double space = is_at_top() || y_ == heads_bottom_ ? 0 : strip.space_before;
      const double room = area_bottom - y_ - space;
      if (strip.height <= room) break;
      const bool has_page_to_itself = y_ == heads_bottom_ || is_at_top();
      std::optional<std::pair<Strip, Strip>> parts;
      if (strip.may_split) parts = split(strip, room, least_lines);
      if (!parts && has_page_to_itself) parts = split(strip, room, 1);
      if (parts) {
        y_ += space;
        put(parts->first);
        strip = std::move(parts->second);
      } else if (has_page_to_itself) {
        break;  // a single line or a drawing higher than a page; layouts make none
      }
      open_page_for(i);
    }
    if (!is_at_top() && y_ != heads_bottom_) y_ += strip.space_before;
    put(strip);
  }

  void put(const Strip& strip) {
    if (strip.bookmark) {
      Bookmark bookmark = *strip.bookmark;
      bookmark.page = drawing_.pages.size() - 1;
      bookmark.y = y_;
      drawing_.bookmarks.push_back(std::move(bookmark));
    }
    for (const Operation& operation : strip.operations) {
      drawing_.pages.back().operations.push_back(operation);
      shift(drawing_.pages.back().operations.back(), margin, y_);
    }
    y_ += strip.height;
  }

  const std::vector<Strip>& strips_;
  Drawing drawing_;
  double y_ = area_top;
  double heads_bottom_ = -1;  // y below the repeated heads of this page
};

}  // namespace

Drawing flow(const std::vector<Strip>& strips) {
  return Flow(strips).run();
}

}  // namespace assess::render
