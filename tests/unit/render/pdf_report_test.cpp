// Whole reports as the tools of a reader see them.
#include "pdf_check.hpp"
#include "support/generated.hpp"
#include "support/samples.hpp"
#include <assess/render/pdf.hpp>
#include <assess/render/pdf_layout.hpp>
#include <assess/report/build.hpp>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>

namespace assess::render::test {
namespace {

report::Document report_of(std::uint32_t number, const report::DocumentOptions& options) {
  const auto bank = std::make_shared<const Bank>(assess::test::shipped_bank().bank);
  return report::build_document(
      assess::test::diagnosed(bank, assess::test::generated_answers(*bank, number)), options);
}

std::u32string sorted(const std::string& text) {
  std::u32string out = to_code_points(without_blanks(text));
  std::sort(out.begin(), out.end());
  return out;
}

TEST_CASE("a report gives back all its text, has all its fonts and is sound") {
  for (const Language language : {Language::zh, Language::en}) {
    const report::Document document = report_of(7, {.language = language,
                                                    .date = 1'795'314'896,
                                                    .mark = "内部资料：㐱《𠮷》",
                                                    .logo = assess::test::small_png(),
                                                    .approvals = {{"编制", "龘靐"}, {"审核", ""}}});
    Diagnostics diagnostics;
    const auto pdf = render_pdf(document, fonts(), diagnostics);
    REQUIRE(pdf);
    CHECK(diagnostics.all().empty());
    CHECK(pdf->bytes.size() < 1'500'000);
    const Scratch scratch;
    const std::string file = scratch.write("a.pdf", pdf->bytes).string();
    scratch.run(fmt::format("qpdf --check '{}'", file));
    const std::string text = scratch.run(fmt::format("pdftotext -raw '{}' -", file));
    CHECK(sorted(text) == sorted(drawn_text(lay_out(document, fonts()))));

    // One line for each font behind two of heads: embedded, subset, with a map to Unicode.
    std::istringstream lines(scratch.run(fmt::format("pdffonts '{}'", file)));
    std::string line;
    std::size_t count = 0;
    while (std::getline(lines, line)) {
      ++count;
      CAPTURE(line);
      if (count > 2) CHECK(line.find("yes yes yes") != std::string::npos);
    }
    CHECK(count > 2);
    CHECK(scratch.run(fmt::format("pdfimages -list '{}'", file)).find("rgb") != std::string::npos);
  }
}

TEST_CASE("the contents lead to their chapters") {
  const report::Document document = report_of(11, {.language = Language::zh});
  const Drawing drawing = lay_out(document, fonts());
  std::size_t links = 0;
  for (std::size_t page = 0; page < drawing.pages.size(); ++page) {
    const auto texts = texts_of(drawing.pages[page]);
    for (const Operation& operation : drawing.pages[page].operations) {
      const auto* link = std::get_if<Link>(&operation);
      if (link == nullptr) continue;
      ++links;
      const Bookmark& bookmark = drawing.bookmarks[link->target];
      CHECK(bookmark.page > page);
      // The number beside it, and the title on the page that it leads to.
      const std::string number = fmt::format("{}", bookmark.page + 1);
      CHECK(std::any_of(texts.begin(), texts.end(), [&](const TextRun& text) {
        return text.string == number && text.y > link->y && text.y < link->y + link->height;
      }));
      const auto there = texts_of(drawing.pages[bookmark.page]);
      CHECK(std::any_of(there.begin(), there.end(),
                        [&](const TextRun& text) { return text.string == bookmark.title; }));
    }
  }
  CHECK(links == drawing.bookmarks.size());
  CHECK(links > 15);
}

TEST_CASE("the summary stands on one page") {
  for (std::uint32_t number = 0; number < 40; ++number) {
    CAPTURE(number);
    const report::Document document =
        report_of(number, {.language = number % 2 == 0 ? Language::zh : Language::en});
    const Drawing drawing = lay_out(document, fonts());
    // The first chapter and its three sections; the second one begins a page.
    REQUIRE(drawing.bookmarks.size() > 4);
    for (std::size_t i = 1; i < 4; ++i)
      CHECK(drawing.bookmarks[i].page == drawing.bookmarks[0].page);
    CHECK(drawing.bookmarks[4].page == drawing.bookmarks[0].page + 1);
  }
}

TEST_CASE("the summary of each example stands on one page in both languages") {
  for (const std::string name : {"01-haichuan", "02-duochen", "03-yancheng", "04-dieli", "05-jili",
                                 "07-yunshuo", "08-hengyu", "09-lanxu"}) {
    for (const Language language : {Language::zh, Language::en}) {
      CAPTURE(name);
      CAPTURE(language_tag(language));
      const auto bank = std::make_shared<const Bank>(assess::test::shipped_bank().bank);
      const Diagnosis diagnosis = assess::test::diagnose(
          bank, assess::test::read_bytes(ASSESS_ROOT "/examples/" + name + ".yaml"));
      const Drawing drawing =
          lay_out(report::build_document(diagnosis, {.language = language}), fonts());
      REQUIRE(drawing.bookmarks.size() > 4);
      CHECK(drawing.bookmarks[4].page == drawing.bookmarks[0].page + 1);
    }
  }
}

}  // namespace
}  // namespace assess::render::test
