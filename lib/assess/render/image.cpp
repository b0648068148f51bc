// The only file that includes libpng.
#include <assess/render/image.hpp>

#include <cstring>
#include <png.h>

namespace assess::render {
namespace {

Text reason_of(const png_image& image) {
  const std::string words = image.message;
  return {"PNG 数据有误（libpng：" + words + "）",
          "its PNG data are broken (libpng: " + words + ")"};
}

}  // namespace

std::variant<Image, Text> read_png(std::string_view bytes) {
  constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
  if (!bytes.starts_with(signature)) return Text{"不是 PNG 图片", "it is not a PNG picture"};
  png_image reader;
  std::memset(&reader, 0, sizeof reader);
  reader.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&reader, bytes.data(), bytes.size()) == 0) {
    return reason_of(reader);
  }
  const std::size_t width = reader.width;
  const std::size_t height = reader.height;
  if (width > longest_side || height > longest_side || width * height > most_pixels) {
    png_image_free(&reader);
    return Text{"图片太大，边长最多 8192 像素，共最多 1600 万像素",
                "the picture is too large: at most 8192 pixels a side and 16 million in all"};
  }
  reader.format = PNG_FORMAT_RGB;
  Image image{width, height, std::string(width * height * 3, '\0')};
  const png_color white{255, 255, 255};
  if (png_image_finish_read(&reader, &white, image.rgb.data(), 0, nullptr) == 0) {
    png_image_free(&reader);
    return reason_of(reader);
  }
  return image;
}

}  // namespace assess::render
