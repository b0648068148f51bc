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

std::string linked(std::string_view shown, std::string_view path, std::string_view base) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view digits = "0123456789ABCDEF";
  const std::string whole =
      path.starts_with('/') ? std::string(path) : std::string(base) + "/" + std::string(path);
  std::string out = "\x1b]8;;file://";
  for (const char c : whole) {
    const auto byte = static_cast<unsigned char>(c);
    if (plain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += digits[byte / 16U];
      out += digits[byte % 16U];
    }
  }
  return out.append("\x1b\\").append(shown).append("\x1b]8;;\x1b\\");
}

}  // namespace assess::render
