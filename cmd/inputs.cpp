#include "inputs.hpp"

#include <assess/answers/read.hpp>
#include <assess/bank/read.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <fnmatch.h>
#include <unordered_set>

namespace assess::cmd {
namespace {

constexpr int deepest_folder = 40;

bool is_yaml_name(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

bool has_pattern_signs(std::string_view text) {
  return text.find_first_of("*?[") != std::string_view::npos;
}

void report_nothing(Wanted wanted, const std::string& path, Diagnostics& diagnostics) {
  if (wanted == Wanted::unread_parts_of_banks) {
    diagnostics.report(rules::no_bank_files, std::nullopt, path);
  } else if (wanted != Wanted::banks_and_answers) {
    diagnostics.report(rules::no_answers, std::nullopt, path);
  } else {
    diagnostics.report(rules::nothing_to_validate, std::nullopt, path);
  }
}

class Finder {
 public:
  Finder(const InputOptions& options, Wanted wanted, Env& env, Diagnostics& diagnostics)
      : options_(options), wanted_(wanted), env_(env), diagnostics_(diagnostics) {}

  void add_operand(const std::string& operand) {
    if (operand == "-") {
      add_stdin();
      return;
    }
    switch (env_.files.kind(operand)) {
      case PathKind::directory:
        add_folder(operand);
        return;
      case PathKind::file:
        add_named(operand);
        return;
      case PathKind::other:
        add({.path = operand, .is_named = true});
        return;  // refused when read
      case PathKind::missing:
        break;
    }
    if (has_pattern_signs(operand) && (add_pattern(operand) || options_.allow_empty)) return;
    diagnostics_.report(rules::no_such_input, std::nullopt, operand);
  }

  // Of files that were named, none was left.
  void report_skipped() {
    if (skipped_.empty() || !list_.files.empty() || options_.allow_empty) return;
    report_nothing(wanted_, skipped_, diagnostics_);
  }

  InputList take() {
    const auto by_path = [](const InputFile& a, const InputFile& b) { return a.path < b.path; };
    // Those of one folder are met in this order, and comparing is the dear part of sorting.
    if (!std::is_sorted(list_.files.begin(), list_.files.end(), by_path)) {
      std::sort(list_.files.begin(), list_.files.end(), by_path);
    }
    return std::move(list_);
  }

 private:
  bool is_unread() const {
    return wanted_ == Wanted::unread || wanted_ == Wanted::unread_parts_of_banks;
  }

  void add(InputFile file) {
    std::string identity = file.is_stdin ? "-" : env_.files.identity(file.path);
    add(std::move(file), std::move(identity));
  }

  void add(InputFile file, std::string identity) {
    if (seen_.insert(std::move(identity)).second) list_.files.push_back(std::move(file));
  }

  void add_stdin() {
    if (is_unread()) {
      add({.path = options_.stdin_name, .is_named = true, .is_stdin = true});
      return;
    }
    const auto text = env_.in.read(diagnostics_);
    if (!text) return;
    add({.path = options_.stdin_name,
         .schema = sniff_schema(*text),
         .is_named = true,
         .text = *text,
         .is_stdin = true});
  }

  Schema schema_of(const std::string& path) {
    return is_unread() ? Schema::other : sniff(path).value_or(Schema::other);
  }

  // nullopt when that cannot be told. A file too large to be either is another one.
  std::optional<Schema> sniff(const std::string& path) {
    Diagnostics ignored;  // whoever reads the file for good reports what is wrong with it
    const auto text = env_.files.read(path, ignored);
    if (text) return sniff_schema(*text);
    const bool is_too_large = ignored.all().back().rule == rules::too_large.id;
    return is_too_large ? std::optional(Schema::other) : std::nullopt;
  }

  // A question file stands for the bank that it is a part of.
  void add_named(const std::string& path) {
    const Schema schema = schema_of(path);
    if (wanted_ == Wanted::banks_and_answers && schema == Schema::other) {
      const std::string folder = parent_path(path);
      const std::string bank = join_path(parent_path(folder), "bank.yaml");
      if (file_name(folder) == "questions" && env_.files.kind(bank) == PathKind::file) {
        add({.path = bank, .schema = Schema::bank, .is_named = true});
        return;
      }
    }
    if (options_.skip_others && !is_unread() && sniff(path) == Schema::other) {
      ++list_.skipped;
      if (skipped_.empty()) skipped_ = path;
      return;
    }
    add({.path = path, .schema = schema, .is_named = true});
  }

  bool is_excluded(const std::string& path) const {
    return std::any_of(options_.exclude.begin(), options_.exclude.end(),
                       [&](const std::string& pattern) {
                         return ::fnmatch(pattern.c_str(), path.c_str(), 0) == 0 ||
                                ::fnmatch(pattern.c_str(), file_name(path).c_str(), 0) == 0;
                       });
  }

  void add_folder(const std::string& folder) {
    found_ = 0;
    walk(folder, 0);
    if (found_ == 0 && !options_.allow_empty) report_nothing(wanted_, folder, diagnostics_);
  }

  // `folder`: the identity of the one that it lies in, from which that of the file follows unless
  // it is a link. To ask the disk again for every file takes six calls into the system, and the
  // threads of a batch wait for it.
  void add_met(std::string path, const std::string& folder, const FolderEntry& entry) {
    const Schema schema = schema_of(path);
    const bool fits = schema == Schema::answers || is_unread() ||
                      (schema == Schema::bank && wanted_ == Wanted::banks_and_answers);
    if (!fits) {
      ++list_.skipped;
      return;
    }
    ++found_;
    InputFile file{.path = std::move(path), .schema = schema};
    if (entry.is_link) {
      add(std::move(file));
    } else {
      add(std::move(file), join_path(folder, entry.name));
    }
  }

  void walk(const std::string& folder, int depth) {
    if (depth > deepest_folder) return;
    const auto entries = env_.files.list(folder, diagnostics_);
    const bool is_bank = std::any_of(entries.begin(), entries.end(), [](const FolderEntry& entry) {
      return entry.name == "bank.yaml";
    });
    const std::string identity = env_.files.identity(folder);
    for (const FolderEntry& entry : entries) {
      std::string path = join_path(folder, entry.name);
      if (entry.name.starts_with('.') || is_excluded(path)) continue;
      if (entry.kind == PathKind::directory) {
        const bool belongs_to_bank =
            is_bank && entry.name == "questions" && wanted_ != Wanted::unread_parts_of_banks;
        if (!belongs_to_bank && !entry.is_link) walk(path, depth + 1);
      } else if (entry.kind == PathKind::file && is_yaml_name(entry.name)) {
        add_met(std::move(path), identity, entry);
      }
    }
  }

  // A quoted pattern: walked from the part before its first sign. `**` crosses folders, `*` does
  // not.
  bool add_pattern(std::string pattern) {
    while (pattern.starts_with("./")) pattern.erase(0, 2);  // as paths are shown
    const auto sign = pattern.find_first_of("*?[");
    const auto slash = pattern.rfind('/', sign);
    const std::string base = slash == std::string::npos ? "."
                             : slash == 0               ? "/"
                                                        : pattern.substr(0, slash);
    if (env_.files.kind(base) != PathKind::directory) return false;
    found_ = 0;
    const bool crosses = pattern.find("**") != std::string::npos;
    match(base, pattern, crosses, 0);
    return found_ > 0;
  }

  void match(const std::string& folder, const std::string& pattern, bool crosses, int depth) {
    if (depth > deepest_folder) return;
    for (const auto& [name, kind, is_link] : env_.files.list(folder, diagnostics_)) {
      const std::string path = join_path(folder, name);
      if (name.starts_with('.') || is_excluded(path)) continue;
      if (kind == PathKind::directory && !is_link) {
        match(path, pattern, crosses, depth + 1);
      } else if (kind == PathKind::file &&
                 ::fnmatch(pattern.c_str(), path.c_str(), crosses ? 0 : FNM_PATHNAME) == 0) {
        add_named(path);
        ++found_;
      }
    }
  }

  const InputOptions& options_;
  Wanted wanted_;
  Env& env_;
  Diagnostics& diagnostics_;
  InputList list_;
  std::unordered_set<std::string> seen_;
  int found_ = 0;
  std::string skipped_;  // the first named file that was
};

std::vector<std::string> listed_paths(std::string_view text, bool null_separated) {
  std::vector<std::string> out;
  const char separator = null_separated ? '\0' : '\n';
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!null_separated && line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) out.emplace_back(line);
  }
  return out;
}

}  // namespace

