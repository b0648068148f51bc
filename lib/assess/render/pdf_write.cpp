// Why libharu 2.3 is fed in this roundabout way: given a font of its own it drops glyphs that are
// made of others, without an error and with perfect text underneath; it cannot write characters
// beyond U+FFFF; and its map from codes to text is malformed. So it only ever sees a small font
// that holds exactly the glyphs of this document, under consecutive codes that mean nothing, and
// gets a map of ours that says what they mean.
#include <assess/render/image.hpp>
#include <assess/render/palette.hpp>
#include <assess/render/pdf_codes.hpp>
#include <assess/render/pdf_unicode_map.hpp>
#include <assess/render/pdf_write.hpp>

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_conf.h>
#include <hpdf_doc.h>
#include <hpdf_font.h>
#include <hpdf_fontdef.h>
#include <hpdf_info.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace assess::render {
namespace {

struct Colour {
  float red, green, blue;
};

Colour colour_of(Ink ink) {
  const auto part = [rgb = rgb_of(ink)](unsigned shift) {
    return static_cast<float>(rgb >> shift & 0xFF) / 255.0F;
  };
  return {part(16), part(8), part(0)};
}

// Hundredths of a point are finer than any printer, and short to write.
float coordinate(double points) {
  return static_cast<float>(std::round(points * 100) / 100);
}

// libharu's first error; all later ones follow from it. It calls the handler from C code, so the
// handler must not throw.
struct FirstError {
  HPDF_STATUS code = 0;
  HPDF_STATUS detail = 0;
};

void record_error(HPDF_STATUS code, HPDF_STATUS detail, void* into) {
  auto* first = static_cast<FirstError*>(into);
  if (first->code == 0) *first = {code, detail};
}

struct FreeDocument {
  void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
using OwnedDocument = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, FreeDocument>;

class Writer {
 public:
  Writer(const Drawing& drawing, const report::Document& document, const FontStack& fonts)
      : drawing_(drawing),
        source_(document),
        fonts_(fonts),
        codes_(drawing, fonts),
        embedded_(fonts.fonts().size()) {}

  PdfBytes run() {
    if (drawing_.pages.empty()) return {{}, "no pages"};
    for (const Page& page : drawing_.pages) {
      if (!std::all_of(page.operations.begin(), page.operations.end(), is_finite)) {
        return {{}, "a coordinate that is not a number"};
      }
    }
    pdf_.reset(HPDF_New(record_error, &error_));
    if (pdf_ == nullptr) return {{}, "out of memory"};
    pdf_->pdf_version = HPDF_VER_14;  // the first that knows the document's language
    HPDF_SetCompressionMode(pdf_.get(), HPDF_COMP_ALL);
    HPDF_UseUTFEncodings(pdf_.get());
    for (std::size_t i = 0; i < embedded_.size(); ++i) {
      if (!codes_.fonts()[i].meant.empty() && !embed(i)) {
        return {{}, error_.code != 0 ? code() : "a font without a subset"};
      }
    }
    load_logo();
    for (const Page& page : drawing_.pages) draw(page);
    add_links();
    add_outline();
    add_information();
    return saved();
  }

 private:
  std::string code() const {
    return fmt::format("0x{:04X} ({})", static_cast<unsigned long>(error_.code),
                       static_cast<unsigned long>(error_.detail));
  }

  // Hands the subset of font `i` to libharu, past its loader of files.
  bool embed(std::size_t i) {
    const FontCodes& codes = codes_.fonts()[i];
    const Font& font = fonts_.fonts()[i];
    const std::optional<std::string> subset = font.subset(codes.drawn);
    if (!subset) return false;
    HPDF_Doc pdf = pdf_.get();
    HPDF_Stream stream = HPDF_MemStream_New(pdf->mmgr, HPDF_STREAM_BUF_SIZ);
    if (stream == nullptr) return false;
    HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(subset->data()),
                      static_cast<HPDF_UINT>(subset->size()));
    HPDF_FontDef definition = HPDF_TTFontDef_Load(pdf->mmgr, stream, HPDF_TRUE);  // takes `stream`
    if (definition == nullptr) return false;

