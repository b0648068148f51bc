#include "tree_dump.hpp"

namespace assess::test {

using yaml::Kind;
using yaml::Node;

namespace {

// Line breaks and tabs as characters that can be seen.
std::string visible(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "⏎";
    } else if (c == '\r') {
      out += "␍";
    } else if (c == '\t') {
      out += "→";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string dump(std::string_view text, const Node& node) {
  const Span span = node.span();
  const std::string_view written = text.substr(span.begin, span.end - span.begin);
  const std::string place = std::to_string(span.begin) + "<" + visible(written) + ">";
  std::string out;
  switch (node.kind()) {
    case Kind::null:
      return "~" + place;
    case Kind::scalar:
      out = (node.is_quoted() ? "q" : "p") + place;
      return node.text() == written ? out : out + "=" + visible(node.text());
    case Kind::sequence:
      for (const Node item : node.children()) out += (out.empty() ? "" : ", ") + dump(text, item);
      return "s" + place + "[" + out + "]";
    case Kind::mapping:
      for (const Node key : node.children()) {
        out += (out.empty() ? "" : ", ") + dump(text, key) + ": " + dump(text, key.value());
      }
      return "m" + place + "{" + out + "}";
  }
  return out;
}

}  // namespace assess::test
