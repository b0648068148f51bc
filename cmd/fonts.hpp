// Finds the fonts of the PDF report.
#pragma once

#include "env.hpp"
#include <assess/render/font.hpp>

#include <optional>
#include <string>
#include <vector>

namespace assess::cmd {

// The fonts named by --font, else those of the places in ASSESS_FONT (separated by colons), else of
// the known places, best first. Places where nothing is are passed over; a font named by --font or
// ASSESS_FONT that cannot be used is an error. nullopt after a report, also when there is no font
// at all.
std::optional<render::FontStack> load_fonts(const std::vector<std::string>& named, Env& env,
                                            Diagnostics& diagnostics);

}  // namespace assess::cmd
