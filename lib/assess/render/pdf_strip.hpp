// Strips: what the blocks of a document become before they are put on pages. A strip is as wide as
// the text area and knows how it may be parted; the flow stacks strips and fills pages.
#pragma once

#include <assess/render/pdf_page.hpp>
#include <assess/render/pdf_text.hpp>
#include <assess/report/document.hpp>

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace assess::render {

// The text area of a page.
inline constexpr double margin = 56.7;  // 20 mm
inline constexpr double area_width = page_width - 2 * margin;
inline constexpr double area_top = 74;
inline constexpr double area_bottom = page_height - 64;
inline constexpr double area_height = area_bottom - area_top;

// How lines of text look.
struct Style {
  double size = 9.5;
  double leading = 15;  // from baseline to baseline, in points
  Ink ink = Ink::black;
  Weight weight = Weight::regular;
};

inline constexpr Style title_style{22, 30, Ink::accent, Weight::bold};
inline constexpr Style subtitle_style{12, 18, Ink::grey};
inline constexpr Style chapter_style{15, 21, Ink::accent, Weight::bold};
inline constexpr Style section_style{11, 16, Ink::black, Weight::bold};
inline constexpr Style body_style{};
inline constexpr Style caption_style{9.5, 14, Ink::black, Weight::bold};
inline constexpr Style cell_style{8.5, 12.5};
inline constexpr Style label_style{8.5, 12, Ink::grey};
inline constexpr Style small_style{7.5, 10, Ink::grey};

struct Strip {
  // How many strips after the head of a table belong to it.
  struct Body {
    std::size_t first = 0;  // those that hold its first rows, which stay with the head
    std::size_t all = 0;
  };
  // How a strip looks when it is drawn again.
  struct Repeated {
    double height = 0;
    std::vector<Operation> operations;
  };

  double height = 0;
  double space_before = 0;            // left out at the top of a page
  std::vector<Operation> operations;  // from (0, 0), the strip's own top left corner
  bool keeps_with_next = false;       // never the last strip of a page
  bool may_split = false;             // between two lines of text, where the page ends
  double starts_page_below = 0;       // opens a page when less than this part of one is left
  Body body;                          // of the table whose head this is
  std::vector<std::size_t> repeats;   // places, in the same list, of strips to draw again above
                                      // this one when it opens a page: the head of its table
  std::optional<Repeated> repeated;   // absent: it is repeated as it is
  std::optional<Bookmark> bookmark;   // page and height are filled in by the flow
};

// Adds `lines` to `strip`, the first line's top at `y`, each within [x, x + width]. Returns the y
// below the last line.
double add_lines(Strip& strip, Metrics& metrics, std::span<const std::string> lines, double x,
                 double y, double width, report::Table::Align align, const Style& style);

// Parts `strip` between two lines of text so that the first part is at most `height` high. With
// `keep_lines`, no part has fewer lines of text than that. nullopt when there is no such place.
std::optional<std::pair<Strip, Strip>> split(const Strip& strip, double height, int keep_lines);

// The middle of a line of text and its visible extent, relative to the baseline.
inline double text_top(const TextRun& text) {
  return text.y - 0.9 * text.size;
}
inline double text_bottom(const TextRun& text) {
  return text.y + 0.22 * text.size;
}

}  // namespace assess::render
