// Tells when files in some folders change.
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace assess {

// Something that came, went or was written.
struct Change {
  std::string path;  // its folder as it was given, and its name; empty: too much to tell
  bool is_folder = false;
  friend auto operator<=>(const Change&, const Change&) = default;
};

// An interface, so that tests decide what changes.
class Watcher {
 public:
  virtual ~Watcher() = default;

  // From now on these folders are watched, not those below them, and none of those before. What
  // happens from here on is told by `wait`, however late that is called. Folders that are not there
  // are passed over. False after a report, when the system does not let us watch.
  virtual bool watch(const std::set<std::string>& folders, Diagnostics& diagnostics) = 0;

  // Waits for a change, and then until nothing more has happened for a moment: a program that saves
  // does so in several steps. Each change once, in order of the paths; nullopt when there is
  // nothing to wait for any more.
  virtual std::optional<std::vector<Change>> wait() = 0;
};

class RealWatcher : public Watcher {
 public:
  RealWatcher();
  ~RealWatcher() override;
  RealWatcher(const RealWatcher&) = delete;  // owns a queue of the system
  RealWatcher& operator=(const RealWatcher&) = delete;

  bool watch(const std::set<std::string>& folders, Diagnostics& diagnostics) override;
  std::optional<std::vector<Change>> wait() override;

 private:
  struct Queue;
  std::unique_ptr<Queue> queue_;  // absent until something is watched
};

}  // namespace assess
