// `assess explain FILE AREA[@LEVEL]`: how a score came about.
#pragma once

#include "cli.hpp"

namespace assess::cmd {

ExitCode explain_area(const ExplainOptions& options, Env& env);

}  // namespace assess::cmd
