#include <assess/base/utf8.hpp>
#include <assess/render/csv.hpp>

#include <string_view>

namespace assess::render {
namespace {

// Spreadsheets for Chinese and Japanese take the full-width signs for the others.
bool is_formula(std::string_view text) {
  for (const std::string_view sign :
       {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
    if (text.starts_with(sign)) return true;
  }
  return false;
}

std::string cell_of(std::string_view text) {
  std::string out;
  if (is_formula(text)) out += '\'';
  out += safe_lines(text);  // a table may be looked at in a terminal, too
  if (out.find_first_of(",\"\r\n") == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += cell_of(cells[i]);
  }
  return out + "\n";
}

}  // namespace assess::render
