// Writes a file of a bank from its entries and comments, in canonical form (bank_format.hpp).
#pragma once

#include <assess/form/commented.hpp>
#include <assess/form/expectation.hpp>

#include <string>
#include <string_view>

namespace assess::form {

// What becomes of a text that is written over several lines.
enum class LinesOfTexts { kept, joined };

// `text` is what the file was read from; `root` is expected at its top. Lines end in `\n`.
std::string write_bank_file(std::string_view text, const CommentedFile& file,
                            const Expectation& root, LinesOfTexts lines);

}  // namespace assess::form
