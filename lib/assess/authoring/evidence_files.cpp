#include <assess/authoring/check_answers.hpp>
#include <assess/base/nearest.hpp>
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace assess {
namespace {

constexpr std::array<std::string_view, 40> file_endings{
    "pdf", "ofd", "doc", "docx", "wps",  "odt",  "rtf",  "xls",  "xlsx", "et",
    "ods", "csv", "ppt", "pptx", "dps",  "odp",  "txt",  "md",   "jpg",  "jpeg",
    "png", "gif", "bmp", "tif",  "tiff", "webp", "heic", "mp4",  "mov",  "avi",
    "zip", "rar", "7z",  "eml",  "html", "htm",  "xml",  "json", "yaml", "dwg"};

// As many as are looked for on the disk; a file of four million bytes could name a million.
constexpr std::size_t most_entries = 10'000;

bool has_file_ending(std::string_view path) {
  const auto dot = path.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || path[dot - 1] == '/') return false;
  const std::string ending = lower_ascii(path.substr(dot + 1));
  return std::find(file_endings.begin(), file_endings.end(), ending) != file_endings.end();
}

// A path from the folder of the answer file, with `/` between its parts; nullopt for what is not
// one: the title of a document, a link, a path of one machine.
std::optional<std::string> relative_path(std::string path) {
  std::replace(path.begin(), path.end(), '\\', '/');
  const bool is_elsewhere = path.empty() || path.front() == '/' || path.front() == '~' ||
                            path.find(':') != std::string::npos || path.starts_with("www.");
  if (is_elsewhere || path.find('\n') != std::string::npos) return std::nullopt;
  const bool has_blank =
      path.find_first_of(" \t") != std::string::npos || path.find("　") != std::string::npos;
  const bool has_folder = path.find('/') != std::string::npos;
  if (!has_file_ending(path) && (!has_folder || has_blank)) return std::nullopt;
  return path;
}

class EvidenceCheck {
 public:
  EvidenceCheck(const std::string& folder, Files& files, Diagnostics& diagnostics)
      : folder_(folder), files_(files), diagnostics_(diagnostics) {}

  void run(const Answers& answers) {
    std::size_t looked_for = 0;
    bool are_files_kept = false;
    for (const Answer& answer : answers.answers) {
      for (const Located<std::string>& entry : answer.evidence) {
        auto path = relative_path(entry.value);
        if (!path) continue;
        if (++looked_for > most_entries) break;
        if (files_.kind(join_path(folder_, *path)) == PathKind::missing) {
          missing_.push_back({&answer, &entry, std::move(*path)});
        } else {
          are_files_kept = true;
        }
      }
    }
    for (const Missing& missing : missing_) {
      if (is_missed(missing.path, are_files_kept)) report(missing);
    }
  }

 private:
  struct Missing {
    const Answer* answer;
    const Located<std::string>* entry;
    std::string path;
  };

  // A name such as `plan.pdf` may well be the title of a document that lies somewhere else. It is
  // missed where the answer file shows that it keeps its evidence as files: another one is there,
  // or the folder that this one names.
  bool is_missed(const std::string& path, bool are_files_kept) {
    const bool has_folder = path.find('/') != std::string::npos;
    if (has_folder && files_.kind(join_path(folder_, parent_path(path))) == PathKind::directory) {
      return true;
    }
    return are_files_kept && has_file_ending(path);
  }

  void report(const Missing& missing) {
    const std::string path = join_path(folder_, missing.path);
    auto& fault = diagnostics_.report(rules::answers_evidence_not_found, missing.entry->span,
                                      missing.answer->question.value, missing.entry->value, path);
    const std::string beside = parent_path(path);
    if (!diagnostics_.wants_suggestions() || files_.kind(beside) != PathKind::directory) return;
    Diagnostics ignored;  // a folder that cannot be read offers nothing
    std::vector<std::string> names;
    for (FolderEntry& entry : files_.list(beside, ignored)) names.push_back(std::move(entry.name));
    if (!diagnostics_.wants_suggestions(names.size())) return;
    if (const auto near = nearest(file_name(path), names)) {
      const std::string meant = join_path(parent_path(missing.path), *near);
      fault.help = {"是否想写 `" + meant + "`？", "did you mean `" + meant + "`?"};
    }
  }

  const std::string& folder_;
  Files& files_;
  Diagnostics& diagnostics_;
  std::vector<Missing> missing_;
};

}  // namespace

void check_evidence(const Answers& answers, const std::string& folder, Files& files,
                    Diagnostics& diagnostics) {
  EvidenceCheck(folder, files, diagnostics).run(answers);
}

}  // namespace assess
