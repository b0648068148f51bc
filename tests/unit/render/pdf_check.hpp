// What the tests of the PDF renderer share: the font, where things stand on a page, and the tools
// that look at a finished PDF.
#pragma once

#include <assess/base/utf8.hpp>
#include <assess/render/font.hpp>
#include <assess/render/pdf_page.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace assess::render::test {

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// WenQuanYi Micro Hei, whose ideographs are nearly all composites. A test without it must fail.
inline const Font& micro_hei() {
  static const Font font = [] {
    auto read = Font::read(read_bytes("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"), 0);
    REQUIRE_MESSAGE(std::holds_alternative<Font>(read), "install fonts-wqy-microhei");
    return std::get<Font>(std::move(read));
  }();
  return font;
}

inline const FontStack& fonts() {
  static const FontStack stack({micro_hei()});
  return stack;
}

struct Extent {
  double left, top, right, bottom;
};

inline double width_of(const FontStack& stack, const TextRun& text) {
  double width = 0;
  for (const char32_t c : to_code_points(text.string)) {
    width += stack.find(c).advance * text.size / 1000;
  }
  return width;
}

inline Extent extent_of(const FontStack& stack, const TextRun& text) {
  return {text.x, text.y - 0.88 * text.size, text.x + width_of(stack, text),
          text.y + 0.2 * text.size};
}

inline std::vector<TextRun> texts_of(const Page& page) {
  std::vector<TextRun> texts;
  for (const Operation& operation : page.operations) {
    if (const auto* text = std::get_if<TextRun>(&operation)) texts.push_back(*text);
  }
  return texts;
}

inline std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char32_t c : to_code_points(text)) {
    if (!is_blank(c) && c >= 0x20) append_utf8(out, c);
  }
  return out;
}

// Every text of the drawing in the order in which it is drawn, without blanks.
inline std::string drawn_text(const Drawing& drawing) {
  std::string out;
  for (const Page& page : drawing.pages) {
    for (const TextRun& text : texts_of(page)) out += without_blanks(text.string);
  }
  return out;
}

// A folder that is gone after the test.
class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "assess-pdf-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::filesystem::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  const std::filesystem::path& folder() const { return folder_; }

  // What `command` prints. Fails the test when the program is missing or reports an error.
  std::string run(const std::string& command) const {
    const std::filesystem::path out = folder_ / "out.txt";
    const int status = std::system((command + " >'" + out.string() + "' 2>&1").c_str());
    const std::string printed = read_bytes(out);
    INFO(command);
    INFO(printed);
    REQUIRE_MESSAGE(status == 0, "is the program installed? (poppler-utils, qpdf)");
    return printed;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace assess::render::test
