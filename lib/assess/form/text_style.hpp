// How the scalars of a bank are written.
#pragma once

#include <assess/form/expectation.hpp>
#include <assess/yaml/node.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace assess::form {

enum class TextStyle {
  people,   // a text for people: in double quotes
  word,     // an id, a word, a text for programs: plain, unless some reader would take it for more
  figure,   // a number or a flag
  unknown,  // as it is written
};

// The style of what was expected like this; `is_for_people` for the texts of a text pair.
TextStyle style_of(const Expectation& expectation, bool is_for_people);

// A scalar, or nothing, on one line; `written` is its source.
std::string one_line(const yaml::Node& node, std::string_view written, TextStyle style);

// The same between brackets, where an absent value needs a sign and plain text may hold less.
std::string one_line_in_brackets(const yaml::Node& node, std::string_view written, TextStyle style);

// Whether it is written over several lines, which it then keeps.
bool has_lines(const yaml::Node& node, std::string_view written);

// The lines of such a text. The first is to stand behind its key, a comment may stand beside the
// line `beside`; the others are indented as far as they must be within the text.
struct TextLines {
  std::vector<std::string> lines;
  std::size_t beside = 0;
};
TextLines lines_of(const yaml::Node& node, std::string_view written);

}  // namespace assess::form
