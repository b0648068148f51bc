#include <assess/yaml/signs.hpp>

#include <doctest/doctest.h>

#include <string>

namespace assess::yaml {
namespace {

TEST_CASE("the first of some signs is found wherever it stands, whatever stands behind it") {
  using Few = Signs<':', '"', '\n'>;
  for (std::size_t length = 0; length < 70; ++length) {
    for (std::size_t place = 0; place <= length; ++place) {
      std::string text(length, 'x');
      if (place < length) text[place] = ':';
      if (place + 1 < length) text[length - 1] = '"';
      for (std::size_t from = 0; from <= place; ++from) CHECK(Few::find(text, from) == place);
    }
  }
}

TEST_CASE("bytes of other characters are no signs") {
  using Quote = Signs<'"'>;
  std::string all;
  for (int byte = 0; byte < 256; ++byte) {
    if (byte != '"') all += static_cast<char>(byte);
  }
  CHECK(Quote::find(all, 0) == all.size());
  for (int byte = 0; byte < 256; ++byte) {
    CAPTURE(byte);
    CHECK(Quote::hold(static_cast<char>(byte)) == (byte == '"'));
  }
  CHECK(Quote::find("", 0) == 0);
}

}  // namespace
}  // namespace assess::yaml
