// What must hold of the texts of a bank: how they are written, not what they mean.
#pragma once

#include <assess/bank/written_text.hpp>
#include <assess/diag/diagnostic.hpp>
#include <assess/diag/source.hpp>

#include <vector>

namespace assess {

// Reports blanks around a text, characters that cannot be seen, punctuation of the other language,
// texts that were not translated, and questions or options that say the same. `texts` are those
// that `read_bank` collects, `sources` the files. This is for authors: scoring does not need it,
// and nothing reported here makes a bank unusable.
void check_texts(const std::vector<WrittenText>& texts, const SourceMap& sources,
                 Diagnostics& diagnostics);

}  // namespace assess
