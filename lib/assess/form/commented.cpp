#include <assess/form/commented.hpp>

#include <algorithm>
#include <cstddef>

namespace assess::form {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::string_view blanks = " \t\r";

// Bytes between the start of the line and this place; a byte order mark is none of them.
std::size_t column_of(std::string_view text, std::size_t at) {
  const std::size_t line_break = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  if (line_break != std::string_view::npos) return at - line_break - 1;
  return text.starts_with("\xEF\xBB\xBF") ? at - std::min<std::size_t>(at, 3) : at;
}

// An entry and where it stands among the others.
struct Place {
  CommentedEntry* entry = nullptr;
  std::size_t owner = none;  // the place of the entry whose value it is a part of
  bool is_item = false;      // of a list
  bool is_in_brackets = false;
  bool has_block = false;  // its value is a mapping or a list, one line for each entry
  std::size_t column = 0;  // of that
};

// A piece of text that is no comment and no sign of YAML, or a bracket.
struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t place = 0;
  bool begins_entry = false;
  bool closes = false;  // a bracket
};

// The entries and tokens of a tree, in the order of the file.
class Outline {
 public:
  Outline(std::string_view text, CommentedEntry& root) : text_(text) { add(root, none, false); }

  std::vector<Place> places;
  std::vector<Token> tokens;

 private:
  void add(CommentedEntry& entry, std::size_t owner, bool is_in_brackets) {
    const std::size_t place = places.size();
    places.push_back({.entry = &entry,
                      .owner = owner,
                      .is_item = owner != none && !entry.key,
                      .is_in_brackets = is_in_brackets});
    if (entry.key) add_token(entry.key->span(), place);
    const Span span = entry.value.span();
    const bool is_collection = entry.value.is_mapping() || entry.value.is_sequence();
    if (!is_collection) {
      if (span.begin != span.end) add_token(span, place);
      return;
    }
    const bool has_brackets = is_written_in_brackets(text_, entry.value);
    if (has_brackets) {
      add_token({span.source, span.begin, span.begin + 1}, place);
    } else {
      places[place].has_block = !is_in_brackets;
      places[place].column = column_of(text_, span.begin);
    }
    entry.entries.reserve(entry.value.size());  // places point to them
    for (const yaml::Node child : entry.value.children()) {
      const bool is_pair = entry.value.is_mapping();
      entry.entries.push_back({.key = is_pair ? std::optional(child) : std::nullopt,
                               .value = is_pair ? child.value() : child});
      add(entry.entries.back(), place, is_in_brackets || has_brackets);
    }
    if (has_brackets) {
      add_token({span.source, span.end - 1, span.end}, place);
      tokens.back().closes = true;
    }
  }

  void add_token(const Span& span, std::size_t place) {
    const bool is_first = tokens.empty() || tokens.back().place < place;
    tokens.push_back(
        {.begin = span.begin, .end = span.end, .place = place, .begins_entry = is_first});
  }

  std::string_view text_;
};

// Reads what stands between the tokens.
class Attacher {
 public:
  Attacher(std::string_view text, CommentedFile& file)
      : text_(text), file_(file), outline_(text, file.root) {}

  void attach() {
    const auto& tokens = outline_.tokens;
    std::size_t begin = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (next_ = 0; next_ < tokens.size(); ++next_) {
      read_gap(begin, tokens[next_].begin);
      read_header(tokens[next_]);
      begin = tokens[next_].end;
    }
    read_gap(begin, text_.size());
    lift_head();
    std::sort(file_.comments.begin(), file_.comments.end());
  }

 private:
  const Token* before() const { return next_ == 0 ? nullptr : &outline_.tokens[next_ - 1]; }
  const Token* after() const {
    return next_ < outline_.tokens.size() ? &outline_.tokens[next_] : nullptr;
  }
  Place& place(std::size_t index) { return outline_.places[index]; }

