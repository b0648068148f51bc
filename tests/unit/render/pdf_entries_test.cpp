// Lists of questions: what stands on which line, and how far from its neighbours.
#include "pdf_samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace assess::render {
namespace {

using report::Entries;
using report::Tone;
using test::lay_out;
using test::with;

TextRun text_of(const Page& page, std::string_view wanted) {
  const auto texts = test::texts_of(page);
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const TextRun& text) {
    return text.string.starts_with(wanted);
  });
  REQUIRE_MESSAGE(found != texts.end(), wanted);
  return *found;
}

double right_of(const TextRun& text) {
  return text.x + text.width;
}

// Lines of text at `x`, from the top down.
std::vector<TextRun> lines_at(const Page& page, double x) {
  auto texts = test::texts_of(page);
  std::erase_if(texts, [&](const TextRun& text) { return std::abs(text.x - x) > 0.01; });
  return texts;
}

Entries gaps() {
  const std::string advice = test::repeated("write down who decides what and when and ", 8);
  const std::string option = test::repeated("the plan is known to all and kept up to date ", 6);
  return {.key_head = "Question",
          .title_head = "Where it stands, and the next option",
          .figure_head = "Score gained",
          .groups = {{"",
                      {{"L1-1.1.1",
                        "5.4 Equipment management and maintenance of the whole plant",
                        test::repeated("a question ", 20),
                        {{.label = "Now", .text = option, .key = "B"},
                         {.label = "Advice", .text = advice, .tone = Tone::good}},
                        "+0.0176"}}}}};
}

TEST_CASE("advice keeps to the grid of the rows above, with the same padding on both sides") {
  const Page page = lay_out(with({gaps()})).pages[0];
  const TextRun now = text_of(page, "Now");
  const TextRun label = text_of(page, "Advice");
  const TextRun advice = text_of(page, "write down");
  CHECK(label.x == doctest::Approx(now.x));
  CHECK(advice.x == doctest::Approx(text_of(page, "B").x));

  std::vector<Box> tints;
  for (const Operation& operation : page.operations) {
    const auto* box = std::get_if<Box>(&operation);
    if (box != nullptr && box->paint.fill == Ink::tint) tints.push_back(*box);
  }
  REQUIRE(tints.size() == 1);
  const Box& tint = tints.front();
  const double padding = label.x - tint.x;
  CHECK(padding >= 6);
  const auto lines = lines_at(page, advice.x);
  REQUIRE(lines.size() > 3);
  double widest = 0;
  for (const TextRun& line : lines) widest = std::max(widest, right_of(line));
  CHECK(widest <= tint.x + tint.width - padding + 0.01);
  // Above the first line as much as below the last one, and clear of the neighbours.
  CHECK(tint.x > right_of(text_of(page, "L1-1.1.1")));
  CHECK(tint.x + tint.width < text_of(page, "+0.0176").x);
}

TEST_CASE("an option hangs behind its key") {
  const Page page = lay_out(with({gaps()})).pages[0];
  const TextRun key = text_of(page, "B");
  const TextRun first = text_of(page, "the plan");
  CHECK(key.string == "B");
  CHECK(first.y == doctest::Approx(key.y));
  CHECK(first.x > right_of(key) + 3);
  CHECK(lines_at(page, first.x).size() > 2);
}

TEST_CASE("a long note is broken rather than widening the column of the keys") {
  const Page page = lay_out(with({gaps()})).pages[0];
  const TextRun key = text_of(page, "L1-1.1.1");
  const TextRun title = text_of(page, "a question");
  CHECK(title.x - key.x <= 80);
  const auto notes = lines_at(page, key.x);
  REQUIRE(notes.size() > 3);  // head, key, and the note in lines
  for (const TextRun& note : notes) CHECK(note.width <= 66.01);
}

TEST_CASE("the head of the figures stands on one line, over figures close to the text") {
  const Page page = lay_out(with({gaps()})).pages[0];
  const TextRun head = text_of(page, "Score gained");
  const TextRun figure = text_of(page, "+0.0176");
  CHECK(head.string == "Score gained");
  CHECK(right_of(head) == doctest::Approx(right_of(figure)));
  double widest = 0;
  for (const TextRun& line : lines_at(page, text_of(page, "the plan").x)) {
    widest = std::max(widest, right_of(line));
  }
  CHECK(figure.x - widest < 40);  // a word of ten letters did not fit
  CHECK(figure.x - widest >= 10);
}

TEST_CASE("a long head of the text keeps clear of that of the figures") {
  Entries entries = gaps();
  entries.title_head = test::repeated("a long head ", 30);
  const Page page = lay_out(with({entries})).pages[0];
  const TextRun figures = text_of(page, "Score gained");
  for (const TextRun& line : test::texts_of(page)) {
    if (line.string.starts_with("a long")) CHECK(right_of(line) < figures.x - 5);
  }
}

TEST_CASE("a group that goes on on the next page says so there") {
  struct Case {
    Language language;
    std::string_view head;
  };
  for (const Case& c : {Case{Language::zh, "甲组（续）"}, Case{Language::en, "甲组 (cont.)"}}) {
    Entries entries = gaps();
    entries.groups.front().name = "甲组";
    entries.groups.front().entries.resize(12, entries.groups.front().entries.front());
    report::Document document = with({entries});
    document.language = c.language;
    const Drawing drawing = lay_out(document);
    REQUIRE(drawing.pages.size() > 2);
    for (std::size_t i = 0; i < drawing.pages.size(); ++i) {
      CAPTURE(i);
      CHECK(text_of(drawing.pages[i], "甲组").string == (i == 0 ? "甲组" : c.head));
    }
  }
}

}  // namespace
}  // namespace assess::render
