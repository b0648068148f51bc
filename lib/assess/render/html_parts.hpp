// The parts that the HTML renderer puts together, one function per sort of block. All texts of the
// document are escaped in here.
#pragma once

#include <assess/base/language.hpp>
#include <assess/render/pdf_text.hpp>
#include <assess/report/document.hpp>

#include <string>
#include <string_view>

namespace assess::render {

// The style sheet. `document` says what stands at the edges of printed pages.
std::string html_style(const report::Document& document);

std::string html_cover(const report::Document& document);

std::string html_paragraph(const report::Paragraph& paragraph);
std::string html_bullets(const report::Bullets& bullets);
std::string html_facts(const report::Facts& facts);
std::string html_headline(const report::Headline& headline);

// The groups of the entries are headed by headings of the depth `heading`: 2 is <h2>.
std::string html_entries(const report::Entries& entries, int heading);

// `name` is what screen readers call the area in which the table can be scrolled.
std::string html_table(const report::Table& table, std::string_view name);
std::string html_heat(const report::Heat& heat, std::string_view name);

// The drawing, below it the note if it has a text, and then the table with its data.
std::string html_chart(const report::Ladder& ladder, const report::Paragraph& note,
                       Language language, Metrics& metrics);
std::string html_chart(const report::Radar& radar, const report::Paragraph& note, Language language,
                       Metrics& metrics);
std::string html_chart(const report::Bars& bars, const report::Paragraph& note, Language language,
                       Metrics& metrics);

// The mark of a tone before a text; nothing for plain and muted. Hidden from screen readers, since
// the text says it as well.
std::string_view html_mark(report::Tone tone);

// The class of a tone: "plain", "good", "warning" or "muted".
std::string_view html_class(report::Tone tone);

}  // namespace assess::render