bool names_schema(std::string_view text, std::string_view schema) {
  constexpr std::string_view key = "schema";
  for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
    std::size_t before = at;
    while (before > 0 &&
           std::string_view("\"' {,").find(text[before - 1]) != std::string_view::npos) {
      --before;
    }
    const bool begins_line = before == 0 || text[before - 1] == '\n' || text[before - 1] == '\xBF';
    std::string_view rest = text.substr(at + key.size());
    rest.remove_prefix(std::min(rest.find_first_not_of("\"' :"), rest.size()));
    if (begins_line && rest.starts_with(schema)) return true;
  }
  return false;
}

Schema sniff_schema(std::string_view text) {
  if (names_schema(text, "assess/bank/")) return Schema::bank;
  if (names_schema(text, "assess/answers/")) return Schema::answers;
  return Schema::other;
}

std::optional<InputList> find_inputs(const InputOptions& options, Wanted wanted, Env& env,
                                     Diagnostics& diagnostics) {
  Finder finder(options, wanted, env, diagnostics);
  for (const std::string& operand : options.paths) finder.add_operand(operand);
  for (const std::string& list : options.files_from) {
    const auto text = list == "-" ? env.in.read(diagnostics) : env.files.read(list, diagnostics);
    if (!text) continue;
    for (const std::string& path : listed_paths(*text, options.null_separated)) {
      finder.add_operand(path);
    }
  }
  finder.report_skipped();
  InputList found = finder.take();
  if (found.files.empty() && !options.allow_empty) {
    const bool lists_were_empty = !diagnostics.has_errors();
    if (lists_were_empty) {
      diagnostics.report(rules::cli_usage, std::nullopt,
                         Text{"--files-from 没有列出任何文件；允许没有输入时用 `--allow-empty`",
                              "--files-from lists no files; where having nothing to do is fine, "
                              "use `--allow-empty`"});
    }
    return std::nullopt;
  }
  return found;
}

}  // namespace assess::cmd
