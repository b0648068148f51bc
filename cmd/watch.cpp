#include "watch.hpp"

#include "output.hpp"
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/io/watcher.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace assess::cmd {
namespace {

constexpr int deepest_folder = 40;  // as for inputs

bool is_yaml_name(std::string_view name) {
  return !name.starts_with('.') && (name.ends_with(".yaml") || name.ends_with(".yml"));
}

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

// A path as a watcher tells it.
std::string as_told(const std::string& path) {
  return join_path(parent_path(path), file_name(path));
}

bool is_below(const std::string& path, const std::string& folder) {
  if (folder == ".") return !path.starts_with('/') && !path.starts_with("../");
  if (folder == "/") return path.starts_with('/');
  return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

// What is to be watched for one run, and which changes mean anything to it.
class Scope {
 public:
  Scope(Files& files, const std::vector<OutputTarget>& outputs) : files_(&files) {
    for (const OutputTarget& target : outputs) written_.insert(as_told(target.path));
  }

  void add_operand(const std::string& operand) {
    const auto sign = operand.find_first_of("*?[");
    const bool is_pattern = sign != std::string::npos && files_->kind(operand) == PathKind::missing;
    // Whatever comes below the folder in front of the first sign may match.
    add(is_pattern ? parent_path(operand.substr(0, sign) + "x") : operand);
  }

  // A bank in a folder is that folder; one that is named by its `bank.yaml` too.
  void add_bank(const std::string& path) {
    add(file_name(path) == "bank.yaml" ? parent_path(path) : path);
  }

  const std::set<std::string>& folders() const { return folders_; }

  bool concerns(const Change& change) const {
    if (change.path.empty()) return true;
    if (written_.contains(change.path)) return false;
    const bool is_named = std::any_of(named_.begin(), named_.end(), [&](const std::string& path) {
      return path == change.path || is_below(path, change.path);
    });
    if (is_named) return true;
    const std::string name = file_name(change.path);
    const bool may_be_input = change.is_folder ? !name.starts_with('.') : is_yaml_name(name);
    return may_be_input && std::any_of(roots_.begin(), roots_.end(), [&](const std::string& root) {
             return change.path == root || is_below(change.path, root);
           });
  }

 private:
  void add(const std::string& path) {
    const std::string name = without_slash(path);
    named_.insert(as_told(name));
    // It may go, and come back: then the folder that it lies in tells so, or the next one above.
    std::string above = parent_path(name);
    while (files_->kind(above) != PathKind::directory && above != parent_path(above)) {
      above = parent_path(above);
    }
    folders_.insert(above);
    if (files_->kind(name) != PathKind::directory) return;
    roots_.insert(name);
    add_tree(name, 0);
  }

  void add_tree(const std::string& folder, int depth) {
    if (depth > deepest_folder) return;
    folders_.insert(folder);
    Diagnostics ignored;  // the run itself tells which folders cannot be read
    for (const auto& [name, kind, is_link] : files_->list(folder, ignored)) {
      if (name.starts_with('.') || is_yaml_name(name)) continue;
      if (kind == PathKind::directory && !is_link) add_tree(join_path(folder, name), depth + 1);
    }
  }

  Files* files_;  // outlives the scope
  std::set<std::string> folders_;
  std::set<std::string> named_;
  std::set<std::string> roots_;
  std::set<std::string> written_;  // by ourselves
};

Scope scope_of(const InputOptions& input, const std::vector<OutputTarget>& outputs,
               const std::vector<std::string>& banks, Env& env) {
  Scope scope(env.files, outputs);
  for (const std::string& operand : input.paths) scope.add_operand(operand);
  for (const std::string& list : input.files_from) scope.add_operand(list);
  for (const std::string& bank : input.banks) {
    if (env.files.kind(bank) != PathKind::missing) scope.add_bank(bank);
  }
  for (const std::string& bank : banks) scope.add_bank(bank);
  return scope;
}

// `14:03:21 bank.yaml and 2 more changed`
std::string change_line(const std::vector<Change>& changes, Language language, const Env& env) {
  const std::string time = env.time_of_day ? env.time_of_day() : std::string("--:--:--");
  const std::string first = safe_to_show(changes.front().path);
  const std::size_t more = changes.size() - 1;
  if (language == Language::zh) {
    return more == 0 ? fmt::format("assess: {} {} 有改动\n", time, first)
                     : fmt::format("assess: {} {} 等 {} 处有改动\n", time, first, more + 1);
  }
  return more == 0 ? fmt::format("assess: {} {} changed\n", time, first)
                   : fmt::format("assess: {} {} and {} more changed\n", time, first, more);
}

std::string start_line(Language language) {
  return std::string(
      Words{"assess: 正在监视改动，按 Ctrl-C 结束\n", "assess: watching for changes; Ctrl-C ends\n"}
          .in(language));
}

bool reads_stdin(const InputOptions& input) {
  const auto has_it = [](const std::vector<std::string>& paths) {
    return std::find(paths.begin(), paths.end(), "-") != paths.end();
  };
  return has_it(input.paths) || has_it(input.files_from);
}

}  // namespace

ExitCode watch(const InputOptions& input, const std::vector<OutputTarget>& outputs,
               const CommonOptions& common, const OneRun& run, Env& env) {
  Diagnostics diagnostics;
  if (reads_stdin(input)) {
    diagnostics.report(rules::cli_usage, std::nullopt,
                       Text{"标准输入只能读一次，不能与 `--watch` 同用",
                            "standard input comes only once; `--watch` cannot be used with it"});
  }
  const bool says = common.quiet == 0;
  std::vector<std::string> banks;
  auto scope = scope_of(input, outputs, banks, env);
  ExitCode code = ExitCode::cannot;
  std::vector<Change> changes;
  while (!diagnostics.has_errors() && env.watcher != nullptr) {
    // First watch, then read: what changes meanwhile is told afterwards.
    if (!env.watcher->watch(scope.folders(), diagnostics)) break;
    if (env.out_is_terminal) env.out.write("\x1b[H\x1b[2J\x1b[3J");
    if (says && !changes.empty()) env.err.write(change_line(changes, common.spoken, env));
    const bool is_first = changes.empty();
    banks.clear();
    code = run(banks);
    scope = scope_of(input, outputs, banks, env);
    if (!env.watcher->watch(scope.folders(), diagnostics)) break;
    if (says && is_first) env.err.write(start_line(common.spoken));
    do {
      auto told = env.watcher->wait();
      if (!told) return code;
      changes = *std::move(told);
      std::erase_if(changes, [&](const Change& change) { return !scope.concerns(change); });
    } while (changes.empty());
    scope = scope_of(input, outputs, banks, env);
  }
  say(diagnostics, common, env);
  return ExitCode::cannot;
}

}  // namespace assess::cmd
