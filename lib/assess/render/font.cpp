// The only file that includes HarfBuzz.
#include <assess/base/utf8.hpp>
#include <assess/render/font.hpp>
#include <assess/render/font_tables.hpp>

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace assess::render {
namespace {

template <typename T, void (*destroy)(T*)>
struct Destroy {
  void operator()(T* object) const { destroy(object); }
};
template <typename T, void (*destroy)(T*)>
using Owned = std::unique_ptr<T, Destroy<T, destroy>>;

using OwnedBlob = Owned<hb_blob_t, hb_blob_destroy>;
using OwnedFace = Owned<hb_face_t, hb_face_destroy>;
using OwnedFont = Owned<hb_font_t, hb_font_destroy>;
using OwnedPlan = Owned<hb_subset_plan_t, hb_subset_plan_destroy>;
using OwnedInput = Owned<hb_subset_input_t, hb_subset_input_destroy>;
using OwnedOutline = Owned<hb_draw_funcs_t, hb_draw_funcs_destroy>;

std::string_view bytes_of(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return data == nullptr ? std::string_view() : std::string_view(data, length);
}

OwnedBlob blob_of(const std::string& bytes) {
  return OwnedBlob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                  HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  const OwnedBlob table(hb_face_reference_table(face, tag));
  return hb_blob_get_length(table.get()) > 0;
}

bool is_embedding_forbidden(hb_face_t* face) {
  const OwnedBlob table(hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2')));
  const std::string_view bytes = bytes_of(table.get());
  if (bytes.size() < 10) return false;
  const unsigned permissions = static_cast<unsigned>(static_cast<unsigned char>(bytes[8])) << 8 |
                               static_cast<unsigned char>(bytes[9]);
  // restricted; no subsets; bitmaps only
  return (permissions & 0x000F) == 0x0002 || (permissions & 0x0300) != 0;
}

std::optional<Text> why_unusable(hb_face_t* face) {
  for (const hb_tag_t tag :
       {HB_TAG('h', 'e', 'a', 'd'), HB_TAG('m', 'a', 'x', 'p'), HB_TAG('c', 'm', 'a', 'p'),
        HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('O', 'S', '/', '2')}) {
    if (!has_table(face, tag)) {
      return Text{"不是完整的 TrueType 字体", "it is not a complete TrueType font"};
    }
  }
  if (!has_table(face, HB_TAG('g', 'l', 'y', 'f')) ||
      !has_table(face, HB_TAG('l', 'o', 'c', 'a'))) {
    return Text{"没有 TrueType 轮廓（glyf 表），可能是 CFF 轮廓",
                "it has no TrueType outlines (glyf table); they may be CFF"};
  }
  if (has_table(face, HB_TAG('f', 'v', 'a', 'r'))) {
    return Text{"是可变字体", "it is a variable font"};
  }
  if (is_embedding_forbidden(face)) {
    return Text{"字体不允许嵌入文档", "it may not be embedded in documents"};
  }
  return std::nullopt;
}

std::string postscript_name(hb_face_t* face) {
  char buffer[64];
  unsigned length = sizeof buffer;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, buffer);
  std::string name;
  for (const char c : std::string_view(buffer, std::min<std::size_t>(length, sizeof buffer - 1))) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (is_plain) name += c;
  }
  return name.empty() ? "Font" : name;
}

// Notes that anything was drawn at all.
OwnedOutline ink_detector() {
  OwnedOutline outline(hb_draw_funcs_create());
  hb_draw_funcs_set_line_to_func(
      outline.get(),
      [](hb_draw_funcs_t*, void* seen, hb_draw_state_t*, float, float, void*) {
        *static_cast<bool*>(seen) = true;
      },
      nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(
      outline.get(),
      [](hb_draw_funcs_t*, void* seen, hb_draw_state_t*, float, float, float, float, void*) {
        *static_cast<bool*>(seen) = true;
      },
      nullptr, nullptr);
  hb_draw_funcs_make_immutable(outline.get());
  return outline;
}

int thousandths(std::int64_t units, unsigned per_em) {
  return static_cast<int>(units * 1000 / per_em);
}

OwnedInput subset_input(std::span<const char32_t> characters) {
  OwnedInput input(hb_subset_input_create_or_fail());
  if (input == nullptr) return input;
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const char32_t c : characters) hb_set_add(wanted, c);
  // Without the layout tables no glyph comes in by substitution, and nothing of them is copied.
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag :
       {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
        HB_TAG('B', 'A', 'S', 'E'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('v', 'h', 'e', 'a'),
        HB_TAG('v', 'm', 't', 'x'), HB_TAG('n', 'a', 'm', 'e')}) {
    hb_set_add(dropped, tag);
  }
  return input;
}

// The subset as a font file, with codes and a name of our own.
std::string assembled(hb_face_t* subset, const std::string& name,
                      std::span<const std::uint16_t> glyphs) {
  const OwnedFace builder(hb_face_builder_create());
  const auto add = [&](hb_tag_t tag, hb_blob_t* table) {
    hb_face_builder_add_table(builder.get(), tag, table);
  };
  for (const hb_tag_t tag :
       {HB_TAG('O', 'S', '/', '2'), HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'),
        HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'),
        HB_TAG('m', 'a', 'x', 'p'), HB_TAG('p', 'o', 's', 't')}) {
    const OwnedBlob table(hb_face_reference_table(subset, tag));
    if (hb_blob_get_length(table.get()) > 0) add(tag, table.get());
  }
  add(HB_TAG('c', 'm', 'a', 'p'), blob_of(cmap_table(Font::code_of(0), glyphs)).get());
  add(HB_TAG('n', 'a', 'm', 'e'), blob_of(name_table(name)).get());
  const OwnedBlob file(hb_face_reference_blob(builder.get()));
  return std::string(bytes_of(file.get()));
}

}  // namespace

