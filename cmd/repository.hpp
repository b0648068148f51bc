// Where files lie in the repository that a command is run in, as systems that show findings beside
// the code of a repository name them.
#pragma once

#include "env.hpp"
#include <assess/report/run.hpp>

#include <map>
#include <string>

namespace assess::cmd {

// The nearest folder with `.git` in it, from the current one upwards; the current one when there is
// none.
std::string repository_root(Env& env);

// For each path that the run names, of files and of findings: the path from the root of the
// repository, links resolved. What lies outside is left out.
std::map<std::string, std::string> repository_paths(const Run& run, Env& env);

}  // namespace assess::cmd
