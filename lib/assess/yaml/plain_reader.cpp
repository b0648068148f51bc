// One pass over the plain subset. It may be as strict as it likes: what it gives up on is read by
// yaml-cpp. It may not accept what yaml-cpp refuses or reads in another way.
#include <assess/yaml/plain_scalar.hpp>
#include <assess/yaml/prescan.hpp>
#include <assess/yaml/readers.hpp>
#include <assess/yaml/tree_builder.hpp>

#include <algorithm>

namespace assess::yaml {
namespace {

// Bytes between the start of a line and what stands in it; before all others at the end.
using Column = std::ptrdiff_t;
constexpr Column no_column = -1;

// yaml-cpp knows no key of more than 1024 bytes.
constexpr std::size_t max_key_bytes = 1000;

// Tabs are left to yaml-cpp wherever they stand, and returns that end no line.
bool has_plain_blanks(std::string_view text) {
  if (text.find('\t') != std::string_view::npos) return false;
  for (auto at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (at + 1 >= text.size() || text[at + 1] != '\n') return false;
  }
  return true;
}

// Every function that reads says false when the text is left to yaml-cpp; all is over then.
class PlainReader {
 public:
  PlainReader(std::string_view text, SourceId source)
      : text_(text), at_(bom_length(text)), builder_(source, text, text.size() / 10 + 16) {}

  bool read() {
    if (!enter_line() || at_ >= text_.size()) return false;
    const bool is_collection = is_entry() || text_[at_] == '[' || text_[at_] == '{';
    if (!is_collection && !scan_key()) return false;
    return (is_collection ? read_node(column_) : read_mapping(column_)) && column_ == no_column;
  }

  Tree take() { return builder_.take(); }

 private:
  // -- lines --

  char here() const { return at_ < text_.size() ? text_[at_] : '\n'; }
  bool is_line_end() const { return here() == '\n' || here() == '\r'; }
  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  void skip_line() {
    if (here() != '\n') at_ = std::min(text_.find('\n', at_), text_.size());
  }

  // From the start of a line to what stands in it or in a later one. False at a document mark.
  bool enter_line() {
    while (true) {
      line_ = at_;
      skip_spaces();
      if (here() == '#') skip_line();
      if (!is_line_end()) break;
      skip_line();
      if (at_ >= text_.size()) {
        column_ = no_column;
        return true;
      }
      ++at_;
    }
    column_ = static_cast<Column>(at_ - line_);
    const std::string_view rest = text_.substr(at_, 3);
    return column_ != 0 || (rest != "---" && rest != "...");
  }

  // From the end of a line on.
  bool next_line() {
    skip_line();
    if (at_ < text_.size()) ++at_;
    return enter_line();
  }

  // Behind a value: nothing but blanks and a comment may stand in the rest of the line.
  bool end_line() {
    skip_spaces();
    const bool is_comment = here() == '#' && text_[at_ - 1] == ' ';
    return (is_comment || is_line_end()) && next_line();
  }

  // -- values --

  bool add(const TreeBuilder::Scalar& scalar) {
    if (builder_.is_full()) return false;
    builder_.add(scalar);
    return true;
  }

  bool add_absent() {
    if (builder_.is_full()) return false;
    builder_.add_absent();
    return true;
  }

  bool open(Kind kind, std::size_t begin, Place place) {
    if (builder_.is_full() || builder_.is_too_deep()) return false;
    builder_.open(kind, static_cast<std::uint32_t>(begin), place == Place::flow);
    return true;
  }

  // What was scanned last; goes on behind it.
  bool add_scalar() {
    const PlainScalar& scalar = scanned_;
    TreeBuilder::Scalar value{.is_quoted = scalar.is_quoted,
                              .begin = static_cast<std::uint32_t>(scalar.begin),
                              .end = static_cast<std::uint32_t>(scalar.end),
                              .text = scalar.written};
    if (!scalar.is_quoted && is_null_word(scalar.written)) {
      value.kind = Kind::null;
      value.text = {};
    } else if (scalar.has_escapes) {
      auto text = unescape(scalar.written, text_[scalar.begin]);
      if (!text) return false;
      value.text = builder_.keep(std::move(*text));
    }
    at_ = scalar.end;
    return add(value);
  }

  bool add_key() {
    const bool is_text = scanned_.is_quoted || !is_null_word(scanned_.written);
    return is_text && at_ - scanned_.begin <= max_key_bytes && add_scalar();
  }

  bool scan(Place place) { return scan_scalar(text_, at_, place, scanned_); }

  // -- blocks --

  // Whether a sign at `at_` stands alone: behind it is a blank, or nothing.
  bool is_apart() const {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\n';
    return next == ' ' || next == '\r' || next == '\n';
  }

  bool is_entry() const { return here() == '-' && is_apart(); }

  // A scalar and its colon; stands at the colon then.
  bool scan_key() { return scan(Place::block) && find_colon(); }

  // Behind the scalar that was scanned.
  bool find_colon() {
    at_ = scanned_.end;
    skip_spaces();
    return here() == ':' && is_apart();
  }

  // What begins in this column, in a line of its own or behind `- `.
  bool read_node(Column column) {
    if (is_entry()) return read_sequence(column);
    if (here() == '[' || here() == '{') return read_flow() && end_line();
    if (!scan(Place::block)) return false;
    return find_colon() ? read_mapping(column) : add_scalar() && end_line();
  }

