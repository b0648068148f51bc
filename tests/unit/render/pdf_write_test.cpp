// A PDF whose glyphs are lost still gives perfect text, so text alone proves nothing: these tests
// render the pages and look for ink where each glyph has to be.
#include "pdf_check.hpp"
#include <assess/render/pdf.hpp>
#include <assess/render/pdf_layout.hpp>
#include <assess/render/pdf_text.hpp>
#include <assess/render/pdf_unicode_map.hpp>
#include <assess/render/pdf_write.hpp>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

namespace assess::render {
namespace {

using report::Document;
using report::Tone;

// A page as pdftoppm saw it.
struct Image {
  std::size_t width = 0;
  std::size_t height = 0;
  std::string pixels;  // one byte each, 0 is black

  static constexpr double per_point = 150.0 / 72;

  // Whether anything darker than the tints is inside.
  bool has_ink(const test::Extent& e) const {
    const auto clamp = [](double value, std::size_t most) {
      return static_cast<std::size_t>(std::clamp(value, 0.0, static_cast<double>(most)));
    };
    const std::size_t right = clamp(std::ceil(e.right * per_point), width);
    const std::size_t bottom = clamp(std::ceil(e.bottom * per_point), height);
    for (std::size_t y = clamp(e.top * per_point, height); y < bottom; ++y) {
      for (std::size_t x = clamp(e.left * per_point, width); x < right; ++x) {
        if (static_cast<unsigned char>(pixels[y * width + x]) < 190) return true;
      }
    }
    return false;
  }
};

Image read_pgm(const std::string& bytes) {
  std::istringstream in(bytes);
  std::string magic;
  std::size_t brightest = 0;
  Image image;
  in >> magic >> image.width >> image.height >> brightest;
  REQUIRE(magic == "P5");
  REQUIRE(brightest == 255);
  in.get();
  image.pixels = bytes.substr(static_cast<std::size_t>(in.tellg()));
  REQUIRE(image.pixels.size() == image.width * image.height);
  return image;
}

std::vector<Image> render_pages(const test::Scratch& scratch, const std::string& pdf,
                                std::size_t pages) {
  const auto file = scratch.write("a.pdf", pdf);
  const std::string stem = (scratch.folder() / "page").string();
  CHECK(scratch.run(fmt::format("pdftoppm -r 150 -gray '{}' '{}'", file.string(), stem)) == "");
  const std::size_t digits = fmt::format("{}", pages).size();
  std::vector<Image> images;
  for (std::size_t i = 1; i <= pages; ++i) {
    images.push_back(read_pgm(test::read_bytes(fmt::format("{}-{:0{}}.pgm", stem, i, digits))));
  }
  return images;
}

// The characters of `drawing` that left no ink where they have to be.
std::u32string without_ink(const Drawing& drawing, const std::vector<Image>& images) {
  std::u32string blank;
  for (std::size_t page = 0; page < drawing.pages.size(); ++page) {
    for (const TextRun& text : test::texts_of(drawing.pages[page])) {
      double x = text.x;
      for (const char32_t c : to_code_points(text.string)) {
        const double width = test::fonts().find(c).advance * text.size / 1000;
        // A little narrower than the glyph, so that a neighbour's ink does not count.
        const test::Extent inside{x + 0.06 * width, text.y - 0.9 * text.size, x + 0.94 * width,
                                  text.y + 0.2 * text.size};
        if (!is_blank(c) && !images[page].has_ink(inside)) blank += c;
        x += width;
      }
    }
  }
  return blank;
}

std::string as_utf8(const std::u32string& text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

PdfBytes write(const Drawing& drawing, const Document& document) {
  return write_pdf(drawing, document, test::fonts());
}

Document many_characters() {
  Document document;
  document.title = "智能制造能力成熟度自诊断报告";
  document.subtitle = "苏州晟懿精密机械股份有限公司";
  document.page_label = "第 {} 页，共 {} 页";
  document.author = "assess 0.1.0";
  document.blocks.push_back(report::Paragraph{
      "标点：，。、；：？！（）《》〈〉「」『』【】“”‘’……——·～；①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ㎡№×÷±≤≥≈→←↑↓"
      "○●△▲□■☆★％‰￥€§℃ⅥⅩ㎏㎜！《》"});
  document.blocks.push_back(
      report::Paragraph{"姓名：王玥、李喆、张翀、陈镕基、赵赟、钱珺、孙堃、周昇、吴皛、郑燊、冯奭、"
                        "褚祎、卫彧、龘靐齾"});
  std::string ascii;
  for (char c = '!'; c <= '~'; ++c) ascii += c;
  document.blocks.push_back(report::Paragraph{ascii + " 用粗体和细体：", Tone::warning});
  document.blocks.push_back(report::Heading{1, "", "粗体的标题：鑫淼焱垚 AaBbGg 0123456789"});
  std::string every_fifth;
  for (char32_t c = 0x4E00; c <= 0x9FA5; c += 5) append_utf8(every_fifth, c);
  document.blocks.push_back(report::Paragraph{every_fifth});
  return document;
}

TEST_CASE("every glyph of many Chinese characters leaves ink, and every text can be read back") {
  const Document document = many_characters();
  const Drawing drawing = lay_out(document, test::fonts());
  std::u32string missing;
  for (const MissingGlyph& glyph : drawing.missing) missing += glyph.character;
  CHECK(as_utf8(missing) == "");
  const PdfBytes pdf = write(drawing, document);
  REQUIRE(pdf.error == "");
  const test::Scratch scratch;
  const auto images = render_pages(scratch, pdf.bytes, drawing.pages.size());
  CHECK(as_utf8(without_ink(drawing, images)) == "");

  // In the order in which it was drawn; on standard error poppler would complain about bad maps.
  const std::string text =
      scratch.run(fmt::format("pdftotext -raw '{}' -", (scratch.folder() / "a.pdf").string()));
  CHECK(test::without_blanks(text) == test::drawn_text(drawing));
  scratch.run(fmt::format("qpdf --check '{}'", (scratch.folder() / "a.pdf").string()));
}

// How dark `text` is in each weight at the size of an enterprise's name, from 0 to 1.
std::pair<double, double> darkness_of(const std::string& text) {
  constexpr double size = 16;
  Drawing drawing;
  drawing.pages.resize(1);
  Metrics metrics(test::fonts());
  for (const Weight weight : {Weight::regular, Weight::bold}) {
    drawing.pages[0].operations.push_back(TextRun{60, weight == Weight::regular ? 100.0 : 200.0,
                                                  size, Ink::black, weight, text,
                                                  metrics.width(text, size)});
  }
  const PdfBytes pdf = write(drawing, {});
  REQUIRE(pdf.error == "");
  const test::Scratch scratch;
  const Image image = render_pages(scratch, pdf.bytes, 1).front();
  const auto dark = [&](const TextRun& run) {
    const test::Extent e = test::extent_of(test::fonts(), run);
    const auto pixel = [](double points) {
      return static_cast<std::size_t>(points * Image::per_point);
    };
    double sum = 0;
    double count = 0;
    for (std::size_t y = pixel(e.top); y < pixel(e.bottom); ++y) {
      for (std::size_t x = pixel(e.left); x < pixel(e.right); ++x) {
        sum += 255 - static_cast<unsigned char>(image.pixels[y * image.width + x]);
        count += 255;
      }
    }
    return sum / count;
  };
  const auto runs = test::texts_of(drawing.pages[0]);
  return {dark(runs[0]), dark(runs[1])};
}

TEST_CASE("bold is plainly darker, and its densest characters stay open") {
  const auto [regular, bold] = darkness_of("智能制造有限公司");
  CHECK(bold > 1.25 * regular);
  const auto [thin, dense] = darkness_of("霁鑫懿囊");
  CHECK(dense > 1.25 * thin);
  CHECK(dense < 1.5 * thin);
}

TEST_CASE("the check for ink finds a glyph that is not there") {
  Document document;
  document.blocks = {report::Paragraph{"智能制造"}};
  const Drawing complete = lay_out(document, test::fonts());
  Drawing poor = complete;
  for (Operation& operation : poor.pages[0].operations) {
    auto* text = std::get_if<TextRun>(&operation);
    if (text != nullptr && text->string == "智能制造") text->string = "智能　造";
  }
  const PdfBytes pdf = write(poor, document);
  const test::Scratch scratch;
  const auto images = render_pages(scratch, pdf.bytes, 1);
  CHECK(as_utf8(without_ink(complete, images)) == "制");
}

TEST_CASE("charts and tables leave the ink of all their texts") {
  Document document;
  document.page_label = "{}/{}";
  report::Radar radar{.title = "得分", .axis_head = "域"};
  radar.thresholds = {{0.8, "门槛"}};
  radar.series = {{"一级", {}}, {"二级", {}}};
  for (const char* name : {"人员", "技术", "资源", "制造", "设计"}) {
    radar.axes.push_back(name);
    for (auto& series : radar.series) series.values.push_back({0.6, "0.60"});
  }
  report::Ladder ladder;
  for (const Tone tone : {Tone::good, Tone::warning, Tone::muted}) {
    ladder.steps.push_back({"规划级", 0.75, 0.8, "0.75", "0.8", "达到", tone});
  }
  report::Bars bars{.title = "条形", .value_head = "得分", .lost_head = "失分"};
  bars.groups = {
      {"组",
       {{"名称", 0.9, "0.90", "0.01", Tone::good}, {"另一", 0.3, "0.30", "0.07", Tone::warning}}}};
  bars.threshold = {0.8, "门槛"};
  report::Table table{"表",
                      {{"头"}, {"数", report::Table::Align::right}},
                      {{{"组"}, Tone::plain, true}, {{"行", "12.5%"}, Tone::warning}}};
  document.blocks = {report::Headline{{{"等级", "1 规划级"}}}, ladder, radar, bars, table};
  const Drawing drawing = lay_out(document, test::fonts());
  const PdfBytes pdf = write(drawing, document);
  REQUIRE(pdf.error == "");
  const test::Scratch scratch;
  CHECK(as_utf8(without_ink(drawing, render_pages(scratch, pdf.bytes, drawing.pages.size()))) ==
        "");
}

TEST_CASE("a character that no font has is a box that can be copied, and is reported once") {
  Document document;
  document.title = "姓名 𠮷";
  const std::string document_text = "很长的一段话里面提到了董事长𠮷田㐱先生和他的助手𠮷野";
  document.blocks = {report::Paragraph{document_text}};
  Diagnostics diagnostics;
  const auto pdf = render_pdf(document, test::fonts(), diagnostics);
  REQUIRE(pdf);
  CHECK(diagnostics.all().empty());
  REQUIRE(pdf->missing.size() == 2);
  CHECK(pdf->missing[0].character == 0x20BB7);
  CHECK(pdf->missing[0].text == "姓名 𠮷");
  CHECK(pdf->missing[1].character == 0x3431);
  CHECK(pdf->missing[1].text == document_text);
  const test::Scratch scratch;
  const Drawing drawing = lay_out(document, test::fonts());
  CHECK(as_utf8(without_ink(drawing, render_pages(scratch, pdf->bytes, 1))) == "");
  const std::string text =
      scratch.run(fmt::format("pdftotext -raw '{}' -", (scratch.folder() / "a.pdf").string()));
  CHECK(test::without_blanks(text) == test::drawn_text(drawing));
}

TEST_CASE("several fonts share the work") {
  // The second font has some characters at U+0100 and beyond; the first draws the rest.
  const auto bytes = test::micro_hei().subset(std::vector<char32_t>{U'甲', U'乙', U'丙'});
  REQUIRE(bytes);
  const FontStack stack({std::get<Font>(Font::read(*bytes, 0)), test::micro_hei()});
  Document document;
  document.blocks = {report::Paragraph{"A\u0100B\u0101中\u0102"}};
  const PdfBytes pdf = write_pdf(lay_out(document, stack), document, stack);
  REQUIRE(pdf.error == "");
  const test::Scratch scratch;
  const auto file = scratch.write("a.pdf", pdf.bytes);
  const std::string text = scratch.run(fmt::format("pdftotext -raw '{}' -", file.string()));
  CHECK(test::without_blanks(text) == "A\u0100B\u0101中\u0102");
}

TEST_CASE("the PDF says what it is") {
  Document document = many_characters();
  document.subject = "成熟度 𠮷";
  document.date = 1'795'314'896;  // 2026-11-22 02:34:56
  const PdfBytes pdf = write(lay_out(document, test::fonts()), document);
  const test::Scratch scratch;
  const auto file = scratch.write("a.pdf", pdf.bytes);
  const std::string information =
      scratch.run(fmt::format("TZ=UTC pdfinfo -isodates '{}'", file.string()));
  for (const char* wanted : {"智能制造能力成熟度自诊断报告\n", "assess 0.1.0\n", "成熟度 𠮷\n",
                             "2026-11-22T02:34:56Z\n", "(A4)\n"}) {
    CAPTURE(wanted);
    CHECK(information.find(wanted) != std::string::npos);
  }
  const std::string plain = (scratch.folder() / "plain.pdf").string();
  scratch.run(fmt::format("qpdf --qdf --object-streams=disable '{}' '{}'", file.string(), plain));
  const std::string objects = test::read_bytes(plain);
  CHECK(objects.find("/Lang (zh-CN)") != std::string::npos);
  CHECK(objects.find("/Outlines") != std::string::npos);
  CHECK(objects.find("beginbfchar") != std::string::npos);
  CHECK(objects.find("begincidrange") == std::string::npos);
}

TEST_CASE("the same document gives the same bytes, and a date only when it has one") {
  Document document = many_characters();
  const PdfBytes first = write(lay_out(document, test::fonts()), document);
  const PdfBytes second = write(lay_out(document, test::fonts()), document);
  CHECK(first.bytes == second.bytes);
  CHECK(first.bytes.find("CreationDate") == std::string::npos);
  document.date = 0;
  CHECK(write(lay_out(document, test::fonts()), document).bytes.find("(D:19700101000000Z") !=
        std::string::npos);
}

TEST_CASE("what cannot be drawn is an error and gives no bytes") {
  Document document;
  CHECK(write(Drawing{}, document).error == "no pages");
  Drawing drawing;
  drawing.pages.resize(1);
  drawing.pages[0].operations = {Line{{0, 0}, {std::nan(""), 0}}};
  const PdfBytes pdf = write(drawing, document);
  CHECK(pdf.error != "");
  CHECK(pdf.bytes.empty());
  // libharu's own refusal: a size of zero.
  drawing.pages[0].operations = {TextRun{10, 10, 0, Ink::black, Weight::regular, "字"}};
  CHECK(write(drawing, document).error.starts_with("0x"));
}

TEST_CASE("without any font the boxes are drawn and nothing breaks") {
  const FontStack none{{}};
  Document document;
  document.blocks = {report::Paragraph{"智能 ABC"}};
  Diagnostics diagnostics;
  const auto pdf = render_pdf(document, none, diagnostics);
  REQUIRE(pdf);
  CHECK(pdf->missing.size() == 5);
}

TEST_CASE("a map from codes to text is in blocks of a hundred, with pairs beyond the BMP") {
  std::vector<char32_t> characters(101, U'中');
  characters.push_back(0x20BB7);
  const std::string map = unicode_map(0x100, characters);
  CHECK(map.find("100 beginbfchar\n<0100> <4E2D>\n") != std::string::npos);
  CHECK(map.find("2 beginbfchar\n<0164> <4E2D>\n<0165> <D842DFB7>\nendbfchar") !=
        std::string::npos);
  CHECK(utf16_text("中𠮷") == std::string("\xFE\xFF\x4E\x2D\xD8\x42\xDF\xB7"));
}

}  // namespace
}  // namespace assess::render
