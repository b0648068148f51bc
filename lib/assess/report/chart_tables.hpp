// Charts told as tables: the same numbers for readers who do not see the drawing, and for formats
// that cannot draw.
#pragma once

#include <assess/base/language.hpp>
#include <assess/report/document.hpp>

namespace assess::report {

// Every text of the chart stands in the table, and every value as people read it. The language is
// that of the heads that the chart itself does not have.
Table table_of(const Ladder& ladder, Language language);
Table table_of(const Radar& radar, Language language);
Table table_of(const Bars& bars, Language language);
Table table_of(const Heat& heat, Language language);

}  // namespace assess::report
