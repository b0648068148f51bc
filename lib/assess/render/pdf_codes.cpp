#include <assess/base/utf8.hpp>
#include <assess/render/pdf_codes.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace assess::render {
namespace {

// The box for a character that no font has, about as large as an ideograph.
Box missing_box(const TextRun& text, double x, double width) {
  return Box{x + 0.1 * width,
             text.y - 0.75 * text.size,
             0.8 * width,
             0.8 * text.size,
             {.stroke = text.ink, .stroke_width = 0.06 * text.size}};
}

}  // namespace

Codes::Codes(const Drawing& drawing, const FontStack& fonts)
    : stack_(&fonts), codes_(fonts.fonts().size()) {
  choose_blank();
  for (const Page& page : drawing.pages) {
    for (const Operation& operation : page.operations) {
      if (const auto* text = std::get_if<TextRun>(&operation)) {
        for (std::size_t at = 0; at < text->string.size();) {
          add(next_code_point(text->string, at));
        }
      }
    }
  }
}

// The wide blank first: boxes are about as wide.
void Codes::choose_blank() {
  const std::vector<Font>& fonts = stack_->fonts();
  for (const char32_t c : {char32_t{0x3000}, char32_t{U' '}}) {
    for (std::size_t i = 0; i < fonts.size(); ++i) {
      if (!blank_font_ && fonts[i].has(c)) {
        blank_font_ = i;
        blank_ = c;
      }
    }
  }
}

void Codes::add(char32_t c) {
  if (glyphs_.contains(c)) return;
  const Glyph& glyph = glyphs_.emplace(c, stack_->find(c)).first->second;
  const bool is_plain = !glyph.is_missing && glyph.parts.empty();
  const std::optional<std::size_t> font = is_plain ? glyph.font : blank_font_;
  if (font) {
    FontCodes& codes = codes_[*font];
    codes.places.emplace(c, codes.meant.size());
    codes.meant.push_back(c);
    codes.drawn.push_back(is_plain ? c : blank_);
  }
  for (const char32_t part : glyph.parts) {
    FontCodes& codes = codes_[*glyph.font];
    if (!codes.parts.emplace(part, codes.meant.size()).second) continue;
    codes.meant.push_back(0);
    codes.drawn.push_back(part);
  }
}

CodedRun Codes::parts_of(const Glyph& glyph, double x) const {
  CodedRun run{.font = *glyph.font, .x = x};
  for (const char32_t part : glyph.parts) {
    append_utf8(run.codes, Font::code_of(codes_[*glyph.font].parts.at(part)));
  }
  return run;
}

CodedRun Codes::blank_under(char32_t c, const Glyph& glyph, double x) const {
  const int width = std::max(stack_->fonts()[*blank_font_].advance(blank_), 1);
  // The limits are those of the PDF library.
  CodedRun run{*blank_font_, x, {}, std::clamp(100.0 * glyph.advance / width, 10.0, 300.0)};
  append_utf8(run.codes, Font::code_of(codes_[*blank_font_].places.at(c)));
  return run;
}

CodedText Codes::encode(const TextRun& text) const {
  constexpr std::size_t most_bytes = 8000;  // well below the limit of a PDF string
  CodedText out;
  double x = text.x;
  bool goes_on = false;  // whether the last run ends at x
  for (std::size_t at = 0; at < text.string.size();) {
    const char32_t c = next_code_point(text.string, at);
    const Glyph& glyph = glyphs_.at(c);
    const double width = glyph.advance * text.size / 1000;
    const bool is_plain = glyph.font && glyph.parts.empty();
    if (is_plain) {
      if (!goes_on || out.runs.back().font != *glyph.font ||
          out.runs.back().codes.size() > most_bytes) {
        out.runs.push_back({.font = *glyph.font, .x = x});
      }
      append_utf8(out.runs.back().codes, Font::code_of(codes_[*glyph.font].places.at(c)));
    } else if (glyph.is_missing || glyph.font) {
      if (glyph.is_missing) out.boxes.push_back(missing_box(text, x, width));
      if (glyph.font) out.runs.push_back(parts_of(glyph, x));
      if (blank_font_) out.runs.push_back(blank_under(c, glyph, x));
    }
    goes_on = is_plain;
    x += width;
  }
  return out;
}

}  // namespace assess::render
