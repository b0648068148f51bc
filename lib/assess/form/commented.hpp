// A parsed file with its comments, each put to the value that it speaks of, so that it can be
// written anew in another order without losing one.
//
// A comment on a line of its own belongs to the key or item that follows it, with the blank line
// before it; one that is indented further than what follows belongs to the end of the mapping or
// list that it is indented like. A comment behind something belongs to that.
#pragma once

#include <assess/yaml/node.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess::form {

// Lines between others: a comment from its `#` on, or empty for a blank line.
using CommentLines = std::vector<std::string>;

// A key with its value, an item of a list, or the whole file.
struct CommentedEntry {
  std::optional<yaml::Node> key;  // of a mapping
  yaml::Node value;
  CommentLines above;
  std::string beside;                   // a comment at the end of its line, or empty
  std::vector<CommentedEntry> entries;  // of a value that is a mapping or a list
  CommentLines below;                   // behind the last of them
};

struct CommentedFile {
  // What stands above it in its first lines is about the file, not about its first key, up to the
  // last blank line among them; all of it when there is no blank line.
  CommentedEntry root;
  std::vector<std::string> comments;  // all of them, sorted
};

// `text` is what `root` was read from.
CommentedFile attach_comments(std::string_view text, const yaml::Node& root);

// Whether the value is written between brackets.
bool is_written_in_brackets(std::string_view text, const yaml::Node& node);

// Whether there is a comment among the lines.
bool has_comment(const CommentLines& lines);

}  // namespace assess::form
