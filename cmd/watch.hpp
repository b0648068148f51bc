// `assess validate --watch`: the same run again whenever one of its inputs changes.
#pragma once

#include "env.hpp"
#include "options.hpp"

#include <functional>
#include <string>
#include <vector>

namespace assess::cmd {

// One run. Adds the paths of the banks it used, wherever they were found.
using OneRun = std::function<ExitCode(std::vector<std::string>& banks)>;

// Runs until the process is ended (Ctrl-C), or until there is nothing to wait for any more; then
// the code of the last run. Everything is read again each time: what has changed may mean something
// else to every other file. A usage error with standard input, which comes only once.
ExitCode watch(const InputOptions& input, const std::vector<OutputTarget>& outputs,
               const CommonOptions& common, const OneRun& run, Env& env);

}  // namespace assess::cmd
