// The indicators, asked one after the other once the levels are done.
#pragma once

#include "cli.hpp"
#include "dialogue.hpp"
#include "session.hpp"

namespace assess::cmd {

ExitCode fill_indicators(const FillOptions& options, Session& session, Dialogue& dialogue,
                         Env& env);

}  // namespace assess::cmd