    auto* attributes = static_cast<HPDF_TTFontDefAttr>(definition->attr);
    // libharu finds fonts by name, and embeds by its own count of what was used, which misses the
    // parts of parts. All glyphs of the subset are used.
    const std::string name = fmt::format("{}-{}", font.name().substr(0, 60), i);
    for (char* target : {definition->base_font, attributes->base_font}) {
      std::fill_n(target, HPDF_LIMIT_MAX_NAME_LEN + 1, '\0');
      std::copy(name.begin(), name.end(), target);
    }
    std::string tag = "ASSESA";
    tag.back() = static_cast<char>('A' + i % 26);
    HPDF_TTFontDef_SetTagName(definition, tag.data());
    std::fill_n(attributes->glyph_tbl.flgs, attributes->num_glyphs, HPDF_BYTE{1});
    definition->cap_height = static_cast<HPDF_UINT16>(std::max(font.cap_height(), 0));
    if (HPDF_List_Add(pdf->fontdef_list, definition) != HPDF_OK) {
      HPDF_FontDef_Free(definition);
      return false;
    }
    embedded_[i] = HPDF_GetFont(pdf, name.c_str(), "UTF-8");
    if (embedded_[i] == nullptr) return false;

    HPDF_Stream map = static_cast<HPDF_FontAttr>(embedded_[i]->attr)->cmap_stream->stream;
    HPDF_MemStream_FreeData(map);
    HPDF_Stream_WriteStr(map, unicode_map(Font::code_of(0), codes.meant).c_str());
    return error_.code == 0;
  }

  void load_logo() {
    if (!source_.cover || source_.cover->logo.empty()) return;
    const auto read = read_png(source_.cover->logo);
    const auto* image = std::get_if<Image>(&read);
    if (image == nullptr) return;
    logo_ =
        HPDF_LoadRawImageFromMem(pdf_.get(), reinterpret_cast<const HPDF_BYTE*>(image->rgb.data()),
                                 static_cast<HPDF_UINT>(image->width),
                                 static_cast<HPDF_UINT>(image->height), HPDF_CS_DEVICE_RGB, 8);
  }

  void draw(const Page& page) {
    page_ = HPDF_AddPage(pdf_.get());
    if (page_ == nullptr) return;
    HPDF_Page_SetWidth(page_, coordinate(page_width));
    HPDF_Page_SetHeight(page_, coordinate(page_height));
    for (const Operation& operation : page.operations) {
      std::visit([&](const auto& shape) { draw_shape(shape); }, operation);
    }
  }

  void set_fill(Ink ink) {
    const Colour c = colour_of(ink);
    HPDF_Page_SetRGBFill(page_, c.red, c.green, c.blue);
  }

  void set_stroke(Ink ink, double width, bool is_dashed) {
    const Colour c = colour_of(ink);
    HPDF_Page_SetRGBStroke(page_, c.red, c.green, c.blue);
    HPDF_Page_SetLineWidth(page_, coordinate(width));
    static constexpr std::array<HPDF_UINT16, 2> dash{3, 2};
    HPDF_Page_SetDash(page_, is_dashed ? dash.data() : nullptr, is_dashed ? 2 : 0, 0);
  }

  static float from_bottom(double y) { return coordinate(page_height - y); }

  void paint_path(const Paint& paint) {
    if (paint.fill && paint.stroke) {
      HPDF_Page_ClosePathFillStroke(page_);
    } else if (paint.fill) {
      HPDF_Page_Fill(page_);
    } else if (paint.stroke) {
      HPDF_Page_ClosePathStroke(page_);
    } else {
      HPDF_Page_EndPath(page_);
    }
  }

  void set_paint(const Paint& paint) {
    if (paint.fill) set_fill(*paint.fill);
    if (paint.stroke) set_stroke(*paint.stroke, paint.stroke_width, paint.is_dashed);
  }

  void draw_shape(const Line& line) {
    set_stroke(line.ink, line.width, line.is_dashed);
    HPDF_Page_MoveTo(page_, coordinate(line.from.x), from_bottom(line.from.y));
    HPDF_Page_LineTo(page_, coordinate(line.to.x), from_bottom(line.to.y));
    HPDF_Page_Stroke(page_);
  }

  void draw_shape(const Box& box) {
    set_paint(box.paint);
    HPDF_Page_Rectangle(page_, coordinate(box.x), from_bottom(box.y + box.height),
                        coordinate(box.width), coordinate(box.height));
    paint_path(box.paint);
  }

