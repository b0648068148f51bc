// Finds the fonts of the PDF report.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <assess/render/font.hpp>

#include "env.hpp"

namespace assess::cmd {

// The fonts named (by --font, else by ASSESS_FONT, separated by colons), else those of the known
// places that exist, best first. A named font that cannot be used is an error; nullopt after a
// report, also when there is no font at all.
std::optional<render::FontStack> load_fonts(const std::vector<std::string>& named, Env& env,
                                            Diagnostics& diagnostics);

}  // namespace assess::cmd
