// Elements of XML 1.0, one a line, indented by their depth.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::render {

// Names and values, in the order in which they are written.
using XmlAttributes = std::vector<std::pair<std::string_view, std::string>>;

// Text from files is data: what XML 1.0 cannot hold (control characters, bytes that are no UTF-8)
// and what would change how other text is seen stands there as an escape such as `\x1b`. Names of
// elements and attributes are the caller's own.
class XmlWriter {
 public:
  // `depth`: of the first element, where the result is to stand inside others.
  explicit XmlWriter(std::size_t depth = 0) : depth_(depth) {}

  // What stands in front of the first element of a document.
  void declare();

  // An element that others stand in, up to `close`.
  void open(std::string_view name, const XmlAttributes& attributes);
  void close();

  void empty(std::string_view name, const XmlAttributes& attributes);

  // An element with text; its line breaks are kept.
  void text(std::string_view name, const XmlAttributes& attributes, std::string_view text);

  // Elements that were written at this depth, by another writer.
  void put(std::string_view elements) { out_ += elements; }

  std::string take() { return std::exchange(out_, {}); }

 private:
  void begin(std::string_view name, const XmlAttributes& attributes);

  std::string out_;
  std::size_t depth_;
  std::vector<std::string> open_;
};

}  // namespace assess::render
