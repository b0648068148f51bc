// Reads a question bank from its parsed files.
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/bank/written_text.hpp>
#include <assess/diag/diagnostic.hpp>
#include <assess/yaml/node.hpp>

#include <vector>

namespace assess {

// The files of one bank: `bank.yaml`, and `questions/*.yaml` in order of their names. A bank in one
// file has its questions below the key `questions`.
struct BankFiles {
  yaml::Node main;
  std::vector<yaml::Node> questions;
};

inline constexpr std::string_view bank_schema = "assess/bank/1";

// The bank, as far as it can be understood; whatever is missing, unknown or of the wrong type is
// reported, and references (areas, scores of options) are resolved. A question that belongs to no
// area of the tree is reported and left out. Compute nothing with a bank that had errors. `texts`,
// where it is given, gets every text with its places.
Bank read_bank(const BankFiles& files, Diagnostics& diagnostics,
               std::vector<WrittenText>* texts = nullptr);

}  // namespace assess
