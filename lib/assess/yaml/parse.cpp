// The only file that includes yaml-cpp. Its events build our own tree: that is stricter than its
// Node class and needs a fifth fewer instructions.
#include <assess/diag/rules.hpp>
#include <assess/yaml/limits.hpp>
#include <assess/yaml/node.hpp>
#include <assess/yaml/prescan.hpp>
#include <assess/yaml/syntax_words.hpp>

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_map>

namespace assess::yaml {
namespace {

// Length of the `~` or `null` that stands at `at` as a value; 0 when something else stands there,
// such as a key that begins with these letters.
std::size_t null_word_length(std::string_view text, std::size_t at) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (text.substr(at, word.size()) != word) continue;
    const std::size_t end = at + word.size();
    const std::size_t next = std::min(text.find_first_not_of(" \t", end), text.size());
    const bool is_whole = next == text.size() || next > end ||
                          std::string_view("\r\n,]}").find(text[end]) != std::string_view::npos;
    const bool is_key = next < text.size() && text[next] == ':';
    return is_whole && !is_key ? word.size() : 0;
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

}  // namespace

// Builds the tree from events.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const SourceMap& sources, SourceId source, Diagnostics& diagnostics)
      : text_(sources.text(source)), bom_(bom_length(text_)), diagnostics_(diagnostics) {
    tree_.source_ = source;
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    std::uint32_t begin = offset(mark);
    std::uint32_t end = begin;
    reject_key_unless_text(begin);
    if (const std::size_t length = null_word_length(text_, begin); length > 0) {
      end = begin + static_cast<std::uint32_t>(length);
    } else {
      begin = end = last_end_;  // yaml-cpp marks an absent value at the token that follows
    }
    add({.kind = Kind::null, .begin = begin, .end = end});
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
    Tree::Value scalar{.kind = Kind::scalar, .quoted = tag == "!", .begin = begin};
    if (scalar.quoted && (first == '"' || first == '\'')) {
      const auto end = end_of_quoted(text_, begin);
      if (!end) {
        report_at(rules::unclosed_quote, begin);
        throw Stop{};
      }
      scalar.end = static_cast<std::uint32_t>(*end);
    } else if (scalar.quoted) {
      scalar.end = static_cast<std::uint32_t>(end_of_block(text_, begin, parent_column()));
    } else {
      scalar.end = static_cast<std::uint32_t>(end_of_plain(text_, begin, value));
    }
    const std::string_view written = std::string_view(text_).substr(begin, scalar.end - begin);
    scalar.text = written == value ? written : std::string_view(tree_.texts_.emplace_back(value));
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
    report_duplicates();
    close('}');
  }

  bool is_empty() const {
    return tree_.values_.empty() || tree_.values_.front().kind == Kind::null;
  }
  bool is_broken() const { return is_broken_; }
  Tree take() { return std::move(tree_); }

  template <typename... Args>
  void report_at(const Rule<Args...>& rule, std::uint32_t at,
                 const std::type_identity_t<Args>&... args) {
    const auto size = static_cast<std::uint32_t>(text_.size());
    at = std::min(at, size);
    diagnostics_.report(rule, Span{tree_.source_, at, std::min(at + 1, size)}, args...);
  }

  // Where the innermost open bracket stands.
  std::optional<std::uint32_t> open_bracket() const {
    const auto found =
        std::find_if(open_.rbegin(), open_.rend(), [](const Open& open) { return open.is_flow; });
    if (found == open_.rend()) return std::nullopt;
    return tree_.values_[found->index].begin;
  }

  // Where the last value ends.
  std::uint32_t last_end() const { return last_end_; }

  char first_of(const YAML::Mark& mark) const {
    const std::uint32_t at = offset(mark);
    return at < text_.size() ? text_[at] : '\0';
  }

