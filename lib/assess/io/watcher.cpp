#include <assess/diag/rules.hpp>
#include <assess/io/descriptor.hpp>
#include <assess/io/error_words.hpp>
#include <assess/io/files.hpp>
#include <assess/io/watcher.hpp>

#include <sys/inotify.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <poll.h>

namespace assess {
namespace {

// A save is a handful of steps within a millisecond or two; more would only be waiting.
constexpr int quiet_ms = 12;
constexpr int most_rounds = 16;  // of that: something that is written without end is shown as it is

// A file that is being written is no news until it is closed. Editors write another file and give
// it the name.
constexpr std::uint32_t events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                 IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

Text watch_words(int error) {
  if (error == ENOSPC || error == EMFILE) {
    return {"系统允许的监视数量已经用完（fs.inotify）",
            "the system lets us watch no more folders (fs.inotify)"};
  }
  return error_words(error);
}

// A file that was created and is empty will be written; a link to one that is there already will
// not.
bool is_a_link(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return false;
  return S_ISLNK(status.st_mode) || (S_ISREG(status.st_mode) && status.st_nlink > 1);
}

}  // namespace

struct RealWatcher::Queue {
  Descriptor descriptor;
  std::map<int, std::set<std::string>> paths;  // one folder may have several names

  // False when there is nothing to read after so long; -1 is without end.
  bool is_ready(int timeout_ms) const {
    pollfd wanted{descriptor.number(), POLLIN, 0};
    while (true) {
      const int ready = ::poll(&wanted, 1, timeout_ms);
      if (ready < 0 && errno == EINTR) continue;
      return ready > 0;
    }
  }

  void read_into(std::set<Change>& changes) {
    alignas(inotify_event) char buffer[16384];
    const ssize_t got = ::read(descriptor.number(), buffer, sizeof buffer);
    for (ssize_t at = 0; at < got;) {
      inotify_event event{};
      std::memcpy(&event, buffer + at, sizeof event);
      const char* name = buffer + at + sizeof event;
      add(event, event.len > 0 ? std::string(name) : std::string(), changes);
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
  }

  void add(const inotify_event& event, const std::string& name, std::set<Change>& changes) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      changes.insert({});
      return;
    }
    const auto known = paths.find(event.wd);
    if (known == paths.end()) return;
    const bool is_itself = (event.mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0;
    const bool is_folder = is_itself || (event.mask & IN_ISDIR) != 0;
    for (const std::string& folder : known->second) {
      const std::string path = name.empty() ? folder : join_path(folder, name);
      const bool is_unwritten = (event.mask & IN_CREATE) != 0 && !is_folder && !is_a_link(path);
      const bool is_told = (event.mask & IN_IGNORED) == 0 && !is_unwritten;
      if (is_told) changes.insert({path, is_folder});
    }
    if ((event.mask & IN_IGNORED) != 0) {
      paths.erase(event.wd);
    } else if (is_itself) {
      // Under this name it is not there any more, wherever it went.
      ::inotify_rm_watch(descriptor.number(), event.wd);
    }
  }
};

RealWatcher::RealWatcher() = default;
RealWatcher::~RealWatcher() = default;

bool RealWatcher::watch(const std::set<std::string>& folders, Diagnostics& diagnostics) {
  if (!queue_) {
    queue_ =
        std::make_unique<Queue>(Queue{Descriptor(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)), {}});
  }
  const int queue = queue_->descriptor.number();
  std::map<int, std::set<std::string>> paths;
  for (const std::string& folder : folders) {
    const int number = ::inotify_add_watch(queue, folder.c_str(), events);
    if (number >= 0) {
      paths[number].insert(folder);
    } else if (errno != ENOENT && errno != ENOTDIR && errno != EACCES) {
      diagnostics.report(rules::cannot_read, std::nullopt, folder, watch_words(errno));
      return false;
    }
  }
  for (const auto& [number, names] : queue_->paths) {
    if (!paths.contains(number)) ::inotify_rm_watch(queue, number);
  }
  queue_->paths = std::move(paths);
  return true;
}

std::optional<std::vector<Change>> RealWatcher::wait() {
  if (!queue_) return std::nullopt;
  std::set<Change> changes;
  while (changes.empty()) {
    if (!queue_->is_ready(-1)) return std::nullopt;
    queue_->read_into(changes);
  }
  for (int round = 0; round < most_rounds && queue_->is_ready(quiet_ms); ++round) {
    queue_->read_into(changes);
  }
  return std::vector<Change>(changes.begin(), changes.end());
}

}  // namespace assess
