// Fuzz target for question banks; see docs/HACKING.md for how it is run.
#include "harness.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  assess::fuzz::try_bank({reinterpret_cast<const char*>(data), size});
  return 0;
}
