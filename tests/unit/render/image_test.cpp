#include "support/samples.hpp"
#include <assess/render/image.hpp>

#include <doctest/doctest.h>

#include <string>
#include <variant>

namespace assess::render {
namespace {

using namespace std::string_literals;

const std::string& two_pixels = assess::test::small_png();

std::string reason(std::string_view bytes) {
  const auto read = read_png(bytes);
  const Text* text = std::get_if<Text>(&read);
  return text == nullptr ? "" : text->en;
}

TEST_CASE("a picture becomes pixels, what is transparent becomes white") {
  const auto read = read_png(two_pixels);
  REQUIRE_MESSAGE(std::holds_alternative<Image>(read), reason(two_pixels));
  const Image& image = std::get<Image>(read);
  CHECK(image.width == 2);
  CHECK(image.height == 1);
  CHECK(image.rgb == "\xFF\0\0\xFF\xFF\xFF"s);
}

TEST_CASE("what is no picture is refused with a reason") {
  CHECK(reason("") == "it is not a PNG picture");
  CHECK(reason("\xFF\xD8\xFF\xE0 JFIF") == "it is not a PNG picture");
  CHECK(reason("schema: assess/bank/1\n") == "it is not a PNG picture");
}

TEST_CASE("a broken picture is refused wherever it breaks") {
  for (std::size_t length = 8; length + 13 < two_pixels.size(); ++length) {
    CAPTURE(length);
    CHECK(reason(two_pixels.substr(0, length)).starts_with("its PNG data are broken (libpng: "));
  }
  std::string changed = two_pixels;
  changed[45] = static_cast<char>(changed[45] ^ 0x55);
  CHECK(reason(changed) != "");
}

TEST_CASE("a picture that would fill the memory is refused before it is read") {
  // The same with sides of 60,000 pixels; its check sum fits.
  std::string huge = two_pixels;
  huge.replace(16, 8, "\0\0\xEA\x60\0\0\xEA\x60"s);
  huge.replace(29, 4, "\x80\xD2\x75\x42"s);
  CHECK(reason(huge).starts_with("the picture is too large"));
}

}  // namespace
}  // namespace assess::render
