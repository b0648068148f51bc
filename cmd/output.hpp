// Writes the product of a command: one document to standard output, more to files.
#pragma once

#include "banks.hpp"
#include "cli.hpp"
#include "env.hpp"
#include <assess/render/render.hpp>

#include <span>
#include <vector>

namespace assess::cmd {

// How text for a terminal is to look.
render::Context context_for(const CommonOptions& common, const Env& env);
render::Context context_for_errors(const CommonOptions& common, const Env& env);

// Says findings on standard error (not under -qq).
void say(const std::vector<Finding>& findings, const CommonOptions& common, Env& env);
void say(const Diagnostics& diagnostics, const CommonOptions& common, Env& env);

// Under -v: which language is spoken and which banks were used.
void tell_choices(const std::vector<const LoadedBank*>& banks, const CommonOptions& common,
                  Env& env);

// Under -v the bank, and in any case what is wrong with it: before a command that works on one file
// says what it found in that.
void tell_bank(const LoadedBank* loaded, const CommonOptions& common, Env& env);

// Renders the run once per target. What cannot be written is reported on standard error. The result
// is the run's exit code, or `cannot` when a target failed.
ExitCode write_outputs(const Run& run, const std::vector<OutputTarget>& targets,
                       std::span<const render::Format> formats, const CommonOptions& common,
                       const FindingOptions& findings, Env& env);

}  // namespace assess::cmd
