#include "repository.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace assess::cmd {
namespace {

// Without `.`, `..` and doubled slashes, as far as the text alone tells. Only of what no file has:
// the name of standard input.
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> names;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view name = path.substr(at, end - at);
    at = end + 1;
    if (name == ".." && !names.empty()) {
      names.pop_back();
    } else if (!name.empty() && name != "." && name != "..") {
      names.push_back(name);
    }
  }
  std::string out;
  for (const std::string_view name : names) out.append("/").append(name);
  return out;
}

std::optional<std::string> below(const std::string& path, const std::string& root) {
  const std::string folder = root.ends_with('/') ? root : root + "/";
  if (!path.starts_with(folder) || path.size() == folder.size()) return std::nullopt;
  return path.substr(folder.size());
}

class Places {
 public:
  explicit Places(Env& env)
      : env_(env), here_(env.files.identity(".")), root_(repository_root(env)) {}

  void add(const std::string& path) {
    if (path.empty() || !asked_.insert(path).second) return;
    std::string real = env_.files.identity(path);
    if (!real.starts_with('/')) real = without_dots(here_ + "/" + real);
    if (auto inside = below(real, root_)) found_.emplace(path, *std::move(inside));
  }

  std::map<std::string, std::string> take() { return std::move(found_); }

 private:
  Env& env_;
  std::string here_;
  std::string root_;
  std::set<std::string> asked_;
  std::map<std::string, std::string> found_;
};

}  // namespace

std::string repository_root(Env& env) {
  const std::string here = env.files.identity(".");
  for (std::string folder = here; folder.starts_with('/'); folder = parent_path(folder)) {
    if (env.files.kind(join_path(folder, ".git")) != PathKind::missing) return folder;
    if (folder == "/") break;
  }
  return here;
}

std::map<std::string, std::string> repository_paths(const Run& run, Env& env) {
  Places places(env);
  for (const RunFile& file : run.files) places.add(file.path);
  for (const Finding& finding : run.findings) {
    if (finding.place) places.add(finding.place->path);
    for (const Finding::Note& note : finding.notes) places.add(note.place.path);
  }
  return places.take();
}

}  // namespace assess::cmd
