#include "dialogue.hpp"

#include <assess/base/utf8.hpp>

#include <algorithm>

namespace assess::cmd {
namespace {

constexpr int widest = 100;
constexpr int usual_width = 80;

}  // namespace

void Dialogue::show(std::string_view text) {
  show({}, text);
}

void Dialogue::show(const std::string& lead, std::string_view text) {
  if (!is_shown_) return;
  const int width = std::min(width_ > 0 ? width_ : usual_width, widest);
  const int room = std::max(width - 1 - display_width(lead), 20);
  std::string before = lead;
  for (const std::string& line : wrap(safe_lines(text), room)) {
    std::string whole = before + line;
    while (whole.ends_with(' ')) whole.pop_back();
    out_.write(whole + "\n");
    before = std::string(static_cast<std::size_t>(display_width(lead)), ' ');
  }
}

void Dialogue::tell(std::string_view line) {
  out_.write(safe_to_show(line) + "\n");
}

std::optional<std::string> Dialogue::ask(const std::string& prompt) {
  if (is_shown_) out_.write(prompt);
  auto line = lines_.line();
  if (!line) return std::nullopt;
  if (const auto wrong = find_invalid_utf8(*line)) line->resize(*wrong);
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!line->empty() && is_blank(line->back())) line->pop_back();
  const auto first = std::find_if_not(line->begin(), line->end(), is_blank);
  line->erase(line->begin(), first);
  return line;
}

std::string half_width(std::string_view text) {
  std::string out;
  for (const char32_t c : to_code_points(text)) {
    const bool is_wide_ascii = c >= 0xFF01 && c <= 0xFF5E;
    append_utf8(out, is_wide_ascii ? c - 0xFEE0 : c == 0x3000 ? U' ' : c);
  }
  return out;
}

}  // namespace assess::cmd
