#include <assess/base/utf8.hpp>
#include <assess/render/escape.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace assess::render {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_line_end(char32_t c) {
  return (c >= U'\n' && c <= U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// Code points that are no characters and that HTML and XML forbid.
bool is_noncharacter(char32_t c) {
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool is_ascii_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_line_end(c)) {
      if (c == U'\r' && at < text.size() && text[at] == '\n') ++at;
      out += '\n';
    } else if (c != U'\t' && (is_control(c) || is_noncharacter(c))) {
      append_utf8(out, replacement);
    } else if (c == U'\t' || !is_unsafe_to_show(c)) {
      append_utf8(out, c);
    }
  }
  return out;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : clean_text(text)) {
    const std::string_view entity = entity_of(c);
    if (entity.empty()) {
      out += c;
    } else {
      out += entity;
    }
  }
  return out;
}

std::string escape_html_lines(std::string_view text) {
  std::string out;
  for (const char c : escape_html(text)) {
    if (c == '\n') out += "<br/>";
    out += c;
  }
  return out;
}

std::string css_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : clean_text(text)) {
    const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
    if (c == '\n' || c == '\t' || c == ' ') {
      out += ' ';
    } else if (!is_ascii || is_ascii_letter_or_digit(c)) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "\\{:x} ", static_cast<unsigned>(c));
    }
  }
  return out + '"';
}

std::string png_address(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out = "data:image/png;base64,";
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = std::min<std::size_t>(bytes.size() - at, 3);
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      const auto byte = i < count ? static_cast<unsigned char>(bytes[at + i]) : 0U;
      group = group << 8 | byte;
    }
    for (std::size_t i = 0; i < 4; ++i) {
      out += i <= count ? digits[group >> (18 - 6 * i) & 0x3F] : '=';
    }
  }
  return out;
}

}  // namespace assess::render