  std::uint32_t offset(const YAML::Mark& mark) const { return offset(mark.pos); }
  std::uint32_t offset(int position) const {
    return static_cast<std::uint32_t>(std::max(position, 0)) + static_cast<std::uint32_t>(bom_);
  }

 private:
  struct Open {
    std::uint32_t index = 0;
    std::uint32_t last_child = 0;
    bool expects_key = false;
    bool is_flow = false;
  };

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
    if (open_.empty() || !open_.back().expects_key) return;
    report_at(rules::key_not_text, at);
    throw Stop{};
  }

  // A bracket that is never closed looks to yaml-cpp like the start of a key.
  void reject_unclosed_key(std::uint32_t at) {
    const bool is_key = !open_.empty() && open_.back().expects_key;
    if (!is_key || !is_never_closed(text_, at)) return;
    report_at(rules::syntax, at,
              syntax_words(text_[at] == '{' ? YAML::ErrorMsg::END_OF_MAP_FLOW
                                            : YAML::ErrorMsg::END_OF_SEQ_FLOW));
    throw Stop{};
  }

  // Bytes between the start of the line and the mapping or list that is open.
  std::size_t parent_column() const {
    if (open_.empty()) return 0;
    const std::size_t begin = tree_.values_[open_.back().index].begin;
    const auto line_break = begin == 0 ? std::string::npos : text_.rfind('\n', begin - 1);
    return begin - (line_break == std::string::npos ? bom_ : line_break + 1);
  }

  void open(const YAML::Mark& mark, const std::string& tag, Kind kind) {
    check_tag(mark, tag);
    const std::uint32_t begin = offset(mark);
    const bool is_flow = first_of(mark) == (kind == Kind::mapping ? '{' : '[');
    if (is_flow) reject_unclosed_key(begin);
    reject_key_unless_text(begin);
    if (open_.size() >= static_cast<std::size_t>(max_depth)) {
      report_at(rules::too_deep, begin, max_depth);
      throw Stop{};
    }
    const std::uint32_t index = add({.kind = kind, .begin = begin, .end = begin + 1});
    open_.push_back({.index = index, .expects_key = kind == Kind::mapping, .is_flow = is_flow});
  }

  void close(char bracket) {
    const Open opened = open_.back();
    open_.pop_back();
    Tree::Value& value = tree_.values_[opened.index];
    value.end = std::max(value.end, last_end_);
    if (opened.is_flow) {
      value.end = static_cast<std::uint32_t>(end_of_flow(text_, value.end, bracket));
    }
    last_end_ = value.end;
  }

  std::uint32_t add(const Tree::Value& value) {
    if (tree_.values_.size() >= max_values) {
      report_at(rules::too_many_values, value.begin, max_values);
      throw Stop{};
    }
    const auto index = static_cast<std::uint32_t>(tree_.values_.size());
    tree_.values_.push_back(value);
    last_end_ = std::max(last_end_, value.end);
    if (!open_.empty()) {
      Open& parent = open_.back();
      Tree::Value& owner = tree_.values_[parent.index];
      if (parent.last_child != 0) tree_.values_[parent.last_child].next = index;
      parent.last_child = index;
      const bool is_mapping = owner.kind == Kind::mapping;
      if (!is_mapping || parent.expects_key) ++owner.count;
      if (is_mapping) parent.expects_key = !parent.expects_key;
    }
    return index;
  }

  void report_duplicates() {
    const std::uint32_t mapping = open_.back().index;
    const std::uint32_t count = tree_.values_[mapping].count;
    constexpr std::uint32_t few = 16;  // below this a hash table costs more than comparing
    std::unordered_map<std::string_view, std::uint32_t> seen;
    std::uint32_t key = mapping + 1;
    for (std::uint32_t i = 0; i < count; ++i) {
      std::uint32_t first = key;
      if (count > few) {
        first = seen.try_emplace(tree_.values_[key].text, key).first->second;
      } else {
        first = mapping + 1;
        while (tree_.values_[first].text != tree_.values_[key].text) first = next_key(first);
      }
      if (first != key) report_duplicate(first, key);
      key = next_key(key);
    }
  }

  std::uint32_t next_key(std::uint32_t key) const {
    return tree_.values_[tree_.values_[key].next].next;
  }

  void report_duplicate(std::uint32_t first, std::uint32_t again) {
    const auto span_of = [&](std::uint32_t index) {
      return Span{tree_.source_, tree_.values_[index].begin, tree_.values_[index].end};
    };
    auto& fault = diagnostics_.report(rules::duplicate_key, span_of(again),
                                      std::string(tree_.values_[again].text));
    fault.labels.push_back({span_of(first), {"第一次出现在这里", "first used here"}});
  }

  const std::string& text_;
  std::size_t bom_;
  Diagnostics& diagnostics_;
  Tree tree_;
  std::vector<Open> open_;
  std::uint32_t last_end_ = 0;
  bool is_broken_ = false;
};