struct Font::Face {
  std::string bytes;
  OwnedFace face;
  OwnedFont font;
  OwnedOutline outline;
  std::string name;
  unsigned per_em = 1000;
  hb_font_extents_t extents{};
  int cap_height = 0;

  std::optional<hb_codepoint_t> glyph(char32_t c) const {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(font.get(), c, &glyph) || glyph == 0) return std::nullopt;
    return glyph;
  }
};

bool is_blank(char32_t c) {
  return c == U' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x180B && c <= 0x180E) ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

std::variant<Font, Text> Font::read(std::string bytes, unsigned index) {
  const auto face = std::make_shared<Face>();
  face->bytes = std::move(bytes);
  const OwnedBlob blob(hb_blob_create(face->bytes.data(), static_cast<unsigned>(face->bytes.size()),
                                      HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  const unsigned faces = hb_face_count(blob.get());
  if (faces == 0) return Text{"不是字体文件", "it is not a font file"};
  if (index >= faces) {
    return Text{"字体集中没有这个序号的字体", "the collection has no font of that number"};
  }
  face->face.reset(hb_face_create(blob.get(), index));
  if (auto reason = why_unusable(face->face.get())) return *std::move(reason);
  hb_face_make_immutable(face->face.get());
  face->per_em = hb_face_get_upem(face->face.get());
  face->font.reset(hb_font_create(face->face.get()));
  const int scale = static_cast<int>(face->per_em);
  hb_font_set_scale(face->font.get(), scale, scale);
  hb_font_make_immutable(face->font.get());
  hb_font_get_h_extents(face->font.get(), &face->extents);
  hb_position_t cap_height = 0;
  hb_ot_metrics_get_position_with_fallback(face->font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT,
                                           &cap_height);
  face->cap_height = thousandths(cap_height, face->per_em);
  face->outline = ink_detector();
  face->name = postscript_name(face->face.get());
  return Font(face);
}

bool Font::has(char32_t c) const {
  const auto glyph = face_->glyph(c);
  if (!glyph) return false;
  if (is_blank(c)) return true;
  bool has_ink = false;
  hb_font_get_glyph_shape(face_->font.get(), *glyph, face_->outline.get(), &has_ink);
  return has_ink;
}

int Font::advance(char32_t c) const {
  const auto glyph = face_->glyph(c);
  if (!glyph) return 0;
  return thousandths(hb_font_get_glyph_h_advance(face_->font.get(), *glyph), face_->per_em);
}

int Font::ascent() const {
  return thousandths(face_->extents.ascender, face_->per_em);
}

int Font::descent() const {
  return thousandths(face_->extents.descender, face_->per_em);
}

int Font::cap_height() const {
  return face_->cap_height;
}

const std::string& Font::name() const {
  return face_->name;
}

std::optional<std::string> Font::subset(std::span<const char32_t> characters) const {
  if (characters.empty() || characters.size() > max_subset) return std::nullopt;
  const OwnedInput input = subset_input(characters);
  if (input == nullptr) return std::nullopt;
  const OwnedPlan plan(hb_subset_plan_create_or_fail(face_->face.get(), input.get()));
  if (plan == nullptr) return std::nullopt;
  const OwnedFace small(hb_subset_plan_execute_or_fail(plan.get()));
  if (small == nullptr) return std::nullopt;

  const hb_map_t* to_old = hb_subset_plan_unicode_to_old_glyph_mapping(plan.get());
  const hb_map_t* to_new = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  std::vector<std::uint16_t> glyphs;
  glyphs.reserve(characters.size());
  for (const char32_t c : characters) {
    const hb_codepoint_t glyph = hb_map_get(to_new, hb_map_get(to_old, c));
    if (glyph > 0x7FFF) return std::nullopt;  // also when the character is not in the map
    glyphs.push_back(static_cast<std::uint16_t>(glyph));
  }
  return assembled(small.get(), face_->name, glyphs);
}

Glyph FontStack::find(char32_t c) const {
  if (is_invisible(c)) return {};
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    if (fonts_[i].has(c)) return {.font = i, .advance = fonts_[i].advance(c)};
  }
  if (is_blank(c)) return {.font = std::nullopt, .advance = c == 0x3000 ? 1000 : 250};
  std::u32string parts = compatible_form(c);
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    const auto has_part = [&](char32_t part) { return fonts_[i].has(part); };
    if (!std::all_of(parts.begin(), parts.end(), has_part)) continue;
    int advance = 0;
    for (const char32_t part : parts) advance += fonts_[i].advance(part);
    return {.font = i, .advance = advance, .parts = std::move(parts)};
  }
  return {.font = std::nullopt, .advance = display_width(c) == 2 ? 1000 : 600, .is_missing = true};
}

}  // namespace assess::render
