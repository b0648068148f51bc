#include <assess/render/style.hpp>

namespace assess::render {

std::string styled(std::string_view text, Style style, bool colour) {
  if (!colour || text.empty()) return std::string(text);
  std::string_view code;
  switch (style) {
    case Style::bold:
      code = "1";
      break;
    case Style::good:
      code = "32";
      break;
    case Style::warning:
      code = "33";
      break;
    case Style::bad:
      code = "31";
      break;
    case Style::faint:
      code = "2";
      break;
  }
  std::string out = "\x1b[";
  out.append(code).append("m").append(text).append("\x1b[0m");
  return out;
}

}  // namespace assess::render
