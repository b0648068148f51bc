#include "banks.hpp"

#include "output.hpp"
#include <assess/authoring/check_meaning.hpp>
#include <assess/bank/check.hpp>
#include <assess/bank/check_texts.hpp>
#include <assess/bank/read.hpp>
#include <assess/base/sha256.hpp>
#include <assess/diag/ignores.hpp>
#include <assess/diag/rules.hpp>
#include <assess/yaml/comments.hpp>
#include <assess/yaml/node.hpp>

#include <algorithm>
#include <deque>

namespace assess::cmd {
namespace {

// All files of a bank together; a bank this large does not exist, and the bounds keep the promise
// that no input takes more than two seconds.
constexpr std::size_t max_bank_bytes = 2 * Files::max_bytes;
constexpr std::size_t max_bank_values = 1'000'000;

bool is_yaml_name(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

// Reads and parses the files of one bank.
class BankLoader {
 public:
  BankLoader(Files& files, BankChecks checks) : files_(files), checks_(checks) {}

  LoadedBank load(const std::string& path) {
    const bool is_folder = files_.kind(path) == PathKind::directory;
    const std::string main = is_folder ? join_path(path, "bank.yaml") : path;
    parse(main);
    if (file_name(main) == "bank.yaml") {
      top_ = files_.identity(parent_path(main));
      const std::string folder = join_path(parent_path(main), "questions");
      if (files_.kind(folder) == PathKind::directory) parse_questions(folder);
    }
    return finish(path);
  }

  LoadedBank load_text(const std::string& name, const std::string& text) {
    parse_text(name, text);
    return finish(name);
  }

 private:
  LoadedBank finish(const std::string& path) {
    LoadedBank out;
    out.path = path;
    if (!trees_.empty() && is_whole_) {
      BankFiles parts{trees_.front().root(), {}};
      for (std::size_t i = 1; i < trees_.size(); ++i) parts.questions.push_back(trees_[i].root());
      const bool is_checked = checks_ == BankChecks::all;
      auto bank =
          std::make_shared<Bank>(read_bank(parts, diagnostics_, is_checked ? &texts_ : nullptr));
      bank->sha256 = hash_.take_hex();
      check_bank(*bank, diagnostics_);
      out.index = std::make_shared<const BankIndex>(*bank);
      out.sheets = std::make_shared<SheetShelf>(*bank);
      out.bank = std::move(bank);
    }
    out.findings = resolve(sources_, diagnostics_);
    if (checks_ == BankChecks::all) tell(out);
    return out;
  }

  // What is only for the author.
  void tell(LoadedBank& out) {
    const Checked checked =
        is_whole_ && !diagnostics_.has_errors() ? Checked::wholly : Checked::partly;
    if (out.bank && checked == Checked::wholly) check_meaning(*out.bank, diagnostics_);
    check_texts(texts_, sources_, diagnostics_);
    std::vector<IgnoreComment> comments;
    for (const yaml::Tree& tree : trees_) {
      const yaml::Node root = tree.root();
      const auto found = yaml::find_ignore_comments(sources_, root.span().source, root);
      comments.insert(comments.end(), found.begin(), found.end());
    }
    apply_ignores(comments, sources_, checked, diagnostics_);
    out.told = resolve(sources_, diagnostics_);
  }

  // A link out of the folder would make a file of somebody else a part of the bank, and show it.
  bool is_inside(const std::string& path, bool is_link) {
    // One that leads nowhere is told when it is read.
    if (!is_link || files_.kind(path) == PathKind::missing) return true;
    if (files_.identity(path).starts_with(top_ + "/")) return true;
    diagnostics_.report(rules::bank_outside_folder, std::nullopt, path);
    is_whole_ = false;
    return false;
  }

  void parse_questions(const std::string& folder) {
    if (!is_inside(folder, files_.is_link(folder))) return;
    for (const auto& [name, kind, is_link] : files_.list(folder, diagnostics_)) {
      const std::string path = join_path(folder, name);
      if (name.starts_with('.') || !is_yaml_name(name) || !is_inside(path, is_link)) continue;
      parse(path);
      if (values_ > max_bank_values) return;
    }
  }

  void parse(const std::string& path) {
    auto text = files_.read(path, diagnostics_, max_bank_bytes - std::min(bytes_, max_bank_bytes));
    if (!text) {
      is_whole_ = false;
      return;
    }
    parse_text(path, std::move(*text));
  }

  void parse_text(const std::string& path, std::string text) {
    bytes_ += text.size();
    // Name and length go into the fingerprint, so that moving text between files changes it.
    hash_.add(file_name(path) + "\n" + std::to_string(text.size()) + "\n");
    hash_.add(text);
    const SourceId source = sources_.add(path, std::move(text));
    auto tree = yaml::parse(sources_, source, diagnostics_);
    values_ += tree ? tree->size() : 0;
    if (values_ > max_bank_values) {
      diagnostics_.report(rules::too_many_values, Span{source, 0, 1}, max_bank_values);
      tree.reset();
    }
    if (tree) {
      trees_.push_back(std::move(*tree));
    } else {
      is_whole_ = false;
    }
  }

  Files& files_;
  BankChecks checks_;
  SourceMap sources_;
  Diagnostics diagnostics_;
  std::vector<WrittenText> texts_;
  std::deque<yaml::Tree> trees_;  // does not move what nodes point into
  std::string top_;               // the folder of the bank, links followed
  Sha256 hash_;
  std::size_t bytes_ = 0;
  std::size_t values_ = 0;
  bool is_whole_ = true;
};

}  // namespace

bool LoadedBank::has_errors() const {
  return assess::has_errors(findings);
}

std::shared_ptr<const LoadedBank> BankShelf::load(const std::string& path) {
  const std::lock_guard<std::mutex> lock(mutex_);
  auto& named = named_[path];
  if (named) return named;
  auto& entry = loaded_[env_.files.identity(path)];
  if (!entry)
    entry = std::make_shared<const LoadedBank>(BankLoader(env_.files, checks_).load(path));
  named = entry;
  return named;
}

std::vector<std::string> BankShelf::folders() const {
  std::vector<std::string> out;
  const std::string path = env_.variable("ASSESS_BANK_PATH");
  std::size_t at = 0;
  while (at < path.size()) {
    const auto end = std::min(path.find(':', at), path.size());
    if (end > at) out.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  out.insert(out.end(), env_.bank_folders.begin(), env_.bank_folders.end());
  return out;
}

std::vector<std::string> BankShelf::places(const std::string& near) const {
  std::vector<std::string> out;
  if (!near.empty()) {
    const std::string beside = parent_path(near);
    out.push_back(beside);
    out.push_back(join_path(beside, "questionbanks"));
  }
  const auto more = folders();
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

std::optional<std::string> BankShelf::find_in(const std::string& place, const std::string& id,
                                              const std::string& near) {
  // An id becomes a part of a path: nothing that could lead elsewhere.
  const bool is_plain = !id.empty() && id.find('/') == std::string::npos && !id.starts_with('.');
  if (!is_plain) return std::nullopt;
  const std::string folder = join_path(place, id);
  if (env_.files.kind(join_path(folder, "bank.yaml")) == PathKind::file) return folder;
  for (const char* ending : {".yaml", ".yml"}) {
    const std::string file = folder + ending;
    if (file != near && env_.files.kind(file) == PathKind::file) return file;
  }
  return std::nullopt;
}

std::optional<std::string> BankShelf::find(const std::string& id, const std::string& near,
                                           std::string& searched) {
  for (const std::string& place : places(near)) {
    if (!searched.empty()) searched += " ";
    searched += "`" + place + "`";
    if (const auto path = find_in(place, id, near)) return path;
  }
  if (searched.empty()) searched = "–";
  return std::nullopt;
}

std::optional<std::string> BankShelf::find_shadowed(const std::string& id,
                                                    const std::string& near) {
  std::optional<std::string> first;
  for (const std::string& place : places(near)) {
    const auto path = find_in(place, id, near);
    if (!path) continue;
    if (!first) first = path;
    if (env_.files.identity(*path) != env_.files.identity(*first)) return path;
  }
  return std::nullopt;
}

std::shared_ptr<const LoadedBank> BankShelf::find_and_load(const std::string& id,
                                                           const std::string& near,
                                                           std::string& searched) {
  // A file that could itself be taken for the bank is not looked up like its neighbours.
  const bool is_like_others = file_name(near) != id + ".yaml" && file_name(near) != id + ".yml";
  const std::pair key(id, near.empty() ? std::string() : parent_path(near));
  if (is_like_others) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (const auto known = found_.find(key); known != found_.end()) return known->second;
  }
  const auto path = find(id, near, searched);
  if (!path) return nullptr;
  auto bank = load(*path);
  if (is_like_others) {
    const std::lock_guard<std::mutex> lock(mutex_);
    found_.emplace(key, bank);
  }
  return bank;
}

std::optional<std::string> BankShelf::resolve(const std::string& path_or_id,
                                              std::string& searched) {
  if (env_.files.kind(path_or_id) != PathKind::missing) return path_or_id;
  searched = "`.`";
  return find(path_or_id, {}, searched);
}

LoadedBank BankShelf::load_text(const std::string& name, const std::string& text) {
  return BankLoader(env_.files, checks_).load_text(name, text);
}

std::string BankShelf::resolve_option(const std::vector<std::string>& banks,
                                      Diagnostics& diagnostics) {
  if (banks.empty()) return {};
  std::string searched;
  const auto path = resolve(banks.back(), searched);
  if (!path) diagnostics.report(rules::cli_unknown_bank, std::nullopt, banks.back(), searched);
  return path.value_or("");
}

std::vector<std::string> BankShelf::list() {
  std::vector<std::string> out;
  Diagnostics ignored;  // a folder that cannot be read holds no bank that could be used
  for (const std::string& place : folders()) {
    if (env_.files.kind(place) != PathKind::directory) continue;
    for (const FolderEntry& entry : env_.files.list(place, ignored)) {
      const std::string path = join_path(place, entry.name);
      const bool is_bank = env_.files.kind(join_path(path, "bank.yaml")) == PathKind::file;
      if (is_bank) out.push_back(path);
    }
  }
  return out;
}

std::shared_ptr<const LoadedBank> usable_bank(const std::string& name, const CommonOptions& common,
                                              BankShelf& shelf, Env& env) {
  Diagnostics diagnostics;
  const std::string path = shelf.resolve_option({name}, diagnostics);
  if (diagnostics.has_errors()) {
    say(diagnostics, common, env);
    return nullptr;
  }
  auto loaded = shelf.load(path);
  if (loaded->bank && !loaded->has_errors()) return loaded;
  say(loaded->findings, common, env);
  return nullptr;
}

}  // namespace assess::cmd
