// The door to both readers, and the one over yaml-cpp: the only file that includes it. Its events
// build our own tree: that is stricter than its Node class and needs a fifth fewer instructions.
#include <assess/diag/rules.hpp>
#include <assess/yaml/limits.hpp>
#include <assess/yaml/node.hpp>
#include <assess/yaml/prescan.hpp>
#include <assess/yaml/readers.hpp>
#include <assess/yaml/syntax_words.hpp>
#include <assess/yaml/tree_builder.hpp>

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

namespace assess::yaml {
namespace {

// Length of the `~` or `null` that stands at `at` as a value; 0 when something else stands there,
// such as a key that begins with these letters.
std::size_t null_word_length(std::string_view text, std::size_t at, bool is_in_flow) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (text.substr(at, word.size()) != word) continue;
    const std::size_t end = at + word.size();
    const std::size_t next = std::min(text.find_first_not_of(" \t", end), text.size());
    if (next == text.size()) return word.size();
    const char c = text[next];
    const bool is_whole = c == '\r' || c == '\n' || (c == '#' && next > end) ||
                          (is_in_flow && (c == ',' || c == ']' || c == '}'));
    return is_whole ? word.size() : 0;
  }
  return 0;
}

// Thrown through yaml-cpp by a handler that has reported a fault behind which nothing makes sense.
struct Stop {};

class MemoryBuffer : public std::streambuf {
 public:
  explicit MemoryBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // NOLINT: the get area is never written
    setg(begin, begin, begin + text.size());
  }
};

// For what follows the first document: anything at all is a fault.
class NothingMore : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { stop(mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { stop(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string&) override {
    stop(mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    stop(mark);
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    stop(mark);
  }
  void OnMapEnd() override {}
  int at = -1;

 private:
  void stop(const YAML::Mark& mark) {
    at = mark.pos;
    throw Stop{};
  }
};

// Builds the tree from events.
class EventReader : public YAML::EventHandler {
 public:
  EventReader(const SourceMap& sources, SourceId source, Diagnostics& diagnostics)
      : text_(sources.text(source)),
        bom_(bom_length(text_)),
        source_(source),
        diagnostics_(diagnostics),
        builder_(source, text_, text_.size() / 64) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    const std::uint32_t begin = offset(mark);
    reject_key_unless_text(begin);
    const std::size_t length = null_word_length(text_, begin, builder_.is_in_flow());
    if (length > 0) {
      const std::uint32_t end = begin + static_cast<std::uint32_t>(length);
      add({.kind = Kind::null, .begin = begin, .end = end});
    } else {
      reject_one_too_many(builder_.last_end());
      builder_.add_absent();  // yaml-cpp marks it at the token that follows
    }
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    report_at(rules::alias, offset(mark));
    is_broken_ = true;
    add({.kind = Kind::null, .begin = offset(mark), .end = offset(mark) + 1});
  }

  void OnAnchor(const YAML::Mark& mark, const std::string&) override {
    report_at(rules::alias, offset(mark));
    is_broken_ = true;
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    check_tag(mark, tag);
    const std::uint32_t begin = offset(mark);
    const char first = first_of(mark);
    TreeBuilder::Scalar scalar{.is_quoted = tag == "!", .begin = begin};
    if (scalar.is_quoted && (first == '"' || first == '\'')) {
      const auto end = end_of_quoted(text_, begin);
      if (!end) {
        report_at(rules::unclosed_quote, begin);
        throw Stop{};
      }
      scalar.end = static_cast<std::uint32_t>(*end);
    } else if (scalar.is_quoted) {
      scalar.end = static_cast<std::uint32_t>(end_of_block(text_, begin, parent_column()));
    } else {
      scalar.end = static_cast<std::uint32_t>(end_of_plain(text_, begin, value));
    }
    const std::string_view written = std::string_view(text_).substr(begin, scalar.end - begin);
    scalar.text = written == value ? written : builder_.keep(value);
    add(scalar);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, Kind::sequence);
  }
  void OnSequenceEnd() override { close(']'); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, Kind::mapping);
  }
  void OnMapEnd() override {
    builder_.report_equal_keys(diagnostics_);
    close('}');
  }

  bool is_broken() const { return is_broken_; }
  const TreeBuilder& builder() const { return builder_; }
  Tree take() { return builder_.take(); }

  template <typename... Args>
  void report_at(const Rule<Args...>& rule, std::uint32_t at,
                 const std::type_identity_t<Args>&... args) {
    const auto size = static_cast<std::uint32_t>(text_.size());
    at = std::min(at, size);
    diagnostics_.report(rule, Span{source_, at, std::min(at + 1, size)}, args...);
  }

  std::uint32_t offset(const YAML::Mark& mark) const { return offset(mark.pos); }
  std::uint32_t offset(int position) const {
    return static_cast<std::uint32_t>(std::max(position, 0)) + static_cast<std::uint32_t>(bom_);
  }

 private:
  char first_of(const YAML::Mark& mark) const {
    const std::uint32_t at = offset(mark);
    return at < text_.size() ? text_[at] : '\0';
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    // A quoted scalar has the tag `!` too, though nobody wrote it.
    const bool is_implied = tag.empty() || tag == "?" || (tag == "!" && first_of(mark) != '!');
    if (is_implied) return;
    // yaml-cpp gives `tag:yaml.org,2002:int` for what was written `!!int`.
    const std::uint32_t begin = offset(mark);
    const std::string_view here = std::string_view(text_).substr(begin);
    const std::string_view written = here.substr(0, here.find_first_of(" \t\r\n,]}"));
    report_at(rules::tag, begin, std::string(written.starts_with('!') ? written : tag));
    is_broken_ = true;
  }

