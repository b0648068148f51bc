// Text on its way into GitHub-flavoured Markdown. What a text says never becomes markup: it is
// escaped where Markdown could read it as such, and left readable where it could not.
#pragma once

#include <string>
#include <string_view>

namespace assess::render {

// Where a text stands decides what its line ends become, and whether its lines could begin a list,
// a heading or the like.
enum class MarkdownPlace {
  block,   // lines of their own: line ends stay, as hard breaks
  cell,    // in a row of a table: line ends are `<br>`
  inside,  // after other text on a line that must not end: line ends are blanks
};

// Blanks at the ends of lines are left out, and so are empty lines at both ends of
// the text. `indent` stands
// before every line but the first.
std::string markdown_text(std::string_view text, MarkdownPlace place, std::string_view indent = {});

// `text` in bold; nothing for nothing. To stand between blanks or punctuation.
std::string markdown_bold(std::string_view text, MarkdownPlace place);

}  // namespace assess::render
