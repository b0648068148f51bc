#include <assess/diag/rules.hpp>
#include <assess/io/descriptor.hpp>
#include <assess/io/error_words.hpp>
#include <assess/io/files.hpp>

#include <sys/stat.h>

#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <unistd.h>
#include <utility>

namespace assess {
namespace {

class DescriptorSink : public Sink {
 public:
  // Renamed from `temporary` when it is closed, unless that is empty.
  // `written` bytes of it stand there already.
  DescriptorSink(Descriptor out, std::string path, std::string temporary, std::size_t written,
                 Diagnostics& diagnostics)
      : out_(std::move(out)),
        path_(std::move(path)),
        temporary_(std::move(temporary)),
        diagnostics_(diagnostics),
        written_(written) {}

  DescriptorSink(const DescriptorSink&) = delete;  // owns the file beside the path
  DescriptorSink& operator=(const DescriptorSink&) = delete;

  // What was written stays; an empty file would only be in the way.
  ~DescriptorSink() override {
    if (!is_named_ && !temporary_.empty() && written_ == 0) ::unlink(temporary_.c_str());
  }

  bool write(std::string_view bytes) override {
    if (has_failed_) return false;
    const std::size_t done = write_most(out_.number(), bytes);
    written_ += done;
    return done == bytes.size() || fail();
  }

  bool close() override {
    if (has_failed_) return false;
    if (temporary_.empty()) return out_.close() || fail();
    is_named_ = ::fsync(out_.number()) == 0 && out_.close() &&
                ::rename(temporary_.c_str(), path_.c_str()) == 0;
    return is_named_ || fail();
  }

 private:
  bool fail() {
    has_failed_ = true;
    if (temporary_.empty() || written_ == 0) return fail_write(path_, errno, diagnostics_);
    return report_cut_short(path_, temporary_, written_, error_words(errno), diagnostics_);
  }

  Descriptor out_;
  std::string path_;
  std::string temporary_;
  Diagnostics& diagnostics_;
  std::size_t written_;
  bool has_failed_ = false;
  bool is_named_ = false;
};

class DescriptorFeed : public Feed {
 public:
  DescriptorFeed(Descriptor in, std::string path, Diagnostics& diagnostics)
      : in_(std::move(in)), path_(std::move(path)), diagnostics_(diagnostics) {}

  std::size_t read(char* to, std::size_t most) override {
    while (true) {
      const ssize_t got = ::read(in_.number(), to, most);
      if (got < 0 && errno == EINTR) continue;
      if (got >= 0) return static_cast<std::size_t>(got);
      diagnostics_.report(rules::cannot_read, std::nullopt, path_, error_words(errno));
      return 0;
    }
  }

 private:
  Descriptor in_;
  std::string path_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::unique_ptr<Feed> RealFiles::open_feed(const std::string& path, Diagnostics& diagnostics) {
  // Without O_NONBLOCK a pipe that nobody writes to would make us wait for ever.
  Descriptor in(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat status {};
  if (!in.is_open() || ::fstat(in.number(), &status) != 0) {
    diagnostics.report(rules::cannot_read, std::nullopt, path, error_words(errno));
    return nullptr;
  }
  if (!S_ISREG(status.st_mode)) {
    diagnostics.report(rules::not_a_file, std::nullopt, path, kind_words(status.st_mode));
    return nullptr;
  }
  return std::make_unique<DescriptorFeed>(std::move(in), path, diagnostics);
}

std::unique_ptr<Sink> RealFiles::open_sink(const std::string& path, Diagnostics& diagnostics) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    fail_write(path, EISDIR, diagnostics);
    return nullptr;
  }
  const bool is_special = exists && !S_ISREG(status.st_mode);
  const std::string temporary = is_special ? std::string() : part_path(path);
  const int flags = is_special ? O_WRONLY | O_CLOEXEC | O_NOCTTY
                               : O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
  Descriptor out(::open((is_special ? path : temporary).c_str(), flags, 0666));
  if (!out.is_open()) {
    fail_write(path, errno, diagnostics);
    return nullptr;
  }
  return std::make_unique<DescriptorSink>(std::move(out), path, temporary, 0, diagnostics);
}

std::unique_ptr<Sink> RealFiles::reopen_sink(const std::string& path, std::size_t keep,
                                             Diagnostics& diagnostics) {
  const std::string part = part_path(path);
  const bool is_there = kind(part) == PathKind::file || ::rename(path.c_str(), part.c_str()) == 0;
  Descriptor out(is_there ? ::open(part.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW) : -1);
  const auto end = static_cast<off_t>(keep);
  if (!out.is_open() || ::ftruncate(out.number(), end) != 0 ||
      ::lseek(out.number(), end, SEEK_SET) != end) {
    fail_write(path, errno, diagnostics);
    return nullptr;
  }
  return std::make_unique<DescriptorSink>(std::move(out), path, part, keep, diagnostics);
}

}  // namespace assess
