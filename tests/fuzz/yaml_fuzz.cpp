// Fuzz target for the two readers of YAML: where the plain one reads a text at all, it reads what
// yaml-cpp reads. See docs/HACKING.md for how it is run.
#include "../support/two_readers.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using assess::test::Agreement;
  const auto comparison =
      assess::test::compare_readers({reinterpret_cast<const char*>(data), size});
  if (comparison.agreement == Agreement::different || comparison.agreement == Agreement::wrong) {
    std::cerr << "the readers of YAML disagree: " << comparison.difference << "\n";
    std::abort();
  }
  return 0;
}
