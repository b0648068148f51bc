// What real files are made of: a descriptor that is closed in the end, and words for what goes
// wrong with it.
#pragma once

#include <assess/base/language.hpp>
#include <assess/diag/diagnostic.hpp>

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace assess {

// Closes what it holds; `close` reports whether the system took all of it.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;  // owns the descriptor; there is no second owner
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  ~Descriptor() { close(); }

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  bool close() {
    if (number_ < 0) return true;
    const int result = ::close(number_);
    number_ = -1;
    return result == 0;
  }

 private:
  int number_;
};

// `a folder`, `a pipe`, for what is no regular file.
Text kind_words(mode_t mode);

// How many of the bytes were written; errno says why not all.
std::size_t write_most(int descriptor, std::string_view bytes);

// Reports that the path cannot be written; false.
bool fail_write(const std::string& path, int error, Diagnostics& diagnostics);

}  // namespace assess
