#include <assess/diag/rules.hpp>
#include <assess/io/descriptor.hpp>
#include <assess/io/error_words.hpp>

#include <sys/stat.h>

#include <cerrno>

namespace assess {

Text kind_words(mode_t mode) {
  if (S_ISDIR(mode)) return {"文件夹", "a folder"};
  if (S_ISFIFO(mode)) return {"命名管道", "a pipe"};
  if (S_ISSOCK(mode)) return {"套接字", "a socket"};
  return {"设备", "a device"};
}

std::size_t write_most(int descriptor, std::string_view bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::write(descriptor, bytes.data() + done, bytes.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) break;
    done += static_cast<std::size_t>(written);
  }
  return done;
}

bool fail_write(const std::string& path, int error, Diagnostics& diagnostics) {
  diagnostics.report(rules::cannot_write, std::nullopt, path, error_words(error));
  return false;
}

}  // namespace assess