  void reject_key_unless_text(std::uint32_t at) {
    if (!builder_.expects_key()) return;
    report_at(rules::key_not_text, at);
    throw Stop{};
  }

  // A bracket that is never closed looks to yaml-cpp like the start of a key.
  void reject_unclosed_key(std::uint32_t at) {
    if (!builder_.expects_key() || !is_never_closed(text_, at)) return;
    report_at(rules::syntax, at,
              syntax_words(text_[at] == '{' ? YAML::ErrorMsg::END_OF_MAP_FLOW
                                            : YAML::ErrorMsg::END_OF_SEQ_FLOW));
    throw Stop{};
  }

  void reject_one_too_many(std::uint32_t at) {
    if (!builder_.is_full()) return;
    report_at(rules::too_many_values, at, max_values);
    throw Stop{};
  }

  // Bytes between the start of the line and the mapping or list that is open.
  std::size_t parent_column() const {
    if (builder_.depth() == 0) return 0;
    const std::size_t begin = builder_.open_begin();
    const auto line_break = begin == 0 ? std::string::npos : text_.rfind('\n', begin - 1);
    return begin - (line_break == std::string::npos ? bom_ : line_break + 1);
  }

  void add(const TreeBuilder::Scalar& scalar) {
    reject_one_too_many(scalar.begin);
    builder_.add(scalar);
  }

  void open(const YAML::Mark& mark, const std::string& tag, Kind kind) {
    check_tag(mark, tag);
    const std::uint32_t begin = offset(mark);
    const bool is_flow = first_of(mark) == (kind == Kind::mapping ? '{' : '[');
    if (is_flow) reject_unclosed_key(begin);
    reject_key_unless_text(begin);
    if (builder_.is_too_deep()) {
      report_at(rules::too_deep, begin, max_depth);
      throw Stop{};
    }
    reject_one_too_many(begin);
    builder_.open(kind, begin, is_flow);
  }

  void close(char bracket) {
    if (!builder_.is_in_flow()) return builder_.close();
    const std::size_t end = end_of_flow(text_, builder_.last_end(), bracket);
    builder_.close_at(static_cast<std::uint32_t>(end));
  }

  const std::string& text_;
  std::size_t bom_;
  SourceId source_;
  Diagnostics& diagnostics_;
  TreeBuilder builder_;
  bool is_broken_ = false;
};

void report_syntax(const YAML::Exception& fault, const std::string& text, EventReader& reader) {
  const std::uint32_t at = fault.mark.is_null() ? 0 : reader.offset(fault.mark);
  const auto line_start = text.rfind('\n', at == 0 ? 0 : at - 1);
  std::size_t first = line_start == std::string::npos ? 0 : line_start + 1;
  while (first < text.size() && text[first] == ' ') ++first;
  if (first < text.size() && text[first] == '\t') {
    reader.report_at(rules::tab_indentation, static_cast<std::uint32_t>(first));
    return;
  }
  // What is never closed is shown where it opens, not where that was noticed.
  const std::string_view message = fault.msg;
  if (message == YAML::ErrorMsg::EOF_IN_SCALAR) {
    if (const auto quote = find_unclosed_quote(text, reader.builder().last_end())) {
      reader.report_at(rules::unclosed_quote, static_cast<std::uint32_t>(*quote));
      return;
    }
  }
  if (const auto quote = find_quote_over_lines(text, at)) {
    reader.report_at(rules::unclosed_quote, static_cast<std::uint32_t>(*quote));
    return;
  }
  const bool is_bracket =
      message == YAML::ErrorMsg::END_OF_MAP_FLOW || message == YAML::ErrorMsg::END_OF_SEQ_FLOW;
  if (message == YAML::ErrorMsg::UNKNOWN_ANCHOR) {
    reader.report_at(rules::alias, at);
  } else {
    const auto bracket = is_bracket ? reader.builder().open_bracket() : std::nullopt;
    reader.report_at(rules::syntax, bracket.value_or(at), syntax_words(message));
  }
}

// The parser gives no sign of what it left unread, so it is asked for one document more.
bool is_all_read(YAML::Parser& parser, EventReader& reader) {
  NothingMore nothing_more;
  try {
    if (!parser.HandleNextDocument(nothing_more)) return true;
  } catch (const Stop&) {
  } catch (const YAML::Exception& fault) {
    nothing_more.at = fault.mark.pos;
  }
  reader.report_at(rules::several_documents, reader.offset(nothing_more.at));
  return false;
}

}  // namespace

std::optional<Tree> read_events(const SourceMap& sources, SourceId id, Diagnostics& diagnostics) {
  const std::string& text = sources.text(id);
  EventReader reader(sources, id, diagnostics);
  MemoryBuffer buffer(std::string_view(text).substr(bom_length(text)));
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    const bool has_document = parser.HandleNextDocument(reader);
    if (!is_all_read(parser, reader)) return std::nullopt;
    if (!has_document || reader.builder().is_empty()) {
      reader.report_at(rules::empty_file, 0);
      return std::nullopt;
    }
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::DeepRecursion& fault) {
    reader.report_at(rules::too_deep, reader.offset(fault.mark), max_depth);
    return std::nullopt;
  } catch (const YAML::Exception& fault) {
    report_syntax(fault, text, reader);
    return std::nullopt;
  }
  if (reader.is_broken()) return std::nullopt;
  return reader.take();
}

std::optional<Tree> parse(const SourceMap& sources, SourceId id, Diagnostics& diagnostics) {
  if (!prescan(sources.text(id), id, diagnostics)) return std::nullopt;
  if (auto tree = read_plain(sources, id)) return tree;
  return read_events(sources, id, diagnostics);
}

}  // namespace assess::yaml
