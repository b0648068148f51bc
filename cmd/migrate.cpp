// `assess migrate`: an answer file for another version of its bank; nothing that was answered is
// lost, and nothing happens silently.
#include "bank.hpp"
#include "output.hpp"
#include <assess/answers/check.hpp>
#include <assess/answers/read.hpp>
#include <assess/authoring/migration.hpp>
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/form/answer_file.hpp>
#include <assess/render/authoring.hpp>
#include <assess/yaml/node.hpp>

#include <algorithm>
#include <utility>

namespace assess::cmd {
namespace {

using authoring::AnswerPart;
using authoring::Carried;
using authoring::Fate;

class Migrating {
 public:
  Migrating(const MigrateOptions& options, const Bank& to, const Bank* from, Env& env)
      : options_(options), to_(to), from_(from), env_(env) {
    out_.path = options.file;
    out_.bank = &to;
    out_.run.command = "migrate";
  }
  Migrating(const Migrating&) = delete;  // holds the lock
  Migrating& operator=(const Migrating&) = delete;
  ~Migrating() {
    if (is_locked_) env_.files.unlock(options_.file);
  }

  ExitCode run() {
    if (!read() || !may_be_changed()) return fail();
    out_.migration = authoring::plan_migration(file_->answers(), to_, from_);
    ExitCode code = ExitCode::cannot;
    if (file_->change(changes())) {
      const bool is_good = check_result();
      const bool is_done = write();
      code = !is_done                                       ? ExitCode::cannot
             : !is_good || out_.migration.loses_something() ? ExitCode::no
                                                            : ExitCode::yes;
    } else {
      diagnostics_.report(rules::form_cannot_edit, std::nullopt, std::string("answers"));
    }
    tell(code);
    return code;
  }

 private:
  ExitCode fail() {
    say(resolve(sources_, diagnostics_), options_.common, env_);
    return ExitCode::cannot;
  }

  bool read() {
    if (!options_.output.empty() && options_.output != "-" &&
        env_.files.kind(options_.output) == PathKind::file) {
      diagnostics_.report(rules::form_exists, std::nullopt, options_.output);
      return false;
    }
    if (options_.in_place) {
      is_locked_ = env_.files.lock(options_.file, diagnostics_);
      if (!is_locked_) return false;
    }
    auto text = env_.files.read(options_.file, diagnostics_);
    if (!text) return false;
    on_disk_ = *text;
    const auto tree = yaml::parse(sources_, sources_.add(options_.file, *text), diagnostics_);
    if (!tree) return false;
    answers_ = read_answers(tree->root(), diagnostics_);
    if (diagnostics_.has_errors()) return false;
    Diagnostics known;
    // What is wrong with the result is told of the file that it goes into.
    const bool has_path = !options_.output.empty() && options_.output != "-";
    file_ =
        form::AnswerFile::read(has_path ? options_.output : options_.file, *std::move(text), known);
    return file_.has_value();
  }

  // Of this bank, and no record of something submitted.
  bool may_be_changed() {
    if (answers_.bank_id() != to_.id.value) {
      diagnostics_.report(rules::answers_other_bank, answers_.bank.span, answers_.bank_id(),
                          to_.id.value);
      return false;
    }
    if (options_.reopen) return true;
    if (answers_.finish) {
      const std::string& date = answers_.finish->date;
      diagnostics_.report(
          rules::diagnosis_sealed, answers_.finish->sha256.span,
          Text{"这份自诊断已于 " + date + " 完成", "this diagnosis was finished on " + date});
      return false;
    }
    if (answers_.seals.empty()) return true;
    const Seal& seal = answers_.seals.back();
    const std::string level = std::to_string(seal.level.value);
    diagnostics_.report(rules::diagnosis_sealed, seal.level.span,
                        Text{"等级 " + level + " 已于 " + seal.date + " 提交",
                             "level " + level + " was submitted on " + seal.date});
    return false;
  }

  // A line for the file: which bank, and why.
  std::string remark(const Carried& entry) const {
    const Language language = options_.common.language.value_or(to_.languages.front());
    const bool is_zh = language == Language::zh;
    std::string out = to_.id.value + "@" + to_.version + (is_zh ? "：" : ": ") +
                      render::shown_reason(entry, language);
    if (entry.fate == Fate::cleared) {
      out += (is_zh ? "；原来的作答：" : "; it was ") + entry.value;
    }
    return safe_to_show(out);
  }