  // The first such character in front of `end`, or that; nothing behind it is looked at.
  std::size_t find(char c, std::size_t at, std::size_t end) const {
    return std::min(text_.substr(0, end).find(c, at), end);
  }

  std::string comment_at(std::size_t at, std::size_t end) {
    std::string comment(text_.substr(at, end - at));
    comment.erase(comment.find_last_not_of(blanks) + 1);
    file_.comments.push_back(comment);
    return comment;
  }

  // `|` and `>` may have a comment behind them, in the same line.
  void read_header(const Token& token) {
    const char first = text_[token.begin];
    if (first != '|' && first != '>') return;
    const std::size_t end = std::min(text_.find('\n', token.begin), text_.size());
    const std::size_t sign = text_.find('#', token.begin);
    if (sign < end) put_beside(token.place, comment_at(sign, end));
  }

  // What is neither blank nor a comment: the signs of YAML, of which dashes and marks count here.
  void read_signs(std::size_t begin, std::size_t end) {
    dashes_.clear();
    for (std::size_t at = begin; at < end; ++at) {
      if (text_[at] == '#') at = find('\n', at, end);
      if (at >= end) return;
      if (is_mark(at)) {
        at += 2;
      } else if (text_[at] == '-') {
        dashes_.push_back(at);
      }
    }
  }

  // `---`, where a document begins.
  bool is_mark(std::size_t at) const {
    return text_.substr(at, 3) == "---" && column_of(text_, at) == 0;
  }

  void read_gap(std::size_t begin, std::size_t end) {
    read_signs(begin, end);
    blank_ = none;
    // Blank lines that a text in several lines keeps are a part of it.
    bool belongs_to_text = before() != nullptr && keeps_blank_lines(*before());
    bool is_first_line = before() != nullptr;
    for (std::size_t line = begin; line <= end; is_first_line = false) {
      const std::size_t line_end = find('\n', line, end);
      const std::size_t sign = find('#', line, line_end);
      const std::string_view signs = text_.substr(line, sign - line);
      const bool is_bare = signs.find_first_not_of(blanks) == std::string_view::npos;
      if (sign < line_end) {
        read_comment(sign, line_end, is_bare && !is_first_line, signs);
      } else if (is_bare && !is_first_line && line_end < end && !belongs_to_text) {
        blank_ = line;
      }
      if (!is_bare || sign < line_end) belongs_to_text = belongs_to_text && is_first_line;
      line = line_end + 1;
    }
    put_blank();
  }

  bool keeps_blank_lines(const Token& token) const {
    const char first = text_[token.begin];
    if (first != '|' && first != '>') return false;
    std::string_view value = outline_.places[token.place].entry->value.text();
    if (value.ends_with('\n')) value.remove_suffix(1);
    const std::size_t last = value.find_last_not_of(' ');
    return last != std::string_view::npos && value[last] == '\n';
  }

  void read_comment(std::size_t at, std::size_t end, bool is_alone, std::string_view signs) {
    std::string comment = comment_at(at, end);
    if (is_alone || before() == nullptr) {
      CommentLines& lines = lines_for(at);
      if (blank_ != none) lines.emplace_back();
      blank_ = none;
      lines.push_back(std::move(comment));
      return;
    }
    const std::size_t last = signs.find_last_not_of(blanks);
    const bool is_behind_dash =
        last != std::string_view::npos && signs[last] == '-' && after() != nullptr;
    put_beside(is_behind_dash ? entry_after(at, 1) : before()->place, std::move(comment));
  }

  void put_beside(std::size_t index, std::string comment) {
    CommentedEntry& entry = *place(index).entry;
    if (index == 0) {
      (before()->closes ? entry.below : entry.above).push_back(std::move(comment));
    } else if (entry.beside.empty()) {
      entry.beside = std::move(comment);
    } else {
      entry.above.push_back(std::move(comment));
    }
  }

