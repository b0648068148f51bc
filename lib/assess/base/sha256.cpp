#include <assess/base/sha256.hpp>

#include <sha2.h>
#include <sys/types.h>

#include <cstdint>

namespace assess {

std::string sha256_hex(std::string_view bytes) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  char text[SHA256_DIGEST_STRING_LENGTH];
  SHA256End(&context, text);
  return text;
}

}  // namespace assess