namespace {

void report_syntax(const YAML::Exception& fault, const std::string& text, TreeBuilder& builder) {
  const std::uint32_t at = fault.mark.is_null() ? 0 : builder.offset(fault.mark);
  const auto line_start = text.rfind('\n', at == 0 ? 0 : at - 1);
  std::size_t first = line_start == std::string::npos ? 0 : line_start + 1;
  while (first < text.size() && text[first] == ' ') ++first;
  if (first < text.size() && text[first] == '\t') {
    builder.report_at(rules::tab_indentation, static_cast<std::uint32_t>(first));
    return;
  }
  // What is never closed is shown where it opens, not where that was noticed.
  const std::string_view message = fault.msg;
  if (message == YAML::ErrorMsg::EOF_IN_SCALAR) {
    if (const auto quote = find_unclosed_quote(text, builder.last_end())) {
      builder.report_at(rules::unclosed_quote, static_cast<std::uint32_t>(*quote));
      return;
    }
  }
  const bool is_bracket =
      message == YAML::ErrorMsg::END_OF_MAP_FLOW || message == YAML::ErrorMsg::END_OF_SEQ_FLOW;
  if (message == YAML::ErrorMsg::UNKNOWN_ANCHOR) {
    builder.report_at(rules::alias, at);
  } else {
    const auto bracket = is_bracket ? builder.open_bracket() : std::nullopt;
    builder.report_at(rules::syntax, bracket.value_or(at), syntax_words(message));
  }
}

// The parser gives no sign of what it left unread, so it is asked for one document more.
bool is_all_read(YAML::Parser& parser, TreeBuilder& builder) {
  NothingMore nothing_more;
  try {
    if (!parser.HandleNextDocument(nothing_more)) return true;
  } catch (const Stop&) {
  } catch (const YAML::Exception& fault) {
    nothing_more.at = fault.mark.pos;
  }
  builder.report_at(rules::several_documents, builder.offset(nothing_more.at));
  return false;
}

}  // namespace

std::optional<Tree> parse(const SourceMap& sources, SourceId id, Diagnostics& diagnostics) {
  const std::string& text = sources.text(id);
  if (!prescan(text, id, diagnostics)) return std::nullopt;
  TreeBuilder builder(sources, id, diagnostics);
  MemoryBuffer buffer(std::string_view(text).substr(bom_length(text)));
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    const bool has_document = parser.HandleNextDocument(builder);
    if (!is_all_read(parser, builder)) return std::nullopt;
    if (!has_document || builder.is_empty()) {
      builder.report_at(rules::empty_file, 0);
      return std::nullopt;
    }
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::DeepRecursion& fault) {
    builder.report_at(rules::too_deep, builder.offset(fault.mark), max_depth);
    return std::nullopt;
  } catch (const YAML::Exception& fault) {
    report_syntax(fault, text, builder);
    return std::nullopt;
  }
  if (builder.is_broken()) return std::nullopt;
  return builder.take();
}

}  // namespace assess::yaml