  // A blank line before what follows; none where nothing begins.
  void put_blank() {
    if (blank_ == none || after() == nullptr || !after()->begins_entry) return;
    const std::size_t index = entry_after(blank_, 0);
    if (index == 0 || (place(index).is_item && !has_dash_behind(blank_))) return;
    place(index).entry->above.emplace_back();
  }

  bool has_dash_behind(std::size_t at) const { return !dashes_.empty() && dashes_.back() > at; }

  std::size_t first_dash_behind(std::size_t at) const {
    return *std::upper_bound(dashes_.begin(), dashes_.end(), at);
  }

  // The outermost entry that begins behind `at`: each dash between is an item. `more` dashes stand
  // in front.
  std::size_t entry_after(std::size_t at, int more) {
    const auto behind = std::upper_bound(dashes_.begin(), dashes_.end(), at);
    auto items = dashes_.end() - behind + more;
    std::size_t found = after()->place;
    for (std::size_t index = found; items > 0; --items) {
      while (index != 0 && !place(index).is_item) index = place(index).owner;
      if (index == 0) break;
      found = index;
      index = place(index).owner;
    }
    return found;
  }

  // Where a comment on a line of its own goes.
  CommentLines& lines_for(std::size_t at) {
    if (after() == nullptr) return lines_at_end(column_of(text_, at));
    if (after()->closes) {
      CommentedEntry& entry = *place(after()->place).entry;
      return entry.entries.empty() ? entry.above : entry.below;
    }
    const std::size_t index = entry_after(at, 0);
    Place& target = place(index);
    if (before() == nullptr || target.is_in_brackets) return target.entry->above;
    const std::size_t start = has_dash_behind(at) ? first_dash_behind(at) : after()->begin;
    const std::size_t column = column_of(text_, at);
    if (column > column_of(text_, start)) {
      for (std::size_t inner = before()->place; inner != target.owner; inner = place(inner).owner) {
        if (inner == none) break;
        if (ends_before_next(inner) && place(inner).column <= column) {
          return place(inner).entry->below;
        }
      }
    }
    return target.entry->above;
  }

  CommentLines& lines_at_end(std::size_t column) {
    for (std::size_t inner = before()->place; inner != none; inner = place(inner).owner) {
      if (ends_before_next(inner) && place(inner).column <= column)
        return place(inner).entry->below;
    }
    return file_.root.below;
  }

  bool ends_before_next(std::size_t index) {
    return place(index).has_block && !place(index).entry->entries.empty();
  }

  // From above the first key to above the file.
  void lift_head() {
    CommentedEntry& root = file_.root;
    if (!root.value.is_mapping() || root.entries.empty()) return;
    CommentLines& first = root.entries.front().above;
    const auto blank = std::find(first.rbegin(), first.rend(), std::string());
    const auto end = blank == first.rend() ? first.end() : blank.base();
    root.above.insert(root.above.end(), first.begin(), end);
    first.erase(first.begin(), end);
  }

  std::string_view text_;
  CommentedFile& file_;
  Outline outline_;
  std::size_t next_ = 0;             // the token behind the gap
  std::vector<std::size_t> dashes_;  // of items, in the gap
  std::size_t blank_ = none;         // the last blank line of the gap that no comment has taken
};

}  // namespace

CommentedFile attach_comments(std::string_view text, const yaml::Node& root) {
  CommentedFile file{.root = {.key = std::nullopt, .value = root}, .comments = {}};
  Attacher(text, file).attach();
  return file;
}

bool is_written_in_brackets(std::string_view text, const yaml::Node& node) {
  const std::size_t begin = node.span().begin;
  return begin < text.size() && text[begin] == (node.is_mapping() ? '{' : '[');
}

bool has_comment(const CommentLines& lines) {
  return std::any_of(lines.begin(), lines.end(),
                     [](const std::string& line) { return !line.empty(); });
}

}  // namespace assess::form