  void draw_shape(const Polygon& polygon) {
    if (polygon.points.empty()) return;
    set_paint(polygon.paint);
    const Point& first = polygon.points.front();
    HPDF_Page_MoveTo(page_, coordinate(first.x), from_bottom(first.y));
    for (std::size_t i = 1; i < polygon.points.size(); ++i) {
      const Point& point = polygon.points[i];
      HPDF_Page_LineTo(page_, coordinate(point.x), from_bottom(point.y));
    }
    paint_path(polygon.paint);
  }

  void draw_shape(const Circle& circle) {
    set_paint(circle.paint);
    HPDF_Page_Circle(page_, coordinate(circle.center.x), from_bottom(circle.center.y),
                     coordinate(circle.radius));
    paint_path(circle.paint);
  }

  void draw_shape(const Picture& picture) {
    if (logo_ == nullptr) return;
    HPDF_Page_DrawImage(page_, logo_, coordinate(picture.x),
                        from_bottom(picture.y + picture.height), coordinate(picture.width),
                        coordinate(picture.height));
  }

  void draw_shape(const Link&) {}        // once all pages are there
  void draw_shape(const PageNumber&) {}  // the layout has made texts of them

  void draw_shape(const TextRun& text) {
    const CodedText coded = codes_.encode(text);
    for (const Box& box : coded.boxes) draw_shape(box);
    for (const CodedRun& run : coded.runs) show(text, run);
  }

  void show(const TextRun& text, const CodedRun& run) {
    set_fill(text.ink);
    // The fonts have one weight; a thin outline of the letters makes the second.
    const bool is_bold = text.weight == Weight::bold;
    if (is_bold) set_stroke(text.ink, text.size * 0.022, false);
    HPDF_Page_BeginText(page_);
    HPDF_Page_SetTextRenderingMode(page_, is_bold ? HPDF_FILL_THEN_STROKE : HPDF_FILL);
    HPDF_Page_SetHorizontalScalling(page_, static_cast<float>(run.percent_of_width));
    HPDF_Page_SetFontAndSize(page_, embedded_[run.font], coordinate(text.size));
    HPDF_Page_MoveTextPos(page_, coordinate(run.x), from_bottom(text.y));
    HPDF_Page_ShowText(page_, run.codes.c_str());
    HPDF_Page_EndText(page_);
  }

  HPDF_Binary text_object(std::string_view text) {
    std::string bytes = utf16_text(text);
    return HPDF_Binary_New(pdf_->mmgr, reinterpret_cast<HPDF_BYTE*>(bytes.data()),
                           static_cast<HPDF_UINT>(bytes.size()));
  }

  // Where a bookmark leads to, at the zoom that the reader has chosen.
  HPDF_Destination destination(const Bookmark& bookmark) {
    HPDF_Page page = HPDF_GetPageByIndex(pdf_.get(), static_cast<HPDF_UINT>(bookmark.page));
    if (page == nullptr) return nullptr;
    HPDF_Destination target = HPDF_Page_CreateDestination(page);
    HPDF_Destination_SetXYZ(target, 0, from_bottom(std::max(bookmark.y - 6, 0.0)), 1);
    // Zoom 0 means "as it is", which the function refuses to be given.
    if (auto* zoom = static_cast<HPDF_Real>(HPDF_Array_GetItem(target, 4, HPDF_OCLASS_REAL))) {
      zoom->value = 0;
    }
    return target;
  }

  void add_links() {
    for (std::size_t i = 0; i < drawing_.pages.size(); ++i) {
      HPDF_Page page = HPDF_GetPageByIndex(pdf_.get(), static_cast<HPDF_UINT>(i));
      for (const Operation& operation : drawing_.pages[i].operations) {
        const auto* link = std::get_if<Link>(&operation);
        if (link == nullptr || page == nullptr) continue;
        const HPDF_Rect area{coordinate(link->x), from_bottom(link->y + link->height),
                             coordinate(link->x + link->width), from_bottom(link->y)};
        HPDF_Annotation annotation =
            HPDF_Page_CreateLinkAnnot(page, area, destination(drawing_.bookmarks[link->target]));
        if (annotation != nullptr) HPDF_LinkAnnot_SetBorderStyle(annotation, 0, 0, 0);
      }
    }
  }

