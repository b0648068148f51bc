#include "session.hpp"

#include "diagnose.hpp"
#include "output.hpp"
#include <assess/diag/rules.hpp>

namespace assess::cmd {
namespace {

// A name beside `path` that nothing has yet: `a.mine.yaml`, `a.mine2.yaml`.
std::string free_name(const std::string& path, Env& env) {
  std::string stem = path;
  std::string ending;
  for (const std::string_view known : {".yaml", ".yml"}) {
    if (!path.ends_with(known)) continue;
    stem = path.substr(0, path.size() - known.size());
    ending = known;
  }
  for (int number = 1;; ++number) {
    std::string name = stem + ".mine" + (number == 1 ? "" : std::to_string(number)) + ending;
    if (env.files.kind(name) == PathKind::missing) return name;
  }
}

}  // namespace

std::unique_ptr<Session> Session::open(const std::string& path,
                                       const std::vector<std::string>& banks,
                                       const CommonOptions& common, Env& env) {
  Diagnostics diagnostics;
  const auto fail = [&]() -> std::unique_ptr<Session> {
    say(diagnostics, common, env);
    return nullptr;
  };
  BankShelf shelf(env);
  const std::string bank_path = shelf.resolve_option(banks, diagnostics);
  if (diagnostics.has_errors() || !env.files.lock(path, diagnostics)) return fail();
  std::unique_ptr<Session> session(new Session(path, env));
  auto text = env.files.read(path, diagnostics);
  if (!text) return fail();
  session->on_disk_ = *text;
  InputFile input{.path = path, .schema = Schema::answers, .is_named = true};
  Diagnosed diagnosed = diagnose(input, bank_path, Depth::score, {}, shelf, env);
  tell_bank(diagnosed.bank.get(), common, env);
  if (!diagnosed.file.diagnosis) {
    say(diagnosed.findings, common, env);
    return nullptr;
  }
  Diagnostics known;  // told by the diagnosis already
  session->file_ = form::AnswerFile::read(path, *std::move(text), known);
  if (!session->file_) return fail();
  session->diagnosis_ = *std::move(diagnosed.file.diagnosis);
  session->refresh();
  return session;
}

Session::~Session() {
  env_.files.unlock(path_);
}

void Session::refresh() {
  Diagnosis& now = diagnosis_;
  now.answers = file_->answers();
  now.sheet = std::make_shared<const Sheet>(tailor(*now.bank, now.answers));
  now.responses = respond(*now.bank, now.answers);
  now.card = score(*now.sheet, now.responses);
  now.flow = find_flow(*now.sheet, now.answers, now.responses, now.card);
}

bool Session::save(Diagnostics& diagnostics) {
  if (file_->text() == on_disk_) return true;
  Diagnostics unread;
  const auto there = env_.files.read(path_, unread);
  if (!there || *there != on_disk_) {
    const std::string beside = free_name(path_, env_);
    if (env_.files.write(beside, file_->text(), diagnostics)) {
      diagnostics.report(rules::form_changed, std::nullopt, path_, beside);
    }
    return false;
  }
  if (!env_.files.write(path_, file_->text(), diagnostics)) return false;
  on_disk_ = file_->text();
  return true;
}

}  // namespace assess::cmd
