#include <assess/diag/rules.hpp>
#include <assess/io/descriptor.hpp>
#include <assess/io/error_words.hpp>
#include <assess/io/files.hpp>

#include <climits>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <unistd.h>
#include <utility>

namespace assess {
namespace {

bool write_all(int descriptor, std::string_view bytes) {
  return write_most(descriptor, bytes) == bytes.size();
}

// Devices and pipes cannot be replaced by a rename; they are written as they are.
bool write_directly(const std::string& path, std::string_view bytes, Diagnostics& diagnostics) {
  Descriptor out(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  if (!out.is_open() || !write_all(out.number(), bytes)) {
    return fail_write(path, errno, diagnostics);
  }
  if (!out.close()) return fail_write(path, errno, diagnostics);
  return true;
}

struct NewFile {
  std::string path;
  int descriptor = -1;
};

// A new file beside `target`. The first name may be taken by a run that was killed.
NewFile create_beside(const std::string& target, mode_t permissions) {
  constexpr int most_attempts = 100;
  const std::string stem = target + ".tmp" + std::to_string(::getpid());
  NewFile out{.path = stem};
  for (int attempt = 1; attempt <= most_attempts; ++attempt) {
    out.descriptor =
        ::open(out.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, permissions);
    if (out.descriptor >= 0 || errno != EEXIST) break;
    out.path = stem + "-" + std::to_string(attempt);
  }
  return out;
}

}  // namespace

std::optional<std::string> RealFiles::read(const std::string& path, Diagnostics& diagnostics,
                                           std::size_t max_size) {
  const auto fail = [&](int error) {
    diagnostics.report(rules::cannot_read, std::nullopt, path, error_words(error));
    return std::nullopt;
  };
  // Without O_NONBLOCK a pipe that nobody writes to would make us wait for ever.
  Descriptor in(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!in.is_open()) return fail(errno);
  struct stat status {};
  if (::fstat(in.number(), &status) != 0) return fail(errno);
  if (!S_ISREG(status.st_mode)) {
    diagnostics.report(rules::not_a_file, std::nullopt, path, kind_words(status.st_mode));
    return std::nullopt;
  }
  std::string bytes;
  bytes.resize(std::min(static_cast<std::size_t>(status.st_size), max_size) + 1);
  std::size_t size = 0;
  while (true) {
    const ssize_t got = ::read(in.number(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    // It is as long as it was said to be, and there was room for more: it ends here.
    if (size == static_cast<std::size_t>(status.st_size) && size < bytes.size()) break;
    if (size > max_size) {
      diagnostics.report(rules::too_large, std::nullopt, path, max_size);
      return std::nullopt;
    }
    if (size == bytes.size()) bytes.resize(std::min(size * 2, max_size + 1));  // it grew meanwhile
  }
  bytes.resize(size);
  return bytes;
}

bool RealFiles::make_folder(const std::string& path, Diagnostics& diagnostics) {
  return ::mkdir(path.c_str(), 0777) == 0 || fail_write(path, errno, diagnostics);
}

bool RealFiles::write(const std::string& path, std::string_view bytes, Diagnostics& diagnostics) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    if (S_ISDIR(status.st_mode)) return fail_write(path, EISDIR, diagnostics);
    return write_directly(path, bytes, diagnostics);
  }
  // A link stays a link: what it leads to is replaced.
  const std::string target = is_link(path) && kind(path) == PathKind::file ? identity(path) : path;
  const bool replaces = status.st_mode != 0;
  // A rename would replace what may not be written.
  if (replaces && ::access(target.c_str(), W_OK) != 0) return fail_write(path, errno, diagnostics);
  const mode_t permissions = replaces ? status.st_mode & 07777U : 0666U;
  const auto [temporary, descriptor] = create_beside(target, permissions);
  Descriptor out(descriptor);
  if (!out.is_open()) return fail_write(path, errno, diagnostics);
  // What is replaced keeps its permissions, whatever the mask of this process. Some file systems
  // have none to set; the narrower ones of the new file then stay.
  if (replaces) ::fchmod(out.number(), permissions);
  // The lock is on the file that the name leads to: the new one has it before it gets the name.
  const auto held = locks_.find(path);
  const int lock = held == locks_.end() ? -1 : ::dup(out.number());
  if (lock >= 0) ::flock(lock, LOCK_EX | LOCK_NB);
  const bool is_written =
      write_all(out.number(), bytes) && ::fsync(out.number()) == 0 && out.close();
  if (!is_written || ::rename(temporary.c_str(), target.c_str()) != 0) {
    const int error = errno;
    if (lock >= 0) ::close(lock);
    ::unlink(temporary.c_str());
    return fail_write(path, error, diagnostics);
  }
  if (lock >= 0) ::close(std::exchange(held->second, lock));
  return true;
}

bool RealFiles::lock(const std::string& path, Diagnostics& diagnostics) {
  constexpr int most_attempts = 20;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) {
      diagnostics.report(rules::cannot_read, std::nullopt, path, error_words(errno));
      return false;
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      const bool is_held = errno == EWOULDBLOCK;
      const Text words = error_words(errno);
      ::close(descriptor);
      if (is_held) {
        diagnostics.report(rules::form_in_use, std::nullopt, path);
      } else {
        diagnostics.report(rules::cannot_read, std::nullopt, path, words);
      }
      return false;
    }
    // It may have been replaced between opening and locking.
    struct stat own {
    }, named{};
    const bool is_same = ::fstat(descriptor, &own) == 0 && ::stat(path.c_str(), &named) == 0 &&
                         own.st_ino == named.st_ino && own.st_dev == named.st_dev;
    if (is_same) {
      unlock(path);
      locks_[path] = descriptor;
      return true;
    }
    ::close(descriptor);
  }
  diagnostics.report(rules::form_in_use, std::nullopt, path);
  return false;
}

void RealFiles::unlock(const std::string& path) {
  const auto held = locks_.find(path);
  if (held == locks_.end()) return;
  ::close(held->second);
  locks_.erase(held);
}

RealFiles::~RealFiles() {
  for (const auto& [path, descriptor] : locks_) ::close(descriptor);
}

PathKind RealFiles::kind(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return PathKind::missing;
  if (S_ISREG(status.st_mode)) return PathKind::file;
  return S_ISDIR(status.st_mode) ? PathKind::directory : PathKind::other;
}

std::vector<FolderEntry> RealFiles::list(const std::string& directory, Diagnostics& diagnostics) {
  std::vector<FolderEntry> entries;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(directory.c_str()), ::closedir);
  if (!stream) {
    diagnostics.report(rules::cannot_read, std::nullopt, directory, error_words(errno));
    return entries;
  }
  while (const dirent* read = ::readdir(stream.get())) {
    FolderEntry entry{.name = read->d_name, .kind = PathKind::other, .is_link = false};
    if (entry.name == "." || entry.name == "..") continue;
    // Most file systems tell what a name is in the listing itself, which saves asking for each.
    if (read->d_type == DT_REG) {
      entry.kind = PathKind::file;
    } else if (read->d_type == DT_DIR) {
      entry.kind = PathKind::directory;
    } else {
      const std::string path = join_path(directory, entry.name);
      entry.kind = kind(path);
      entry.is_link = is_link(path);
    }
    entries.push_back(std::move(entry));
  }
  std::sort(entries.begin(), entries.end(),
            [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
  return entries;
}

bool RealFiles::is_link(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

std::string RealFiles::identity(const std::string& path) {
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
  return real ? std::string(real.get()) : path;
}

}  // namespace assess
