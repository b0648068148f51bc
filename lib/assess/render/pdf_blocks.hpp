// The blocks of a document as strips, one function per block. All are as wide as the text area.
#pragma once

#include <assess/render/pdf_strip.hpp>
#include <assess/render/pdf_text.hpp>
#include <assess/report/document.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace assess::render {

using Strips = std::vector<Strip>;

Strips heading_strips(const report::Heading& heading, Metrics& metrics);
Strips paragraph_strips(const report::Paragraph& paragraph, Metrics& metrics);
Strips bullets_strips(const report::Bullets& bullets, Metrics& metrics);
Strips facts_strips(const report::Facts& facts, Metrics& metrics);
Strips headline_strips(const report::Headline& headline, Metrics& metrics);

// `language` is that of the words that a page begins with when a table goes on on it.
Strips table_strips(const report::Table& table, Language language, Metrics& metrics);
Strips entries_strips(const report::Entries& entries, Language language, Metrics& metrics);

// A table with tinted cells; a plain one where there are more columns than fit.
Strips heat_strips(const report::Heat& heat, Language language, Metrics& metrics);

// Steps side by side, each a little higher than the last; bars where they do not fit side by side.
Strips ladder_strips(const report::Ladder& ladder, Metrics& metrics);

// A radar, or bars where there are fewer than three axes or more names than fit around a circle.
// Bars stand alone for each series, with the last threshold.
Strips radar_strips(const report::Radar& radar, Metrics& metrics);
Strips bars_strips(const report::Bars& bars, Metrics& metrics);

// The title of a table or a chart; nothing when it is empty.
Strips caption_strips(std::string_view title, Metrics& metrics);

// Adds `more` to `strips`, with the places in `repeats` moved along.
void append(Strips& strips, Strips more);

// The mark of a tone, about 5 points wide around (x, y): a filled dot for good, a hollow triangle
// for a warning, nothing for the others. Told apart by shape, not by colour.
void add_mark(Strip& strip, report::Tone tone, double x, double y);

// The colour of text of a tone.
Ink text_ink(report::Tone tone);

// `value` within 0..1; 0 for what is not a number.
double clamp_unit(double value);

}  // namespace assess::render
