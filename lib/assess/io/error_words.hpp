// Why the system refused, in both languages, and how that is told.
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <cstddef>
#include <string>

namespace assess {

// The words for a value of errno; others than the usual ones by their number.
Text error_words(int error_number);

// Reports that a sink could not write all of `path`, and that so many bytes stand in `part`. False.
bool report_cut_short(const std::string& path, const std::string& part, std::size_t bytes,
                      const Text& why, Diagnostics& diagnostics);

}  // namespace assess
