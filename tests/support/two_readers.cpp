#include "two_readers.hpp"

#include <assess/yaml/prescan.hpp>
#include <assess/yaml/readers.hpp>

#include <array>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

using yaml::Node;

std::string told(const Node& node) {
  return "kind " + std::to_string(static_cast<int>(node.kind())) +
         (node.is_quoted() ? " quoted " : " ") + std::to_string(node.span().begin) + ".." +
         std::to_string(node.span().end) + " size " + std::to_string(node.size()) + " text <" +
         std::string(node.text()) + ">";
}

bool is_alike(const Node& a, const Node& b) {
  return a.kind() == b.kind() && a.is_quoted() == b.is_quoted() && a.span() == b.span() &&
         a.size() == b.size() && a.text() == b.text();
}

class Mutation {
 public:
  Mutation(std::string_view text, unsigned long long seed) : text_(text), random_(seed) {}

  std::string made() {
    for (std::size_t left = below(2) == 0 ? 1 : 1 + below(4); left > 0; --left) change();
    return std::move(text_);
  }

 private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

  std::string_view piece() {
    static constexpr std::array<std::string_view, 64> pieces{" ",
                                                             " ",
                                                             "  ",
                                                             "\n",
                                                             "\n",
                                                             "\n ",
                                                             "\n  ",
                                                             "\n\n",
                                                             "\r\n",
                                                             "\r",
                                                             "\t",
                                                             ":",
                                                             ": ",
                                                             ":\n",
                                                             "-",
                                                             "- ",
                                                             "-\n",
                                                             "? ",
                                                             "?",
                                                             "#",
                                                             " #",
                                                             " # ",
                                                             "[",
                                                             "]",
                                                             "{",
                                                             "}",
                                                             ",",
                                                             ", ",
                                                             "\"",
                                                             "'",
                                                             "''",
                                                             "\\\"",
                                                             "\\n",
                                                             "|",
                                                             "|\n",
                                                             " |\n",
                                                             "|-\n",
                                                             ">\n",
                                                             ">",
                                                             "&",
                                                             "*",
                                                             "!",
                                                             "%",
                                                             "@",
                                                             "`",
                                                             "---",
                                                             "...",
                                                             "~",
                                                             "null",
                                                             "<<",
                                                             "a",
                                                             "a: b",
                                                             "1",
                                                             "\\u4e2d",
                                                             "中",
                                                             "：",
                                                             "\xC2\xA0",
                                                             "\xE3\x80\x80",
                                                             "\xC2\x85",
                                                             "\xE2\x80\xA8",
                                                             "\xEF\xBB\xBF",
                                                             "a: ",
                                                             "\n- ",
                                                             ": |\n  "};
    return pieces[below(pieces.size())];
  }

  std::size_t line_at(std::size_t at) const {
    const auto found = at == 0 ? std::string::npos : text_.rfind('\n', at - 1);
    return found == std::string::npos ? 0 : found + 1;
  }

  std::size_t line_end(std::size_t at) const {
    const auto found = text_.find('\n', at);
    return found == std::string::npos ? text_.size() : found + 1;
  }

  void swap_lines() {
    const std::size_t first = line_at(below(text_.size()));
    const std::size_t second = line_end(first);
    const std::size_t end = line_end(second);
    text_ = text_.substr(0, first) + text_.substr(second, end - second) +
            text_.substr(first, second - first) + text_.substr(end);
  }

  void indent_line() {
    const std::size_t line = line_at(below(text_.size()));
    if (below(2) == 0) {
      text_.insert(line, 1 + below(3), ' ');
    } else {
      for (std::size_t left = 1 + below(3); left > 0 && text_[line] == ' '; --left) {
        text_.erase(line, 1);
      }
    }
  }

  void change() {
    const std::size_t at = below(text_.size() + 1);
    switch (below(8)) {
      case 0:
        text_.erase(at, 1);
        break;
      case 1:
        text_.erase(at, 1 + below(6));
        break;
      case 2:
        text_.replace(at, 1, piece());
        break;
      case 3:
        if (!text_.empty()) swap_lines();
        break;
      case 4:
        if (!text_.empty()) indent_line();
        break;
      case 5: {  // a piece from elsewhere in the text
        const std::string copied = text_.substr(below(text_.size()), 1 + below(12));
        text_.insert(at, copied);
        break;
      }
      default:
        text_.insert(at, piece());
    }
  }

  std::string text_;
  std::mt19937_64 random_;
};

}  // namespace

std::string tree_difference(const Node& a, const Node& b) {
  if (!is_alike(a, b)) return told(a) + "; and " + told(b);
  auto other = b.children().begin();
  for (const Node child : a.children()) {
    auto found = tree_difference(child, *other);
    if (found.empty() && a.is_mapping()) found = tree_difference(child.value(), (*other).value());
    if (!found.empty()) return found;
    ++other;
  }
  return {};
}

Comparison compare_readers(std::string text) {
  SourceMap sources;
  const SourceId id = sources.add("f", std::move(text));
  Diagnostics diagnostics;
  if (!yaml::prescan(sources.text(id), id, diagnostics)) return {Agreement::refused, {}};
  const auto plain = yaml::read_plain(sources, id);
  if (!plain) return {Agreement::handed_over, {}};
  const auto events = yaml::read_events(sources, id, diagnostics);
  if (!diagnostics.all().empty()) return {Agreement::wrong, diagnostics.all().front().rule.data()};
  if (!events) return {Agreement::wrong, "no tree"};
  if (plain->size() != events->size()) return {Agreement::different, "number of values"};
  const std::string found = tree_difference(plain->root(), events->root());
  return {found.empty() ? Agreement::same : Agreement::different, found};
}

std::string mutate(std::string_view text, unsigned long long seed) {
  return Mutation(text, seed).made();
}

}  // namespace assess::test
