// Fuzz target for the reader of JSON: it reads what JSON is and nothing else, and as the reader of
// YAML does where that one reads it too. See docs/HACKING.md for how it is run.
#include "../support/json_readers.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto comparison = assess::test::compare_json(text);
  if (!comparison.difference.empty()) {
    std::cerr << "the readers of JSON disagree: " << comparison.difference << "\n";
    std::abort();
  }
  return 0;
}