  form::Changes changes() const {
    form::Changes out;
    out.bank = out_.migration.bank_after;
    out.reopen = options_.reopen;
    for (const Carried& entry : out_.migration.entries) {
      if (entry.fate == Fate::kept || entry.fate == Fate::added) continue;
      if (!entry.new_id.empty()) out.renamed.emplace_back(entry.id, entry.new_id);
      if (entry.fate == Fate::renamed) continue;
      const form::Changes::Removal removal{entry.id, remark(entry)};
      switch (entry.part) {
        case AnswerPart::variant:
          out.variant = removal.remark;
          break;
        case AnswerPart::tailored:
          out.tailored.push_back(removal);
          break;
        case AnswerPart::answer:
          (entry.fate == Fate::cleared ? out.cleared : out.answers).push_back(removal);
          break;
        case AnswerPart::indicator:
          out.indicators.push_back(removal);
          break;
      }
    }
    return out;
  }

  // Says which errors the file has with the new bank: a variant to be chosen, or older faults.
  bool check_result() {
    Diagnostics found;
    check_answers(to_, file_->answers(), found);
    if (!found.has_errors()) return true;
    for (Finding& finding : resolve(file_->sources(), found)) {
      if (finding.severity == Severity::error) out_.run.findings.push_back(std::move(finding));
    }
    return false;
  }

  bool write() {
    const bool writes = options_.in_place || !options_.output.empty();
    if (options_.dry_run || !writes) return true;
    if (options_.output == "-") {
      out_.output = "-";
      return true;
    }
    const std::string& path = options_.in_place ? options_.file : options_.output;
    if (options_.in_place) {
      if (file_->text() == on_disk_) return true;
      Diagnostics unread;
      const auto there = env_.files.read(path, unread);
      if (!there || *there != on_disk_) {
        diagnostics_.report(
            rules::cannot_write, std::nullopt, path,
            Text{"读取之后被别的程序改动过", "another program changed it meanwhile"});
        return false;
      }
    }
    if (!env_.files.write(path, file_->text(), diagnostics_)) return false;
    out_.output = path;
    return true;
  }

  void tell(ExitCode code) {
    const CommonOptions& common = options_.common;
    for (Finding& finding : resolve(sources_, diagnostics_)) {
      out_.run.findings.push_back(std::move(finding));
    }
    out_.run.exit_code = code;
    render::Context context = context_for(common, env_);
    // The file itself takes standard output for itself.
    Stream& list = out_.output == "-" ? env_.err : env_.out;
    if (common.quiet < 2) {
      if (options_.json) {
        context.language = common.language.value_or(Language::en);
        list.write(render::migration_json(out_, context));
      } else {
        list.write(render::migration_text(out_, context));
        say(out_.run.findings, common, env_);
      }
    }
    if (out_.output == "-") env_.out.write(file_->text());
    if (common.quiet == 0 && code != ExitCode::cannot) tell_where();
  }

  void tell_where() {
    if (out_.output == "-") return;
    const bool is_zh = options_.common.spoken == Language::zh;
    if (!out_.output.empty()) {
      env_.err.write((is_zh ? "已写入 " : "wrote ") + safe_to_show(out_.output) + "\n");
    } else if (options_.in_place && !options_.dry_run) {
      env_.err.write(is_zh ? "文件无须改动\n" : "the file is as it should be\n");
    } else if (!options_.dry_run) {
      env_.err.write(is_zh ? "没有写文件；用 -o 文件 或 --in-place 写\n"
                           : "nothing was written; write by -o FILE or --in-place\n");
    }
  }

  const MigrateOptions& options_;
  const Bank& to_;
  const Bank* from_;
  Env& env_;
  bool is_locked_ = false;
  std::string on_disk_;
  SourceMap sources_;
  Diagnostics diagnostics_;
  Answers answers_;
  std::optional<form::AnswerFile> file_;
  render::MigratedFile out_;
};

}  // namespace

ExitCode run(const MigrateOptions& options, Env& env) {
  BankShelf shelf(env);
  const auto to = usable_bank(options.to, options.common, shelf, env);
  if (!to) return ExitCode::cannot;
  std::shared_ptr<const LoadedBank> from;
  if (!options.from.empty()) {
    from = usable_bank(options.from, options.common, shelf, env);
    if (!from) return ExitCode::cannot;
  }
  tell_choices({to.get()}, options.common, env);
  return Migrating(options, *to->bank, from ? from->bank.get() : nullptr, env).run();
}

}  // namespace assess::cmd
