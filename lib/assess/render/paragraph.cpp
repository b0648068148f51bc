#include <assess/base/utf8.hpp>
#include <assess/render/paragraph.hpp>

#include <algorithm>

namespace assess::render {

std::string paragraph(std::string_view text, int indent, const Context& context) {
  constexpr int default_width = 80;
  const int width = context.width > 0 ? context.width : default_width;
  std::string_view trimmed = text;
  while (trimmed.ends_with('\n')) trimmed.remove_suffix(1);
  std::string out;
  for (const std::string& line : wrap(safe_lines(trimmed), std::max(20, width - indent))) {
    out += line.empty() ? "\n" : std::string(static_cast<std::size_t>(indent), ' ') + line + "\n";
  }
  return out;
}

}  // namespace assess::render
