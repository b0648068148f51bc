#include <assess/base/utf8.hpp>
#include <assess/render/xml_writer.hpp>

#include <fmt/format.h>

#include <iterator>

namespace assess::render {
namespace {

// U+FFFE and U+FFFF are no characters of XML 1.0; all others that are not stand as escapes already.
bool is_excluded(char32_t c) {
  return c == 0xFFFE || c == 0xFFFF;
}

// `>` only needs it in `]]>`, quotes only in attributes: all of them everywhere, so that no place
// has to be thought of.
std::string escaped(std::string_view safe) {
  std::string out;
  out.reserve(safe.size());
  for (std::size_t at = 0; at < safe.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(safe, at);
    if (c == U'&') {
      out += "&amp;";
    } else if (c == U'<') {
      out += "&lt;";
    } else if (c == U'>') {
      out += "&gt;";
    } else if (c == U'"') {
      out += "&quot;";
    } else if (is_excluded(c)) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += safe.substr(start, at - start);
    }
  }
  return out;
}

}  // namespace

void XmlWriter::declare() {
  out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

void XmlWriter::begin(std::string_view name, const XmlAttributes& attributes) {
  out_.append(depth_ * 2, ' ').append("<").append(name);
  for (const auto& [key, value] : attributes) {
    // A line break in an attribute would be read as a blank.
    out_.append(" ").append(key).append("=\"").append(escaped(safe_to_show(value))).append("\"");
  }
}

void XmlWriter::open(std::string_view name, const XmlAttributes& attributes) {
  begin(name, attributes);
  out_ += ">\n";
  open_.emplace_back(name);
  ++depth_;
}

void XmlWriter::close() {
  --depth_;
  out_.append(depth_ * 2, ' ').append("</").append(open_.back()).append(">\n");
  open_.pop_back();
}

void XmlWriter::empty(std::string_view name, const XmlAttributes& attributes) {
  begin(name, attributes);
  out_ += "/>\n";
}

void XmlWriter::text(std::string_view name, const XmlAttributes& attributes,
                     std::string_view text) {
  begin(name, attributes);
  out_.append(">").append(escaped(safe_lines(text))).append("</").append(name).append(">\n");
}

}  // namespace assess::render
