// The fingerprint of a bank: SHA-256, by Nettle.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace assess {

// Of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();

  void add(std::string_view bytes);

  // 64 lower-case hexadecimal digits, of all that was added; it begins anew then.
  std::string take_hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The same of bytes that are there at once.
std::string sha256_hex(std::string_view bytes);

}  // namespace assess
