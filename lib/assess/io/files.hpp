// The only code that opens files. An interface, because the outside world is the one thing that
// tests replace.
#pragma once

#include <assess/diag/diagnostic.hpp>
#include <assess/io/streams.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

// What stands at a path, links followed.
enum class PathKind { missing, file, directory, other };

// What a folder holds under one name.
struct FolderEntry {
  std::string name;
  PathKind kind = PathKind::missing;  // missing: a link that leads nowhere, or gone meanwhile
  bool is_link = false;
  friend bool operator==(const FolderEntry&, const FolderEntry&) = default;
};

class Files {
 public:
  // No bank and no answer file comes near this; a larger one is refused (contract 6).
  static constexpr std::size_t max_bytes = std::size_t{4} * 1024 * 1024;

  virtual ~Files() = default;

  // All bytes of a regular file of at most `max_size` bytes, or nullopt after a report.
  virtual std::optional<std::string> read(const std::string& path, Diagnostics& diagnostics,
                                          std::size_t max_size = max_bytes) = 0;

  // Writes a whole file: temporary name, flush, rename, so that it is complete or absent. What is
  // not a regular file (a device, a pipe) is written directly. False after a report.
  virtual bool write(const std::string& path, std::string_view bytes, Diagnostics& diagnostics) = 0;

  // A regular file of any length. nullptr after a report. `diagnostics` must outlive the feed.
  virtual std::unique_ptr<Feed> open_feed(const std::string& path, Diagnostics& diagnostics) = 0;

  // nullptr after a report. `diagnostics` must outlive the sink.
  virtual std::unique_ptr<Sink> open_sink(const std::string& path, Diagnostics& diagnostics) = 0;

  // The same for a file that was begun before and cut short: its first `keep` bytes stand under the
  // name with `.part` behind or, where there is none, under the name itself, and stay.
  virtual std::unique_ptr<Sink> reopen_sink(const std::string& path, std::size_t keep,
                                            Diagnostics& diagnostics) = 0;

  // A new folder; the one that it lies in is there. False after a report.
  virtual bool make_folder(const std::string& path, Diagnostics& diagnostics) = 0;

  virtual PathKind kind(const std::string& path) = 0;

  // What is in a directory, by name bytewise, without `.` and `..`; empty when it cannot be read,
  // which is reported.
  virtual std::vector<FolderEntry> list(const std::string& directory, Diagnostics& diagnostics) = 0;

  virtual bool is_link(const std::string& path) = 0;

  // The same text for two paths that lead to the same file.
  virtual std::string identity(const std::string& path) = 0;

  // Keeps other programs of ours from filling in the same file until `unlock` or the end of the
  // process; `write` keeps it. False after a report, also when another one has it.
  virtual bool lock(const std::string& path, Diagnostics& diagnostics) = 0;
  virtual void unlock(const std::string& path) = 0;
};

class RealFiles : public Files {
 public:
  std::optional<std::string> read(const std::string& path, Diagnostics& diagnostics,
                                  std::size_t max_size = max_bytes) override;
  bool write(const std::string& path, std::string_view bytes, Diagnostics& diagnostics) override;
  std::unique_ptr<Feed> open_feed(const std::string& path, Diagnostics& diagnostics) override;
  std::unique_ptr<Sink> open_sink(const std::string& path, Diagnostics& diagnostics) override;
  std::unique_ptr<Sink> reopen_sink(const std::string& path, std::size_t keep,
                                    Diagnostics& diagnostics) override;
  bool make_folder(const std::string& path, Diagnostics& diagnostics) override;
  PathKind kind(const std::string& path) override;
  std::vector<FolderEntry> list(const std::string& directory, Diagnostics& diagnostics) override;
  bool is_link(const std::string& path) override;
  std::string identity(const std::string& path) override;
  bool lock(const std::string& path, Diagnostics& diagnostics) override;
  void unlock(const std::string& path) override;

  RealFiles() = default;
  RealFiles(const RealFiles&) = delete;  // owns the descriptors of its locks
  RealFiles& operator=(const RealFiles&) = delete;
  ~RealFiles() override;

 private:
  std::map<std::string, int> locks_;  // descriptors by path
};

// A disk in memory, for tests. Paths are relative, with `/`; a path is a directory when a file
// stands below it.
class MemoryFiles : public Files {
 public:
  std::map<std::string, std::string> files;

  std::optional<std::string> read(const std::string& path, Diagnostics& diagnostics,
                                  std::size_t max_size = max_bytes) override;
  bool write(const std::string& path, std::string_view bytes, Diagnostics& diagnostics) override;
  std::unique_ptr<Feed> open_feed(const std::string& path, Diagnostics& diagnostics) override;
  std::unique_ptr<Sink> open_sink(const std::string& path, Diagnostics& diagnostics) override;
  std::unique_ptr<Sink> reopen_sink(const std::string& path, std::size_t keep,
                                    Diagnostics& diagnostics) override;
  bool make_folder(const std::string& path, Diagnostics& diagnostics) override;
  PathKind kind(const std::string& path) override;
  std::vector<FolderEntry> list(const std::string& directory, Diagnostics& diagnostics) override;
  bool is_link(const std::string& path) override;
  std::string identity(const std::string& path) override;
  bool lock(const std::string&, Diagnostics&) override { return true; }
  void unlock(const std::string&) override {}
};

// Where the beginning of a file stands while it is written.
std::string part_path(const std::string& path);

// `directory/name`, and just the name for the directory `.` or an empty one.
std::string join_path(std::string_view directory, std::string_view name);

// The part before the last `/`: `.` when there is none, `/` for the root.
std::string parent_path(std::string_view path);

// The part behind the last `/`.
std::string file_name(std::string_view path);

}  // namespace assess
