// A new folder that is the current directory while the object lives, and plain access to files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace assess::test {

// Nested ones work: each goes back to where it came from, and removes what is in it.
class WorkingFolder {
 public:
  WorkingFolder();
  WorkingFolder(const WorkingFolder&) = delete;  // owns the folder on the disk
  WorkingFolder& operator=(const WorkingFolder&) = delete;
  ~WorkingFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path before_;
  std::filesystem::path path_;
};

// Throws when the file cannot be read or written: a test that cannot look has not passed. Folders
// on the way are made.
std::string read_bytes(const std::filesystem::path& path);
void write_bytes(const std::filesystem::path& path, std::string_view bytes);

}  // namespace assess::test
