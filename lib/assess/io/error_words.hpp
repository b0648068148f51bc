// Why the system refused, in both languages.
#pragma once

#include <assess/base/language.hpp>

namespace assess {

// The words for a value of errno; others than the usual ones by their number.
Text error_words(int error_number);

}  // namespace assess