  // Titles are put in as UTF-16 by hand: libharu's own way loses characters beyond U+FFFF.
  void add_outline() {
    std::vector<std::pair<int, HPDF_Outline>> open;  // from the outside in
    for (const Bookmark& bookmark : drawing_.bookmarks) {
      while (!open.empty() && open.back().first >= bookmark.depth) open.pop_back();
      HPDF_Outline parent = open.empty() ? nullptr : open.back().second;
      HPDF_Outline entry = HPDF_CreateOutline(pdf_.get(), parent, "-", nullptr);
      HPDF_Destination target = destination(bookmark);
      if (entry == nullptr || target == nullptr) return;
      HPDF_Dict_Add(entry, "Title", text_object(bookmark.title));
      HPDF_Outline_SetDestination(entry, target);
      open.emplace_back(bookmark.depth, entry);
    }
    if (!drawing_.bookmarks.empty()) HPDF_SetPageMode(pdf_.get(), HPDF_PAGE_MODE_USE_OUTLINE);
  }

  void add_information() {
    HPDF_Doc pdf = pdf_.get();
    HPDF_SetInfoAttr(pdf, HPDF_INFO_TITLE, "-");  // makes the dictionary
    const auto add = [&](const char* key, const std::string& text) {
      if (!text.empty() && pdf->info != nullptr) HPDF_Dict_Add(pdf->info, key, text_object(text));
    };
    add("Title", source_.title.empty() ? source_.subtitle : source_.title);
    add("Author", source_.author);
    add("Subject", source_.subject);
    if (source_.date) add_date(*source_.date);
    HPDF_Dict_Add(
        pdf->catalog, "Lang",
        HPDF_String_New(pdf->mmgr, source_.language == Language::zh ? "zh-CN" : "en", nullptr));
    HPDF_Dict preferences = HPDF_Dict_New(pdf->mmgr);
    if (preferences == nullptr) return;
    HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    HPDF_Dict_Add(pdf->catalog, "ViewerPreferences", preferences);
  }

  void add_date(std::int64_t seconds) {
    using namespace std::chrono;
    const sys_seconds time{std::chrono::seconds(seconds)};
    const sys_days day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    const int year = static_cast<int>(date.year());
    if (year < 1 || year > 9999) return;
    const HPDF_Date made{year,
                         static_cast<HPDF_INT>(static_cast<unsigned>(date.month())),
                         static_cast<HPDF_INT>(static_cast<unsigned>(date.day())),
                         static_cast<HPDF_INT>(clock.hours().count()),
                         static_cast<HPDF_INT>(clock.minutes().count()),
                         static_cast<HPDF_INT>(clock.seconds().count()),
                         'Z',
                         0,
                         0};
    HPDF_SetInfoDateAttr(pdf_.get(), HPDF_INFO_CREATION_DATE, made);
    HPDF_SetInfoDateAttr(pdf_.get(), HPDF_INFO_MOD_DATE, made);
  }

  // Through memory: libharu reports success when a file could not be written. After an error the
  // stream holds something, but no PDF.
  PdfBytes saved() {
    if (error_.code == 0) HPDF_SaveToStream(pdf_.get());
    if (error_.code != 0) return {{}, code()};
    HPDF_UINT32 size = HPDF_GetStreamSize(pdf_.get());
    std::string bytes(size, '\0');
    HPDF_ResetStream(pdf_.get());
    HPDF_ReadFromStream(pdf_.get(), reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    if (error_.code != 0 || size != bytes.size() || size == 0) return {{}, code()};
    return {std::move(bytes), {}};
  }

  const Drawing& drawing_;
  const report::Document& source_;
  const FontStack& fonts_;
  Codes codes_;
  FirstError error_;
  OwnedDocument pdf_;
  HPDF_Page page_ = nullptr;
  HPDF_Image logo_ = nullptr;
  std::vector<HPDF_Font> embedded_;  // one for each font of the stack that draws anything
};

}  // namespace

PdfBytes write_pdf(const Drawing& drawing, const report::Document& document,
                   const FontStack& fonts) {
  return Writer(drawing, document, fonts).run();
}

}  // namespace assess::render
