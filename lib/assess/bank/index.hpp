// Finds the questions of a bank by their ids: made once for a bank, asked by every answer file.
#pragma once

#include <assess/bank/bank.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace assess {

class BankIndex {
 public:
  // The bank must outlive the index and stay as it is. Of equal ids the first counts.
  explicit BankIndex(const Bank& bank);

  const Bank& bank() const { return *bank_; }
  std::optional<QuestionId> find_question(std::string_view id) const;

 private:
  std::size_t slot_of(std::string_view id) const;

  const Bank* bank_;
  // By hash with open addressing: a place in the bank's questions and 1; 0 is free.
  std::vector<std::uint32_t> slots_;
};

}  // namespace assess
