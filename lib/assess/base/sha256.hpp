// The fingerprint of a bank: SHA-256, by Nettle.
#pragma once

#include <string>
#include <string_view>

namespace assess {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace assess
