// An answer file that is being worked on: its text, what follows from it, and saving it without
// losing what others wrote.
#pragma once

#include "banks.hpp"
#include "cli.hpp"
#include <assess/form/answer_file.hpp>

#include <memory>
#include <optional>
#include <string>

namespace assess::cmd {

class Session {
 public:
  // Reads, locks, checks and computes. nullptr after everything that is wrong has been said.
  static std::unique_ptr<Session> open(const std::string& path,
                                       const std::vector<std::string>& banks,
                                       const CommonOptions& common, Env& env);
  Session(const Session&) = delete;  // holds the lock
  Session& operator=(const Session&) = delete;
  ~Session();

  form::AnswerFile& file() { return *file_; }
  const Bank& bank() const { return *diagnosis_.bank; }
  const Diagnosis& diagnosis() const { return diagnosis_; }
  const Flow& flow() const { return diagnosis_.flow; }

  // Works out again what follows from the file as it is now.
  void refresh();

  // Writes the file, unless it was changed by others since it was read: then what is here goes
  // beside it. False after a report.
  bool save(Diagnostics& diagnostics);

 private:
  Session(std::string path, Env& env) : path_(std::move(path)), env_(env) {}

  std::string path_;
  Env& env_;
  std::string on_disk_;  // as it was read or written last
  std::optional<form::AnswerFile> file_;
  Diagnosis diagnosis_;
};

}  // namespace assess::cmd