  // From the colon of its first key on, which was scanned last.
  bool read_mapping(Column column) {
    if (!open(Kind::mapping, scanned_.begin, Place::block)) return false;
    while (true) {
      const std::size_t colon = at_;
      if (!add_key()) return false;
      at_ = colon + 1;
      if (!read_value(column) || column_ > column) return false;
      if (column_ < column) break;
      if (!scan_key()) return false;
    }
    if (builder_.find_equal_keys()) return false;
    builder_.close();
    return true;
  }

  bool read_value(Column column) {
    skip_spaces();
    if (is_line_end() || here() == '#') {
      if (!end_line()) return false;
      if (column_ > column) return read_node(column_);
      return column_ == column && is_entry() ? read_sequence(column) : add_absent();
    }
    if (here() == '|') return read_literal(column);
    if (here() == '[' || here() == '{') return read_flow() && end_line();
    return scan(Place::block) && add_scalar() && end_line();
  }

  bool read_sequence(Column column) {
    if (!open(Kind::sequence, at_, Place::block)) return false;
    while (column_ == column && is_entry()) {
      ++at_;
      if (!read_item(column)) return false;
    }
    if (column_ > column) return false;
    builder_.close();
    return true;
  }

  bool read_item(Column column) {
    skip_spaces();
    if (is_line_end() || here() == '#') {
      if (!end_line()) return false;
      return column_ > column ? read_node(column_) : add_absent();
    }
    if (here() == '|') return read_literal(column);
    column_ = static_cast<Column>(at_ - line_);
    return read_node(column_);
  }

  bool add_literal(std::size_t begin, std::size_t end, std::string text) {
    return add({.is_quoted = true,
                .begin = static_cast<std::uint32_t>(begin),
                .end = static_cast<std::uint32_t>(end),
                .text = builder_.keep(std::move(text))});
  }

  // `|` or `|-` with at least one line. Lines of nothing but blanks count for yaml-cpp in ways of
  // their own.
  bool read_literal(Column parent) {
    const std::size_t begin = at_++;
    const bool keeps_break = here() != '-';
    if (!keeps_break) ++at_;
    if (!is_line_end()) return false;
    std::string value;
    std::size_t breaks = 0;  // since the last line that says something, or the first of all
    std::size_t end = 0;
    Column indent = no_column;
    for (skip_line(); at_ < text_.size(); skip_line()) {
      line_ = at_ + 1;
      const std::size_t first = std::min(text_.find_first_not_of(' ', line_), text_.size());
      const auto column = static_cast<Column>(first - line_);
      if (indent != no_column) ++breaks;
      if (first == text_.size() || text_[first] == '\n' || text_[first] == '\r') {
        if (column != 0) return false;
        if (first == text_.size()) break;
        if (indent == no_column) ++breaks;
        at_ = first;
        continue;
      }
      if (indent == no_column) indent = column;
      if (indent <= parent) return false;
      if (column < indent) break;
      end = std::min(text_.find_first_of("\r\n", first), text_.size());
      value.append(breaks, '\n')
          .append(text_, line_ + static_cast<std::size_t>(indent),
                  end - line_ - static_cast<std::size_t>(indent));
      breaks = 0;
      at_ = end;
    }
    if (indent == no_column) return false;
    if (keeps_break && breaks > 0) value += '\n';
    return add_literal(begin, end, std::move(value)) && next_line();
  }

  // -- between brackets --

  bool skip_blanks() {
    skip_spaces();
    if (is_line_end() || (here() == '#' && text_[at_ - 1] == ' ')) {
      if (!next_line()) return false;
    }
    return at_ < text_.size();
  }

  bool read_flow() {
    const bool is_mapping = here() == '{';
    const char bracket = is_mapping ? '}' : ']';
    if (!open(is_mapping ? Kind::mapping : Kind::sequence, at_, Place::flow)) return false;
    ++at_;
    if (!skip_blanks()) return false;
    while (here() != bracket) {
      if (is_mapping && !read_flow_key()) return false;
      if (!read_flow_value() || !skip_blanks()) return false;
      if (here() != ',' && here() != bracket) return false;
      if (here() == ',') {
        ++at_;
        if (!skip_blanks()) return false;
      }
    }
    if (is_mapping && builder_.find_equal_keys()) return false;
    ++at_;
    builder_.close_at(static_cast<std::uint32_t>(at_));
    return true;
  }

  bool read_flow_key() {
    if (!scan(Place::flow)) return false;
    const bool has_colon = find_colon();
    // As in JSON, nothing need stand between the colon of a quoted key and the value.
    if (!has_colon && !(scanned_.is_quoted && here() == ':')) return false;
    const std::size_t colon = at_;
    if (!add_key()) return false;
    at_ = colon + 1;
    return skip_blanks();
  }

  bool read_flow_value() {
    if (here() == '[' || here() == '{') return read_flow();
    return scan(Place::flow) && add_scalar();
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t line_ = 0;  // where the line begins
  Column column_ = 0;     // of what stands at `at_`, when it is the first of its line
  PlainScalar scanned_;   // last
  TreeBuilder builder_;
};

}  // namespace

std::optional<Tree> read_plain(const SourceMap& sources, SourceId id) {
  const std::string& text = sources.text(id);
  if (!has_plain_blanks(text)) return std::nullopt;
  PlainReader reader(text, id);
  if (!reader.read()) return std::nullopt;
  return reader.take();
}

}  // namespace assess::yaml
