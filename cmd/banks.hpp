// Finds and loads question banks, each once in a run.
#pragma once

#include "env.hpp"
#include "options.hpp"
#include "sheets.hpp"
#include <assess/bank/bank.hpp>
#include <assess/bank/index.hpp>
#include <assess/diag/finding.hpp>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assess::cmd {

// A bank with what was found wrong with it.
struct LoadedBank {
  std::shared_ptr<const Bank> bank;        // null when not even a part of it could be read
  std::shared_ptr<const BankIndex> index;  // of the same
  std::shared_ptr<SheetShelf> sheets;      // likewise
  std::vector<Finding> findings;           // what scoring needs to know
  std::vector<Finding> told;  // what `validate` tells of it; empty unless it was asked for
  std::string path;

  bool has_errors() const;
};

// How much a bank is looked at: what scoring needs, or all that its author should know, which fills
// `LoadedBank::told`.
enum class BankChecks { for_scoring, all };

// May be asked from several threads.
class BankShelf {
 public:
  explicit BankShelf(Env& env, BankChecks checks = BankChecks::for_scoring)
      : env_(env), checks_(checks) {}

  // The bank at a path: a folder with `bank.yaml`, that file itself, or a bank in one file.
  std::shared_ptr<const LoadedBank> load(const std::string& path);

  // The path of a bank by its id: next to `near` (a file, or empty), then ASSESS_BANK_PATH, then
  // the built-in places (contract 4). nullopt when it is nowhere; `searched` then says where.
  std::optional<std::string> find(const std::string& id, const std::string& near,
                                  std::string& searched);

  // The path of another bank that `find` would have found had the first one not been there.
  std::optional<std::string> find_shadowed(const std::string& id, const std::string& near);

  // The bank that is found by its id, as `find` does; looked for once in each folder. nullptr when
  // it is nowhere.
  std::shared_ptr<const LoadedBank> find_and_load(const std::string& id, const std::string& near,
                                                  std::string& searched);

  // The path that `--bank` or an operand means: a path that exists, else an id.
  std::optional<std::string> resolve(const std::string& path_or_id, std::string& searched);

  // A bank in one file that came by standard input; not kept.
  LoadedBank load_text(const std::string& name, const std::string& text);

  // What --bank names, resolved; empty when it was not given. Reports a bank that is nowhere.
  std::string resolve_option(const std::vector<std::string>& banks, Diagnostics& diagnostics);

  // All banks that can be found without naming one, by path.
  std::vector<std::string> list();

 private:
  std::vector<std::string> folders() const;
  // Where the bank of a file is looked for, in this order.
  std::vector<std::string> places(const std::string& near) const;
  std::optional<std::string> find_in(const std::string& place, const std::string& id,
                                     const std::string& near);

  Env& env_;
  BankChecks checks_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const LoadedBank>> loaded_;  // by identity of the path
  // By path: every file of a batch asks, and to ask the disk for an identity takes time.
  std::map<std::string, std::shared_ptr<const LoadedBank>> named_;
  // By id and folder of the files that ask for it.
  std::map<std::pair<std::string, std::string>, std::shared_ptr<const LoadedBank>> found_;
};

// The bank that an operand or option names by path or id, when it can be used; null otherwise, and
// what is wrong has been said.
std::shared_ptr<const LoadedBank> usable_bank(const std::string& name, const CommonOptions& common,
                                              BankShelf& shelf, Env& env);

}  // namespace assess::cmd
