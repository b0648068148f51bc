#include <assess/diag/rules.hpp>
#include <assess/io/error_words.hpp>
#include <assess/io/files.hpp>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace assess {

std::optional<std::string> MemoryFiles::read(const std::string& path, Diagnostics& diagnostics,
                                             std::size_t max_size) {
  const auto found = files.find(path);
  if (found == files.end()) {
    if (kind(path) == PathKind::directory) {
      diagnostics.report(rules::not_a_file, std::nullopt, path, Text{"文件夹", "a folder"});
    } else {
      diagnostics.report(rules::cannot_read, std::nullopt, path, error_words(ENOENT));
    }
    return std::nullopt;
  }
  if (found->second.size() > max_size) {
    diagnostics.report(rules::too_large, std::nullopt, path, max_size);
    return std::nullopt;
  }
  return found->second;
}

bool MemoryFiles::write(const std::string& path, std::string_view bytes, Diagnostics&) {
  files[path] = bytes;
  return true;
}

// A folder is there once a file is.
bool MemoryFiles::make_folder(const std::string&, Diagnostics&) {
  return true;
}

namespace {

class MemorySink : public Sink {
 public:
  MemorySink(std::map<std::string, std::string>& files, std::string path, std::string begun = {})
      : files_(files), path_(std::move(path)), pending_(std::move(begun)) {}
  bool write(std::string_view bytes) override {
    pending_ += bytes;
    return true;
  }
  bool close() override {
    files_[path_] = pending_;
    return true;
  }

 private:
  std::map<std::string, std::string>& files_;
  std::string path_;
  std::string pending_;
};

}  // namespace

std::unique_ptr<Feed> MemoryFiles::open_feed(const std::string& path, Diagnostics& diagnostics) {
  const auto text = read(path, diagnostics, std::string::npos);
  return text ? std::make_unique<TextFeed>(*text) : nullptr;
}

std::unique_ptr<Sink> MemoryFiles::open_sink(const std::string& path, Diagnostics&) {
  return std::make_unique<MemorySink>(files, path);
}

std::unique_ptr<Sink> MemoryFiles::reopen_sink(const std::string& path, std::size_t keep,
                                               Diagnostics& diagnostics) {
  const std::string part = part_path(path);
  const auto begun = read(files.contains(part) ? part : path, diagnostics, std::string::npos);
  if (!begun) return nullptr;
  files.erase(part);
  return std::make_unique<MemorySink>(files, path, begun->substr(0, keep));
}

PathKind MemoryFiles::kind(const std::string& path) {
  if (files.contains(path)) return PathKind::file;
  if (path == ".") return PathKind::directory;
  const std::string below = path + "/";
  const auto next = files.lower_bound(below);
  const bool has_more = next != files.end() && next->first.starts_with(below);
  return has_more ? PathKind::directory : PathKind::missing;
}

std::vector<FolderEntry> MemoryFiles::list(const std::string& directory, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  if (kind(directory) == PathKind::missing) {
    diagnostics.report(rules::cannot_read, std::nullopt, directory, error_words(ENOENT));
  }
  const std::string below = directory == "." ? std::string() : directory + "/";
  for (const auto& [path, bytes] : files) {
    if (!path.starts_with(below)) continue;
    const std::string name = path.substr(below.size(), path.find('/', below.size()) - below.size());
    if (names.empty() || names.back() != name) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::vector<FolderEntry> entries;
  for (std::string& name : names) {
    const PathKind kind_of = kind(below + name);
    entries.push_back({.name = std::move(name), .kind = kind_of, .is_link = false});
  }
  return entries;
}

bool MemoryFiles::is_link(const std::string&) {
  return false;
}

std::string MemoryFiles::identity(const std::string& path) {
  return path;
}

}  // namespace assess
