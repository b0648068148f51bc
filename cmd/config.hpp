// Settings from a file, for what a command line need not repeat: `assess.yaml` or `.assess.yaml` in
// the folder or above it, else `assess/config.yaml` among the user's own settings.
#pragma once

#include "cli.hpp"
#include "env.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assess::cmd {

inline constexpr std::string_view config_schema = "assess/config/1";

// Empty where the file says nothing. Paths are as they can be opened: those in the file are
// relative to it.
struct Config {
  std::string path;  // of the file; empty when there is none
  std::optional<Language> language;
  std::string bank;  // path or id
  std::vector<std::string> fonts;
  std::string mark;
  std::string logo;
  std::vector<report::Cover::Approval> approvals;
};

// The file that --config names; else, unless --no-config was given, the first one found: in the
// current folder and those above it, up to one with `.git` in it or the home folder, and then in
// XDG_CONFIG_HOME or `~/.config`. A file found that is of another schema is passed over. nullopt
// when the file has been read and has faults, which are then in `findings`.
std::optional<Config> load_config(const CommonOptions& common, Env& env,
                                  std::vector<Finding>& findings);

// Fills in what the command line and the environment left open.
void apply(const Config& config, const Env& env, Command& command);

}  // namespace assess::cmd
