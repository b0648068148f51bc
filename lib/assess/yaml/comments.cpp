#include <assess/yaml/comments.hpp>

#include <algorithm>
#include <optional>
#include <string_view>

namespace assess::yaml {
namespace {

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_break(char c) {
  return c == '\n' || c == '\r';
}

bool is_blank_byte(char c) {
  return c == ' ' || c == '\t';
}

// The places of all texts, keys included, in order of the file.
void collect_scalars(const Node& node, std::vector<Range>& scalars) {
  if (node.is_scalar()) scalars.push_back({node.span().begin, node.span().end});
  for (const Node child : node.children()) {
    collect_scalars(child, scalars);
    if (node.is_mapping()) collect_scalars(child.value(), scalars);
  }
}

class CommentFinder {
 public:
  CommentFinder(std::string_view text, const Node& root) : text_(text) {
    collect_scalars(root, scalars_);
  }

  // The `#` in front of the word at `mark`, where it is one of a comment.
  std::optional<std::size_t> sign_before(std::size_t mark) const {
    std::size_t begin = mark;
    while (begin > 0 && is_blank_byte(text_[begin - 1])) --begin;
    if (begin == 0 || !opens_comment(begin - 1)) return std::nullopt;
    return begin - 1;
  }

  // Whether another comment begins before `at` in the same line.
  bool is_in_comment(std::size_t at) const {
    for (std::size_t i = line_at(at).begin; i < at; ++i) {
      if (opens_comment(i)) return true;
    }
    return false;
  }

  std::size_t end_of_line(std::size_t at) const {
    return std::min(text_.find_first_of("\r\n", at), text_.size());
  }

  // What a comment acts on. To be asked in order of the file.
  Range scope_of(const Range& comment) {
    const Range line = line_at(comment.begin);
    Range scope = is_alone(comment, line) ? next_content(line) : line;
    // A text of several lines counts as one line, wherever in it the fault stands.
    auto scalar = std::lower_bound(scalars_.begin(), scalars_.end(), scope.begin,
                                   [](const Range& r, std::size_t at) { return r.end <= at; });
    for (; scalar != scalars_.end() && scalar->begin < scope.end; ++scalar) {
      scope.begin = std::min(scope.begin, scalar->begin);
      scope.end = std::max(scope.end, scalar->end);
    }
    // A fault may stand behind the last byte, where something is missing.
    if (scope.end == text_.size()) ++scope.end;
    return scope;
  }

 private:
  // The first line behind this one that is neither blank nor a comment; the end of the text when
  // there is none. Many comments in a row are passed once.
  Range next_content(Range line) {
    if (line.end <= content_.begin) return content_;
    do {
      if (line.end == text_.size()) return content_ = {line.end, line.end};
      line = line_at(line.end);
    } while (says_nothing(line));
    return content_ = line;
  }

  // The line that a byte stands in, with its break.
  Range line_at(std::size_t at) const {
    std::size_t begin = at;
    while (begin > 0 && !is_break(text_[begin - 1])) --begin;
    std::size_t end = end_of_line(at);
    if (end < text_.size() && text_[end] == '\r') ++end;
    if (end < text_.size() && text_[end] == '\n' && (end == at || text_[end - 1] != '\n')) ++end;
    return {begin, end};
  }

  // The text that a byte stands in. The first line of a block, behind `|`, is not a part of it.
  const Range* scalar_around(std::size_t at) const {
    auto after = std::upper_bound(scalars_.begin(), scalars_.end(), at,
                                  [](std::size_t byte, const Range& r) { return byte < r.begin; });
    if (after == scalars_.begin()) return nullptr;
    const Range& scalar = *std::prev(after);
    if (at >= scalar.end) return nullptr;
    const char first = text_[scalar.begin];
    const bool is_block = first == '|' || first == '>';
    if (is_block && end_of_line(scalar.begin) >= at) return nullptr;
    return &scalar;
  }

  bool opens_comment(std::size_t at) const {
    if (text_[at] != '#' || scalar_around(at) != nullptr) return false;
    if (at == 0 || is_break(text_[at - 1]) || is_blank_byte(text_[at - 1])) return true;
    return text_.substr(0, at) == "\xEF\xBB\xBF";
  }

  bool is_alone(const Range& comment, const Range& line) const {
    std::string_view before = text_.substr(line.begin, comment.begin - line.begin);
    if (before.starts_with("\xEF\xBB\xBF")) before.remove_prefix(3);
    return std::all_of(before.begin(), before.end(), is_blank_byte);
  }

  bool says_nothing(const Range& line) const {
    for (std::size_t at = line.begin; at < line.end; ++at) {
      if (!is_blank_byte(text_[at])) return is_break(text_[at]) || text_[at] == '#';
    }
    return true;
  }

  std::string_view text_;
  std::vector<Range> scalars_;
  Range content_;  // what `next_content` found last
};

}  // namespace

std::vector<IgnoreComment> find_ignore_comments(const SourceMap& sources, SourceId source,
                                                const Node& root) {
  const std::string_view text = sources.text(source);
  std::vector<IgnoreComment> out;
  std::size_t mark = text.find(ignore_mark);
  if (mark == std::string_view::npos) return out;
  CommentFinder finder(text, root);
  const auto span = [&](const Range& range) {
    return Span{source, static_cast<std::uint32_t>(range.begin),
                static_cast<std::uint32_t>(range.end)};
  };
  for (; mark != std::string_view::npos; mark = text.find(ignore_mark, mark + 1)) {
    const auto sign = finder.sign_before(mark);
    if (!sign) continue;
    const Range comment{*sign, finder.end_of_line(mark)};
    if (!finder.is_in_comment(*sign)) {
      out.push_back({span(comment), span(finder.scope_of(comment))});
    }
    mark = comment.end;  // the rest of the line is a part of it
  }
  return out;
}

}  // namespace assess::yaml
